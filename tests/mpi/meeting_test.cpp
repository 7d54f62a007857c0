#include "meeting.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

namespace minefree::mpi {
namespace {

constexpr Standing usual{.program = 11, .input = 22, .step = 33, .exit_code = {}};

/// What the ranks of a job make of it, by rank.
Outcome outcome_among(std::vector<Standing> const& standings) {
  Brought largest{};
  for (unsigned rank = 0; rank < standings.size(); ++rank) {
    auto const brought = brought_by(standings[rank], rank);
    std::ranges::transform(largest, brought, largest.begin(),
                           [](auto one, auto other) { return std::max(one, other); });
  }
  return outcome_of(largest);
}

TEST(Meeting, of_ranks_at_the_same_place_finds_no_difference) {
  auto const outcome = outcome_among({usual, usual, usual});
  EXPECT_EQ(outcome.difference, Difference::none);
  EXPECT_FALSE(outcome.failed);
  EXPECT_FALSE(outcome.exit_code_of_rank_0);
}

TEST(Meeting, tells_what_differs_whichever_rank_it_is_and_whichever_way) {
  for (std::size_t rank = 0; rank < 3; ++rank) {
    for (int const by : {-1, 1}) {
      auto const with = [&](std::uint64_t Standing::* member) {
        std::vector<Standing> standings(3, usual);
        standings[rank].*member += static_cast<std::uint64_t>(by);
        return outcome_among(standings).difference;
      };
      EXPECT_EQ(with(&Standing::program), Difference::program) << rank;
      EXPECT_EQ(with(&Standing::input), Difference::input) << rank;
      EXPECT_EQ(with(&Standing::step), Difference::step) << rank;
    }
  }
}

TEST(Meeting, names_the_first_rank_that_failed_and_its_exit_code) {
  auto failed = usual;
  failed.step = 99;
  failed.exit_code = 3;
  auto later = failed;
  later.exit_code = 5;
  auto const outcome = outcome_among({usual, failed, usual, later});
  EXPECT_EQ(outcome.difference, Difference::step);
  EXPECT_EQ(outcome.failed, 1U);
  EXPECT_EQ(outcome.exit_code_of_failed, 3);
  EXPECT_FALSE(outcome.exit_code_of_rank_0);
}

TEST(Meeting, knows_a_failure_of_rank_0_from_none) {
  auto failed = usual;
  failed.exit_code = 1;
  auto const outcome = outcome_among({failed, usual});
  EXPECT_EQ(outcome.failed, 0U);
  EXPECT_EQ(outcome.exit_code_of_failed, 1);
}

TEST(Meeting, of_all_that_are_done_gives_the_code_of_rank_0) {
  auto done = usual;
  done.exit_code = 0;
  EXPECT_EQ(outcome_among({done, done}).exit_code_of_rank_0, 0);
  EXPECT_FALSE(outcome_among({done, done}).failed);
  auto other = done;
  other.exit_code = 4;
  EXPECT_EQ(outcome_among({other, done, done}).exit_code_of_rank_0, 4);
}

}  // namespace
}  // namespace minefree::mpi
