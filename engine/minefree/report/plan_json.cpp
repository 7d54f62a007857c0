#include <nlohmann/json.hpp>

#include <minefree/base/text.hpp>
#include <minefree/report/json_values.hpp>
#include <minefree/report/plan_report.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {

namespace {

template <class T>
Json null_or(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(PlanSource const& source) {
  if (source.published == 0) return nullptr;
  return {{"published", source.published},
          {"source", source.ids},
          {"reason", source.reason.empty() ? Json(nullptr) : Json(source.reason)}};
}

Json json_of(StatePlan const& plan, Provenance const& provenance) {
  Json best = nullptr;
  if (plan.best_year) {
    best = {{"year", *plan.best_year},
            {"km2", *plan.best_year_km2},
            {"cancelled_km2", null_or(plan.best_year_cancelled_km2)}};
  }
  Json stock = nullptr;
  if (plan.stock_year)
    stock = {{"year", *plan.stock_year}, {"km2", *plan.stock_km2}, {"source", plan.stock_source}};
  auto const stated =
      plan.stated_completion ? Json(to_text(*plan.stated_completion)) : Json(nullptr);
  return {{"code", plan.code},
          {"name", plan.name},
          {"estimable", plan.estimable},
          {"conditional", plan.conditional},
          {"basis", plan.basis.empty() ? Json(nullptr) : Json(plan.basis)},
          {"reasons", plan.reasons},
          {"plan",
           {{"stated_completion", stated},
            {"stated_in", json_of(plan.stated_in)},
            {"km2_per_year", null_or(plan.planned_km2_per_year)},
            {"km2_per_year_in", json_of(plan.planned_in)},
            {"cost_musd", null_or(plan.cost_musd)},
            {"cost_in", json_of(plan.cost_in)},
            {"ratio_to_best_year", null_or(plan.planned_to_best_year)},
            {"probability_met", null_or(plan.probability_met)}}},
          {"stock", stock},
          {"best_year", best},
          {"release_reported", plan.release_reported},
          {"mean_release_km2_per_year", null_or(plan.mean_release_km2_per_year)},
          {"years_of_mean", plan.years_of_mean},
          {"needed_km2_per_year", null_or(plan.needed_km2_per_year)},
          {"needed_to_best_year", null_or(plan.needed_to_best_year)},
          {"remaining_over_planned", null_or(plan.date_at_planned_pace)},
          {"remaining_over_mean_release", null_or(plan.date_at_mean_release)},
          {"completion", {{"quantiles", {{"0.5", null_or(plan.p50)}, {"0.8", null_or(plan.p80)}}}}},
          {"sentence", sentence_of(plan, provenance)}};
}

}  // namespace

std::string to_json(PlanReport const& report) {
  Json states = Json::array();
  for (auto const& plan : report.states) states.push_back(json_of(plan, report.provenance));
  return in_lines({{"format", 1},
                   {"provenance", json_of(report.provenance)},
                   {"name", report.name},
                   {"states", states}});
}

std::string to_csv(PlanReport const& report) {
  std::string text = "state,result,value\n";
  for (auto const& plan : report.states) {
    auto const row = [&](std::string_view result, std::optional<double> const& value) {
      if (value) text += plan.code + ',' + std::string(result) + ',' + shortest(*value) + '\n';
    };
    std::optional<double> stated;
    if (plan.stated_completion)
      stated = rounded(decimal_year_at_end_of(*plan.stated_completion), date_decimals);
    row("stated_completion_year", stated);
    row("probability_met", plan.probability_met);
    row("stock_km2", plan.stock_km2);
    row("needed_km2_per_year", plan.needed_km2_per_year);
    row("planned_km2_per_year", plan.planned_km2_per_year);
    row("best_year_km2", plan.best_year_km2);
    row("mean_release_km2_per_year", plan.mean_release_km2_per_year);
    row("date_at_planned_pace_year", plan.date_at_planned_pace);
    row("date_at_mean_release_year", plan.date_at_mean_release);
    row("p50_year", plan.p50);
    row("p80_year", plan.p80);
    row("cost_musd", plan.cost_musd);
  }
  return text;
}

}  // namespace minefree::report
