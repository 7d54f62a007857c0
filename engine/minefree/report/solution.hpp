#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/decision/solve.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// Dates that a sum of money leads to; decimal years, nothing beyond the horizon.
struct DatesOfMoney {
  std::optional<double> p50;
  std::optional<double> at_probability;  // of the question
  /// 31 December of the year by whose end the probability is reached: the deadline to ask for.
  std::optional<Date> deadline_to_ask_for() const;
};

/// What was asked for a given sum of money a year, and what comes of it.
struct GivenMoney {
  double musd_per_year_additional = 0;
  DatesOfMoney dates;
};

/// The answers for one state. Money is million USD a year of the price year.
struct SolvedState {
  std::string code;
  std::string name;
  std::string mark;             // of what the result rests on: see basis_mark
  bool money_is_prior = false;  // what it gets now is in no report
  std::string condition;        // what a conditional result supposes
  double musd_per_year_now = 0;
  DatesOfMoney now;                   // with the scenario's own money
  std::optional<MoneyAnswer> answer;  // where a year was asked for
  std::optional<GivenMoney> given;    // where a sum was asked for
};

/// What was asked, and the answer for each state that can be estimated.
struct Solution {
  Provenance provenance;
  std::string name;  // of the scenario
  int price_year = 0;
  double probability = 0.8;
  std::optional<int> by;
  Years years;                    // in which money comes
  double most_musd_per_year = 0;  // additional; more was not looked for
  std::vector<SolvedState> states;
  std::vector<StateSummary> refused;  // without a date: not estimable, or declared complete before
};

/// Whether some state reaches what was asked of it; true where nothing was.
bool any_reachable(Solution const&);

/// What `minefree solve --json` prints: the object of the state where one was asked for, else a
/// list.
std::string to_json(Solution const&, bool of_one_state);

/// For people: sentences for one state, a table for several.
std::string to_text(Solution const&, TableStyle const&);

/// Tidy CSV: state, result, value, unit.
std::string to_csv(Solution const&);

}  // namespace minefree::report
