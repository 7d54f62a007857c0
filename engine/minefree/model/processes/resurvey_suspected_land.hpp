#pragma once

#include <minefree/model/processes/draw_shares.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// What can be entered of some land, of which that much is blocked.
template <class R>
R accessible_km2(Security<R> const& security, R land_km2, R blocked_km2) {
  return select(security.blocked, max(land_km2 - blocked_km2, broadcast<R>(0)), land_km2);
}

template <class R>
R accessible_suspected_km2(Security<R> const& security, Land<R> const& land) {
  return accessible_km2(security, land.suspected_km2, security.blocked_suspected_km2);
}

template <class R>
R accessible_confirmed_km2(Security<R> const& security, Land<R> const& land) {
  return accessible_km2(security, land.confirmed_km2, security.blocked_confirmed_km2);
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
  R const visited = traits[Parameter::resurvey_share] * accessible_suspected_km2(security, land);
  R const surveyed = select(wave, visited, broadcast<R>(0));
  R const confirmed = shares.confirmed * surveyed;
  released.cancelled_km2 = surveyed - confirmed;
  land.suspected_km2 = land.suspected_km2 - surveyed;
  land.confirmed_km2 = land.confirmed_km2 + confirmed;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
