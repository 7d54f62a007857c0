#include <minefree/decision/complete_states.hpp>

#include <cmath>

#include <gtest/gtest.h>

namespace minefree {
namespace {

/// One state of 160 trajectories, ten a group; in group 0 four complete only in the other scenario.
PairCounts four_more() {
  PairCounts counts;
  counts.only_base.resize(groups_of_trajectories);
  counts.only_other.resize(groups_of_trajectories);
  counts.only_other[0] = 4;
  return counts;
}

PairedEnsemble pair_of(std::vector<PairCounts> counts) {
  PairedEnsemble pair;
  pair.base.trajectories = 160;
  pair.group_size.assign(groups_of_trajectories, 10);
  pair.pairs = std::move(counts);
  return pair;
}

TEST(CompleteStates, counts_what_one_scenario_completes_more) {
  auto const mean = mean_states_complete({2030}, {80}, pair_of({four_more()}), {0}).at(0);
  EXPECT_EQ(mean.target, 2030);
  EXPECT_DOUBLE_EQ(mean.base, 0.5);
  EXPECT_DOUBLE_EQ(mean.other, 0.525);
  EXPECT_DOUBLE_EQ(mean.value, 0.025);
}

// Group means are 0.4 and fifteen times 0: their mean 0.025, and the squares sum to 0.15, over 16
// x 15.
TEST(CompleteStates, takes_the_error_from_the_groups) {
  auto const mean = mean_states_complete({2030}, {80}, pair_of({four_more()}), {0}).at(0);
  EXPECT_NEAR(mean.standard_error, 0.025, 1e-12);
}

TEST(CompleteStates, sums_states_within_a_group_so_that_gains_and_losses_cancel) {
  auto lost = four_more();
  std::swap(lost.only_base, lost.only_other);
  auto const pair = pair_of({four_more(), lost});
  auto const both = mean_states_complete({2030}, {80}, pair, {0, 1}).at(0);
  EXPECT_EQ(both.value, 0);
  EXPECT_EQ(both.standard_error, 0);
  auto const one = mean_states_complete({2030}, {80}, pair, {1}).at(0);
  EXPECT_DOUBLE_EQ(one.value, -0.025);
}

TEST(CompleteStates, reads_the_distribution_of_the_number_of_states) {
  Ensemble ensemble;
  ensemble.trajectories = 10;
  ensemble.years = 2;
  ensemble.complete_by = {10, 0, 0, 5, 3, 2};
  EXPECT_EQ(completions_by(ensemble, 1), 0U);
  EXPECT_EQ(completions_by(ensemble, 2), 7U);
}

}  // namespace
}  // namespace minefree
