#include <minefree/domain/known_casualties.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

using testing::published;

StateData state_with(std::vector<CasualtyYear> rows) {
  StateData state;
  state.casualties = std::move(rows);
  return state;
}

TEST(KnownCasualties, are_the_newest_five_reported_years_of_the_last_ten) {
  std::vector<CasualtyYear> rows;
  for (int year = 2010; year <= 2026; ++year) {
    rows.push_back({.year = year, .casualties = year - 2000.0, .source = published(year + 1)});
  }
  auto const known = casualties_known_at(state_with(rows), 2024);
  ASSERT_EQ(known.years.size(), 5u);
  EXPECT_EQ(known.years.front().year, 2020);
  EXPECT_EQ(known.years.back().year, 2024);
  EXPECT_EQ(known.mean_per_year(), 22);
}

TEST(KnownCasualties, leave_out_what_is_old_or_not_published_yet) {
  auto const state = state_with({{.year = 2014, .casualties = 90, .source = published(2015)},
                                 {.year = 2024, .casualties = 7, .source = published(2026)}});
  EXPECT_TRUE(casualties_known_at(state, 2024).years.empty());
}

// Three killed and nobody counted as injured: three at least.
TEST(KnownCasualties, add_killed_and_injured_where_no_total_is_given) {
  auto const state =
      state_with({{.year = 2023, .killed = 3, .injured = 5}, {.year = 2024, .killed = 3}});
  auto const known = casualties_known_at(state, 2024);
  ASSERT_EQ(known.years.size(), 2u);
  EXPECT_EQ(known.years[0].casualties, 8);
  EXPECT_EQ(known.years[1].casualties, 3);
}

TEST(KnownCasualties, take_the_last_row_of_a_year) {
  auto const state =
      state_with({{.year = 2024, .casualties = 10}, {.year = 2024, .casualties = 12}});
  EXPECT_EQ(casualties_known_at(state, 2024).mean_per_year(), 12);
}

// A group that nobody reports is unknown, and not none.
TEST(KnownCasualties, split_only_into_groups_that_are_reported) {
  auto const known =
      casualties_known_at(state_with({{.year = 2022, .casualties = 10, .children = 4},
                                      {.year = 2023, .casualties = 20, .boys = 5, .girls = 0},
                                      {.year = 2024, .casualties = 30, .boys = 3, .children = 9}}),
                          2024);
  ASSERT_TRUE(known.split);
  EXPECT_EQ(known.split->of, 50) << "the years that report one of the four groups";
  EXPECT_EQ(known.split->of_any_age, 60);
  EXPECT_FALSE(known.split->men);
  EXPECT_FALSE(known.split->women);
  EXPECT_EQ(known.split->boys, 8);
  EXPECT_EQ(known.split->girls, 0);
  EXPECT_EQ(known.split->children, 18) << "four, five, and nine of whom three are known as boys";
}

TEST(KnownCasualties, are_split_by_the_years_that_tell_all_four_groups_where_there_are_any) {
  auto const known = casualties_known_at(
      state_with({{.year = 2019, .casualties = 77, .boys = 16},
                  {.year = 2022, .casualties = 41, .men = 28, .women = 2, .boys = 9, .girls = 0}}),
      2024);
  ASSERT_TRUE(known.split);
  EXPECT_EQ(known.split->of, 41);
  EXPECT_EQ(known.split->boys, 9);
}

TEST(KnownExposure, is_the_newest_figure_beside_a_stock_of_its_time) {
  StateData state;
  state.people = {{.year = 2010, .people_exposed = 900}, {.year = 2022, .people_exposed = 500}};
  EXPECT_FALSE(exposure_known_at(state, 2024)) << "no stock";
  state.history = {{.year = 2008, .contamination_km2 = 90},
                   {.year = 2024, .contamination_km2 = 40}};
  auto const known = exposure_known_at(state, 2024);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->people.year, 2022);
  EXPECT_EQ(known->stock.total_km2(), 40);
}

}  // namespace
}  // namespace minefree
