#include <minefree/hindcast/evaluate.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <iterator>
#include <tuple>

#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

using Cases = std::vector<Case const*>;

constexpr std::array bars{"persistence_spread", "remaining_over_mean_3_spread",
                          "remaining_over_mean_5_spread"};
constexpr double censored_at = last_truth_year + 1;
constexpr int pit_bins = 10;
constexpr int reliability_bins = 5;

using Score = std::function<double(Case const&, Distribution const&)>;

double wis(Case const& scored, Distribution const& forecast) {
  return weighted_interval_score(forecast.logged(scored.offset),
                                 numeric::log(scored.truth + scored.offset));
}

ForecastEvent event(Case const& scored, Distribution const& forecast) {
  return {.probability = forecast.values().front(), .happened = scored.truth > 0.5};
}

double brier(Case const& scored, Distribution const& forecast) {
  return brier_score(event(scored, forecast));
}

/// The metrics of a variable, each a mean over cases.
std::vector<std::pair<std::string, Score>> metrics_of(Variable variable) {
  if (is_event(variable)) {
    return {{"brier", brier}, {"log_score", [](Case const& scored, Distribution const& forecast) {
                                 return log_score(event(scored, forecast));
                               }}};
  }
  if (variable == Variable::date) {
    return {{"tw_crps", [](Case const& scored, Distribution const& forecast) {
               return threshold_weighted_crps(forecast, scored.truth, censored_at);
             }}};
  }
  auto const coverage = [](double share) {
    return [share](Case const& scored, Distribution const& forecast) {
      return covered(forecast, scored.truth, share) ? 1.0 : 0.0;
    };
  };
  return {{"wis", wis},
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
  if (is_event(variable)) return {.name = "brier_skill", .score = brier, .is_skill = true};
  if (variable == Variable::date) {
    return {.name = "relative_tw_crps", .score = metrics_of(variable).front().second};
  }
  return {.name = "relative_wis", .score = wis};
}

bool has_all(Case const& scored, std::vector<std::string> const& models) {
  return std::ranges::all_of(
      models, [&](std::string const& model) { return scored.forecasts.contains(model); });
}

Cases with_all(Cases const& cases, std::vector<std::string> const& models) {
  Cases kept;
  std::ranges::copy_if(cases, std::back_inserter(kept),
                       [&](Case const* scored) { return has_all(*scored, models); });
  return kept;
}

Distribution const& forecast_of(Case const& scored, std::string const& model) {
  return scored.forecasts.find(model)->second;
}

double sum_of(Cases const& cases, std::string const& model, Score const& score) {
  double sum = 0;
  for (Case const* scored : cases) sum += score(*scored, forecast_of(*scored, model));
  return sum;
}

/// Coverage of points says nothing.
bool is_point(Cases const& cases, std::string const& model) {
  return std::ranges::all_of(cases, [&](Case const* scored) {
    return forecast_of(*scored, model).values().size() == 1;
  });
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

std::set<std::string> models_of(Cases const& cases) {
  std::set<std::string> models;
  for (Case const* scored : cases) {
    for (auto const& [model, forecast] : scored->forecasts) models.insert(model);
  }
  return models;
}

/// The bar of a variable: the better simple forecast, on the cases that have all of them.
void add_bar(Cases const& cases, ScoreRow row, std::vector<ScoreRow>& rows) {
  auto const bar = better_simple(cases);
  if (!bar) return;
  std::vector<std::string> needed{std::string(our_model)};
  for (std::string const model : bars) {
    if (models_of(cases).contains(model)) needed.push_back(model);
  }
  auto const common = with_all(cases, needed);
  row.model = best_simple;
  add_own_scores(common, *bar, row, rows);
  row.model = our_model;
  row.baseline = best_simple;
  auto const before = rows.size();
  add_relative_score(common, row.model, *bar, row, rows);
  for (std::size_t k = before; k < rows.size(); ++k) rows[k].baseline = best_simple;
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

/// Cases that are scored together: by mode, variable and horizon.
using Group = std::tuple<Mode, Variable, std::optional<int>>;
Group group_of(Case const& scored) { return {scored.mode, scored.variable, scored.horizon}; }

template <class Wanted>
std::map<Group, Cases> grouped(std::vector<Case> const& cases, Wanted wanted) {
  std::map<Group, Cases> groups;
  for (Case const& scored : cases) {
    if (wanted(scored)) groups[group_of(scored)].push_back(&scored);
  }
  return groups;
}

ScoreRow row_of(Group const& group) {
  ScoreRow row;
  std::tie(row.mode, row.variable, row.horizon) = group;
  return row;
}

bool as_defined(Case const& scored) { return !scored.redefined; }

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
  return std::ranges::min(candidates, {}, [&](std::string const& model) {
    return sum_of(common, model, wis);
  });
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

std::vector<PitCount> pit_counts(std::vector<Case> const& cases) {
  std::vector<PitCount> result;
  for (auto const& [group, of_group] : grouped(cases, as_defined)) {
    PitCount pit;
    std::tie(pit.mode, pit.variable, pit.horizon) = group;
    if (is_event(pit.variable) || pit.variable == Variable::date) continue;
    pit.counts.resize(pit_bins);
    for (Case const* scored : of_group) {
      auto const& ours = forecast_of(*scored, std::string(our_model));
      double const place = probability_integral_transform(ours, scored->truth);
      auto const bin = std::min<std::size_t>(pit_bins - 1, static_cast<std::size_t>(place * pit_bins));
      ++pit.counts[bin];
    }
    result.push_back(std::move(pit));
  }
  return result;
}

std::vector<Reliability> reliabilities(std::vector<Case> const& cases) {
  std::vector<Reliability> result;
  for (auto const& [group, of_group] : grouped(cases, as_defined)) {
    auto const row = row_of(group);
    if (!is_event(row.variable)) continue;
    for (std::string const& model : models_of(of_group)) {
      std::vector<ForecastEvent> events;
      for (Case const* scored : with_all(of_group, {model})) {
        events.push_back(event(*scored, forecast_of(*scored, model)));
      }
      result.push_back({.mode = row.mode,
                        .variable = row.variable,
                        .model = model,
                        .parts = brier_parts(events, reliability_bins)});
    }
  }
  return result;
}

std::vector<SkillRow> skill_rows(std::vector<Case> const& cases) {
  std::vector<SkillRow> result;
  for (auto const basis : {ResultBasis::data, ResultBasis::mixed, ResultBasis::prior}) {
    auto const wanted = [&](Case const& scored) {
      return as_defined(scored) && scored.basis == basis && scored.mode == Mode::unconditional &&
             scored.state != "WLD";
    };
    for (auto const& [group, of_group] : grouped(cases, wanted)) {
      std::vector<ScoreRow> rows;
      add_rows(of_group, row_of(group), rows);
      for (ScoreRow const& row : rows) {
        bool const relative = row.metric == "relative_wis" && row.baseline == best_simple;
        bool const skill = row.metric == "brier_skill" && row.baseline == "reference_class";
        bool const own = row.model == our_model && !row.baseline &&
                         (row.metric == "coverage_80" || row.metric == "bias" ||
                          row.metric == "tw_crps" || row.metric == "brier");
        if (relative || skill || own) result.push_back({.basis = basis, .score = row});
      }
    }
  }
  return result;
}

std::vector<StateSkill> skill_by_state(std::vector<Case> const& cases) {
  Cases scored_cases;
  for (Case const& scored : cases) {
    bool const wanted = scored.variable == Variable::stock && scored.horizon == 3 &&
                        scored.mode == Mode::unconditional && as_defined(scored);
    if (wanted) scored_cases.push_back(&scored);
  }
  auto const bar = better_simple(scored_cases);
  std::map<std::string, StateSkill> states;
  for (Case const* scored : scored_cases) {
    if (!bar || !scored->forecasts.contains(*bar)) continue;
    StateSkill& skill = states[scored->state];
    skill.state = scored->state;
    skill.our_wis += wis(*scored, forecast_of(*scored, std::string(our_model)));
    skill.simple_wis += wis(*scored, forecast_of(*scored, *bar));
    ++skill.cases;
  }
  std::vector<StateSkill> result;
  for (auto& [code, skill] : states) {
    skill.our_wis /= skill.cases;
    skill.simple_wis /= skill.cases;
    result.push_back(skill);
  }
  return result;
}

}  // namespace minefree::hindcast
