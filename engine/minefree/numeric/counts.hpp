#pragma once

// Results are whole numbers: how many trajectories fell into each bin. Counts of two runs add up
// exactly, in any order, so threads and machines cannot change a result.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace minefree::numeric {

/// How many there are in all bins.
std::uint64_t total(std::span<std::uint32_t const> counts);

/// Adds one run's counts to another's, bin by bin; both have the same bins.
void merge_counts(std::span<std::uint32_t> into, std::span<std::uint32_t const> from);

/// A place among bins: how far into which bin.
struct Place {
  int bin;
  double fraction;  ///< of the bin's width, 0..1
};

/// Where `share_of_count` of what was counted lies below, taking each bin as evenly filled; nothing
/// if fewer were counted in all.
std::optional<Place> place_of_share(std::span<std::uint32_t const> counts, double share_of_count);

/// How far the bins have been gone through: the next one, and what the earlier ones hold.
struct CountedSoFar {
  std::size_t bin = 0;
  std::uint64_t below = 0;
};

/// The same, going on from an earlier share, which was no larger.
std::optional<Place> place_of_share(std::span<std::uint32_t const> counts, double share_of_count,
                                    CountedSoFar& so_far);

/// The month, counted from the first bin's start and with its fraction, by which a share p of
/// `trajectories` has completed; nothing if so many never complete within the bins.
std::optional<double> quantile_of_months(std::span<std::uint32_t const> counts,
                                         std::uint64_t trajectories, double p);

/// The share of `trajectories` in the first `months` bins (all bins if there are fewer).
double share_before(std::span<std::uint32_t const> counts, std::uint64_t trajectories,
                    std::size_t months);

}  // namespace minefree::numeric
