#include <minefree/report/json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <minefree/report/json_values.hpp>

namespace minefree::report {

namespace {

template <class T>
Json null_or(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json null_or(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string_view name_of(StateStatus status) {
  switch (status) {
    case StateStatus::affected:
      return "affected";
    case StateStatus::declared:
      return "declared";
    case StateStatus::not_estimable:
      break;
  }
  return "not_estimable";
}

Json json_of(InitialSummary const& initial) {
  return {{"confirmed_km2", initial.confirmed_km2},
          {"suspected_km2", initial.suspected_km2},
          {"undiscovered_km2", initial.undiscovered_km2},
          {"undiscovered_at_declaration_km2", null_or(initial.undiscovered_at_declaration_km2)}};
}

Json json_of(CompletionSummary const& completion, int first_year) {
  return {
      {"quantiles", json_of(completion.quantiles)},
      {"monte_carlo_error_months", null_or(completion.monte_carlo_error_months)},
      {"never_share", completion.never_share},
      {"by_month", {{"first", fmt::format("{}-01", first_year)}, {"counts", completion.by_month}}}};
}

Json json_of(PlainSummary const& plain) {
  return {{"own_plan", null_or(plain.own_plan)},
          {"mean_release_km2_per_year", null_or(plain.mean_release_km2_per_year)},
          {"remaining_over_mean_release", null_or(plain.remaining_over_mean_release)}};
}

Json json_of(PlanSummary const& plan) {
  return {{"km2_per_year", null_or(plan.km2_per_year)},
          {"ratio_to_best_year", null_or(plan.ratio_to_best_year)},
          {"probability_met", null_or(plan.probability_met)}};
}

Json json_of(InputsSummary const& inputs) {
  return {{"reported", inputs.reported},
          {"estimated", inputs.estimated},
          {"calibrated", inputs.calibrated},
          {"literature", inputs.literature},
          {"prior", inputs.prior},
          {"scenario", inputs.scenario},
          {"newest_report_year", null_or(inputs.newest_report_year)},
          {"newest_report_age_years", null_or(inputs.newest_report_age_years)}};
}

Json json_of(ReportedSummary const& reported) {
  return {{"year", reported.year},
          {"remaining_km2", reported.remaining_km2},
          {"declared", null_or(reported.declared)}};
}

Json json_of(ProbabilitySummary const& probability) {
  Json by = Json::object();
  for (auto const& [year, share] : probability.by) by[std::to_string(year)] = share;
  return {{"by", by},
          {"deadline", null_or(probability.deadline)},
          {"deadline_met", null_or(probability.deadline_met)},
          {"expected_extensions", null_or(probability.expected_extensions)},
          {"reopened_within_10_years", null_or(probability.reopened_within_10_years)}};
}

Json json_of(std::optional<SkillScore> const& score) {
  if (!score) return nullptr;
  return {{"value", score->value},
          {"low", null_or(score->low)},
          {"high", null_or(score->high)},
          {"n", score->cases}};
}

Json json_of(HindcastSkill const& skill) {
  return {{"stock_3_years_relative_wis", json_of(skill.relative_wis)},
          {"stock_3_years_coverage_80", json_of(skill.coverage_80)},
          {"deadline_met_brier_skill", json_of(skill.brier_skill)}};
}

void add_series(StateProjection const& projection, std::vector<int> const& years, Json& json) {
  auto const& area = projection.remaining_km2;
  json["remaining_km2"] = {{"year", years},    {"p05", area.p05}, {"p25", area.p25},
                           {"p50", area.p50},  {"p75", area.p75}, {"p95", area.p95},
                           {"mean", area.mean}};
  auto const& released = projection.released_km2;
  json["released_km2"] = {{"year", years},
                          {"cancelled", released.cancelled},
                          {"reduced", released.reduced},
                          {"cleared", released.cleared},
                          {"discovered", released.discovered}};
  auto const& funding = projection.funding_musd;
  json["funding_musd"] = {{"year", years},
                          {"p05", funding.p05},
                          {"p50", funding.p50},
                          {"p95", funding.p95},
                          {"unspent_p50", funding.unspent_p50}};
}

Json json_of(StateSummary const& state, std::vector<int> const& years) {
  Json json{{"code", state.code},
            {"name", state.name},
            {"estimable", state.estimable()},
            {"conditional", state.conditional},
            {"condition", null_or(state.condition)},
            {"reasons", state.reasons},
            {"needs", state.needs},
            {"status", name_of(state.status)},
            {"basis", null_or(state.basis)},
            {"last_stock_year", null_or(state.last_stock_year)},
            {"last_stock_km2", null_or(state.last_stock_km2)},
            {"skill", state.skill ? json_of(*state.skill) : Json(nullptr)}};
  if (state.projection) {
    json["initial"] = json_of(state.projection->initial);
    json["completion"] = json_of(state.projection->completion, years.front());
    json["declaration"] = {{"quantiles", json_of(state.projection->declaration)}};
  }
  json["plain"] = json_of(state.plain);
  json["plan"] = json_of(state.plan);
  json["inputs"] = json_of(state.inputs);
  json["reported"] = json_of(state.reported);
  if (state.projection) {
    json["probability"] = json_of(state.probability);
    add_series(*state.projection, years, json);
  }
  add_optional_parts(state.optional, years, json);
  return json;
}

}  // namespace

std::string to_json(RunSummary const& summary) {
  Json states = Json::array();
  for (auto const& state : summary.states) states.push_back(json_of(state, summary.years));
  auto const& world = summary.world;
  Json const json{
      {"format", 1},
      {"provenance", json_of(summary.provenance)},
      {"name", summary.name},
      {"price_year", summary.price_year},
      {"states", states},
      {"world",
       {{"affected", world.affected},
        {"estimable", world.estimable},
        {"complete_by_end_of",
         {{"year", summary.years}, {"p10", world.p10}, {"p50", world.p50}, {"p90", world.p90}}}}}};
  return in_lines(json);
}

}  // namespace minefree::report
