#pragma once

// A quantity that is not known exactly: its 5th percentile, median and 95th percentile. Quantities
// above zero get a lognormal, shares a logit-normal, both in two pieces that meet at the median, so
// that the spread may lean to one side.

#include <minefree/numeric/portable_math.hpp>

namespace minefree::numeric {

/// The 5th percentile, the median and the 95th percentile; all equal: the quantity is certain.
struct Spread {
  double low;
  double best;
  double high;

  friend bool operator==(Spread const&, Spread const&) = default;
};

enum class SpreadShape {
  positive,  ///< above 0; steps are factors
  share,     ///< between 0 and 1; steps are factors of the odds
};

/// A spread made ready for sampling: the standard deviation of the log (of the odds, for a share)
/// below and above the median.
struct TwoPiece {
  double best = 0;
  double sd_low = 0;
  double sd_high = 0;
  SpreadShape shape = SpreadShape::positive;

  friend bool operator==(TwoPiece const&, TwoPiece const&) = default;
};

/// Needs low <= best <= high and, where they differ, low > 0 and (for a share) high < 1.
TwoPiece two_piece(Spread spread, SpreadShape shape);

inline namespace MINEFREE_INSTRUCTION_SET {

/// The quantity at the standard normal z; exactly `best` where it is certain.
template <class R>
inline R sample(TwoPiece const& quantity, R z) {
  R const best = broadcast<R>(quantity.best);
  R const step = z * select(z < R{}, broadcast<R>(quantity.sd_low), broadcast<R>(quantity.sd_high));
  if (quantity.shape == SpreadShape::positive) return best * exp(step);
  return best / (best + (broadcast<R>(1) - best) * exp(-step));
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::numeric
