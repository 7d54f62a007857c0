#include <minefree/domain/history.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

using testing::published;

std::vector<YearFigures> history_of(std::vector<HistoryRow> rows, int origin = 2024) {
  StateData state;
  state.history = std::move(rows);
  return history_known_at(state, origin);
}

TEST(History, takes_the_last_row_that_gives_a_number) {
  auto const history =
      history_of({{.year = 2022, .cleared_km2 = 5, .source = published(2023, "first")},
                  {.year = 2022, .cleared_km2 = 6, .source = published(2023, "second")},
                  {.year = 2022, .cancelled_km2 = 3, .source = published(2023, "third")}});
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].cleared_km2->value, 6);
  EXPECT_EQ(history[0].cleared_km2->source, "second");
  EXPECT_EQ(history[0].cancelled_km2->source, "third");
}

TEST(History, knows_only_sources_published_by_the_year_after_the_origin) {
  std::vector<HistoryRow> const rows{{.year = 2020, .cleared_km2 = 5, .source = published(2021)},
                                     {.year = 2020, .cleared_km2 = 6, .source = published(2022)}};
  EXPECT_EQ(history_of(rows, 2019).size(), 0u) << "a year after the origin";
  EXPECT_EQ(history_of(rows, 2020).at(0).cleared_km2->value, 5);
  EXPECT_EQ(history_of(rows, 2021).at(0).cleared_km2->value, 6);
}

TEST(History, always_knows_figures_that_a_user_gives) {
  auto const history = history_of({{.year = 2010, .cleared_km2 = 5}}, 2010);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].cleared_km2->source, "own");
}

TEST(History, names_all_sources_of_a_row) {
  Citation const both{.ids = {"one", "other"}, .published = 2020};
  EXPECT_EQ(
      history_of({{.year = 2020, .cleared_km2 = 5, .source = both}}).at(0).cleared_km2->source,
      "one + other");
}

TEST(History, is_in_the_order_of_the_years) {
  auto const history =
      history_of({{.year = 2023, .cleared_km2 = 1}, {.year = 2019, .cleared_km2 = 1}});
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[0].year, 2019);
  EXPECT_EQ(history[1].year, 2023);
}

TEST(History, keeps_a_flag_that_any_row_of_the_year_sets) {
  auto const history =
      history_of({{.year = 2022, .redefined = true}, {.year = 2022, .resurvey = true}});
  EXPECT_TRUE(history.at(0).redefined);
  EXPECT_TRUE(history.at(0).resurvey);
}

TEST(History, lets_a_later_total_replace_a_split_stock) {
  auto const history = history_of({{.year = 2022, .confirmed_km2 = 10, .suspected_km2 = 30},
                                   {.year = 2022, .contamination_km2 = 50}});
  EXPECT_FALSE(history.at(0).confirmed_km2);
  EXPECT_FALSE(history.at(0).suspected_km2);
  EXPECT_EQ(history.at(0).contamination_km2->value, 50);
}

TEST(History, lets_a_later_split_replace_a_total) {
  auto const history =
      history_of({{.year = 2022, .contamination_km2 = 50}, {.year = 2022, .confirmed_km2 = 10}});
  EXPECT_EQ(history.at(0).confirmed_km2->value, 10);
  EXPECT_FALSE(history.at(0).contamination_km2);
}

TEST(History, keeps_both_when_one_row_gives_a_total_and_a_part) {
  auto const history = history_of({{.year = 2022, .confirmed_km2 = 10, .contamination_km2 = 50}});
  auto const stock = stock_of(history, 2022);
  ASSERT_TRUE(stock);
  EXPECT_EQ(stock->confirmed_km2, 10);
  EXPECT_EQ(stock->suspected_km2, 40);
  EXPECT_EQ(stock->unsplit_km2, 0);
}

TEST(History, after_the_origin_comes_from_all_sources) {
  StateData state;
  state.history = {{.year = 2020, .cleared_km2 = 1, .source = published(2021)},
                   {.year = 2021, .cleared_km2 = 2, .source = published(2030)}};
  auto const since = history_after(state, 2020);
  ASSERT_EQ(since.size(), 1u);
  EXPECT_EQ(since[0].cleared_km2->value, 2);
}

