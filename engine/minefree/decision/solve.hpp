#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <minefree/decision/lifted_bounds.hpp>
#include <minefree/decision/simulate.hpp>

namespace minefree {

/// A probability with its Monte Carlo standard error.
struct Chance {
  double probability = 0;
  double standard_error = 0;
};

/// How much money, by when, how surely.
struct MoneyQuestion {
  int by = 0;                        // complete by the end of this year
  double probability = 0.8;          // 0..1, exclusive
  Years years;                       // in which the money comes
  double most_musd_per_year = 1000;  // additional; more is not looked for
};

/// A bound that was supposed away while money has no limit.
struct LiftedBound {
  Bound bound{};
  double probability = 0;  // of completion then
};

/// Money a year that reaches a probability by a date, or what binds. Million USD of the scenario's
/// price year.
struct MoneyAnswer {
  bool reachable = false;
  std::optional<Bound> binding;  // what stands in the way when it is not
  double musd_per_year_now = 0;  // usual, of the scenario itself: see usual_musd_per_year
  std::optional<double> musd_per_year_additional;  // smallest that reaches it, rounded up
  std::optional<double> additional_standard_error;
  std::optional<double> unspent_share;  // of all the money then, 0..1
  Chance now;                           // with the scenario's own money
  Chance achieved;                      // with the additional money; else with all that is allowed
  std::optional<Chance> unlimited;      // with unlimited money, where that had to be asked
  std::vector<LiftedBound> lifted;      // each bound supposed away alone
  std::vector<Bound> needed;            // the fewest that must go together, where any will do

  std::optional<double> musd_per_year_total() const {
    if (!musd_per_year_additional) return std::nullopt;
    return musd_per_year_now + *musd_per_year_additional;
  }
};

/// The smallest additional money that completes a country by the end of a year with a probability.
/// All sums see the same draws, in which more money is never later, so that bisection finds the
/// money of the quantile itself, to 0.5 % and rounded up to three digits. `now` is a run of the
/// whole plan with the scenario's own money. Nothing when it was stopped.
std::optional<MoneyAnswer> solve_money(Plan const&, std::size_t country, MoneyQuestion const&,
                                       Ensemble const& now, Simulate const&);

/// The run of a country with additional money, over the whole horizon: what date it leads to.
/// Nothing when it was stopped. `place` tells where the country stands in its plan.
struct FundedRun {
  Plan plan;
  std::size_t place = 0;
  Ensemble ensemble;
};
std::optional<FundedRun> run_with_money(Plan const&, std::size_t country, double musd_per_year,
                                        Years, Simulate const&);

/// The share of a country's trajectories that are complete by the end of a year.
Chance chance_of(Plan const&, Ensemble const&, std::size_t country, int by);

}  // namespace minefree
