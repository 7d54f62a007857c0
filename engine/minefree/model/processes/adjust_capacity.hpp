#pragma once

#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Teams follow the money with a lag: slowly up, quickly down. What they cannot absorb stays
/// unspent.
template <class R>
void adjust_capacity(Traits<R> const& traits, Money<R>& money, Programme<R>& programme) {
  R const ratio = money.funding_musd / max(money.mean_musd, broadcast<R>(tiny));
  R const elasticity = traits[Parameter::funding_elasticity];
  R const target = programme.reported_capacity_km2_per_year *
                   exp(elasticity * log(max(ratio, broadcast<R>(1e-6))));

  R const present = programme.capacity_km2_per_year;
  R const gap = target - present;
  R const largest_growth =
      traits[Parameter::max_growth] * present + traits[Parameter::min_capacity_km2_per_year];
  R const growth = min(traits[Parameter::hiring_speed] * gap, largest_growth);
  R const loss = traits[Parameter::firing_speed] * gap;
  programme.capacity_km2_per_year = present + select(gap > broadcast<R>(0), growth, loss);

  R const absorbed =
      min(programme.capacity_km2_per_year / max(target, broadcast<R>(tiny)), broadcast<R>(1));
  money.unspent_musd = money.funding_musd * (1 - absorbed);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
