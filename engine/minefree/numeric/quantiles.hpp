#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <minefree/numeric/log_bins.hpp>

namespace minefree::numeric {

/// The quantiles of one row of counts, as `quantile` gives them one by one, in one way through the
/// row. The shares, in 0..1, must ascend.
std::vector<double> quantiles(LogBins const& bins, std::span<std::uint32_t const> counts,
                              std::span<double const> shares);

}  // namespace minefree::numeric
