#pragma once

#include <string>
#include <vector>

#include <minefree/domain/state_data.hpp>

namespace minefree {

/// All that a donor gave in one year, as it or others report it.
struct DonorTotal {
  std::string donor;  // a code of the register of donors
  int year = 0;
  double musd = 0;
  Citation source;
};

/// International money for mine action of all donors in one year.
struct WorldTotal {
  int year = 0;
  double musd = 0;
  Citation source;
};

/// Who got money: a state, or what has no state file, such as money for none in particular.
struct RecipientRecord {
  std::string code;
  std::optional<FundingData> funding;
  std::vector<DonorYear> donor_shares;
};

/// What the record knows of donors and recipients, whatever states a scenario asks for.
struct DonorRecord {
  std::vector<DonorTotal> donors;
  std::vector<WorldTotal> world;
  std::vector<RecipientRecord> recipients;
};

}  // namespace minefree
