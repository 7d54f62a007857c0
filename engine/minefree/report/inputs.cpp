#include <minefree/report/inputs.hpp>

#include <algorithm>

#include <minefree/report/explanation.hpp>

namespace minefree::report {

namespace {

void count(ExplainedNumber const& number, InputsSummary& inputs) {
  if (number.kind == "data") ++inputs.reported;
  if (number.kind == "estimated from data") ++inputs.estimated;
  if (number.kind == "calibrated") ++inputs.calibrated;
  if (number.kind == "literature") ++inputs.literature;
  if (number.kind == "prior") ++inputs.prior;
  if (number.kind == "scenario" || number.kind == "lever") ++inputs.scenario;
}

}  // namespace

InputsSummary inputs_of(Explanation const& explanation) {
  InputsSummary inputs;
  for (auto const& number : explanation.numbers) {
    if (!number.used) continue;
    count(number, inputs);
    bool const reports_land = number.section == reported_history && number.kind == "data";
    if (reports_land) inputs.newest_report_year = std::max(inputs.newest_report_year, number.year);
  }
  if (inputs.newest_report_year)
    inputs.newest_report_age_years = explanation.origin - *inputs.newest_report_year;
  return inputs;
}

}  // namespace minefree::report
