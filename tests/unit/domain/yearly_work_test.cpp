#include <minefree/domain/yearly_work.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

std::vector<YearFigures> history_of(std::vector<HistoryRow> rows) {
  StateData state;
  state.history = std::move(rows);
  return history_known_at(state, 2024);
}

std::vector<YearlyWork> work_of(std::vector<HistoryRow> rows,
                                std::vector<SecuritySpan> const& security = {}) {
  return yearly_work(history_of(std::move(rows)), security, 2024);
}

TEST(YearlyWork, with_clearance_and_cancellation_is_split) {
  auto const work =
      work_of({{.year = 2024, .cleared_km2 = 3, .reduced_km2 = 2, .cancelled_km2 = 7}});
  ASSERT_EQ(work.size(), 1u);
  EXPECT_EQ(work[0].kind, WorkKind::split);
  EXPECT_EQ(work[0].year, 2024);
  EXPECT_EQ(work[0].cleared_km2, 3);
  EXPECT_EQ(work[0].cancelled_km2, 7);
  EXPECT_TRUE(work[0].reduced_known);
  EXPECT_EQ(work[0].reduced_km2, 2);
  EXPECT_FALSE(work[0].confirmed_known);
}

TEST(YearlyWork, knows_what_survey_confirmed_where_it_is_reported) {
  auto const work = work_of(
      {{.year = 2024, .cleared_km2 = 3, .cancelled_km2 = 7, .confirmed_by_survey_km2 = 1.5}});
  ASSERT_EQ(work.size(), 1u);
  EXPECT_FALSE(work[0].reduced_known);
  EXPECT_TRUE(work[0].confirmed_known);
  EXPECT_EQ(work[0].confirmed_by_survey_km2, 1.5);
}

TEST(YearlyWork, fills_the_part_that_the_sum_and_the_others_leave) {
  auto const reduced =
      work_of({{.year = 2024, .cleared_km2 = 3, .cancelled_km2 = 7, .released_km2 = 12}});
  ASSERT_EQ(reduced.size(), 1u);
  EXPECT_EQ(reduced[0].kind, WorkKind::split);
  EXPECT_TRUE(reduced[0].reduced_known);
  EXPECT_EQ(reduced[0].reduced_km2, 2);
  auto const cancelled =
      work_of({{.year = 2024, .cleared_km2 = 3, .reduced_km2 = 2, .released_km2 = 12}});
  ASSERT_EQ(cancelled.size(), 1u);
  EXPECT_EQ(cancelled[0].kind, WorkKind::split);
  EXPECT_EQ(cancelled[0].cancelled_km2, 7);
}

TEST(YearlyWork, never_fills_a_part_with_less_than_nothing) {
  auto const work =
      work_of({{.year = 2024, .cleared_km2 = 3, .cancelled_km2 = 7, .released_km2 = 9}});
  EXPECT_EQ(work.at(0).reduced_km2, 0);
}

TEST(YearlyWork, with_clearance_alone_is_processed_land) {
  auto const work = work_of(
      {{.year = 2023, .confirmed_km2 = 10, .suspected_km2 = 30}, {.year = 2024, .cleared_km2 = 3}});
  ASSERT_EQ(work.size(), 1u);
  EXPECT_EQ(work[0].kind, WorkKind::processed);
  EXPECT_EQ(work[0].stock.confirmed_km2, 10);
  EXPECT_EQ(work[0].stock.suspected_km2, 30);
}

TEST(YearlyWork, with_one_sum_is_total) {
  auto const work =
      work_of({{.year = 2023, .contamination_km2 = 40}, {.year = 2024, .released_km2 = 5}});
  ASSERT_EQ(work.size(), 1u);
  EXPECT_EQ(work[0].kind, WorkKind::total);
  EXPECT_EQ(work[0].released_km2, 5);
  EXPECT_EQ(work[0].stock.unsplit_km2, 40);
}

TEST(YearlyWork, of_a_sum_or_of_clearance_needs_a_stock_to_tell_the_mix) {
  EXPECT_TRUE(work_of({{.year = 2024, .released_km2 = 5}}).empty());
  EXPECT_TRUE(work_of({{.year = 2024, .cleared_km2 = 5}}).empty());
  EXPECT_TRUE(
      work_of({{.year = 2023, .contamination_km2 = 0}, {.year = 2024, .released_km2 = 5}}).empty());
}

TEST(YearlyWork, takes_the_mix_from_the_stock_before_the_year_or_else_the_next) {
  std::vector<HistoryRow> const rows{{.year = 2020, .contamination_km2 = 60},
                                     {.year = 2022, .contamination_km2 = 50},
                                     {.year = 2024, .contamination_km2 = 40, .released_km2 = 5}};
  EXPECT_EQ(work_of(rows).back().stock.year, 2022);
  auto const later =
      work_of({{.year = 2022, .released_km2 = 5}, {.year = 2024, .contamination_km2 = 40}});
  ASSERT_EQ(later.size(), 1u);
  EXPECT_EQ(later[0].stock.year, 2024);
}

TEST(YearlyWork, without_a_report_is_read_off_the_fall_of_the_stock) {
  auto const work =
      work_of({{.year = 2020, .contamination_km2 = 100}, {.year = 2024, .contamination_km2 = 80}});
  ASSERT_EQ(work.size(), 4u);
  for (YearlyWork const& year : work) {
    EXPECT_EQ(year.kind, WorkKind::stock_fall);
    EXPECT_EQ(year.released_km2, 5);
    EXPECT_EQ(year.stock.year, 2020);
  }
  EXPECT_EQ(work.front().year, 2021);
  EXPECT_EQ(work.back().year, 2024);
}

