#include <minefree/parallel/rank_part.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace minefree {
namespace {

TEST(PartOfRank, follow_one_another_and_cover_the_range) {
  for (std::uint64_t const count : {0ULL, 1ULL, 15ULL, 16ULL, 17ULL, 100ULL, 1234ULL, 20'000ULL}) {
    for (unsigned const size : {1U, 2U, 3U, 5U, 64U, 1024U}) {
      std::uint64_t next = 7;
      for (unsigned rank = 0; rank < size; ++rank) {
        Range const part = part_of_rank({.first = 7, .count = count}, size, rank);
        EXPECT_EQ(part.first, next) << count << " over " << size << ", rank " << rank;
        next += part.count;
      }
      EXPECT_EQ(next, 7 + count) << count << " over " << size;
    }
  }
}

TEST(PartOfRank, starts_with_a_batch_of_its_own) {
  for (unsigned const size : {2U, 3U, 5U, 1024U}) {
    for (unsigned rank = 0; rank < size; ++rank) {
      Range const part = part_of_rank({.first = 5, .count = 20'001}, size, rank);
      EXPECT_TRUE(part.count == 0 || (part.first - 5) % 16 == 0) << size << ", rank " << rank;
    }
  }
}

TEST(PartOfRank, is_as_large_as_any_other_but_for_one_batch) {
  for (unsigned const size : {2U, 3U, 5U, 7U, 1000U}) {
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t most = 0;
    for (unsigned rank = 0; rank < size; ++rank) {
      auto const count = part_of_rank({.first = 0, .count = 160'000}, size, rank).count;
      least = std::min(least, count);
      most = std::max(most, count);
    }
    EXPECT_LE(most - least, 16U) << size;
  }
}

TEST(PartOfRank, holds_for_more_trajectories_than_can_ever_be_run) {
  constexpr Range all{.first = 0, .count = std::uint64_t{1} << 62U};
  EXPECT_EQ(part_of_rank(all, 4, 3).first, 3ULL << 60U);
  EXPECT_EQ(part_of_rank(all, 4, 3).count, 1ULL << 60U);
}

TEST(OwnPart, is_everything_without_ranks) {
  EXPECT_EQ(own_part({.first = 3, .count = 99}, nullptr).first, 3U);
  EXPECT_EQ(own_part({.first = 3, .count = 99}, nullptr).count, 99U);
}

}  // namespace
}  // namespace minefree
