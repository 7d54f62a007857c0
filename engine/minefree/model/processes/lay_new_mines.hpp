#pragma once

#include <minefree/model/processes/update_security.hpp>
#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// New use of mines undoes some of the work: an area of lognormal size that no record has yet.
template <class R>
void lay_new_mines(SecurityPlan const& plan, Traits<R> const& traits, YearDraws<R> const& draws,
                   Security<R> const& security, Land<R>& land, Released<R>& released) {
  R const probability = by_regime<R>(plan.new_mines_probability, security.regime);
  auto const laid = draws.uniform(YearPurpose::new_mines) < probability;
  if (!any(laid)) {
    released.newly_mined_km2 = broadcast<R>(0);
    return;
  }
  R const cv = traits[Parameter::new_mines_cv];
  R const variance = log1p(cv * cv);
  R const deviation = square_root(variance) * draws.normal(YearPurpose::new_mines_size);
  R const area = traits[Parameter::new_mines_km2] * exp(deviation - variance * broadcast<R>(0.5));
  released.newly_mined_km2 = select(laid, area, broadcast<R>(0));
  land.undiscovered_km2 = land.undiscovered_km2 + released.newly_mined_km2;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
