#include <nlohmann/json.hpp>

#include <minefree/report/json_values.hpp>
#include <minefree/report/report_facts.hpp>

namespace minefree::report {

namespace {

template <class T>
Json null_or(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(ReportedYear const& year) {
  return {{"year", year.year},
          {"remaining_km2", null_or(year.remaining_km2)},
          {"cancelled_km2", null_or(year.cancelled_km2)},
          {"reduced_km2", null_or(year.reduced_km2)},
          {"cleared_km2", null_or(year.cleared_km2)},
          {"released_km2", null_or(year.released_km2)},
          {"discovered_km2", null_or(year.discovered_km2)},
          {"international_musd", null_or(year.international_musd)},
          {"national_musd", null_or(year.national_musd)},
          {"source", year.source}};
}

Json json_of(StateFacts const& state, std::string const& code) {
  Json reported = Json::array();
  for (auto const& year : state.reported) reported.push_back(json_of(year));
  Json numbers = Json::array();
  for (auto const& number : state.numbers) numbers.push_back(json_of(number));
  return {{"code", code},
          {"money_is_prior", state.money_is_prior},
          {"reported", reported},
          {"numbers", numbers}};
}

Json json_of(std::optional<BaseChanges> const& based) {
  if (!based) return nullptr;
  return {{"base", based->base}, {"changes", based->changes}};
}

Json json_of(std::optional<CalibrationSummary> const& calibration) {
  if (!calibration) return nullptr;
  return {{"posterior", calibration->posterior}, {"calibrated", calibration->calibrated}};
}

}  // namespace

std::string to_json(ReportFacts const& facts, RunSummary const& summary) {
  Json states = Json::array();
  for (auto const& [code, state] : facts.states) states.push_back(json_of(state, code));
  Json ten_futures = Json::object();
  for (auto const& [target, complete] : facts.ten_futures) {
    ten_futures[std::to_string(target)] = complete;
  }
  return in_lines({{"format", 1},
                   {"provenance", json_of(summary.provenance)},
                   {"description", facts.description},
                   {"based", json_of(facts.based)},
                   {"asked", {{"states", facts.asked.states}, {"targets", facts.asked.targets}}},
                   {"targets", summary.targets},
                   {"changes_course", summary.changes_course},
                   {"certain", summary.certain},
                   {"newest_source_year", summary.newest_source_year},
                   {"calibration", json_of(summary.calibration)},
                   {"largest_error_months", null_or(summary.largest_error_months)},
                   {"ten_futures", ten_futures},
                   {"optional_parts", facts.optional_parts},
                   {"states", states},
                   {"sources", json_of(facts.sources)}});
}

}  // namespace minefree::report
