#include <minefree/hindcast/overlay.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

#include <minefree/hindcast/scores.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

/// A forecast in which every quantile of the stock is `middle` plus ten times the share's distance
/// from one half.
FrozenState straight(std::string const& code, double middle) {
  FrozenState state;
  state.code = code;
  state.name = code;
  state.estimable = true;
  state.last_stock_year = 2020;
  state.last_stock_km2 = 20;
  for (double const share : frozen_area_shares) {
    double const km2 = middle + 10 * (share - 0.5);
    state.remaining_km2[share] = {km2, km2};
  }
  state.complete_by = {{2021, 0.1}, {2022, 0.3}};
  state.declared_by = {{2021, 0}, {2022, 0.2}};
  state.completion = {{0.5, 2023.0}};
  return state;
}

FrozenForecast forecast_of(FrozenState const& state) {
  FrozenForecast frozen;
  frozen.provenance.origin = 2020;
  frozen.years = {2021, 2022};
  frozen.states = {state};
  return frozen;
}

StateData reporting(std::vector<HistoryRow> rows) {
  StateData state;
  state.code = "XXA";
  state.history = std::move(rows);
  return state;
}

TEST(Overlay, reads_its_quantiles_back_as_they_were_kept) {
  auto const frozen = straight("XXA", 20);
  auto const forecast = forecast_of_stock(frozen, 0);
  for (double const share : {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975}) {
    EXPECT_NEAR(forecast.quantile(share), frozen.remaining_km2.at(share)[0], 0.01) << share;
  }
}

TEST(Overlay, tells_where_a_report_fell_and_scores_it_as_the_hindcast_does) {
  auto const frozen = forecast_of(straight("XXA", 20));
  auto const checks = against_reports(
      frozen,
      {reporting({{.year = 2020, .confirmed_km2 = 20}, {.year = 2021, .confirmed_km2 = 22}})});
  ASSERT_EQ(checks.stocks.size(), 1u);
  auto const& check = checks.stocks[0];
  EXPECT_NEAR(check.fell_at, 0.7, 0.001);
  EXPECT_TRUE(check.inside_50) << "17.5 to 22.5";
  EXPECT_NEAR(check.low_80_km2, 16, 0.01);
  EXPECT_NEAR(check.high_80_km2, 24, 0.01);
  auto const logged = forecast_of_stock(frozen.states[0], 0).logged(1);
  EXPECT_NEAR(check.wis, weighted_interval_score(logged, numeric::log(23.0)), 1e-12)
      << "5 % of 20 km2 is added";
  EXPECT_EQ(checks.scores.coverage_80, 1);
  EXPECT_EQ(*checks.scores.wis, check.wis);
}

TEST(Overlay, shows_a_recount_but_does_not_score_it) {
  auto const checks =
      against_reports(forecast_of(straight("XXA", 20)),
                      {reporting({{.year = 2020, .confirmed_km2 = 20},
                                  {.year = 2021, .confirmed_km2 = 21},
                                  {.year = 2022, .confirmed_km2 = 90, .redefined = true}})});
  ASSERT_EQ(checks.stocks.size(), 2u);
  EXPECT_TRUE(checks.stocks[1].redefined);
  EXPECT_FALSE(checks.stocks[1].inside_80);
  EXPECT_EQ(checks.scores.stocks, 1u);
  EXPECT_EQ(checks.scores.redefined, 1u);
  EXPECT_EQ(checks.scores.coverage_80, 1);
}

TEST(Overlay, holds_declarations_against_their_probabilities) {
  auto state = reporting({{.year = 2020, .confirmed_km2 = 20}});
  state.status = {.kind = StatusKind::declared, .declared = Date{2022, 6, 1}};
  auto const checks = against_reports(forecast_of(straight("XXA", 2)), {state});
  ASSERT_EQ(checks.declarations.size(), 2u);
  EXPECT_FALSE(checks.declarations[0].declared);
  EXPECT_TRUE(checks.declarations[1].declared);
  EXPECT_NEAR(checks.declarations[1].brier, 0.64, 1e-12);
  EXPECT_NEAR(*checks.scores.brier, 0.32, 1e-12);
  EXPECT_EQ(checks.declared_on("XXA"), (Date{2022, 6, 1}));
  ASSERT_EQ(checks.stocks.size(), 1u) << "nothing is left at the end of 2022";
  EXPECT_EQ(checks.stocks[0].reported_km2, 0);
}

TEST(Overlay, scores_that_nothing_is_left_once_in_the_year_of_the_declaration) {
  auto state = reporting({{.year = 2020, .confirmed_km2 = 20}});
  state.status = {.kind = StatusKind::declared, .declared = Date{2021, 6, 1}};
  auto const forecast = forecast_of(straight("XXA", 2));
  auto const checks = against_reports(forecast, {state});
  ASSERT_EQ(checks.stocks.size(), 1u) << "2022 would only repeat it";
  EXPECT_EQ(checks.stocks[0].year, 2021);
  EXPECT_EQ(checks.scores.stocks, 1u);

  state.history.push_back({.year = 2022, .confirmed_km2 = 0.5});
  auto const found_later = against_reports(forecast, {state});
  ASSERT_EQ(found_later.stocks.size(), 2u) << "land found after completion is a report of its own";
  EXPECT_EQ(found_later.stocks[1].reported_km2, 0.5);
}

TEST(Overlay, leaves_out_what_has_no_outcome) {
  auto made_up = reporting({{.year = 2020, .confirmed_km2 = 20}});
  made_up.inline_state = true;
  auto const forecast = forecast_of(straight("XXA", 20));
  EXPECT_TRUE(against_reports(forecast, {made_up}).declarations.empty());
  made_up.history.push_back({.year = 2021, .confirmed_km2 = 19});
  EXPECT_EQ(against_reports(forecast, {made_up}).declarations.size(), 2u);

  auto conditional = straight("XXA", 20);
  conditional.conditional = true;
  auto const checks =
      against_reports(forecast_of(conditional), {reporting({{.year = 2021, .confirmed_km2 = 22}})});
  EXPECT_TRUE(checks.stocks.empty());
  EXPECT_TRUE(checks.declarations.empty());
}

TEST(Overlay, is_empty_where_nothing_was_reported) {
  auto frozen = forecast_of(straight("XXA", 20));
  frozen.years = {2030, 2031};
  auto const checks = against_reports(frozen, {reporting({{.year = 2020, .confirmed_km2 = 20}})});
  EXPECT_TRUE(checks.stocks.empty());
  EXPECT_TRUE(checks.declarations.empty());
  EXPECT_FALSE(checks.scores.wis);
  EXPECT_FALSE(checks.scores.brier);
}

}  // namespace
}  // namespace minefree::hindcast
