#include <minefree/hindcast/fitted_spreads.hpp>
#include <minefree/hindcast/own_record.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <support/build_scenario.hpp>

namespace minefree::hindcast {
namespace {

using testing::published;

/// 100 km2 at the end of 2014, then ten released every year, all reported in the next.
StateData steady_state(std::string code, int until) {
  StateData state;
  state.code = std::move(code);
  for (int year = 2014; year <= until; ++year) {
    double const left = 100 - 10 * (year - 2014);
    state.history.push_back({.year = year,
                             .contamination_km2 = left,
                             .released_km2 = 10,
                             .source = published(year + 1)});
  }
  state.plans = {{.published = 2015, .stated_completion = Date{2019, 12, 31}}};
  state.casualties = {{.year = 2016, .casualties = 7, .source = published(2017)}};
  return state;
}

double stock_in(Simple simple, StateData const& state, int origin, int years) {
  return point_forecast(simple, what_was_known(state, origin), Variable::stock, years).value();
}

TEST(SimpleForecasts, say_what_anybody_could_write_down) {
  auto const state = steady_state("AGO", 2017);
  EXPECT_DOUBLE_EQ(stock_in(Simple::persistence, state, 2017, 3), 70);
  EXPECT_DOUBLE_EQ(stock_in(Simple::remaining_over_mean_3, state, 2017, 3), 40);
  EXPECT_DOUBLE_EQ(stock_in(Simple::remaining_over_mean_5, state, 2017, 10), 0) << "never below 0";
  EXPECT_DOUBLE_EQ(stock_in(Simple::own_plan, state, 2017, 1), 35) << "nothing left in two years";
  auto const known = what_was_known(state, 2017);
  EXPECT_DOUBLE_EQ(*date_forecast(Simple::remaining_over_mean_3, known), 2025);
  EXPECT_DOUBLE_EQ(*date_forecast(Simple::own_plan, known), 2020);
  EXPECT_EQ(*date_forecast(Simple::persistence, known), never);
  EXPECT_DOUBLE_EQ(*point_forecast(Simple::persistence, known, Variable::casualties, 3), 7);
}

TEST(SimpleForecasts, count_from_the_year_of_the_newest_stock) {
  auto state = steady_state("AGO", 2016);
  EXPECT_DOUBLE_EQ(stock_in(Simple::remaining_over_mean_3, state, 2017, 1), 60);
}

TEST(SimpleForecasts, have_nothing_to_say_of_an_old_stock) {
  auto const state = steady_state("AGO", 2015);
  EXPECT_FALSE(what_was_known(state, 2022).stock);
}

TEST(SimpleForecasts, have_nothing_to_say_of_a_state_that_is_complete) {
  auto state = steady_state("AGO", 2015);
  state.status = {.kind = StatusKind::declared, .declared = Date{2016, 6, 1}};
  EXPECT_TRUE(what_was_known(state, 2015).stock);
  EXPECT_FALSE(what_was_known(state, 2016).stock) << "or its old stock would be an error of others";
}

TEST(FittedSpreads, are_the_errors_that_the_forecast_made_before) {
  std::vector<StateData> const states{steady_state("AGO", 2022), steady_state("KHM", 2022)};
  FittedSpreads spreads(states);
  auto const& errors = spreads.errors(Simple::persistence, Variable::stock, 1, 2018);
  ASSERT_EQ(errors.size(), 8u) << "four years to 2018 in two states";
  EXPECT_NEAR(errors.back(), std::log((90 + 5) / (100 + 5.0)), 1e-9);
  EXPECT_TRUE(spreads.around(60, 3, Simple::persistence, Variable::stock, 1, 2018).empty())
      << "too few for a spread";
  EXPECT_EQ(spreads.around(60, 3, Simple::persistence, Variable::stock, 1, 2019).values().size(),
            10u);
}

TEST(FittedSpreads, of_a_forecast_that_was_always_right_have_no_width) {
  std::vector<StateData> const states{steady_state("AGO", 2022), steady_state("KHM", 2022)};
  FittedSpreads spreads(states);
  auto const forecast =
      spreads.around(40, 3, Simple::remaining_over_mean_3, Variable::stock, 1, 2020);
  ASSERT_FALSE(forecast.empty());
  EXPECT_NEAR(forecast.values().front(), 40, 1e-9);
  EXPECT_NEAR(forecast.values().back(), 40, 1e-9);
}

TEST(LinearTrend, goes_on_along_a_straight_line) {
  auto const state = steady_state("AGO", 2017);
  auto const trend = linear_trend(state, what_was_known(state, 2017));
  EXPECT_NEAR(trend.stock[1].quantile(0.5), 40, 1e-9);
  EXPECT_NEAR(trend.release[1].quantile(0.5), 30, 1e-9);
  EXPECT_NEAR(trend.date.quantile(0.5), 2025, 1e-9);
}

TEST(LinearTrend, needs_three_stocks) {
  auto const state = steady_state("AGO", 2015);
  EXPECT_TRUE(linear_trend(state, what_was_known(state, 2015)).date.empty());
}

TEST(UnpooledRenewal, draws_from_the_years_of_the_state_alone) {
  auto state = steady_state("AGO", 2017);
  auto const steady = unpooled_renewal(state, what_was_known(state, 2017));
  EXPECT_NEAR(steady.stock[0].quantile(0.5), 60, 1e-9);
  EXPECT_NEAR(steady.date.quantile(0.5), 2025, 1e-9);
  state.history.back().released_km2 = 30;
  auto const uneven = unpooled_renewal(state, what_was_known(state, 2017));
  EXPECT_DOUBLE_EQ(uneven.stock[0].values().front(), 40);
  EXPECT_DOUBLE_EQ(uneven.stock[0].values().back(), 60);
  EXPECT_NEAR(uneven.stock[0].share_below(50), 0.25, 0.07) << "one year of four released 30";
}

TEST(UnpooledRenewal, never_ends_where_nothing_is_released) {
  auto state = steady_state("AGO", 2017);
  for (auto& row : state.history) row.released_km2 = 0;
  auto const renewal = unpooled_renewal(state, what_was_known(state, 2017));
  EXPECT_EQ(renewal.date.values().front(), never);
}

}  // namespace
}  // namespace minefree::hindcast
