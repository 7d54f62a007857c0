#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <minefree/decision/added_money.hpp>
#include <minefree/decision/estimate.hpp>
#include <minefree/decision/objective.hpp>
#include <minefree/decision/simulate.hpp>

namespace minefree {

/// The least and the most additional money a year of one country, million USD.
struct MoneyLimits {
  double least = 0;
  std::optional<double> most;
};

/// An extra yearly budget to be shared out between states. Money is million USD a year of the
/// scenario's price year.
struct AllocationQuestion {
  double budget_musd = 0;  // additional, of all states together
  int by = 0;              // counted at the end of this year
  Years years;             // in which it comes
  Objective objective = Objective::completions;
  int lumps = 50;                   // parts of the budget that are given whole
  double most_unspent_share = 0.5;  // of a state's additional money; beyond, it gets no more
  std::vector<bool> takes_part;     // of each country
  std::vector<MoneyLimits> limits;  // of each country
  std::vector<std::optional<double>> people_per_km2;  // of each country; used for people-years
};

/// What lumps do for one country.
struct GainCurve {
  std::vector<double> gain;     // with n lumps, over none
  std::vector<double> unspent;  // share of the additional money that teams cannot take up
  int most_lumps = 0;           // by its limits and by what can be taken up
  Estimate of_one_million;      // gain of the first additional million a year
};

/// A way to share out the budget, and what it brings under draws that did not choose it.
struct Split {
  std::vector<double> musd;     // of each country
  Estimate gain;                // over no additional money
  std::vector<Estimate> gains;  // of each country
};

/// The best split beside two simple ones, all judged by the same fresh draws.
struct Allocation {
  std::vector<GainCurve> curves;  // of each country; empty where it is left out
  Split best;
  Split equal;         // the same for each state that is considered
  Split proportional;  // to the money that each gets now
  Estimate best_less_equal, best_less_proportional;
  double promised_gain = 0;  // of the best split, by the draws that chose it
};

/// Gain curves are tabulated once, lumps are shared out by dynamic programming, and the splits are
/// judged with a fresh seed. `now` is a run of the plan as it is. Curves leave out what finished
/// states hand on; the judgement does not. Nothing when it was stopped.
std::optional<Allocation> allocate(Plan const&, AllocationQuestion const&, Ensemble const& now,
                                   Simulate const&, SimulateGroups const&);

}  // namespace minefree
