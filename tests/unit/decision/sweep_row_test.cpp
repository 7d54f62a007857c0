#include <minefree/decision/sweep_row.hpp>

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/decision/sweep_spread.hpp>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

constexpr std::uint64_t trajectories = 500;

std::vector<double> row_of(Plan const& plan, std::vector<SweepOutput> const& outputs) {
  std::vector<double> row(values_of_output * outputs.size());
  sweep_row(plan, outputs, trajectories, best_instruction_set(), [] { return false; }, row);
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
  auto const never =
      testing::simple_state("XXB", {.suspected_km2 = 100, .confirmed_km2 = 20}, 0.01);
  auto const plan =
      make_plan(testing::certain_scenario_of({testing::closed_form_state("XXA"), never}));
  auto const row = row_of(plan, {{.result = SweepResult::mean_completion_year, .state = "XXA"},
                                 {.result = SweepResult::mean_completion_year, .state = "XXB"},
                                 {.result = SweepResult::never_share, .state = "XXB"}});
  EXPECT_NEAR(row[0], 2038.1, 1.0 / 24 + 1e-9) << "13.1 years, to the middle of its month";
  EXPECT_EQ(row[3], plan.world.origin + 1 + plan.world.years);
  EXPECT_EQ(row[6], 1);
}

TEST(SweepRow, is_left_as_it_was_when_stopped) {
  auto const plan = make_plan(testing::realistic_scenario());
  std::vector<double> row{-1, -1, -1};
  sweep_row(
      plan, {{.result = SweepResult::states_complete, .by = 2030}}, trajectories,
      best_instruction_set(), [] { return true; }, row);
  EXPECT_EQ(row, (std::vector<double>{-1, -1, -1}));
}

std::uint64_t sum_of(std::vector<Range> const& ranges) {
  std::uint64_t sum = 0;
  for (Range const range : ranges) sum += range.count;
  return sum;
}

// Trajectories are shared out without one left over or taken twice.
TEST(SweepRow, has_two_halves_that_make_the_whole) {
  for (std::uint64_t const count : {2U, 3U, 31U, 33U, 40U, 199U, 200U, 500U, 512U}) {
    auto const halves = halves_of(count, 0);
    ASSERT_EQ(halves.first.size(), 1U);
    ASSERT_EQ(halves.second.size(), 1U);
    EXPECT_EQ(halves.first[0].first, 0U);
    EXPECT_EQ(halves.second[0].first, halves.first[0].count);
    EXPECT_EQ(halves.first[0].count + halves.second[0].count, count);
    auto const more = std::max(halves.first[0].count, halves.second[0].count);
    EXPECT_LE(2 * more - count, count < 200 ? 1U : 32U) << count;
  }
  auto const plan = make_plan(testing::realistic_scenario());
  auto const row = row_of(plan, {{.result = SweepResult::remaining_km2, .by = 2030}});
  auto const halves = halves_of(trajectories, plan.world.calibration_rows);
  auto const n_1 = static_cast<double>(sum_of(halves.first));
  auto const n_2 = static_cast<double>(sum_of(halves.second));
  EXPECT_NEAR(row[0], (n_1 * row[1] + n_2 * row[2]) / (n_1 + n_2), 1e-6);
  EXPECT_NE(row[1], row[2]) << "the halves have futures of their own";
}

TEST(SweepRow, has_two_halves_that_share_no_row_of_a_calibration) {
  constexpr std::uint32_t rows = 300;
  for (std::uint64_t const count : {250U, 300U, 900U, 1000U}) {
    auto const halves = halves_of(count, rows);
    std::set<std::uint64_t> of_first;
    for (Range const range : halves.first) {
      for (auto k = range.first; k < range.first + range.count; ++k) of_first.insert(k % rows);
    }
    for (Range const range : halves.second) {
      for (auto k = range.first; k < range.first + range.count; ++k) {
        ASSERT_FALSE(of_first.contains(k % rows)) << count;
      }
    }
    EXPECT_EQ(sum_of(halves.first) + sum_of(halves.second), count);
  }
}

TEST(SweepRow, is_refused_for_a_state_without_a_date_or_a_deadline) {
  auto scenario = testing::realistic_scenario();
  auto const& code = scenario.states[0].code;
  std::vector<SweepOutput> const outputs{{.result = SweepResult::never_share, .state = code},
                                         {.result = SweepResult::deadline_met, .state = code},
                                         {.result = SweepResult::never_share, .state = "ZZZ"}};
  scenario.states[0].treaty = {};
  EXPECT_EQ(columns_that_cannot_be_given(make_plan(scenario), outputs),
            (std::vector<std::string>{code + "_deadline_met", "ZZZ_never_share"}));
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