TEST(Stock, of_a_split_year_is_what_was_reported) {
  auto const stock =
      stock_of(history_of({{.year = 2022, .confirmed_km2 = 10, .suspected_km2 = 30}}), 2022);
  ASSERT_TRUE(stock);
  EXPECT_EQ(stock->year, 2022);
  EXPECT_EQ(stock->confirmed_km2, 10);
  EXPECT_EQ(stock->suspected_km2, 30);
  EXPECT_EQ(stock->total_km2(), 40);
}

TEST(Stock, without_a_figure_is_unknown) {
  auto const history = history_of({{.year = 2022, .cleared_km2 = 1}});
  EXPECT_FALSE(stock_of(history, 2022));
  EXPECT_FALSE(stock_of(history, 2021));
  EXPECT_TRUE(stocks_of(history).empty());
}

TEST(Stock, of_one_kind_alone_is_the_whole_record) {
  auto const confirmed = stock_of(history_of({{.year = 2022, .confirmed_km2 = 10}}), 2022);
  EXPECT_EQ(confirmed->total_km2(), 10);
  EXPECT_EQ(confirmed->confirmed_km2, 10);
  auto const suspected = stock_of(history_of({{.year = 2022, .suspected_km2 = 10}}), 2022);
  EXPECT_EQ(suspected->total_km2(), 10);
  EXPECT_EQ(suspected->suspected_km2, 10);
}

TEST(Stock, given_as_a_total_is_split_as_the_nearest_year_before) {
  auto const history = history_of({{.year = 2018, .confirmed_km2 = 90, .suspected_km2 = 10},
                                   {.year = 2020, .confirmed_km2 = 10, .suspected_km2 = 30},
                                   {.year = 2022, .contamination_km2 = 20},
                                   {.year = 2023, .confirmed_km2 = 18, .suspected_km2 = 2}});
  auto const stock = stock_of(history, 2022);
  EXPECT_DOUBLE_EQ(stock->confirmed_km2, 5);
  EXPECT_DOUBLE_EQ(stock->suspected_km2, 15);
  EXPECT_EQ(stock->unsplit_km2, 0);
}

TEST(Stock, given_as_a_total_is_split_as_the_next_year_when_none_before_is) {
  auto const history = history_of({{.year = 2019, .contamination_km2 = 20},
                                   {.year = 2020, .confirmed_km2 = 10, .suspected_km2 = 30},
                                   {.year = 2021, .confirmed_km2 = 9, .suspected_km2 = 1}});
  EXPECT_DOUBLE_EQ(stock_of(history, 2019)->confirmed_km2, 5);
}

TEST(Stock, that_is_never_split_stays_unsplit) {
  auto const stock = stock_of(history_of({{.year = 2022, .contamination_km2 = 20}}), 2022);
  EXPECT_EQ(stock->unsplit_km2, 20);
  EXPECT_EQ(stock->confirmed_km2, 0);
  EXPECT_EQ(stock->total_km2(), 20);
}

TEST(Stock, of_nothing_tells_no_split) {
  auto const history = history_of({{.year = 2020, .confirmed_km2 = 0, .suspected_km2 = 0},
                                   {.year = 2022, .contamination_km2 = 20}});
  EXPECT_EQ(stock_of(history, 2022)->unsplit_km2, 20);
}

TEST(Stock, where_confirmed_land_exceeds_the_total_leaves_no_suspected_land) {
  auto const stock =
      stock_of(history_of({{.year = 2022, .confirmed_km2 = 30, .contamination_km2 = 20}}), 2022);
  EXPECT_EQ(stock->suspected_km2, 0);
}

TEST(Released, is_the_reported_sum_or_the_sum_of_the_parts) {
  auto const released = [](HistoryRow const& row) { return released_km2(history_of({row}).at(0)); };
  EXPECT_EQ(released({.year = 2022, .cleared_km2 = 1, .released_km2 = 9}), 9);
  EXPECT_EQ(released({.year = 2022, .cleared_km2 = 1, .reduced_km2 = 2, .cancelled_km2 = 4}), 7);
  EXPECT_EQ(released({.year = 2022, .cancelled_km2 = 4}), 4);
  EXPECT_FALSE(released({.year = 2022, .confirmed_km2 = 4}));
}

}  // namespace
}  // namespace minefree
