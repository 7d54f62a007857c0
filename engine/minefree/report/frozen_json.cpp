#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <minefree/report/freeze.hpp>
#include <minefree/report/json_values.hpp>

namespace minefree::report {
namespace {

template <class T>
Json null_or(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of_areas(std::map<double, std::vector<double>> const& areas) {
  Json json = Json::object();
  for (auto const& [share, km2] : areas) json[fmt::format("{}", share)] = km2;
  return json;
}

Json json_of_dates(std::map<double, std::optional<double>> const& dates) {
  Json json = Json::object();
  for (auto const& [share, year] : dates) json[fmt::format("{}", share)] = null_or(year);
  return json;
}

Json json_of_years(std::map<int, double> const& shares) {
  Json json = Json::object();
  for (auto const& [year, share] : shares) json[std::to_string(year)] = share;
  return json;
}

Json json_of(FrozenState const& state) {
  Json json{{"code", state.code},
            {"name", state.name},
            {"estimable", state.estimable},
            {"conditional", state.conditional},
            {"reasons", state.reasons},
            {"declared", null_or(state.declared)},
            {"basis", null_or(state.basis)},
            {"last_stock_year", null_or(state.last_stock_year)},
            {"last_stock_km2", null_or(state.last_stock_km2)},
            {"deadline", null_or(state.deadline)}};
  if (!state.estimable) return json;
  json["deadline_met"] = null_or(state.deadline_met);
  json["completion"] = json_of_dates(state.completion);
  json["complete_by"] = json_of_years(state.complete_by);
  json["declared_by"] = json_of_years(state.declared_by);
  json["remaining_km2"] = json_of_areas(state.remaining_km2);
  json["released_km2"] = state.released_km2;
  json["discovered_km2"] = state.discovered_km2;
  return json;
}

}  // namespace

std::string to_json(FrozenForecast const& frozen) {
  Json states = Json::array();
  for (auto const& state : frozen.states) states.push_back(json_of(state));
  return in_lines({{"format", 1},
                   {"kind", "frozen forecast"},
                   {"name", frozen.name},
                   {"provenance", json_of(frozen.provenance)},
                   {"scenario", Json::parse(frozen.scenario_json)},
                   {"years", frozen.years},
                   {"states_sha256", frozen.states_sha256},
                   {"file_sha256", frozen.file_sha256},
                   {"states", states}});
}

}  // namespace minefree::report
