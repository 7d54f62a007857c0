#include <minefree/decision/study_regret.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace minefree {
namespace {

/// The place of a state among those of a plan that can be estimated.
std::optional<std::size_t> place_of(Plan const& plan, std::optional<std::string> const& code) {
  if (!code) return std::nullopt;
  auto const affected = std::span(plan.countries).first(plan.affected);
  auto const found = std::ranges::find(affected, *code, &model::CountryPlan::code);
  if (found == affected.end()) return std::nullopt;
  return static_cast<std::size_t>(found - affected.begin());
}

/// Land in whole hectares, so that ties are ties: trajectories are of single precision, and the
/// same land released in other years adds up to some m2 more or less (of 120 km2, to 9 m2).
std::vector<double> in_whole_hectares(std::vector<double> km2) {
  constexpr double hectares_per_km2 = 100;
  for (double& area : km2) area = std::round(area * hectares_per_km2) / hectares_per_km2;
  return km2;
}

/// What the study measures, out of what was noted of each trajectory.
StrategyOutcomes measured(Study const& study, TrajectoryOutcomes noted) {
  StrategyOutcomes outcomes;
  outcomes.target_met = std::move(noted.country_complete);
  if (study.target.states_complete) {
    for (std::size_t n = 0; n < noted.complete.size(); ++n)
      outcomes.target_met[n] = noted.complete[n] >= *study.target.states_complete ? 1 : 0;
  }
  switch (study.outcome) {
    case StudyOutcome::expected_completions:
      outcomes.outcome.assign(noted.complete.begin(), noted.complete.end());
      break;
    case StudyOutcome::target_probability:
      outcomes.outcome.assign(outcomes.target_met.begin(), outcomes.target_met.end());
      break;
    case StudyOutcome::released_km2:
      outcomes.outcome = in_whole_hectares(std::move(noted.released_km2));
      break;
  }
  return outcomes;
}

/// Rows of the calibration that every cell draws from; 0 without one.
std::uint32_t calibration_rows(Study const& study) {
  return study.base.posterior ? static_cast<std::uint32_t>(study.base.posterior->draws) : 0;
}

}  // namespace

bool target_can_be_estimated(Study const& study) {
  if (!study.target.state) return true;
  DonorMatrices matrices;
  return std::ranges::any_of(study.cells, [&](Scenario const& cell) {
    return place_of(make_plan(cell, matrices), study.target.state).has_value();
  });
}

std::optional<Regret> regret_of(Study const& study, RunOutcomes const& run) {
  RegretTally tally(study.strategies.size(), study.futures.size(),
                    Clusters(study.base.trajectories, calibration_rows(study)));
  DonorMatrices matrices;
  for (std::size_t future = 0; future < study.futures.size(); ++future) {
    std::vector<StrategyOutcomes> strategies;
    for (std::size_t strategy = 0; strategy < study.strategies.size(); ++strategy) {
      auto const plan = make_plan(study.cell(strategy, future), matrices);
      auto noted =
          run(plan, {.by = study.target.by, .country = place_of(plan, study.target.state)});
      if (!noted) return std::nullopt;
      strategies.push_back(measured(study, std::move(*noted)));
    }
    tally.add(future, strategies);
  }
  return tally.result();
}

}  // namespace minefree
