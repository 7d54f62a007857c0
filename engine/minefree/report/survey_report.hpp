#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/decision/value_of_survey.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// One state and what its survey is worth, or why that cannot be said.
struct StateSurvey {
  std::string code;
  std::string name;
  StateStatus status = StateStatus::affected;
  bool conditional = false;
  std::string basis;                      // data, mixed or prior
  std::vector<std::string> reasons;       // why no number can be given
  std::vector<std::string> needs;         // what would change that
  std::optional<StateSurveyValue> value;  // rounded
};

/// What survey is worth in the states of a run, in its order.
struct SurveyReport {
  Provenance provenance;
  std::string name;  // of the scenario
  int price_year = 0;
  std::vector<int> targets;
  std::vector<double> musd;  // the amounts
  std::vector<StateSurvey> states;
};

/// The report of values that `value_of_survey` gave for the affected countries of the plan.
SurveyReport report_survey(Scenario const&, Plan const&, std::vector<StateSurveyValue> const&,
                           Provenance const&);

/// `5 million USD of survey in Angola narrows P10 to P90 of the completion date from 20.8 to 20.4
/// years.` or why it does not; `amount` is a place in the list of amounts.
std::string sentence_of(StateSurvey const&, std::size_t amount, Provenance const&);

/// True when a number lies more than two standard errors above zero.
bool is_measurable(Estimate const&);

/// The sentence of each state where few are asked for, a table for each amount, the land that
/// survey cannot reach, the states without a number, and what the columns mean.
std::string to_table(SurveyReport const&, TableStyle const&);

/// What `minefree value-of-survey --json` prints.
std::string to_json(SurveyReport const&);
/// Tidy CSV: state, amount, result, of what, value, standard error.
std::string to_csv(SurveyReport const&);

/// Names of the unknowns, actions and ranges, as JSON and CSV have them.
std::string_view name_of(Unknown);
std::string_view name_of(Action);
/// `P10 to P90`
std::string name_of(DateRange const&);

}  // namespace minefree::report
