#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <minefree/ensemble/known_funding.hpp>

namespace minefree {

/// One cell of the donor-by-recipient matrix, million USD a year of the scenario's price year.
struct DonorCell {
  std::string donor;      // a code; OTH for other donors
  std::string recipient;  // a code; OTH for other recipients, and money for none in particular
  double musd = 0;
  bool imputed = false;
};

/// The matrix of the whole record as known at the scenario's origin, its gaps filled; cells of
/// nothing are left out. Empty without a record of donors.
std::vector<DonorCell> donor_matrix(Scenario const&);

/// Makes the matrix anew only when the scenario asked for reads other money than the last one did:
/// it takes as long as a thousand futures, and scenarios that differ in levers alone share it.
class DonorMatrices {
 public:
  std::vector<DonorCell> const& of(Scenario const&);

 private:
  std::shared_ptr<DonorRecord const> record_;
  std::map<int, double> price_index_;
  int price_year_ = 0;
  int origin_ = 0;
  std::shared_ptr<std::vector<DonorCell> const> matrix_;  // copies of this share it
};

/// Splits what a state gets from other donors by the cells that were imputed for it.
void take_imputed(std::vector<DonorCell> const& matrix, StateData const&, KnownFunding&);

}  // namespace minefree
