// Trajectories may be cut into ranges anywhere and merged in any order: the counts are those of one
// run.
#include <vector>

#include <gtest/gtest.h>

#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

/// Consecutive pieces of a range, some of them empty, in a random order.
std::vector<Range> pieces_of(Range whole, testing::Dice& dice) {
  std::vector<Range> pieces;
  while (whole.count > 0) {
    auto const size =
        std::min<std::uint64_t>(whole.count, static_cast<std::uint64_t>(dice.whole(0, 23)));
    auto const place = pieces.begin() + dice.whole(0, static_cast<int>(pieces.size()));
    pieces.insert(place, {.first = whole.first, .count = size});
    whole = {.first = whole.first + size, .count = whole.count - size};
  }
  return pieces;
}

TEST(Merging, any_cut_of_a_range_merges_to_the_whole) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    testing::Dice dice(seed);
    Plan const plan = make_plan(testing::random_scenario(seed, testing::Money::shared));
    Range const range{.first = static_cast<std::uint64_t>(dice.whole(0, 1000)), .count = 103};
    Ensemble merged = empty_ensemble(plan);
    for (Range const& piece : pieces_of(range, dice)) merge(merged, run(plan, piece));
    EXPECT_TRUE(testing::same_counts(merged, run(plan, range))) << "seed " << seed;
    EXPECT_EQ(merged.trajectories, 103u);
  }
}

TEST(Merging, any_cut_of_a_paired_run_merges_to_the_whole) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    testing::Dice dice(seed);
    Scenario const scenario = testing::random_scenario(seed);
    Scenario richer = scenario;
    richer.funding.world.push_back({.shape = FundingShape::change, .value = 0.5});
    Plan const base = make_plan(scenario);
    Plan const other = make_plan(richer);
    Range const range{.first = 7, .count = 61};
    PairedEnsemble merged = empty_pair(base, other);
    for (Range const& piece : pieces_of(range, dice)) merge(merged, run_pair(base, other, piece));
    EXPECT_TRUE(testing::same_counts(merged, run_pair(base, other, range))) << "seed " << seed;
  }
}

TEST(Merging, running_into_existing_counts_is_running_and_merging) {
  Plan const plan = make_plan(testing::realistic_scenario());
  Ensemble counts = run(plan, {.first = 0, .count = 33});
  run_into(plan, {.first = 33, .count = 19}, best_instruction_set(), counts);
  EXPECT_TRUE(testing::same_counts(counts, run(plan, {.first = 0, .count = 52})));
}

TEST(Merging, trajectories_of_another_range_are_other_trajectories) {
  Plan const plan = make_plan(testing::realistic_scenario());
  EXPECT_FALSE(testing::same_counts(run(plan, {.first = 0, .count = 64}),
                                    run(plan, {.first = 64, .count = 64})));
}

TEST(Merging, an_empty_range_counts_nothing) {
  Plan const plan = make_plan(testing::realistic_scenario());
  EXPECT_TRUE(testing::same_counts(run(plan, {.first = 9, .count = 0}), empty_ensemble(plan)));
}

}  // namespace
}  // namespace minefree
