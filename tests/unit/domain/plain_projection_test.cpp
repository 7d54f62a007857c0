#include <minefree/domain/plain_projection.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

using testing::published;

PlainProjection projection_of(StateData const& state, int origin = 2024) {
  auto const history = history_known_at(state, origin);
  auto const stocks = stocks_of(history);
  auto const remaining = stocks.empty() ? std::nullopt : std::optional(stocks.back());
  return plain_projection(state, history, remaining, origin);
}

StateData state_with(std::vector<HistoryRow> rows) {
  StateData state;
  state.history = std::move(rows);
  return state;
}

TEST(PlainProjection, divides_what_remains_by_the_mean_of_the_three_newest_reported_years) {
  auto const plain =
      projection_of(state_with({{.year = 2020, .released_km2 = 100},
                                {.year = 2021, .released_km2 = 2},
                                {.year = 2022, .cleared_km2 = 1, .cancelled_km2 = 3},
                                {.year = 2024, .contamination_km2 = 40, .released_km2 = 6}}));
  EXPECT_DOUBLE_EQ(*plain.mean_release_km2_per_year, 4);
  EXPECT_DOUBLE_EQ(*plain.remaining_over_mean_release, 2025 + 10)
      << "ten years from the end of 2024";
}

TEST(PlainProjection, counts_from_the_year_of_the_stock) {
  auto const plain = projection_of(
      state_with({{.year = 2022, .contamination_km2 = 10}, {.year = 2024, .released_km2 = 5}}));
  EXPECT_DOUBLE_EQ(*plain.remaining_over_mean_release, 2023 + 2);
}

TEST(PlainProjection, reads_release_off_falling_stocks_where_none_is_reported) {
  auto const plain = projection_of(state_with({{.year = 2020, .contamination_km2 = 60},
                                               {.year = 2022, .contamination_km2 = 50},
                                               {.year = 2023, .contamination_km2 = 55},
                                               {.year = 2024, .contamination_km2 = 54}}));
  // Five a year in 2021 and 2022, one in 2024; the rise tells none.
  EXPECT_DOUBLE_EQ(*plain.mean_release_km2_per_year, 11.0 / 3);
}

// Three quiet years after a good one are what a straight line must not flatter.
TEST(PlainProjection, a_reported_zero_counts_in_the_mean_and_never_as_the_best_year) {
  auto const plain =
      projection_of(state_with({{.year = 2021, .released_km2 = 6},
                                {.year = 2022, .cleared_km2 = 0},
                                {.year = 2023, .released_km2 = 3},
                                {.year = 2024, .contamination_km2 = 10, .released_km2 = 0}}));
  EXPECT_DOUBLE_EQ(*plain.mean_release_km2_per_year, 1);
  EXPECT_EQ(plain.years_of_mean, (std::vector<int>{2022, 2023, 2024}));
  EXPECT_EQ(plain.best_year->year, 2021);
}

TEST(PlainProjection, of_zeros_alone_never_ends_and_reads_nothing_off_the_stocks) {
  auto const plain =
      projection_of(state_with({{.year = 2023, .contamination_km2 = 12},
                                {.year = 2024, .contamination_km2 = 10, .released_km2 = 0}}));
  EXPECT_DOUBLE_EQ(*plain.mean_release_km2_per_year, 0);
  EXPECT_FALSE(plain.remaining_over_mean_release);
  EXPECT_FALSE(plain.best_year);
}

TEST(PlainProjection, without_any_release_says_nothing) {
  auto const plain = projection_of(state_with({{.year = 2024, .contamination_km2 = 40}}));
  EXPECT_FALSE(plain.mean_release_km2_per_year);
  EXPECT_FALSE(plain.remaining_over_mean_release);
}

TEST(PlainProjection, without_a_stock_has_no_date) {
  auto const plain = projection_of(state_with({{.year = 2024, .released_km2 = 5}}));
  EXPECT_TRUE(plain.mean_release_km2_per_year);
  EXPECT_FALSE(plain.remaining_over_mean_release);
}

