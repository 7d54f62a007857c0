#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <minefree/report/json_values.hpp>

namespace minefree::report {

namespace {

template <class T>
Json null_or(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(MoneySpread const& money) {
  return {{"p05", money.p05}, {"p50", money.p50}, {"p95", money.p95}};
}

void add_counts(CountSummary const& counts, Json& json) {
  json["p05"] = counts.p05;
  json["p50"] = counts.p50;
  json["p95"] = counts.p95;
  json["mean"] = counts.mean;
}

Json json_of(std::vector<GroupShare> const& groups) {
  Json json = Json::object();
  for (auto const& group : groups) {
    json[group.group] = {{"share", group.share}, {"low", group.low}, {"high", group.high}};
  }
  return json;
}

Json json_of(ResidualSummary const& residual) {
  std::vector<int> years;
  for (std::size_t k = 0; k < residual.adequate.size(); ++k)
    years.push_back(static_cast<int>(k) + 1);
  Json finds{{"year_after", years}};
  add_counts(residual.finds_per_year, finds);
  Json json{{"teams", residual.teams},
            {"response_days", residual.response_days},
            {"judged_share", residual.judged_share},
            {"adequate_every_year", null_or(residual.adequate_every_year)},
            {"team_alive_every_year", null_or(residual.team_alive_every_year)},
            {"adequate", residual.adequate},
            {"team_alive", residual.team_alive},
            {"finds_per_year", finds},
            {"keeps_up_every_year", residual.keeps_up_every_year},
            {"adequacy_target", residual.adequacy_target},
            {"smallest_teams", null_or(residual.smallest_teams)},
            {"price_year", residual.price_year},
            {"cost_musd_per_year_total", json_of(residual.cost_musd_per_year_total)}};
  json["smallest_teams_cost_musd_per_year_total"] =
      residual.smallest_teams ? json_of(*residual.smallest_teams_cost_musd_per_year_total)
                              : Json(nullptr);
  json["reopened_within_10_years"] = null_or(residual.reopened_within_10_years);
  return json;
}

Json json_of(CasualtySummary const& casualties, std::vector<int> const& years) {
  Json json{{"estimable", casualties.reasons.empty()}, {"reasons", casualties.reasons}};
  if (!casualties.reasons.empty()) return json;
  json["reported"] = {{"from", casualties.reported_from},
                      {"to", casualties.reported_to},
                      {"years", casualties.reported_years},
                      {"mean_per_year", casualties.reported_mean_per_year}};
  json["year"] = years;
  add_counts(casualties.casualties, json);
  json["by_group"] = json_of(casualties.groups);
  json["children_share"] = null_or(casualties.children_share);
  json["risk_education"] = {{"coverage", casualties.coverage}, {"effect", casualties.effect}};
  return json;
}

Json json_of(PeopleSummary const& people, std::vector<int> const& years) {
  Json json{{"estimable", people.reasons.empty()}, {"reasons", people.reasons}};
  json["risk_education_reported"] = {{"year", null_or(people.eore_year)},
                                     {"eore_people", null_or(people.eore_people)},
                                     {"by_group", json_of(people.eore_groups)}};
  if (!people.reasons.empty()) return json;
  json["reported"] = {{"year", people.reported_year},
                      {"people_exposed", people.reported_people_exposed},
                      {"beside_km2", people.reported_stock_km2},
                      {"by_group", json_of(people.groups)}};
  json["year"] = years;
  add_counts(people.people_exposed, json);
  json["reached_by_risk_education"] = people.reached;
  return json;
}

}  // namespace

void add_optional_parts(OptionalSummary const& optional, std::vector<int> const& years,
                        Json& json) {
  if (optional.casualties) json["casualties"] = json_of(*optional.casualties, years);
  if (optional.people) json["people"] = json_of(*optional.people, years);
  if (optional.residual) json["residual"] = json_of(*optional.residual);
}

}  // namespace minefree::report
