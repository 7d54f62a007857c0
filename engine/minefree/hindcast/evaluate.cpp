#include <minefree/hindcast/evaluate.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>

#include <minefree/hindcast/case_groups.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

constexpr std::array bars{"persistence_spread", "remaining_over_mean_3_spread",
                          "remaining_over_mean_5_spread"};

/// The metrics of a variable, each a mean over cases.
std::vector<std::pair<std::string, Score>> metrics_of(Variable variable) {
  if (is_event(variable)) {
    return {{"brier", brier_of},
            {"log_score", [](Case const& scored, Distribution const& forecast) {
               return log_score(event_of(scored, forecast));
             }}};
  }
  if (variable == Variable::date) {
    return {{"tw_crps", date_score_of}};
  }
  auto const coverage = [](double share) {
    return [share](Case const& scored, Distribution const& forecast) {
      return covered(forecast, scored.truth, share) ? 1.0 : 0.0;
    };
  };
  return {{"wis", wis_of},
          {"coverage_50", coverage(0.5)},
          {"coverage_80", coverage(0.8)},
          {"coverage_95", coverage(0.95)},
          {"bias", [](Case const& scored, Distribution const& forecast) {
             return numeric::log(forecast.quantile(0.5) + scored.offset) -
                    numeric::log(scored.truth + scored.offset);
           }}};
}

/// The metric by which ours is held against a baseline, and how a ratio becomes it.
struct RelativeMetric {
  std::string name;
  Score score;
  bool is_skill = false;  // one less the ratio
};
RelativeMetric relative_metric(Variable variable) {
  if (is_event(variable)) return {.name = "brier_skill", .score = brier_of, .is_skill = true};
  if (variable == Variable::date) {
    return {.name = "relative_tw_crps", .score = date_score_of};
  }
  return {.name = "relative_wis", .score = wis_of};
}

/// Coverage of points says nothing.
bool is_point(Cases const& cases, std::string const& model) {
  return std::ranges::all_of(
      cases, [&](Case const* scored) { return forecast_of(*scored, model).values().size() == 1; });
}

void set_value(std::vector<ScoredPart> const& parts, bool is_skill, ScoreRow& row) {
  row.value = ratio(parts);
  row.interval = cluster_bootstrap(parts);
  row.n = parts.size();
  if (!is_skill) return;
  row.value = 1 - row.value;
  if (row.interval) row.interval = Interval{1 - row.interval->high, 1 - row.interval->low};
}

void add_own_scores(Cases const& cases, std::string const& model, ScoreRow row,
                    std::vector<ScoreRow>& rows) {
  bool const event = is_event(row.variable);
  bool const point = !event && is_point(cases, model);
  for (auto const& [name, score] : metrics_of(row.variable)) {
    if (point && name.starts_with("coverage")) continue;
    std::vector<ScoredPart> parts;
    for (Case const* scored : cases) {
      parts.push_back(
          {.state = scored->state, .part = score(*scored, forecast_of(*scored, model))});
    }
    row.metric = name;
    set_value(parts, false, row);
    rows.push_back(row);
  }
}

void add_relative_score(Cases const& cases, std::string const& model, std::string const& baseline,
                        ScoreRow row, std::vector<ScoreRow>& rows) {
  auto const metric = relative_metric(row.variable);
  std::vector<ScoredPart> parts;
  for (Case const* scored : cases) {
    parts.push_back({.state = scored->state,
                     .part = metric.score(*scored, forecast_of(*scored, model)),
                     .whole = metric.score(*scored, forecast_of(*scored, baseline))});
  }
  if (parts.empty() || sum_of(cases, baseline, metric.score) <= 0) return;
  row.metric = metric.name;
  set_value(parts, metric.is_skill, row);
  rows.push_back(row);
}

/// The bar of a variable: the better simple forecast, on every case that has it.
void add_bar(Cases const& cases, ScoreRow row, std::vector<ScoreRow>& rows) {
  auto const bar = better_simple(cases);
  if (!bar) return;
  auto const with_bar = with_all(cases, {std::string(our_model), *bar});
  row.model = best_simple;
  add_own_scores(with_bar, *bar, row, rows);
  row.model = our_model;
  row.baseline = best_simple;
  add_relative_score(with_bar, row.model, *bar, row, rows);
}

void add_rows(Cases const& cases, ScoreRow const& row, std::vector<ScoreRow>& rows) {
  auto const ours = std::string(our_model);
  for (std::string const& model : models_of(cases)) {
    auto const with_model = with_all(cases, {model});
    ScoreRow of_model = row;
    of_model.model = model;
    add_own_scores(with_model, model, of_model, rows);
    if (model == ours) continue;
    of_model.model = ours;
    of_model.baseline = model;
    add_relative_score(with_all(cases, {ours, model}), ours, model, of_model, rows);
  }
  if (!is_event(row.variable) && row.variable != Variable::date) add_bar(cases, row, rows);
}

ScoreRow row_of(Group const& group) {
  ScoreRow row;
  std::tie(row.mode, row.variable, row.horizon) = group;
  return row;
}

}  // namespace

std::optional<std::string> better_simple(Cases const& cases) {
  auto const known = models_of(cases);
  std::vector<std::string> candidates;
  for (std::string const model : bars) {
    if (known.contains(model)) candidates.push_back(model);
  }
  auto needed = candidates;
  needed.emplace_back(our_model);
  auto const common = with_all(cases, needed);
  if (candidates.empty() || common.empty()) return std::nullopt;
  return std::ranges::min(candidates, {},
                          [&](std::string const& model) { return sum_of(common, model, wis_of); });
}

std::vector<ScoreRow> score_rows(std::vector<Case> const& cases, bool redefined) {
  std::set<int> origins;
  for (Case const& scored : cases) origins.insert(scored.origin);
  std::vector<ScoreRow> rows;
  auto const wanted = [&](Case const& scored) { return scored.redefined == redefined; };
  for (auto const& [group, of_group] : grouped(cases, wanted)) {
    add_rows(of_group, row_of(group), rows);
    for (int const origin : origins) {
      Cases of_origin;
      std::ranges::copy_if(of_group, std::back_inserter(of_origin),
                           [&](Case const* scored) { return scored->origin == origin; });
      auto row = row_of(group);
      row.origin = origin;
      if (!of_origin.empty()) add_rows(of_origin, row, rows);
    }
  }
  return rows;
}

}  // namespace minefree::hindcast
