#pragma once

#include <minefree/model/dispersed_count.hpp>
#include <minefree/model/optional_parts.hpp>
#include <minefree/model/response_time.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The response is quick enough when no more than this share of tasks waits longer than it should.
inline constexpr double tolerated_late_share = 0.1;

/// Mines expected to be reported in the year that begins so many years after the declaration: fewer
/// every year, but never none.
template <class R>
R expected_finds(Traits<R> const& traits, R years_since_declaration) {
  R const decay = max(traits[Parameter::finds_decay_per_year], broadcast<R>(1e-6));
  R const fading = -expm1(-decay) / decay * exp(-decay * years_since_declaration);
  return traits[Parameter::finds_per_year] * fading + traits[Parameter::finds_floor_per_year];
}

template <class R>
R finds_of_the_year(bool certain, Traits<R> const& traits, OptionalDraws<R> const& draws,
                    R years_since_declaration) {
  R const expected = expected_finds(traits, years_since_declaration);
  if (certain) return expected;
  R const normal = draws.normal(OptionalPurpose::finds);
  R const uniform = draws.uniform(OptionalPurpose::finds_rounding);
  return dispersed_count(expected, traits[Parameter::finds_dispersion], normal, uniform);
}

/// A capacity may be lost for want of money or people, and be built up again.
template <class R>
void keep_team(ResidualPlan const& plan, OptionalDraws<R> const& draws, Residual<R>& residual) {
  R const stays = broadcast<R>(plan.team_survival);
  R const restarts = broadcast<R>(plan.team_restart);
  residual.team_alive =
      draws.uniform(OptionalPurpose::team) < select(residual.team_alive, stays, restarts);
}

/// Teams that answer everything of the year, and quickly: no backlog, few long waits.
template <class R>
auto answers_in_time(ResidualPlan const& plan, int teams, R blocked_share, R finds, R backlog) {
  R const served = broadcast<R>(plan.tasks_per_team_year);
  R const waiting = waiting_share(blocked_share, teams, R(finds / served));
  R const late = late_share(waiting, teams, finds, served, broadcast<R>(plan.response_years));
  return (backlog <= broadcast<R>(0)) & (late <= broadcast<R>(tolerated_late_share));
}

/// Would one team keep up? Two? Each number is tried on the same finds, with teams that are never
/// lost.
template <class R>
void size_teams(ResidualPlan const& plan, MaskOf<R> judged, Residual<R>& residual) {
  R const served = broadcast<R>(plan.tasks_per_team_year);
  R const load = residual.finds / served;
  R blocked_share = broadcast<R>(1);
  for (int teams = 1; teams <= most_sized_teams; ++teams) {
    blocked_share = next_blocked_share(blocked_share, teams, load);
    R& backlog = residual.sized_backlog[teams - 1];
    backlog = max(backlog + residual.finds - broadcast<R>(teams) * served, broadcast<R>(0));
    auto const well = answers_in_time(plan, teams, blocked_share, residual.finds, backlog);
    residual.keeps_up[teams - 1] = residual.keeps_up[teams - 1] & (well | !judged);
  }
}

/// After the declaration mines are still reported. Teams answer them, if there are any, and what
/// they cannot answer waits for the next year.
template <class R>
void answer_residual_finds(OptionalPlan const& optional, Traits<R> const& traits,
                           OptionalDraws<R> const& draws, Completion<R> const& completion,
                           Residual<R>& residual) {
  ResidualPlan const& plan = optional.residual;
  auto const begun = completion.ever_declared;
  if (!any(begun)) return;
  R const zero = broadcast<R>(0);
  R const one = select(begun, broadcast<R>(1), zero);
  residual.finds = select(
      begun, finds_of_the_year(optional.certain, traits, draws, residual.years_since_declaration),
      zero);
  residual.years_since_declaration = residual.years_since_declaration + one;
  residual.window_year = residual.window_year + one;
  auto const judged = begun & (residual.window_year <= broadcast<R>(years_of_residual_window));

  auto const was_alive = residual.team_alive;
  keep_team(plan, draws, residual);
  residual.team_alive = (residual.team_alive & begun) | (was_alive & !begun);
  R const answered =
      select(residual.team_alive, broadcast<R>(plan.teams * plan.tasks_per_team_year), zero);
  residual.backlog = max(residual.backlog + residual.finds - answered, zero);

  R blocked_share = broadcast<R>(1);
  R const load = residual.finds / broadcast<R>(plan.tasks_per_team_year);
  for (int team = 1; team <= plan.teams; ++team)
    blocked_share = next_blocked_share(blocked_share, team, load);
  residual.adequate = residual.team_alive & answers_in_time(plan, plan.teams, blocked_share,
                                                            residual.finds, residual.backlog);
  residual.always_adequate = residual.always_adequate & (residual.adequate | !judged);
  residual.always_alive = residual.always_alive & (residual.team_alive | !judged);
  size_teams(plan, judged, residual);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
