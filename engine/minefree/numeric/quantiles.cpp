#include <minefree/numeric/quantiles.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>
#include <minefree/numeric/counts.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::numeric {

std::vector<double> quantiles(LogBins const& bins, std::span<std::uint32_t const> counts,
                              std::span<double const> shares) {
  MINEFREE_EXPECT(std::ranges::is_sorted(shares));
  auto const all = static_cast<double>(total(counts));
  CountedSoFar so_far;
  std::vector<double> values;
  values.reserve(shares.size());
  for (double const share : shares) {
    auto const place = place_of_share(counts, share * all, so_far);
    if (!place || place->bin == 0) {
      values.push_back(0);
    } else if (place->bin == bins.count - 1) {
      values.push_back(bins.high);
    } else {
      values.push_back(bins.low * exp((place->bin - 1 + place->fraction) / bins.bins_per_log));
    }
  }
  return values;
}

}  // namespace minefree::numeric
