#include <minefree/hindcast/evaluate.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>

#include <minefree/hindcast/case_groups.hpp>

namespace minefree::hindcast {
namespace {

constexpr int pit_bins = 10;
constexpr int reliability_bins = 5;

/// Of our own scores, those that say how far a result of that kind can be trusted.
bool is_kept_as_skill(ScoreRow const& row) {
  if (row.model != our_model) return false;
  if (row.baseline) {
    return (row.metric == "relative_wis" && row.baseline == best_simple) ||
           (row.metric == "brier_skill" && row.baseline == "reference_class");
  }
  return row.metric == "coverage_80" || row.metric == "bias" || row.metric == "brier" ||
         row.metric == "tw_crps";
}

}  // namespace

std::vector<PitCount> pit_counts(std::vector<Case> const& cases) {
  std::vector<PitCount> result;
  for (auto const& [group, of_group] : grouped(cases, as_defined)) {
    PitCount pit;
    std::tie(pit.mode, pit.variable, pit.horizon) = group;
    if (is_event(pit.variable) || pit.variable == Variable::date) continue;
    pit.counts.resize(pit_bins);
    for (Case const* scored : of_group) {
      auto const& ours = forecast_of(*scored, our_model);
      double const place = probability_integral_transform(ours, scored->truth);
      auto const bin =
          std::min<std::size_t>(pit_bins - 1, static_cast<std::size_t>(place * pit_bins));
      ++pit.counts[bin];
    }
    result.push_back(std::move(pit));
  }
  return result;
}

std::vector<Reliability> reliabilities(std::vector<Case> const& cases) {
  std::vector<Reliability> result;
  for (auto const& [group, of_group] : grouped(cases, as_defined)) {
    auto const [mode, variable, horizon] = group;
    if (!is_event(variable)) continue;
    for (std::string const& model : models_of(of_group)) {
      std::vector<ForecastEvent> events;
      for (Case const* scored : with_all(of_group, {model})) {
        events.push_back(event_of(*scored, forecast_of(*scored, model)));
      }
      result.push_back({.mode = mode,
                        .variable = variable,
                        .model = model,
                        .parts = brier_parts(events, reliability_bins)});
    }
  }
  return result;
}

std::vector<SkillRow> skill_rows(std::vector<Case> const& cases) {
  std::vector<SkillRow> result;
  for (auto const basis : {ResultBasis::data, ResultBasis::mixed, ResultBasis::prior}) {
    std::vector<Case> of_basis;
    std::ranges::copy_if(cases, std::back_inserter(of_basis), [&](Case const& scored) {
      return scored.basis == basis && scored.mode == Mode::unconditional && scored.state != "WLD";
    });
    for (ScoreRow const& row : score_rows(of_basis, false)) {
      if (!row.origin && is_kept_as_skill(row)) result.push_back({.basis = basis, .score = row});
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
    skill.our_wis += wis_of(*scored, forecast_of(*scored, our_model));
    skill.simple_wis += wis_of(*scored, forecast_of(*scored, *bar));
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
