#include <minefree/domain/known_casualties.hpp>
#include <minefree/ensemble/plan.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree {
namespace {

constexpr double days_per_year = 365.25;

model::ResidualPlan plan_residual(Scenario const& scenario, StateData const& state) {
  ResidualLevers const& levers = scenario.residual;
  // Losing a capacity is an event: `certain: true` silences it unless the scenario states it.
  double const usual_survival = scenario.certain ? 1 : usual_team_survival;
  return {.asked = scenario.outputs.residual,
          .teams = levers.teams,
          .tasks_per_team_year = levers.tasks_per_team_year,
          .team_survival = levers.team_survival.value_or(usual_survival),
          .team_restart = levers.team_restart,
          .response_years = levers.response_days / days_per_year,
          .floor_given = value_given(scenario, state, Parameter::finds_floor_per_year) != nullptr};
}

std::array<double, 3> regime_effect_of(Scenario const& scenario, StateData const& state) {
  auto const* given = value_given(scenario, state, Parameter::casualty_regime_effect);
  auto const& values = given ? given->values : info(Parameter::casualty_regime_effect).fallback;
  return {values[0].best, values[1].best, values[2].best};
}

model::CasualtyPlan plan_casualties(Scenario const& scenario, StateData const& state) {
  model::CasualtyPlan plan;
  auto const known = casualties_known_at(state, scenario.origin);
  plan.asked = scenario.outputs.casualties && !known.years.empty();
  if (!plan.asked) return plan;
  plan.years = static_cast<int>(known.years.size());
  // Years without a casualty do not rule one out: half a casualty more in all of them, as Jeffreys'
  // prior for a count has it.
  double const unseen = scenario.certain ? 0 : 0.5;
  plan.mean_per_year = known.mean_per_year() + unseen / plan.years;
  plan.regime_effect = regime_effect_of(scenario, state);
  for (ReportedCasualties const& year : known.years) {
    plan.regime_effect_of_reports +=
        plan.regime_effect[static_cast<std::size_t>(year.regime)] / plan.years;
  }
  plan.prevented_log = scenario.risk_education.effect * scenario.risk_education.coverage;
  return plan;
}

}  // namespace

model::OptionalPlan plan_optional_parts(Scenario const& scenario, StateData const& state) {
  return {.certain = scenario.certain,
          .residual = plan_residual(scenario, state),
          .casualties = plan_casualties(scenario, state)};
}

}  // namespace minefree
