#include <minefree/hindcast/vintage.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree::hindcast {
namespace {

using testing::published;

HistoryRow stock(int year, double km2, int in) {
  return {.year = year, .contamination_km2 = km2, .source = published(in)};
}

StateData with_stocks(std::vector<HistoryRow> rows) {
  StateData state;
  state.code = "AGO";
  state.history = std::move(rows);
  return state;
}

StateData declared_on(Date day) {
  StateData state = with_stocks({stock(2014, 10, 2015)});
  state.status = {.kind = StatusKind::declared, .declared = day};
  return state;
}

TEST(Truth, is_the_last_figure_published_within_two_years) {
  auto const state =
      with_stocks({stock(2017, 100, 2018), stock(2020, 50, 2021), stock(2020, 60, 2023)});
  EXPECT_EQ(recorded_stock(state, settled(2017, 2020))->value, 50) << "60 came out in 2023";
}

TEST(Truth, needs_a_stock_of_exactly_that_year) {
  auto const state = with_stocks({stock(2017, 100, 2018), stock(2021, 50, 2022)});
  EXPECT_FALSE(recorded_stock(state, settled(2017, 2020)));
}

TEST(Truth, cannot_be_known_before_it_happens_or_is_published) {
  auto const state = with_stocks({stock(2017, 100, 2018), stock(2020, 50, 2022)});
  EXPECT_FALSE(known_by(2019, 2017, 2020));
  EXPECT_FALSE(recorded_stock(state, *known_by(2020, 2017, 2020))) << "published in 2022";
  EXPECT_TRUE(recorded_stock(state, *known_by(2021, 2017, 2020)));
}

TEST(Truth, is_flagged_when_the_record_was_counted_anew_in_between) {
  auto state = with_stocks({stock(2017, 100, 2018), stock(2020, 50, 2021)});
  EXPECT_FALSE(recorded_stock(state, settled(2017, 2020))->redefined);
  state.history.push_back({.year = 2019, .redefined = true, .source = published(2020)});
  EXPECT_TRUE(recorded_stock(state, settled(2017, 2020))->redefined);
}

TEST(Truth, ignores_a_recount_before_the_stock_that_was_known) {
  auto state = with_stocks({stock(2016, 100, 2017), stock(2020, 50, 2021)});
  state.history.front().redefined = true;
  EXPECT_FALSE(recorded_stock(state, settled(2017, 2020))->redefined);
  // A stock is older than the origin: what was recounted since then is new to it.
  state.history.push_back({.year = 2017, .redefined = true, .source = published(2019)});
  EXPECT_TRUE(recorded_stock(state, settled(2017, 2020))->redefined);
}

TEST(Truth, of_a_declared_state_is_no_stock) {
  auto const state = declared_on({2016, 5, 1});
  EXPECT_FALSE(recorded_stock(state, settled(2014, 2015)));
  EXPECT_EQ(recorded_stock(state, settled(2014, 2016))->value, 0);
  EXPECT_EQ(recorded_stock(state, settled(2014, 2019))->value, 0);
}

TEST(Truth, of_a_release_needs_every_year) {
  StateData state;
  state.history = {{.year = 2018, .released_km2 = 5, .source = published(2019)},
                   {.year = 2020, .released_km2 = 7, .source = published(2021)}};
  EXPECT_EQ(recorded_release(state, settled(2017, 2018))->value, 5);
  EXPECT_FALSE(recorded_release(state, settled(2017, 2020)));
  state.history.push_back({.year = 2019, .released_km2 = 2, .source = published(2020)});
  EXPECT_EQ(recorded_release(state, settled(2017, 2020))->value, 14);
}

TEST(Truth, of_casualties_is_no_lower_bound) {
  StateData state;
  state.casualties = {{.year = 2018, .killed = 5, .source = published(2019)}};
  EXPECT_FALSE(recorded_casualties(state, settled(2017, 2018)));
  state.casualties.push_back({.year = 2018, .casualties = 12, .source = published(2019)});
  EXPECT_EQ(recorded_casualties(state, settled(2017, 2018)), 12);
}

TEST(Deadline, is_the_one_in_force_at_the_origin) {
  auto state = declared_on({2022, 6, 1});
  state.treaty = {.party = true, .deadlines = {{{2020, 3, 1}, 2010, {}}, {{2023, 3, 1}, 2019, {}}}};
  ASSERT_TRUE(deadline_fallen_due(state, 2017));
  EXPECT_EQ(deadline_fallen_due(state, 2017)->deadline, (Date{2020, 3, 1}));
  EXPECT_FALSE(deadline_fallen_due(state, 2017)->met);
  EXPECT_TRUE(deadline_fallen_due(state, 2018)->met) << "the extension of 2019 was known";
  EXPECT_TRUE(*extension_asked(state, 2017));
}

TEST(Deadline, that_has_not_fallen_due_is_not_scored) {
  auto state = declared_on({2022, 6, 1});
  state.treaty = {.party = true, .deadlines = {{{2026, 3, 1}, 2010, {}}}};
  EXPECT_FALSE(deadline_fallen_due(state, 2017));
  state.treaty.deadlines.front().date = {2017, 12, 31};
  EXPECT_FALSE(deadline_fallen_due(state, 2017)) << "passed before the origin's end";
}

TEST(WorldFunding, is_the_newest_figure_known_then) {
  std::vector<WorldFundingYear> const rows{{2017, 673, 2018}, {2017, 696, 2019}, {2018, 642, 2019}};
  auto const early = world_funding_told_by(rows, 2017, 2018);
  ASSERT_EQ(early.size(), 1u);
  EXPECT_EQ(early[0].musd, 673);
  EXPECT_EQ(world_funding_told_by(rows, 2018, 2019)[0].musd, 696);
}

}  // namespace
}  // namespace minefree::hindcast
