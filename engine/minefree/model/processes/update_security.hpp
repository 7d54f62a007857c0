#pragma once

#include <minefree/model/country_state.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The entry of a three-number table for each lane's regime.
template <class R>
R by_regime(std::array<double, 3> const& table, IntOf<R> regime) {
  auto const* value = table.data();
  return select(regime == 0, broadcast<R>(value[0]),
                select(regime == 1, broadcast<R>(value[1]), broadcast<R>(value[2])));
}

/// Fighting closes land, peace reopens it: leaves the regime with the hazard of its age, or takes
/// the one that the scenario forces.
template <class R>
void update_regime(SecurityPlan const& plan, int forced_regime, YearDraws<R> const& draws,
                   Security<R>& security) {
  IntOf<R> const one = broadcast_int<R>(1);
  IntOf<R> next;
  if (forced_regime >= 0) {
    next = broadcast_int<R>(forced_regime);
  } else {
    IntOf<R> const age = min(security.years_in_regime, broadcast_int<R>(plan.ages));
    R const end_probability =
        gather<R>(plan.end_probability.data(), security.regime * plan.ages + age - 1);
    R const u = draws.uniform(YearPurpose::regime_jump);
    IntOf<R> const target =
        select(u < by_regime<R>(plan.jump_to_open, security.regime), broadcast_int<R>(0),
               select(u < by_regime<R>(plan.jump_to_open_or_restricted, security.regime), one,
                      broadcast_int<R>(2)));
    auto const ends = draws.uniform(YearPurpose::regime_ends) < end_probability;
    next = select(ends, target, security.regime);
  }
  security.years_in_regime = select(next == security.regime, security.years_in_regime + one, one);
  security.regime = next;
  security.output = by_regime<R>(plan.output, security.regime);
}

/// A political block lifts by agreement, never during open conflict.
template <class R>
void lift_block(Traits<R> const& traits, YearDraws<R> const& draws, Security<R>& security) {
  R const probability = -expm1(-traits[Parameter::unblock_per_year]);
  auto const lifts =
      (draws.uniform(YearPurpose::block_lifts) < probability) & (security.regime < 2);
  security.blocked = security.blocked & !lifts;
}

template <class R>
void update_security(SecurityPlan const& plan, int forced_regime, Traits<R> const& traits,
                     YearDraws<R> const& draws, Security<R>& security) {
  update_regime(plan, forced_regime, draws, security);
  lift_block(traits, draws, security);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
