#include <minefree/numeric/counts.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/base/contract.hpp>

namespace minefree::numeric {

namespace {

constexpr std::size_t bins_at_once = 32;

}  // namespace

std::uint64_t total(std::span<std::uint32_t const> counts) {
  std::uint64_t sum = 0;
  for (auto const count : counts) sum += count;
  return sum;
}

void merge_counts(std::span<std::uint32_t> into, std::span<std::uint32_t const> from) {
  MINEFREE_EXPECT(into.size() == from.size());
  for (std::size_t bin = 0; bin < into.size(); ++bin) into[bin] += from[bin];
}

std::optional<Place> place_of_share(std::span<std::uint32_t const> counts, double share_of_count) {
  CountedSoFar from_the_start;
  return place_of_share(counts, share_of_count, from_the_start);
}

std::optional<Place> place_of_share(std::span<std::uint32_t const> counts, double share_of_count,
                                    CountedSoFar& so_far) {
  // A tenth of thirty is a little more than three in binary, and must not miss the third.
  double const wanted = share_of_count * (1 - 1e-12);
  while (so_far.bin < counts.size()) {
    auto const block =
        counts.subspan(so_far.bin, std::min(bins_at_once, counts.size() - so_far.bin));
    auto const in_block = total(block);
    // Most bins hold nothing or lie far below.
    if (in_block == 0 || static_cast<double>(so_far.below + in_block) < wanted) {
      so_far.below += in_block;
      so_far.bin += block.size();
      continue;
    }
    for (auto const count : block) {
      if (count > 0 && wanted <= static_cast<double>(so_far.below + count)) {
        double const into_bin = share_of_count - static_cast<double>(so_far.below);
        return Place{.bin = static_cast<int>(so_far.bin),
                     .fraction = std::clamp(into_bin / count, 0.0, 1.0)};
      }
      so_far.below += count;
      ++so_far.bin;
    }
  }
  return std::nullopt;
}

std::optional<double> quantile_of_months(std::span<std::uint32_t const> counts,
                                         std::uint64_t trajectories, double p) {
  auto const place = place_of_share(counts, p * static_cast<double>(trajectories));
  if (!place) return std::nullopt;
  return place->bin + place->fraction;
}

double share_before(std::span<std::uint32_t const> counts, std::uint64_t trajectories,
                    std::size_t months) {
  auto const first = counts.first(std::min(months, counts.size()));
  return static_cast<double>(total(first)) / static_cast<double>(trajectories);
}

}  // namespace minefree::numeric
