#pragma once

#include <minefree/model/begin.hpp>
#include <minefree/model/processes/answer_residual_finds.hpp>
#include <minefree/model/processes/count_casualties.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Finds that never stop, as a share of those of the first year after the declaration.
inline constexpr double floor_of_finds = 0.05;

/// The optional parts of a state as it stands before its first simulated year. What only they need
/// is drawn here.
template <class R>
OptionalParts<R> begin_optional_parts(CountryPlan const& plan, OptionalBeginDraws<R> const& draws,
                                      CountryState<R>& state) {
  Traits<R>& traits = state.traits;
  auto const finds = static_cast<unsigned>(Parameter::finds_per_year);
  if (plan.parameters.uncertain.data()[finds]) {
    traits[Parameter::finds_per_year] = sample(plan.parameters.spread.data()[finds],
                                               draws.normal(OptionalBeginPurpose::finds_per_year));
  }
  if (!plan.optional.residual.floor_given) {
    traits[Parameter::finds_floor_per_year] =
        broadcast<R>(floor_of_finds) * traits[Parameter::finds_per_year];
  }

  R const zero = broadcast<R>(0);
  MaskOf<R> const yes = zero < broadcast<R>(1);
  OptionalParts<R> parts;
  Residual<R>& residual = parts.residual;
  residual.years_since_declaration =
      plan.declared_at ? floor(broadcast<R>(-*plan.declared_at)) : zero;
  residual.window_year = residual.finds = residual.backlog = zero;
  residual.team_alive = residual.always_adequate = residual.always_alive = yes;
  residual.adequate = !yes;
  for (int k = 0; k < most_sized_teams; ++k) {
    residual.sized_backlog[k] = zero;
    residual.keeps_up[k] = yes;
  }

  CasualtyPlan const& reported = plan.optional.casualties;
  R const level_sd =
      plan.optional.certain || reported.years == 0
          ? zero
          : traits[Parameter::casualty_noise] / square_root(broadcast<R>(reported.years));
  parts.casualties.mean_per_year =
      broadcast<R>(reported.mean_per_year) *
      mean_one(R(level_sd * draws.normal(OptionalBeginPurpose::casualty_level)),
               R(level_sd * level_sd));
  parts.casualties.reference_km2 = dangerous_km2(traits, state.land);
  parts.casualties.casualties = zero;
  return parts;
}

/// One calendar year of the optional parts, after `step_year`: they read the state and change
/// nothing in it.
template <class R>
void step_optional_parts(OptionalPlan const& plan, OptionalDraws<R> const& draws,
                         CountryState<R> const& s, OptionalParts<R>& parts) {
  if (plan.residual.asked)
    answer_residual_finds(plan, s.traits, draws, s.completion, parts.residual);
  if (plan.casualties.asked)
    count_casualties(plan, s.traits, draws, s.land, s.security, parts.casualties);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
