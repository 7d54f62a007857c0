#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// Where a part of a state's own plan was read.
struct PlanSource {
  int published = 0;
  std::string ids;     // joined by " + "
  std::string reason;  // one line, may be empty
};

/// A state's own plan beside what its record and its futures say. Dates are decimal years.
struct StatePlan {
  std::string code;
  std::string name;
  StateStatus status = StateStatus::affected;
  bool conditional = false;
  std::string condition;
  std::string basis;                 // data, mixed or prior
  std::vector<std::string> reasons;  // why no date can be given

  std::optional<Date> stated_completion;
  PlanSource stated_in;
  std::optional<double> planned_km2_per_year;
  PlanSource planned_in;
  std::optional<double> cost_musd;
  PlanSource cost_in;

  std::optional<int> stock_year;
  std::optional<double> stock_km2;
  std::string stock_source;
  bool release_reported = true;  // false: the yearly releases are falls of the stock
  std::optional<int> best_year;
  std::optional<double> best_year_km2;
  std::optional<double> best_year_cancelled_km2;
  std::optional<double> planned_to_best_year;
  std::vector<int> years_of_mean;
  std::optional<double> mean_release_km2_per_year;
  std::optional<double>
      needed_km2_per_year;  // from the year after the stock, to meet the stated date
  std::optional<double> needed_to_best_year;
  std::optional<double> date_at_planned_pace;
  std::optional<double> date_at_mean_release;

  std::optional<double>
      probability_met;  // none without a plan or an estimate, or beyond the horizon
  std::optional<double> p50;
  std::optional<double> p80;

  bool estimable = false;
  /// The plan can be held against futures.
  bool judged() const { return estimable && stated_completion.has_value(); }
  /// The stated day lay before the first simulated one.
  bool has_passed(int origin) const {
    return stated_completion && decimal_year_at_end_of(*stated_completion) <= origin + 1;
  }
};

struct PlanReport {
  Provenance provenance;
  std::string name;  // of the scenario
  std::vector<StatePlan> states;
};

/// The plans of the states of a run, in its order.
PlanReport report_plans(Scenario const&, Plan const&, RunSummary const&);

/// `Angola plans to finish by the end of 2030; in 86 % of futures it does not. ...`
std::string sentence_of(StatePlan const&, Provenance const&);

/// What the figures mean, and where to go on.
std::vector<std::string> notes_of(PlanReport const&, std::string const& scenario_path);

/// All states: a line for each plan by the chance to meet it, then those that cannot be judged.
std::string to_table(PlanReport const&, TableStyle const&);
/// A few lines on each state.
std::string to_text(PlanReport const&, TableStyle const&);

/// What `minefree plan --json` prints.
std::string to_json(PlanReport const&);
/// Tidy CSV: state, result, value.
std::string to_csv(PlanReport const&);

}  // namespace minefree::report
