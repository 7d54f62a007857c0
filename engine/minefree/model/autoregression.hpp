#pragma once

#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The next value of a stationary AR(1) series with the given standard deviation, from a standard
/// normal.
template <class R>
R next_deviation(R value, R autocorrelation, R sd, R normal) {
  R const innovation = sd * square_root(1 - autocorrelation * autocorrelation);
  return autocorrelation * value + innovation * normal;
}

/// exp(deviation), scaled so that its mean is one.
template <class R>
R mean_one(R deviation, R variance) {
  return exp(deviation - variance * broadcast<R>(0.5));
}

/// Draws a share around a mean with noise on the logit scale.
template <class R>
R noisy_share(R mean, R logit_sd, R normal) {
  R const odds_against = (1 - mean) * exp(-logit_sd * normal);
  return mean / max(mean + odds_against, broadcast<R>(tiny));
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
