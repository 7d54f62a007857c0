#pragma once

#include <minefree/model/processes/draw_shares.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The part of the recorded land that can be entered.
template <class R>
R accessible_part(Traits<R> const& traits, Security<R> const& security) {
  R const one = broadcast<R>(1);
  return select(security.blocked, one - traits[Parameter::blocked_share], one);
}

/// A nationwide re-survey comes as a wave outside the yearly effort: part of the suspected land is
/// confirmed, the rest of what it visits is cancelled. Only in peace.
template <class R>
void resurvey_suspected_land(Traits<R> const& traits, YearDraws<R> const& draws,
                             Security<R> const& security, Completion<R> const& completion,
                             YearShares<R> const& shares, Land<R>& land, Released<R>& released) {
  R const probability = -expm1(-traits[Parameter::resurvey_per_year]);
  auto const wave = (draws.uniform(YearPurpose::resurvey) < probability) & (security.regime == 0) &
                    !completion.finished;
  R const visited =
      traits[Parameter::resurvey_share] * accessible_part(traits, security) * land.suspected_km2;
  R const surveyed = select(wave, visited, broadcast<R>(0));
  R const confirmed = shares.confirmed * surveyed;
  released.cancelled_km2 = surveyed - confirmed;
  land.suspected_km2 = land.suspected_km2 - surveyed;
  land.confirmed_km2 = land.confirmed_km2 + confirmed;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
