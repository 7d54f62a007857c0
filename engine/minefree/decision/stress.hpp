#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <minefree/decision/compare.hpp>
#include <minefree/decision/complete_states.hpp>
#include <minefree/decision/donor_money.hpp>

namespace minefree {

/// Each donor in turn gives less from a year on.
struct StressQuestion {
  std::vector<std::string> donors;  // codes of the register
  std::vector<std::string> states;  // codes to tell of; none: all
  int from = 0;                     // first year, simulated
  double share = 1;                 // of the donor's money that is taken away, above 0 to 1
};

/// The year from which donors are dropped when nobody says: the second simulated one. The sources
/// of a scenario go on into the first, whose money is mostly given by then.
int usual_stress_year(Scenario const&);

/// What a donor's leaving moves.
struct DonorStress {
  std::string donor;  // code
  std::string name;
  /// Taken away in a mean year from `from` to the horizon, million USD of the price year, from
  /// states whose money is reported, before ups and downs.
  double musd_per_year = 0;
  /// Those with this donor's money; every other state keeps its date in every future.
  std::vector<StateComparison> states;
  std::vector<std::string> amount_unknown;  // codes of these whose money is supposed
  std::vector<Difference> complete;         // by target, of all states that are counted
  /// The same with the states whose amount is supposed kept as they are: there the few rows of
  /// donors stand for all of the money, and a donor weighs too much.
  std::vector<Difference> complete_where_reported;
};

struct Stress {
  int from = 0;
  double share = 1;
  std::vector<DonorStress> donors;      // the largest effect first
  std::vector<StateDonors> states;      // whose money each gets in `from`
  std::optional<double> named_share;    // of the reported international money, 0..1
  std::optional<double> imputed_share;  // likewise
  bool coupled = false;                 // finished states hand money on: all are simulated
};

/// How the trajectories of a plan, or of two, are run; nothing when it was stopped.
struct StressRuns {
  std::function<std::optional<Ensemble>(Plan const&)> one;
  std::function<std::optional<PairedEnsemble>(Plan const& base, Plan const& other)> pair;
};

/// The scenario with one lever more: the donor's money less that share, from that year on.
Scenario with_donor_dropped(Scenario, std::string const& donor, int from, double share);

/// Drops each donor in turn, in the same futures as the scenario itself. `plan` is of the whole
/// scenario. Only states that a donor's money reaches are simulated, unless finished states hand
/// money on. Nothing when a run was stopped.
std::optional<Stress> stress(Scenario const&, Plan const& plan, StressQuestion const&,
                             StressRuns const&);

}  // namespace minefree
