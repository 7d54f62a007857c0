#include <minefree/hindcast/declarations.hpp>

#include <gtest/gtest.h>

#include <minefree/hindcast/chances.hpp>
#include <minefree/hindcast/vintage.hpp>

namespace minefree::hindcast {
namespace {

/// Declared in November 2018 for a deadline of 2021, found affected in 2020, granted 2026 in 2021.
StateData declared_and_affected_again() {
  StateData state;
  state.code = "MRT";
  state.treaty = {
      .party = true,
      .deadlines = {{{2016, 1, 1}, 2010, {}}, {{2021, 1, 1}, 2015, {}}, {{2025, 12, 31}, 2021, {}}},
      .declarations = {{.date = {2018, 11, 29}, .affected_again = 2020}}};
  return state;
}

StateData declared_some_day(Date deadline, Declaration declaration) {
  StateData state;
  state.treaty = {.party = true,
                  .deadlines = {{deadline, deadline.year - 10, {}}},
                  .declarations = {std::move(declaration)}};
  return state;
}

TEST(Declaration, holds_until_the_state_is_affected_again) {
  auto const state = declared_and_affected_again();
  EXPECT_FALSE(declared_at_end_of(state, 2017));
  EXPECT_EQ(declared_at_end_of(state, 2018), (Date{2018, 11, 29}));
  EXPECT_TRUE(declared_at_end_of(state, 2019));
  EXPECT_FALSE(declared_at_end_of(state, 2020));
  EXPECT_FALSE(declared(state)) << "affected at the end of the last year of truth";
}

TEST(Declaration, is_known_to_be_overtaken_a_year_after_the_origin) {
  auto const state = declared_and_affected_again();
  EXPECT_TRUE(declared_known_at(state, 2018));
  EXPECT_FALSE(declared_known_at(state, 2019)) << "the report of 2020 is out";
}

TEST(Declaration, of_the_status_is_one_of_them_and_counted_once) {
  auto state = declared_and_affected_again();
  state.status = {.kind = StatusKind::declared, .declared = Date{2024, 5, 1}};
  EXPECT_EQ(declarations_of(state).size(), 2u);
  state.treaty.declarations.push_back({.date = {2024, 5, 1}});
  EXPECT_EQ(declarations_of(state).size(), 2u);
  EXPECT_EQ(declared(state), (Date{2024, 5, 1}));
}

TEST(Declaration, that_comes_first_after_the_origin_is_the_outcome_of_a_date) {
  auto state = declared_and_affected_again();
  state.treaty.declarations.push_back({.date = {2024, 5, 1}});
  EXPECT_EQ(first_declared_after(state, 2017), (Date{2018, 11, 29}));
  EXPECT_EQ(first_declared_after(state, 2019), (Date{2024, 5, 1}));
  EXPECT_FALSE(first_declared_after(state, 2024));
}

TEST(DeadlineMet, stays_met_when_the_state_is_affected_again) {
  auto const state = declared_and_affected_again();
  EXPECT_EQ(deadline_met(state, {2021, 1, 1}, 2017), false) << "not declared by then";
  EXPECT_EQ(deadline_met(state, {2021, 1, 1}, 2018), true);
  EXPECT_EQ(deadline_met(state, {2021, 1, 1}, 2025), true);
  EXPECT_EQ(deadline_met(state, {2016, 1, 1}, 2025), false) << "declared too late";
  ASSERT_TRUE(deadline_fallen_due(state, 2017));
  EXPECT_TRUE(deadline_fallen_due(state, 2017)->met);
}

TEST(DeadlineMet, of_a_deadline_granted_after_the_find_needs_a_new_declaration) {
  auto state = declared_and_affected_again();
  EXPECT_EQ(deadline_met(state, {2025, 12, 31}, 2025), false);
  state.treaty.declarations.push_back({.date = {2025, 6, 1}});
  EXPECT_EQ(deadline_met(state, {2025, 12, 31}, 2025), true);
}

TEST(DeadlineMet, cannot_be_told_where_only_the_month_or_the_year_is_known) {
  Date const first_of_april{2014, 4, 1};
  auto const in_april =
      declared_some_day(first_of_april, {.date = {2014, 4, 30}, .known_to = KnownTo::month});
  EXPECT_FALSE(deadline_met(in_april, first_of_april, 2020)) << "neither met nor missed";
  EXPECT_FALSE(deadline_fallen_due(in_april, 2010));
  EXPECT_EQ(deadlines_met_by({in_april}, 2020).of, 0);
  auto const in_2025 =
      declared_some_day({2025, 2, 1}, {.date = {2025, 12, 31}, .known_to = KnownTo::year});
  EXPECT_FALSE(deadline_met(in_2025, {2025, 2, 1}, 2025));
}

TEST(DeadlineMet, is_told_where_the_whole_month_lies_on_one_side) {
  Declaration const in_april{.date = {2014, 4, 30}, .known_to = KnownTo::month};
  EXPECT_EQ(deadline_met(declared_some_day({2014, 4, 30}, in_april), {2014, 4, 30}, 2020), true);
  EXPECT_EQ(deadline_met(declared_some_day({2014, 3, 31}, in_april), {2014, 3, 31}, 2020), false);
  auto exact = in_april;
  exact.known_to = KnownTo::day;
  EXPECT_EQ(deadline_met(declared_some_day({2014, 4, 1}, exact), {2014, 4, 1}, 2020), false);
}

TEST(ReferenceClass, counts_a_deadline_met_before_the_state_was_affected_again) {
  auto const states = std::vector{declared_and_affected_again()};
  EXPECT_EQ(deadlines_met_by(states, 2019).came, 0);
  EXPECT_EQ(deadlines_met_by(states, 2019).of, 1);
  EXPECT_EQ(deadlines_met_by(states, 2021).came, 1);
  EXPECT_EQ(deadlines_met_by(states, 2021).of, 2);
  EXPECT_EQ(deadlines_met_by(states, 2025).came, 1) << "the deadline of 2025 is missed";
  EXPECT_EQ(deadlines_met_by(states, 2025).of, 3);
}

TEST(Truth, of_a_state_affected_again_is_no_stock_only_while_the_declaration_held) {
  auto const state = declared_and_affected_again();
  EXPECT_EQ(recorded_stock(state, settled(2017, 2018))->value, 0);
  EXPECT_FALSE(recorded_stock(state, settled(2017, 2020)));
}

}  // namespace
}  // namespace minefree::hindcast
