// Shares and finds read off the reported history.
#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

#include <minefree/domain/yearly_work.hpp>

namespace minefree {
namespace {

std::vector<YearFigures> history_of(std::vector<HistoryRow> rows) {
  StateData state;
  state.history = std::move(rows);
  return history_known_at(state, 2024);
}

TEST(ReducedShare, is_pulled_towards_the_default_by_a_years_worth_of_data) {
  auto const share =
      estimate_reduced_share(history_of({{.year = 2020, .cleared_km2 = 6, .reduced_km2 = 2},
                                         {.year = 2021, .cleared_km2 = 9, .reduced_km2 = 3}}),
                             0.4);
  double const mean = 20.0 / 2;
  EXPECT_DOUBLE_EQ(share.best, (5 + 0.4 * mean) / (20 + mean));
  EXPECT_EQ(share.years, 2);
}

TEST(ReducedShare, counts_only_years_that_report_both_parts) {
  auto const share =
      estimate_reduced_share(history_of({{.year = 2020, .cleared_km2 = 6},
                                         {.year = 2021, .reduced_km2 = 3},
                                         {.year = 2022, .cleared_km2 = 1, .reduced_km2 = 1}}),
                             0.4);
  EXPECT_EQ(share.years, 1);
  EXPECT_DOUBLE_EQ(share.best, (1 + 0.4 * 2) / (2 + 2));
}

TEST(ReducedShare, without_a_report_is_the_default) {
  auto const none = estimate_reduced_share({}, 0.4);
  EXPECT_EQ(none.years, 0);
  EXPECT_EQ(none.best, 0.4);
  auto const nothing =
      estimate_reduced_share(history_of({{.year = 2020, .cleared_km2 = 0, .reduced_km2 = 0}}), 0.4);
  EXPECT_EQ(nothing.years, 0);
}

TEST(ConfirmedShare, is_what_left_the_suspected_land_without_being_cancelled) {
  auto const share = estimate_confirmed_share(
      history_of({{.year = 2019, .suspected_km2 = 100},
                  {.year = 2020, .suspected_km2 = 90, .cancelled_km2 = 8},
                  {.year = 2021, .suspected_km2 = 70, .cancelled_km2 = 15}}),
      0.18);
  double const mean = 30.0 / 2;
  EXPECT_DOUBLE_EQ(share.best, (2 + 5 + 0.18 * mean) / (30 + mean));
  EXPECT_EQ(share.years, 2);
}

TEST(ConfirmedShare, ignores_years_whose_figures_do_not_belong_together) {
  auto const years = [](std::vector<HistoryRow> rows) {
    return estimate_confirmed_share(history_of(std::move(rows)), 0.18).years;
  };
  EXPECT_EQ(years({{.year = 2019, .suspected_km2 = 100}, {.year = 2020, .suspected_km2 = 90}}), 0)
      << "no cancellation";
  EXPECT_EQ(years({{.year = 2019, .suspected_km2 = 100},
                   {.year = 2020, .suspected_km2 = 90, .cancelled_km2 = 12}}),
            0)
      << "more cancelled than the fall";
  EXPECT_EQ(years({{.year = 2019, .suspected_km2 = 100},
                   {.year = 2020, .suspected_km2 = 90, .cancelled_km2 = 0}}),
            0)
      << "nothing cancelled";
  EXPECT_EQ(years({{.year = 2018, .suspected_km2 = 100},
                   {.year = 2020, .suspected_km2 = 90, .cancelled_km2 = 5}}),
            0)
      << "a year is missing";
}

TEST(ReportedFinds, have_the_mean_of_the_years_that_report_them) {
  auto const finds = reported_finds(history_of({{.year = 2018, .discovered_km2 = 4},
                                                {.year = 2019, .cleared_km2 = 1},
                                                {.year = 2020, .discovered_km2 = 0}}));
  EXPECT_EQ(finds.years, 2);
  EXPECT_DOUBLE_EQ(finds.mean_km2, 2);
  EXPECT_EQ(reported_finds({}).years, 0);
}

}  // namespace
}  // namespace minefree