TEST(OwnPlan, is_the_newest_one_known_at_the_origin) {
  StateData state = state_with({{.year = 2020, .contamination_km2 = 40, .released_km2 = 8},
                                {.year = 2021, .released_km2 = 5}});
  state.plans = {
      {.published = 2019,
       .stated_completion = Date{2025, 12, 31},
       .planned_km2_per_year = 12,
       .source = published(2019)},
      {.published = 2021, .stated_completion = Date{2028, 12, 31}, .source = published(2021)},
      {.published = 2025, .stated_completion = Date{2035, 12, 31}, .source = published(2025)},
      {.published = 2020, .stated_completion = Date{2040, 12, 31}, .source = published(2026)}};
  EXPECT_EQ(projection_of(state, 2020).own_plan, (Date{2028, 12, 31}));
  EXPECT_EQ(projection_of(state, 2018).own_plan, (Date{2025, 12, 31}));
  EXPECT_EQ(projection_of(state, 2024).own_plan, (Date{2035, 12, 31}));
  EXPECT_FALSE(projection_of(state, 2015).own_plan);
}

TEST(OwnPlan, is_compared_with_the_best_year_that_was_ever_reported) {
  StateData state =
      state_with({{.year = 2020, .released_km2 = 8}, {.year = 2021, .released_km2 = 5}});
  state.plans = {{.published = 2021, .planned_km2_per_year = 12}};
  auto const plain = projection_of(state);
  EXPECT_DOUBLE_EQ(*plain.planned_km2_per_year, 12);
  EXPECT_DOUBLE_EQ(*plain.ratio_to_best_year, 1.5);
}

TEST(OwnPlan, takes_the_pace_of_an_older_plan_unless_that_has_run_out) {
  StateData state = state_with({{.year = 2021, .released_km2 = 5}});
  state.plans = {
      {.published = 2012, .stated_completion = Date{2013, 12, 31}, .planned_km2_per_year = 3},
      {.published = 2021,
       .stated_completion = Date{2028, 12, 31},
       .planned_km2_per_year = 10,
       .cost_musd = 90},
      {.published = 2023, .stated_completion = Date{2030, 12, 31}}};
  auto const plan = plan_known_at(state.plans, 2024);
  EXPECT_EQ(plan.completion->published, 2023);
  EXPECT_EQ(plan.pace->published, 2021);
  EXPECT_EQ(plan.cost->published, 2021);
  EXPECT_FALSE(plan_known_at(state.plans, 2028).pace)
      << "the plan to 2028 has run out, and a newer one states a date";
  EXPECT_EQ(plan_known_at(state.plans, 2018).pace->planned_km2_per_year, 3)
      << "it is all that is known";
}

TEST(OwnPlan, is_turned_into_the_pace_it_needs_and_the_date_it_leads_to) {
  StateData state = state_with({{.year = 2018, .released_km2 = 4},
                                {.year = 2024, .contamination_km2 = 48, .released_km2 = 2}});
  state.plans = {
      {.published = 2024, .stated_completion = Date{2030, 12, 31}, .planned_km2_per_year = 6}};
  auto const plain = projection_of(state);
  EXPECT_DOUBLE_EQ(*plain.needed_km2_per_year, 8) << "48 km2 in the six years from the end of 2024";
  EXPECT_DOUBLE_EQ(*plain.needed_to_best_year, 2);
  EXPECT_DOUBLE_EQ(*plain.remaining_over_planned, 2025 + 8);
}

TEST(OwnPlan, that_has_passed_needs_no_pace) {
  StateData state = state_with({{.year = 2020, .contamination_km2 = 48, .released_km2 = 2}});
  state.plans = {{.published = 2021, .stated_completion = Date{2023, 12, 31}}};
  EXPECT_TRUE(projection_of(state, 2022).needed_km2_per_year);
  EXPECT_FALSE(projection_of(state, 2024).needed_km2_per_year);
}

TEST(PastRelease, tells_the_part_that_survey_cancelled) {
  auto const plain = projection_of(state_with(
      {{.year = 2020, .cleared_km2 = 1, .cancelled_km2 = 9}, {.year = 2021, .released_km2 = 5}}));
  EXPECT_DOUBLE_EQ(plain.best_year->km2, 10);
  EXPECT_DOUBLE_EQ(*plain.best_year->cancelled_km2, 9);
  EXPECT_FALSE(plain.past.years.back().cancelled_km2);
  EXPECT_TRUE(plain.past.reported);
}

}  // namespace
}  // namespace minefree
