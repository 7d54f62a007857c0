#pragma once

// Bins for areas and money: each is wider than the one below by the same factor, so that a count
// per bin keeps a quantile to a fraction of that factor, from square metres to thousands of km2.

#include <cstdint>
#include <span>

#include <minefree/numeric/portable_math.hpp>

namespace minefree::numeric {

/// Bin 0 holds what is below `low` and stands for zero; the last holds `high` and more.
struct LogBins {
  double low;
  double high;
  int count;            ///< all bins, the two outer ones too
  double bins_per_log;  ///< inner bins to a factor e
};

/// Bins from `low` to `high` (0 < low < high), each at most `relative_width` wide: 0.01 is 1 %.
LogBins make_log_bins(double low, double high, double relative_width);

/// The lower edge of a bin; 0 for bin 0.
double lower_edge(LogBins const& bins, int index);

/// The value below which a share p of the counts lies, interpolated on the log scale inside its
/// bin; 0 in bin 0 and where nothing was counted, `high` in the last.
double quantile(LogBins const& bins, std::span<std::uint32_t const> counts, double p);

inline namespace MINEFREE_INSTRUCTION_SET {

/// The bin that holds x; a value at an edge (to the last digits of its log) may fall to either
/// side.
template <class R>
inline IntOf<R> index(LogBins const& bins, R x) {
  R const inner = log(x * broadcast<R>(1 / bins.low)) * broadcast<R>(bins.bins_per_log);
  return to_int(clamp(inner + broadcast<R>(1), R{}, broadcast<R>(bins.count - 1)));
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::numeric
