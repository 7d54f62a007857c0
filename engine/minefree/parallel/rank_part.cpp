#include <minefree/parallel/rank_part.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>

namespace minefree {
namespace {

constexpr std::uint64_t widest_batch = 16;  // lanes of the widest kernel

}  // namespace

Range part_of_rank(Range range, unsigned size, unsigned rank) {
  MINEFREE_EXPECT(rank < size);
  std::uint64_t const batches = (range.count + widest_batch - 1) / widest_batch;
  auto const start_of = [&](std::uint64_t part) {
    // The first parts take the batches that are left over; no product here can overflow.
    std::uint64_t const before = batches / size * part + std::min(part, batches % size);
    return std::min(before * widest_batch, range.count);
  };
  std::uint64_t const start = start_of(rank);
  return {.first = range.first + start, .count = start_of(rank + 1ULL) - start};
}

Range own_part(Range range, Ranks const* ranks) {
  return ranks ? part_of_rank(range, ranks->size(), ranks->rank()) : range;
}

}  // namespace minefree
