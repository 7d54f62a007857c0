#pragma once

#include <minefree/model/dispersed_count.hpp>
#include <minefree/model/optional_parts.hpp>
#include <minefree/model/processes/update_security.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Mined land that people may meet even where none is on record, km2: what is left when nothing is
/// known.
inline constexpr double always_left_km2 = 0.01;

/// Land on which people may meet a mine: known mined land, and what no record has.
template <class R>
R dangerous_km2(Traits<R> const& traits, Land<R> const& land) {
  return known_mined_km2(traits, land.suspected_km2, land.confirmed_km2) + land.undiscovered_km2 +
         broadcast<R>(always_left_km2);
}

/// People killed or injured in the year: fewer as the mined land shrinks, more in war, with the ups
/// and downs of counts.
template <class R>
void count_casualties(OptionalPlan const& optional, Traits<R> const& traits,
                      OptionalDraws<R> const& draws, Land<R> const& land,
                      Security<R> const& security, Casualties<R>& casualties) {
  CasualtyPlan const& plan = optional.casualties;
  R const land_left = dangerous_km2(traits, land) / casualties.reference_km2;
  R const regime = by_regime<R>(plan.regime_effect, security.regime) -
                   broadcast<R>(plan.regime_effect_of_reports);
  R const expected =
      casualties.mean_per_year * exp(traits[Parameter::casualty_exponent] * log(land_left) +
                                     regime - broadcast<R>(plan.prevented_log));
  if (optional.certain) {
    casualties.casualties = expected;
    return;
  }
  R const normal = draws.normal(OptionalPurpose::casualties);
  R const uniform = draws.uniform(OptionalPurpose::casualties_rounding);
  casualties.casualties =
      dispersed_count(expected, traits[Parameter::casualty_noise], normal, uniform);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
