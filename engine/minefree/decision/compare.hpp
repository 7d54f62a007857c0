#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/decision/differences.hpp>
#include <minefree/domain/estimability.hpp>

namespace minefree {

/// What another scenario changes for one state, future by future.
struct StateComparison {
  std::string code;
  std::string name;
  ResultBasis basis = ResultBasis::data;  // of the base and of the other, the weaker
  bool conditional = false;               // on what either scenario supposes
  double earlier_share = 0;  // of futures in which the other scenario completes first, 0..1
  double later_share = 0;
  double same_share = 0;
  /// Of `later_share`: the base completes within the horizon, the other scenario does not.
  double no_longer_complete_share = 0;
  /// Of `earlier_share`: the other scenario completes within the horizon, the base does not.
  double newly_complete_share = 0;
  /// Over futures in which both complete at different dates; positive is earlier. Nothing when
  /// these are fewer than one in twenty.
  std::optional<double> median_years_gained;
  DateDifference median_date;
  std::vector<Difference> probability;     // complete by the target, 0..1
  std::optional<Difference> deadline_met;  // probability; nothing without a deadline
  std::vector<Difference> remaining_km2;   // recorded land left, mean
  std::vector<Difference> spent_musd;      // mean, in all from origin + 1 through the target
  std::vector<Difference> people_exposed;  // mean; empty when not asked for or not reported
  /// How many times more independent futures would be needed for the error of the main target's
  /// difference; nothing when the scenarios do not differ there.
  std::optional<double> variance_reduction;
};

/// The same for all states together, at each target year.
struct WorldComparison {
  std::vector<Difference> states_complete;  // mean number, of all that each scenario can estimate
  std::vector<Difference> remaining_km2;    // of the states that both can estimate
  std::vector<Difference> spent_musd;       // likewise
  std::vector<Difference> people_exposed;   // likewise, where people are reported
};

/// Two scenarios under the same draws, for the states that both have.
struct Comparison {
  std::vector<StateComparison> states;
  WorldComparison world;
  /// Of the money; nothing, and no money compared, when the scenarios count in different prices.
  std::optional<int> price_year;
  bool changes_nothing = false;                          // the dates are equal in every future
  std::vector<std::string> only_in_base, only_in_other;  // codes that cannot be compared
};

/// A scenario and what was made of it.
struct ComparedSide {
  Scenario const& scenario;
  Plan const& plan;
};

/// Both plans were run over the same trajectories, with the targets of `base`.
Comparison compare(ComparedSide base, ComparedSide other, PairedEnsemble const&);

}  // namespace minefree
