#include <nlohmann/json.hpp>

#include <minefree/base/text.hpp>
#include <minefree/report/comparison.hpp>
#include <minefree/report/json_values.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

Json optional_number(std::optional<double> const& value, int decimals) {
  return value ? Json(rounded(*value, decimals)) : Json(nullptr);
}

Json json_of(StateComparison const& state) {
  Json differences = Json::object();
  for (auto const& difference : state.probability) {
    differences[std::to_string(difference.target)] = {
        {"value", rounded(difference.value, share_decimals)},
        {"standard_error", rounded(difference.standard_error, share_decimals)},
        {"base", rounded(difference.base, share_decimals)},
        {"other", rounded(difference.other, share_decimals)}};
  }
  return {{"code", state.code},
          {"name", state.name},
          {"earlier_share", rounded(state.earlier_share, share_decimals)},
          {"later_share", rounded(state.later_share, share_decimals)},
          {"same_share", rounded(state.same_share, share_decimals)},
          {"median_years_gained", optional_number(state.median_years_gained, date_decimals)},
          {"probability_difference", differences},
          {"variance_reduction", optional_number(state.variance_reduction, 2)}};
}

Json json_of(std::vector<WorldDifference> const& world) {
  Json by = Json::object();
  for (auto const& difference : world) {
    by[std::to_string(difference.target)] = {
        {"base", rounded(difference.base, share_decimals)},
        {"other", rounded(difference.other, share_decimals)},
        {"difference", rounded(difference.other - difference.base, share_decimals)}};
  }
  return {{"mean_states_complete_by_end_of", by}};
}

}  // namespace

std::string to_json(ComparisonReport const& report) {
  Json others = Json::array();
  for (auto const& other : report.others) {
    Json states = Json::array();
    for (auto const& state : other.comparison.states) states.push_back(json_of(state));
    others.push_back({{"scenario", other.provenance.scenario},
                      {"name", other.name},
                      {"provenance", json_of(other.provenance)},
                      {"changes_nothing", other.comparison.changes_nothing},
                      {"only_in_base", other.comparison.only_in_base},
                      {"only_in_other", other.comparison.only_in_other},
                      {"states", states},
                      {"world", json_of(other.comparison.world)}});
  }
  Json const base = {{"scenario", report.base.scenario},
                     {"name", report.base_name},
                     {"provenance", json_of(report.base)}};
  return Json{{"format", 1}, {"base", base}, {"others", others}}.dump(1) + "\n";
}

std::string to_csv(ComparisonReport const& report) {
  std::string text = "scenario,state,result,target_year,value\n";
  for (auto const& other : report.others) {
    for (auto const& state : other.comparison.states) {
      auto const row = [&](std::string_view result, std::string const& target, double value) {
        text += other.provenance.scenario + ',' + state.code + ',';
        text += std::string(result) + ',' + target + ',' + shortest(value) + '\n';
      };
      row("earlier_share", "", rounded(state.earlier_share, share_decimals));
      row("later_share", "", rounded(state.later_share, share_decimals));
      row("same_share", "", rounded(state.same_share, share_decimals));
      if (state.median_years_gained) {
        row("median_years_gained", "", rounded(*state.median_years_gained, date_decimals));
      }
      for (auto const& difference : state.probability) {
        auto const target = std::to_string(difference.target);
        row("probability_base", target, rounded(difference.base, share_decimals));
        row("probability_other", target, rounded(difference.other, share_decimals));
        row("probability_difference", target, rounded(difference.value, share_decimals));
        row("probability_difference_standard_error", target,
            rounded(difference.standard_error, share_decimals));
      }
    }
  }
  return text;
}

}  // namespace minefree::report
