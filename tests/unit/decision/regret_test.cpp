#include <minefree/decision/regret.hpp>

#include <cmath>

#include <gtest/gtest.h>

namespace minefree {
namespace {

StrategyOutcomes brings(std::vector<double> outcome) {
  StrategyOutcomes outcomes;
  outcomes.target_met.resize(outcome.size());
  for (std::size_t n = 0; n < outcome.size(); ++n) outcomes.target_met[n] = outcome[n] >= 5;
  outcomes.outcome = std::move(outcome);
  return outcomes;
}

/// Four draws, three strategies A, B, C and two futures. Means: A 6 and 1, B 4 and 4, C 3 and 2.
Regret by_hand() {
  RegretTally tally(3, 2, Clusters(4, 0));
  tally.add(0, std::vector{brings({5, 7, 6, 6}), brings({4, 4, 4, 4}), brings({3, 3, 3, 3})});
  tally.add(1, std::vector{brings({1, 1, 0, 2}), brings({5, 3, 4, 4}), brings({2, 2, 2, 2})});
  return tally.result();
}

TEST(Regret, is_the_best_of_a_future_less_what_a_strategy_brings) {
  auto const regret = by_hand();
  double const expected[3][2] = {{0, 3}, {2, 0}, {3, 2}};
  for (std::size_t s = 0; s < 3; ++s) {
    for (std::size_t f = 0; f < 2; ++f)
      EXPECT_DOUBLE_EQ(regret.cell(s, f).regret.value, expected[s][f]) << s << " in " << f;
  }
  EXPECT_EQ(regret.cell(0, 0).target.value, 1);
  EXPECT_EQ(regret.cell(1, 1).target.value, 0.25);
  EXPECT_EQ(regret.cell(2, 1).outcome.value, 2);
}

TEST(Regret, chooses_by_three_rules) {
  auto const regret = by_hand();
  EXPECT_EQ(regret.strategies[0].largest_regret.value, 3);
  EXPECT_EQ(regret.strategies[0].future_of_largest_regret, 1U);
  EXPECT_EQ(regret.strategies[1].largest_regret.value, 2);
  EXPECT_EQ(regret.minimax_regret.strategy, 1U);
  EXPECT_EQ(regret.minimax_regret.value.value, 2);
  EXPECT_EQ(regret.maximin.strategy, 1U);
  EXPECT_EQ(regret.maximin.value.value, 4);
  EXPECT_EQ(regret.equal_weights.strategy, 1U);
  EXPECT_EQ(regret.equal_weights.value.value, 4);
  EXPECT_EQ(regret.strategies[0].mean_outcome.value, 3.5);
  EXPECT_EQ(regret.strategies[2].worst_outcome.value, 2);
  EXPECT_EQ(regret.strategies[2].future_of_worst_outcome, 1U);
}

// A is the best in all draws of the first future, B in all of the second.
TEST(Regret, counts_the_draws_in_which_a_strategy_is_the_best) {
  auto const regret = by_hand();
  EXPECT_EQ(regret.strategies[0].best_share, 0.5);
  EXPECT_EQ(regret.strategies[1].best_share, 0.5);
  EXPECT_EQ(regret.strategies[2].best_share, 0);
  EXPECT_EQ(regret.all_alike_share, 0);
}

TEST(Regret, counts_ties_as_best_but_not_as_best_alone) {
  RegretTally tally(2, 1, Clusters(4, 0));
  tally.add(0, std::vector{brings({1, 2, 3, 4}), brings({1, 2, 3, 3})});
  auto const regret = tally.result();
  EXPECT_EQ(regret.strategies[0].best_share, 1);
  EXPECT_EQ(regret.strategies[0].best_alone_share, 0.25);
  EXPECT_EQ(regret.strategies[1].best_share, 0.75);
  EXPECT_EQ(regret.strategies[1].best_alone_share, 0);
  EXPECT_EQ(regret.all_alike_share, 0.75);
}

// Both vary by 1 from draw to draw, their difference by nothing: paired, they are apart.
TEST(Regret, has_the_error_of_the_difference_in_the_same_draws) {
  RegretTally tally(2, 1, Clusters(4, 0));
  tally.add(0, std::vector{brings({1, 3, 1, 3}), brings({0.5, 2.5, 0.5, 2.5})});
  auto const regret = tally.result();
  EXPECT_NEAR(regret.cell(0, 0).outcome.standard_error, std::sqrt(4.0 / 3) / 2, 1e-12);
  EXPECT_EQ(regret.cell(1, 0).regret.value, 0.5);
  EXPECT_EQ(regret.cell(1, 0).regret.standard_error, 0);
  EXPECT_TRUE(regret.minimax_regret.as_good.empty());
}

TEST(Regret, says_which_strategies_cannot_be_told_apart) {
  RegretTally tally(3, 1, Clusters(4, 0));
  tally.add(0, std::vector{brings({1, 3, 1, 3}), brings({3, 1, 3, 0.9}), brings({0, 0, 0, 0})});
  auto const regret = tally.result();
  EXPECT_EQ(regret.minimax_regret.strategy, 0U);
  EXPECT_EQ(regret.minimax_regret.as_good, std::vector<std::size_t>{1});
  EXPECT_EQ(regret.equal_weights.as_good, std::vector<std::size_t>{1});
}

TEST(Regret, of_equal_strategies_is_exactly_nothing) {
  RegretTally tally(2, 2, Clusters(3, 0));
  auto const same = std::vector{brings({1, 5, 2}), brings({1, 5, 2})};
  tally.add(0, same);
  tally.add(1, same);
  auto const regret = tally.result();
  for (auto const& cell : regret.cells) {
    EXPECT_EQ(cell.regret.value, 0);
    EXPECT_EQ(cell.regret.standard_error, 0);
  }
  EXPECT_EQ(regret.all_alike_share, 1);
  EXPECT_EQ(regret.minimax_regret.as_good, std::vector<std::size_t>{1});
}

TEST(Clusters, give_the_error_of_independent_trajectories) {
  Clusters const clusters(4, 0);
  EXPECT_EQ(clusters.count(), 4U);
  auto const mean = clusters.mean(std::vector<double>{1, 2, 3, 4});
  EXPECT_DOUBLE_EQ(mean.value, 2.5);
  EXPECT_NEAR(mean.standard_error, std::sqrt(5.0 / 3) / 2, 1e-12);
}

// Two rows, one of which always gives 1 and the other 0: more trajectories tell nothing new.
TEST(Clusters, do_not_take_rows_that_are_used_again_for_new_ones) {
  auto const error_with = [](std::uint64_t trajectories) {
    Clusters const clusters(trajectories, 2);
    EXPECT_EQ(clusters.count(), 2U);
    return clusters.mean(std::vector<double>{static_cast<double>(trajectories) / 2, 0})
        .standard_error;
  };
  EXPECT_DOUBLE_EQ(error_with(10), 0.5);
  EXPECT_DOUBLE_EQ(error_with(10'000), 0.5);
}

TEST(Clusters, of_unequal_size_weigh_by_their_trajectories) {
  Clusters const clusters(5, 2);  // rows 0, 1, 0, 1, 0
  auto const mean = clusters.mean(std::vector<double>{3, 2});
  EXPECT_DOUBLE_EQ(mean.value, 1);
  EXPECT_NEAR(mean.standard_error, 0, 1e-15);
}

TEST(Clusters, of_a_single_trajectory_have_no_error) {
  EXPECT_EQ(Clusters(1, 0).mean(std::vector<double>{7}).standard_error, 0);
}

}  // namespace
}  // namespace minefree
