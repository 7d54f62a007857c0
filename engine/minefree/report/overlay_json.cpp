#include <algorithm>

#include <nlohmann/json.hpp>

#include <minefree/report/json_values.hpp>
#include <minefree/report/overlay.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

using hindcast::Measure;
using hindcast::Movement;

constexpr int score_decimals = 4;

template <class T>
Json null_or(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

int decimals_of(Measure const& measure) {
  return measure.kind == Measure::Kind::date ? date_decimals : share_decimals;
}

Json json_of(hindcast::OverlayScores const& scores) {
  auto const of = [](std::optional<double> const& value) {
    return null_or(rounded(value, score_decimals));
  };
  return {{"stocks", scores.stocks},
          {"redefined", scores.redefined},
          {"wis", of(scores.wis)},
          {"coverage_50", of(scores.coverage_50)},
          {"coverage_80", of(scores.coverage_80)},
          {"bias", of(scores.bias)},
          {"events", scores.events},
          {"brier", of(scores.brier)}};
}

Json json_of(hindcast::StockCheck const& check) {
  return {{"year", check.year},
          {"reported_km2", rounded(check.reported_km2, area_decimals)},
          {"median_km2", check.median_km2},
          {"low_80_km2", rounded(check.low_80_km2, area_decimals)},
          {"high_80_km2", rounded(check.high_80_km2, area_decimals)},
          {"fell_at", rounded(check.fell_at, score_decimals)},
          {"inside_50", check.inside_50},
          {"inside_80", check.inside_80},
          {"redefined", check.redefined},
          {"wis", rounded(check.wis, score_decimals)}};
}

Json json_of(hindcast::DeclarationCheck const& check) {
  return {{"year", check.year},
          {"complete_by", check.complete_by},
          {"declared_by", check.declared_by},
          {"declared", check.declared},
          {"brier", rounded(check.brier, share_decimals)}};
}

Json json_of(hindcast::StockMovement const& stock) {
  return {{"year", stock.year},
          {"forecast_km2", rounded(stock.forecast_km2, area_decimals)},
          {"forecast_release_km2", rounded(stock.forecast_release_km2, area_decimals)},
          {"reported_release_km2", rounded(stock.reported_release_km2, area_decimals)},
          {"years_reported", stock.years_reported},
          {"years_since", stock.years_since},
          {"after_release_km2", rounded(stock.after_release_km2(), area_decimals)},
          {"reported_km2", rounded(stock.reported_km2, area_decimals)}};
}

Json json_of(Movement const& moved) {
  bool const is_date = moved.measure.kind == Measure::Kind::date;
  int const decimals = decimals_of(moved.measure);
  Json steps = Json::array();
  for (auto const& step : moved.steps) {
    steps.push_back({{"step", hindcast::name_of(step.step)},
                     {"change", rounded(step.change, decimals)},
                     {"standard_error", null_or(rounded(step.standard_error, decimals))}});
  }
  return {{"measure", is_date ? "completion_date" : "probability_complete"},
          {"share", is_date ? Json(moved.measure.share) : Json(nullptr)},
          {"by_end_of", is_date ? Json(nullptr) : Json(moved.measure.by_end_of)},
          {"then", moved.then},
          {"now", moved.now},
          {"change", rounded(moved.now - moved.then, decimals)},
          {"median_then", null_or(moved.median_then)},
          {"median_now", null_or(moved.median_now)},
          {"steps", steps},
          {"stock", json_of(moved.stock)}};
}

template <class Check>
Json checks_of(std::string const& code, std::vector<Check> const& checks) {
  Json json = Json::array();
  for (auto const& check : checks) {
    if (check.state == code) json.push_back(json_of(check));
  }
  return json;
}

void add_movement(hindcast::Movements const& movements, std::string const& code, Json& json) {
  auto const moved = std::ranges::find(movements.moved, code, &Movement::state);
  if (moved != movements.moved.end()) json["movement"] = json_of(*moved);
  auto const none = std::ranges::find(movements.left_out, code, &hindcast::NoMovement::state);
  if (none != movements.left_out.end()) json["no_movement"] = none->why;
}

Json state_json(OverlayReport const& report, FrozenState const& state) {
  Json json{{"code", state.code}, {"name", state.name}, {"estimable", state.estimable}};
  auto const day = report.against.declared_on(state.code);
  json["declared"] = day ? Json(to_text(*day)) : Json(nullptr);
  json["stocks"] = checks_of(state.code, report.against.stocks);
  json["declarations"] = checks_of(state.code, report.against.declarations);
  json["movement"] = nullptr;
  if (report.movements) add_movement(*report.movements, state.code, json);
  return json;
}

}  // namespace

std::string to_json(OverlayReport const& report) {
  Json states = Json::array();
  for (auto const& state : report.frozen.states) states.push_back(state_json(report, state));
  Json order = Json::array();
  for (auto const step : hindcast::all_steps) order.push_back(hindcast::name_of(step));
  return in_lines(
      {{"format", 1},
       {"frozen", json_of(report.frozen.provenance)},
       {"frozen_name", report.frozen.name},
       {"today", json_of(report.today)},
       {"today_name", report.today_name},
       {"scores", json_of(report.against.scores)},
       {"order", order},
       {"no_movements",
        report.why_no_movements.empty() ? Json(nullptr) : Json(report.why_no_movements)},
       {"states", states}});
}

}  // namespace minefree::report
