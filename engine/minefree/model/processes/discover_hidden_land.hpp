#pragma once

#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Mined land that no record has comes to light, in areas of a typical size and not as a trickle:
/// otherwise no state could finish while any is left. It stops with the declaration. A typical size
/// of 0 is a trickle.
template <class R>
void discover_hidden_land(double survey_intensity, Traits<R> const& traits,
                          YearDraws<R> const& draws, Security<R> const& security,
                          Completion<R> const& completion, Land<R>& land, Released<R>& released) {
  R const zero = broadcast<R>(0);
  R const hazard =
      traits[Parameter::discovery_per_year] * security.output * broadcast<R>(survey_intensity);
  R const expected = land.undiscovered_km2 * -expm1(-hazard);

  R const typical_area = traits[Parameter::undiscovered_area_km2];
  R const areas = expected / max(typical_area, broadcast<R>(tiny));
  R const probability = -expm1(-areas);
  R const noise_sd = traits[Parameter::discovery_noise];
  R const noise = exp(noise_sd * draws.normal(YearPurpose::discovery_size) -
                      noise_sd * noise_sd * broadcast<R>(0.5));
  R const size =
      min(land.undiscovered_km2, expected * noise / max(probability, broadcast<R>(tiny)));
  auto const found = draws.uniform(YearPurpose::discovery) < probability;

  R const in_areas = select(found, size, zero);
  R const discovered = select(typical_area > zero, in_areas, expected);
  released.discovered_km2 = select(completion.declared, zero, discovered);
  land.undiscovered_km2 = land.undiscovered_km2 - released.discovered_km2;
  land.confirmed_km2 = land.confirmed_km2 + released.discovered_km2;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
