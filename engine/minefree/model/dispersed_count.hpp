#pragma once

#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// A whole number of that mean whose coefficient of variation is that of pure counts and
/// `dispersion` together: a lognormal of the same mean and variance, rounded by chance. No
/// rejection, so the same bits everywhere.
template <class R>
R dispersed_count(R mean, R dispersion, R normal, R uniform) {
  R const variance = log1p(1 / max(mean, broadcast<R>(tiny)) + dispersion * dispersion);
  R const amount = mean * exp(square_root(variance) * normal - variance * broadcast<R>(0.5));
  return floor(amount + uniform);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
