#pragma once

#include <minefree/model/country_state.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// After a declaration mined land may still turn up. A small area is a task and is cleared at once;
/// a larger one makes the state affected again, with a programme that starts small.
template <class R>
void reopen_completed_state(int year, Traits<R> const& traits, YearDraws<R> const& draws,
                            TwoPiece const& area_of_find, Land<R>& land, Released<R>& released,
                            Programme<R>& programme, Completion<R>& completion) {
  R const probability = -expm1(-traits[Parameter::relapse_per_year]);
  auto const found = completion.declared & (draws.uniform(YearPurpose::relapse) < probability);
  if (!any(found)) return;

  R const zero = broadcast<R>(0);
  R const size = sample(area_of_find, draws.normal(YearPurpose::relapse_area));
  R const area = select(found, min(land.undiscovered_km2, size), zero);
  auto const relapse = found & (area > traits[Parameter::relapse_km2]);
  R const lost = select(relapse, area, zero);
  land.undiscovered_km2 = land.undiscovered_km2 - area;
  land.confirmed_km2 = land.confirmed_km2 + lost;
  released.discovered_km2 = released.discovered_km2 + area;
  released.cleared_km2 = released.cleared_km2 + (area - lost);

  programme.capacity_km2_per_year = select(relapse, traits[Parameter::min_capacity_km2_per_year],
                                           programme.capacity_km2_per_year);
  completion.reopened_at =
      select(relapse, min(completion.reopened_at, broadcast<R>(year)), completion.reopened_at);
  completion.declared = completion.declared & !relapse;
  completion.finished = completion.finished & !relapse;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
