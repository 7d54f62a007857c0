#pragma once

#include <minefree/model/country_state.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Takes `wanted` from the first stock and what it lacks from the second; returns what was taken.
template <class R>
R take_from(R wanted, R& first_km2, R& second_km2) {
  R const from_first = min(wanted, first_km2);
  R const from_second = min(wanted - from_first, second_km2);
  first_km2 = first_km2 - from_first;
  second_km2 = second_km2 - from_second;
  return from_first + from_second;
}

/// A year before the origin whose release was reported: the report takes the place of the
/// simulation.
template <class R>
void apply_known_release(KnownRelease const& known, Land<R>& land, Released<R>& released) {
  released.cancelled_km2 =
      released.cancelled_km2 +
      take_from(broadcast<R>(known.cancelled_km2), land.suspected_km2, land.confirmed_km2);
  released.reduced_km2 =
      take_from(broadcast<R>(known.reduced_km2), land.confirmed_km2, land.suspected_km2);
  released.cleared_km2 =
      take_from(broadcast<R>(known.cleared_km2), land.confirmed_km2, land.suspected_km2);

  // A sum without parts comes off both stocks alike.
  R const total = land.suspected_km2 + land.confirmed_km2;
  R const part =
      min(broadcast<R>(known.unsplit_km2) / max(total, broadcast<R>(1e-12)), broadcast<R>(1));
  released.cancelled_km2 = released.cancelled_km2 + part * land.suspected_km2;
  released.cleared_km2 = released.cleared_km2 + part * land.confirmed_km2;
  land.suspected_km2 = land.suspected_km2 - part * land.suspected_km2;
  land.confirmed_km2 = land.confirmed_km2 - part * land.confirmed_km2;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
