#include <nlohmann/json.hpp>

#include <minefree/report/comparison.hpp>
#include <minefree/report/comparison_values.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/state_words.hpp>

namespace minefree::report {
namespace {

Json optional_number(std::optional<double> const& value, int decimals) {
  return value ? Json(rounded(*value, decimals)) : Json(nullptr);
}

/// `value` is what states call the difference, and the world calls it `difference`.
Json json_of(Difference const& difference, int decimals, char const* name = "value") {
  return {{name, rounded(difference.value, decimals)},
          {"standard_error", rounded(difference.standard_error, decimals)},
          {"base", rounded(difference.base, decimals)},
          {"other", rounded(difference.other, decimals)}};
}

Json json_of(DateDifference const& date) {
  return {{"value", optional_number(date.value, date_decimals)},
          {"standard_error", optional_number(date.standard_error, date_decimals)},
          {"base", optional_number(date.base, date_decimals)},
          {"other", optional_number(date.other, date_decimals)}};
}

Json json_of(std::vector<ScenarioChange> const& changes) {
  auto const text = [](std::optional<std::string> const& value) {
    return value ? Json(*value) : Json(nullptr);
  };
  Json list = Json::array();
  for (auto const& change : changes) {
    list.push_back(
        {{"path", change.path}, {"base", text(change.base)}, {"other", text(change.other)}});
  }
  return list;
}

Json json_of(std::vector<IdleLever> const& levers) {
  Json list = Json::array();
  for (auto const& lever : levers) {
    list.push_back(
        {{"path", lever.key}, {"why", lever.why.empty() ? Json(nullptr) : Json(lever.why)}});
  }
  return list;
}

}  // namespace

Json by_target(std::vector<Difference> const& differences, int decimals, char const* name) {
  Json by = Json::object();
  for (auto const& difference : differences)
    by[std::to_string(difference.target)] = json_of(difference, decimals, name);
  return by;
}

Json json_of(StateComparison const& state) {
  Json json = {
      {"code", state.code},
      {"name", state.name},
      {"basis", basis_text(state.basis)},
      {"conditional", state.conditional},
      {"earlier_share", rounded(state.earlier_share, share_decimals)},
      {"later_share", rounded(state.later_share, share_decimals)},
      {"same_share", rounded(state.same_share, share_decimals)},
      {"no_longer_complete_share", rounded(state.no_longer_complete_share, share_decimals)},
      {"newly_complete_share", rounded(state.newly_complete_share, share_decimals)},
      {"median_years_gained", optional_number(state.median_years_gained, date_decimals)},
      {"probability_difference", by_target(state.probability, share_decimals)},
      {"variance_reduction", optional_number(state.variance_reduction, 2)},
      {"median_date_difference", json_of(state.median_date)},
      {"deadline_met_difference", nullptr},
      {"remaining_km2_difference", by_target(state.remaining_km2, area_decimals)},
      {"spent_musd_difference", by_target(state.spent_musd, money_decimals)}};
  if (state.deadline_met)
    json["deadline_met_difference"] = json_of(*state.deadline_met, share_decimals);
  if (!state.people_exposed.empty())
    json["people_exposed_difference"] = by_target(state.people_exposed, 0);
  return json;
}

namespace {

Json json_of(WorldComparison const& world) {
  Json json = {
      {"mean_states_complete_by_end_of",
       by_target(world.states_complete, share_decimals, "difference")},
      {"remaining_km2_at_end_of", by_target(world.remaining_km2, area_decimals, "difference")},
      {"spent_musd_to_end_of", by_target(world.spent_musd, money_decimals, "difference")}};
  if (!world.people_exposed.empty())
    json["people_exposed_at_end_of"] = by_target(world.people_exposed, 0, "difference");
  return json;
}

}  // namespace

std::string to_json(ComparisonReport const& report) {
  Json others = Json::array();
  for (auto const& other : report.others) {
    auto const& comparison = other.comparison;
    Json states = Json::array();
    for (auto const& state : comparison.states) states.push_back(json_of(state));
    others.push_back(
        {{"scenario", other.provenance.scenario},
         {"name", other.name},
         {"provenance", json_of(other.provenance)},
         {"changes", json_of(other.changes)},
         {"levers_without_effect", json_of(other.idle_levers)},
         {"changes_nothing", comparison.changes_nothing},
         {"price_year", comparison.price_year ? Json(*comparison.price_year) : Json(nullptr)},
         {"only_in_base", comparison.only_in_base},
         {"only_in_other", comparison.only_in_other},
         {"states", states},
         {"world", json_of(comparison.world)}});
  }
  Json const base = {{"scenario", report.base.scenario},
                     {"name", report.base_name},
                     {"provenance", json_of(report.base)}};
  return Json{{"format", 1}, {"base", base}, {"others", others}}.dump(1) + "\n";
}

}  // namespace minefree::report
