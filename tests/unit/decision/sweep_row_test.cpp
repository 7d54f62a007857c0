#include <minefree/decision/sweep_row.hpp>

#include <gtest/gtest.h>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/decision/sweep_spread.hpp>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

constexpr std::uint64_t trajectories = 500;

std::vector<double> row_of(Plan const& plan, std::vector<SweepOutput> const& outputs) {
  std::vector<double> row(values_of_output * outputs.size());
  sweep_row(plan, outputs, trajectories, best_instruction_set(), row);
  return row;
}

TEST(SweepRow, says_what_a_run_says) {
  auto const plan = make_plan(testing::realistic_scenario());
  auto const& code = plan.countries[0].code;
  auto const year = plan.world.origin + 10;
  auto const row = row_of(plan, {{.result = SweepResult::probability, .state = code, .by = year},
                                 {.result = SweepResult::never_share, .state = code},
                                 {.result = SweepResult::deadline_met, .state = code},
                                 {.result = SweepResult::remaining_km2, .state = code, .by = year},
                                 {.result = SweepResult::states_complete, .by = year},
                                 {.result = SweepResult::remaining_km2, .by = year},
                                 {.result = SweepResult::released_km2, .by = year}});
  auto const all = run(plan, {.first = 0, .count = trajectories});
  CompletionDates const dates(all, all.states[0], plan.world.origin);
  auto const n = static_cast<double>(trajectories);
  EXPECT_DOUBLE_EQ(row[0], dates.share_by_end_of(year));
  EXPECT_NEAR(row[3], dates.never_share(), 1e-12);
  EXPECT_DOUBLE_EQ(row[6], static_cast<double>(all.states[0].deadline_met) / n);
  EXPECT_DOUBLE_EQ(row[9], static_cast<double>(all.states[0].remaining_m2[9]) / n / 1e6);
  double complete = 0, remaining = 0, released = 0;
  for (std::size_t k = 0; k < plan.affected; ++k) {
    auto const& state = all.states[k];
    complete += CompletionDates(all, state, plan.world.origin).share_by_end_of(year);
    remaining += static_cast<double>(state.remaining_m2[9]) / n / 1e6;
    for (std::size_t y = 0; y < 10; ++y) {
      released +=
          static_cast<double>(state.cancelled_m2[y] + state.reduced_m2[y] + state.cleared_m2[y]) /
          n / 1e6;
    }
  }
  EXPECT_NEAR(row[12], complete, 1e-9);
  EXPECT_NEAR(row[15], remaining, 1e-6);
  EXPECT_NEAR(row[18], released, 1e-6);
  EXPECT_GT(released, 0);
}

TEST(SweepRow, counts_a_date_beyond_the_horizon_as_its_end) {
  auto const certain = testing::scenario_of({testing::closed_form_state("XXA")});
  auto const plan = make_plan(certain);
  auto const row = row_of(plan, {{.result = SweepResult::mean_completion_year, .state = "XXA"},
                                 {.result = SweepResult::never_share, .state = "XXA"}});
  auto const all = run(plan, {.first = 0, .count = trajectories});
  auto const end = plan.world.origin + 1 + plan.world.years;
  EXPECT_LE(row[0], end);
  EXPECT_GT(row[0], plan.world.origin);
  if (row[3] == 1) {
    EXPECT_EQ(row[0], end);
  }
}

// Trajectories are shared out without one left over or taken twice.
TEST(SweepRow, has_two_halves_that_make_the_whole) {
  auto const plan = make_plan(testing::realistic_scenario());
  for (std::uint64_t const count : {2U, 3U, 31U, 33U, 500U, 512U}) {
    auto const halves = halves_of(count);
    EXPECT_EQ(halves.first.first, 0U);
    EXPECT_EQ(halves.second.first, halves.first.count);
    EXPECT_EQ(halves.first.count + halves.second.count, count);
    EXPECT_GT(halves.second.count, 0U) << count;
  }
  auto const row = row_of(plan, {{.result = SweepResult::remaining_km2, .by = 2030}});
  auto const halves = halves_of(trajectories);
  auto const n_1 = static_cast<double>(halves.first.count);
  auto const n_2 = static_cast<double>(halves.second.count);
  EXPECT_NEAR(row[0], (n_1 * row[1] + n_2 * row[2]) / (n_1 + n_2), 1e-6);
  EXPECT_NE(row[1], row[2]) << "the halves have futures of their own";
}

TEST(SweepRow, is_refused_for_a_state_without_a_date) {
  auto const plan = make_plan(testing::realistic_scenario());
  EXPECT_TRUE(outputs_can_be_estimated(
      plan, {{.result = SweepResult::never_share, .state = plan.countries[0].code}}));
  EXPECT_FALSE(
      outputs_can_be_estimated(plan, {{.result = SweepResult::never_share, .state = "ZZZ"}}));
}

/// Ten points whose true values are 0 to 9, seen through noise of +-d in either half.
SweepSpread spread_with_noise(double d) {
  SweepSpread spread(1);
  for (int point = 0; point < 10; ++point) {
    double const first = point + (point % 2 == 0 ? d : -d);
    double const second = point + (point / 2 % 2 == 0 ? d : -d);
    spread.add(std::vector{(first + second) / 2, first, second});
  }
  return spread;
}

TEST(SweepSpread, tells_noise_from_what_the_points_do) {
  auto const without = spread_with_noise(0).spreads()[0];
  EXPECT_EQ(without.lowest, 0);
  EXPECT_EQ(without.highest, 9);
  EXPECT_DOUBLE_EQ(without.mean, 4.5);
  EXPECT_NEAR(without.noise_share, 0, 1e-12);
  auto const with = spread_with_noise(3).spreads()[0];
  EXPECT_GT(with.noise_share, 0.1);
  EXPECT_LT(with.noise_share, 0.6);
  EXPECT_EQ(SweepSpread(1).spreads()[0].noise_share, 0) << "no point, no noise";
}

}  // namespace
}  // namespace minefree
