#include <minefree/numeric/log_bins.hpp>

#include <minefree/base/contract.hpp>
#include <minefree/numeric/quantiles.hpp>

namespace minefree::numeric {

LogBins make_log_bins(double low, double high, double relative_width) {
  MINEFREE_EXPECT(0 < low && low < high && relative_width > 0);
  double const span = log(high / low);
  int inner = static_cast<int>(span / log1p(relative_width));
  if (inner * log1p(relative_width) < span) ++inner;
  return {.low = low, .high = high, .count = inner + 2, .bins_per_log = inner / span};
}

double lower_edge(LogBins const& bins, int index) {
  if (index == 0) return 0;
  if (index == bins.count - 1) return bins.high;
  return bins.low * exp((index - 1) / bins.bins_per_log);
}

double quantile(LogBins const& bins, std::span<std::uint32_t const> counts, double p) {
  return quantiles(bins, counts, {&p, 1}).front();
}

}  // namespace minefree::numeric
