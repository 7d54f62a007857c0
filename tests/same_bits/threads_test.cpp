// However many threads share a run, it gives the counts of one.
#include <gtest/gtest.h>
#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>

#include <minefree/parallel/threads.hpp>

namespace minefree {
namespace {

using testing::same_counts;

TEST(ThreadsOfARun, of_any_number_give_the_counts_of_one_run) {
  Plan const plan = make_plan(testing::realistic_scenario());
  Range const range{.first = 3, .count = 3001};
  Ensemble const alone = run(plan, range);
  for (unsigned const threads : {1u, 2u, 7u}) {
    auto const together = run_on_threads(plan, range, {.count = threads});
    ASSERT_TRUE(together) << threads << " threads";
    EXPECT_TRUE(same_counts(*together, alone)) << threads << " threads";
  }
}

TEST(ThreadsOfARun, give_the_counts_of_one_paired_run) {
  Scenario const scenario = testing::realistic_scenario();
  Scenario richer = scenario;
  richer.funding.world = {{.shape = FundingShape::change, .value = 0.2}};
  Plan const base = make_plan(scenario);
  Plan const other = make_plan(richer);
  Range const range{.first = 0, .count = 1500};
  PairedEnsemble const alone = run_pair(base, other, range);
  for (unsigned const threads : {1u, 2u, 7u}) {
    auto const together = run_pair_on_threads(base, other, range, {.count = threads});
    ASSERT_TRUE(together) << threads << " threads";
    EXPECT_TRUE(same_counts(*together, alone)) << threads << " threads";
  }
}

TEST(ThreadsOfARun, may_be_more_than_there_are_trajectories) {
  Plan const plan = make_plan(testing::random_scenario(4));
  for (std::uint64_t const count : {1u, 2u, 5u}) {
    Range const range{.first = 0, .count = count};
    auto const together = run_on_threads(plan, range, {.count = 7});
    ASSERT_TRUE(together);
    EXPECT_TRUE(same_counts(*together, run(plan, range)));
  }
}

TEST(ThreadsOfARun, that_doubles_until_it_is_good_enough_gives_the_counts_of_one_run) {
  Plan const plan = make_plan(testing::realistic_scenario());
  auto const enough = [](Ensemble const& counts) { return counts.trajectories >= 700; };
  auto const doubled = run_until(plan, 200, 5000, enough, {.count = 2});
  ASSERT_TRUE(doubled);
  EXPECT_EQ(doubled->trajectories, 800u);
  EXPECT_TRUE(same_counts(*doubled, run(plan, {.first = 0, .count = 800})));
}

}  // namespace
}  // namespace minefree