TEST(YearlyWork, adds_reported_finds_to_the_fall_of_the_stock) {
  auto const work = work_of({{.year = 2020, .contamination_km2 = 100},
                             {.year = 2022, .discovered_km2 = 8},
                             {.year = 2024, .contamination_km2 = 80}});
  ASSERT_FALSE(work.empty());
  EXPECT_EQ(work[0].released_km2, 7);
}

TEST(YearlyWork, is_not_read_off_a_stock_that_is_counted_in_another_way_or_surveyed_again) {
  EXPECT_TRUE(work_of({{.year = 2020, .contamination_km2 = 100},
                       {.year = 2024, .contamination_km2 = 80, .redefined = true}})
                  .empty());
  EXPECT_TRUE(work_of({{.year = 2020, .contamination_km2 = 100},
                       {.year = 2022, .resurvey = true},
                       {.year = 2024, .contamination_km2 = 80}})
                  .empty());
}

TEST(YearlyWork, is_not_read_off_a_stock_that_grows_or_halves_within_a_year) {
  EXPECT_TRUE(
      work_of({{.year = 2023, .contamination_km2 = 100}, {.year = 2024, .contamination_km2 = 120}})
          .empty());
  EXPECT_TRUE(
      work_of({{.year = 2023, .contamination_km2 = 100}, {.year = 2024, .contamination_km2 = 49}})
          .empty());
  EXPECT_EQ(
      work_of({{.year = 2023, .contamination_km2 = 100}, {.year = 2024, .contamination_km2 = 51}})
          .size(),
      1u);
}

TEST(YearlyWork, prefers_a_report_to_the_fall_of_the_stock) {
  auto const work = work_of({{.year = 2022, .contamination_km2 = 100},
                             {.year = 2023, .released_km2 = 3},
                             {.year = 2024, .contamination_km2 = 80}});
  ASSERT_EQ(work.size(), 2u);
  EXPECT_EQ(work[0].kind, WorkKind::total);
  EXPECT_EQ(work[1].kind, WorkKind::stock_fall);
}

TEST(YearlyWork, comes_from_the_five_years_to_the_origin) {
  std::vector<HistoryRow> rows;
  for (int year = 2015; year <= 2024; ++year)
    rows.push_back({.year = year, .cleared_km2 = 1, .cancelled_km2 = 1});
  auto const work = work_of(rows);
  ASSERT_EQ(work.size(), 5u);
  EXPECT_EQ(work.front().year, 2020);
  EXPECT_EQ(work.back().year, 2024);
}

TEST(YearlyWork, of_years_with_nothing_released_alone_is_no_figure) {
  EXPECT_TRUE(work_of({{.year = 2024, .cleared_km2 = 0, .cancelled_km2 = 0}}).empty());
  EXPECT_TRUE(
      work_of({{.year = 2023, .released_km2 = 0}, {.year = 2024, .released_km2 = 0}}).empty());
}

TEST(YearlyWork, counts_a_year_in_which_nothing_is_reported_to_be_released) {
  auto const work = work_of({{.year = 2022, .contamination_km2 = 10},
                             {.year = 2023, .contamination_km2 = 9, .released_km2 = 0},
                             {.year = 2024, .contamination_km2 = 8, .released_km2 = 1}});
  ASSERT_EQ(work.size(), 2u);
  EXPECT_TRUE(is_idle(work[0])) << "the report, and not the fall of the stock";
  EXPECT_FALSE(is_idle(work[1]));
}

TEST(YearlyWork, takes_no_clearance_alone_for_no_report) {
  auto const work = work_of({{.year = 2022, .contamination_km2 = 10},
                             {.year = 2023, .contamination_km2 = 9, .cleared_km2 = 0}});
  ASSERT_EQ(work.size(), 1u);
  EXPECT_EQ(work[0].kind, WorkKind::stock_fall) << "survey may have released the rest";
}

TEST(YearlyWork, knows_the_regime_of_its_year) {
  auto const work = work_of({{.year = 2023, .cleared_km2 = 1, .cancelled_km2 = 1},
                             {.year = 2024, .cleared_km2 = 1, .cancelled_km2 = 1}},
                            {{.from = 2020, .to = 2023, .regime = Regime::conflict}});
  ASSERT_EQ(work.size(), 2u);
  EXPECT_EQ(work[0].regime, Regime::conflict);
  EXPECT_EQ(work[1].regime, Regime::open);
}

TEST(YearlyWork, names_its_sources_once_each) {
  StateData state;
  state.history = {{.year = 2024, .cleared_km2 = 1, .source = testing::published(2025, "one")},
                   {.year = 2024, .cancelled_km2 = 1, .source = testing::published(2025, "two")},
                   {.year = 2024, .reduced_km2 = 1, .source = testing::published(2025, "one")}};
  auto const work = yearly_work(history_known_at(state, 2024), {}, 2024);
  EXPECT_EQ(work.at(0).source, "two + one");
}

TEST(RegimeOfAYear, is_that_of_the_last_span_that_holds_it_and_open_elsewhere) {
  std::vector<SecuritySpan> const security{{.from = 2000, .to = 2020, .regime = Regime::restricted},
                                           {.from = 2010, .to = 2012, .regime = Regime::conflict}};
  EXPECT_EQ(regime_of(security, 1999), Regime::open);
  EXPECT_EQ(regime_of(security, 2000), Regime::restricted);
  EXPECT_EQ(regime_of(security, 2012), Regime::conflict);
  EXPECT_EQ(regime_of(security, 2020), Regime::restricted);
  EXPECT_EQ(regime_of(security, 2021), Regime::open);
}

}  // namespace
}  // namespace minefree
