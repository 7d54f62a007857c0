#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

/// A difference of probabilities (other minus base) with its standard error under shared draws.
struct ProbabilityDifference {
  int target = 0;  // complete by the end of this year
  double base = 0;
  double other = 0;
  double value = 0;
  double standard_error = 0;
};

/// What another scenario changes for one state, future by future.
struct StateComparison {
  std::string code;
  std::string name;
  double earlier_share = 0;  // of futures in which the other scenario completes first, 0..1
  double later_share = 0;
  double same_share = 0;
  /// Over futures in which both complete at different dates; positive is earlier. Nothing when
  /// these are fewer than one in twenty.
  std::optional<double> median_years_gained;
  std::vector<ProbabilityDifference> probability;
  /// How many times more independent futures would be needed for the error of the main target's
  /// difference; nothing when the scenarios do not differ there.
  std::optional<double> variance_reduction;
};

/// Mean number of states complete by the end of a target year.
struct WorldDifference {
  int target = 0;
  double base = 0;
  double other = 0;
};

/// Two scenarios under the same draws, for the states that both have.
struct Comparison {
  std::vector<StateComparison> states;
  std::vector<WorldDifference> world;
  bool changes_nothing = false;                          // the dates are equal in every future
  std::vector<std::string> only_in_base, only_in_other;  // codes that cannot be compared
};

/// Both plans were run over the same trajectories, with the targets of `base`.
Comparison compare(Scenario const& base_scenario, Plan const& base, Plan const& other,
                   PairedEnsemble const&);

}  // namespace minefree
