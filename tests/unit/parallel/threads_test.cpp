#include <minefree/parallel/threads.hpp>

#include <cstdint>
#include <stop_token>
#include <vector>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>
#include <support/compare_ensembles.hpp>

namespace minefree {
namespace {

// More than one chunk, and a last one that fills no lanes.
constexpr Range odd_range{.first = 5, .count = 9001};

Plan plan_of_four() { return make_plan(testing::realistic_scenario()); }

TEST(Threads, give_the_bits_of_run_for_any_number) {
  auto const plan = plan_of_four();
  auto const expected = run(plan, odd_range);
  for (unsigned const count : {0U, 1U, 2U, 7U}) {
    auto const result = run_on_threads(plan, odd_range, {.count = count});
    ASSERT_TRUE(result) << count;
    EXPECT_TRUE(testing::same_counts(*result, expected)) << count << " threads";
  }
}

TEST(Threads, note_the_same_outcomes_for_any_number) {
  auto const plan = plan_of_four();
  OutcomeQuestion const question{.by = 2035, .country = 0};
  auto expected = empty_outcomes(odd_range.count);
  outcomes_into(plan, question, odd_range, odd_range.first, InstructionSet::sse42, expected);
  for (unsigned const count : {1U, 3U}) {
    auto const result = outcomes_on_threads(plan, question, odd_range, {.count = count});
    ASSERT_TRUE(result) << count;
    EXPECT_EQ(result->complete, expected.complete) << count << " threads";
    EXPECT_EQ(result->released_km2, expected.released_km2) << count << " threads";
  }
}

TEST(Threads, give_the_bits_of_run_pair_for_any_number) {
  auto scenario = testing::realistic_scenario();
  auto const base = make_plan(scenario);
  scenario.funding.world.push_back({.shape = FundingShape::change, .value = 0.2});
  auto const other = make_plan(scenario);
  auto const expected = run_pair(base, other, odd_range);
  for (unsigned const count : {1U, 3U}) {
    auto const result = run_pair_on_threads(base, other, odd_range, {.count = count});
    ASSERT_TRUE(result) << count;
    EXPECT_TRUE(testing::same_counts(*result, expected)) << count << " threads";
  }
}

TEST(Threads, of_nothing_give_empty_counts) {
  auto const result = run_on_threads(plan_of_four(), {.first = 0, .count = 0}, {.count = 3});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->trajectories, 0U);
}

TEST(Threads, tell_their_progress_up_to_all_that_was_asked) {
  std::vector<std::uint64_t> told;
  auto const plan = plan_of_four();
  Threads const threads{.count = 2, .progress = [&](std::uint64_t done) { told.push_back(done); }};
  ASSERT_TRUE(run_on_threads(plan, odd_range, threads));
  ASSERT_GT(told.size(), 1U);
  for (std::size_t k = 1; k < told.size(); ++k) EXPECT_GT(told[k], told[k - 1]);
  EXPECT_EQ(told.back(), odd_range.count);
}

TEST(Threads, give_nothing_when_they_are_stopped) {
  std::stop_source source;
  int chunks = 0;
  Threads const threads{.count = 2, .stop = source.get_token(), .progress = [&](std::uint64_t) {
                          ++chunks;
                          source.request_stop();
                        }};
  EXPECT_FALSE(run_on_threads(plan_of_four(), {.first = 0, .count = 1'000'000}, threads));
  EXPECT_LE(chunks, 3);  // the one that asked, and one that each thread was at
}

TEST(RunUntil, doubles_until_it_is_good_enough_and_keeps_the_bits) {
  auto const plan = plan_of_four();
  auto const enough = [](Ensemble const& ensemble) { return ensemble.trajectories >= 700; };
  auto const result = run_until(plan, 100, 100'000, enough, {.count = 2});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->trajectories, 800U);
  EXPECT_TRUE(testing::same_counts(*result, run(plan, {.first = 0, .count = 800})));
}

TEST(RunUntil, gives_up_at_the_most_it_may_run) {
  auto const never = [](Ensemble const&) { return false; };
  auto const result = run_until(plan_of_four(), 100, 999, never, {.count = 2});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->trajectories, 800U);
}

}  // namespace
}  // namespace minefree
