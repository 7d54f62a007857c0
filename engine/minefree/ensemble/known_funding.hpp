#pragma once

#include <cstdint>
#include <map>
#include <set>

#include <minefree/domain/scenario.hpp>

namespace minefree {

/// What a state got before the scenario, as far as it is known, in the scenario's price year.
struct KnownFunding {
  double international_musd = 0;  // mean of the newest three reported years
  double national_musd = 0;
  double newest_year_weight = 0;
  bool constant = false;
  std::map<std::uint32_t, double>
      donor_share;                  // of the international money, by donor number; sums to one
  std::set<std::uint32_t> imputed;  // donors whose share no row of the state's file tells

  double mean_musd() const { return international_musd + national_musd; }
  /// The parts of the mean; all is international where nothing is known.
  double international_share() const {
    return mean_musd() > 0 ? international_musd / mean_musd() : 1;
  }
  double national_share() const { return mean_musd() > 0 ? national_musd / mean_musd() : 0; }
};

/// Reads a state's money as an engine at the scenario's origin may; what no row explains comes from
/// other donors.
KnownFunding known_funding(Scenario const&, StateData const&);

}  // namespace minefree
