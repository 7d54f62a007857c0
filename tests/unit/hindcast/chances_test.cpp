#include <minefree/hindcast/chances.hpp>

#include <gtest/gtest.h>

namespace minefree::hindcast {
namespace {

/// A party with deadlines, declared complete on a day or still affected.
StateData party(std::string code, std::vector<GrantedDeadline> deadlines,
                std::optional<Date> declared = std::nullopt) {
  StateData state;
  state.code = std::move(code);
  state.treaty = {.party = true, .deadlines = std::move(deadlines)};
  if (declared) state.status = {.kind = StatusKind::declared, .declared = declared};
  return state;
}

std::vector<StateData> three_states() {
  return {party("AAA", {{{2012, 3, 1}, 2002, {}}, {{2016, 3, 1}, 2011, {}}}, Date{2015, 6, 1}),
          party("BBB", {{{2014, 3, 1}, 2004, {}}}),
          party("CCC", {{{2020, 3, 1}, 2010, {}}}, Date{2019, 1, 1})};
}

TEST(ReferenceClass, counts_deadlines_that_fell_due_by_the_origin) {
  auto const at_2014 = deadlines_met_by(three_states(), 2014);
  EXPECT_EQ(at_2014.of, 2);
  EXPECT_EQ(at_2014.came, 0);
  auto const at_2016 = deadlines_met_by(three_states(), 2016);
  EXPECT_EQ(at_2016.of, 3);
  EXPECT_EQ(at_2016.came, 1);
  EXPECT_DOUBLE_EQ(at_2016.probability(), 1.5 / 4);
}

TEST(AnalystCall, must_be_out_and_be_on_the_deadline_in_force) {
  auto const state = party("AAA", {{{2018, 3, 1}, 2008, {}}, {{2022, 3, 1}, 2017, {}}});
  std::vector<AnalystCall> const calls{
      {"AAA", 2015, "x", Date{2018, 3, 1}, DeadlineCall::on_track, {}},
      {"AAA", 2017, "x", Date{2018, 3, 1}, DeadlineCall::not_on_track, {}},
      {"AAA", 2019, "x", Date{2022, 3, 1}, DeadlineCall::on_track, {}}};
  EXPECT_FALSE(call_known_at(calls, state, 2013));
  EXPECT_EQ(call_known_at(calls, state, 2014), DeadlineCall::on_track);
  EXPECT_FALSE(call_known_at(calls, state, 2016)) << "the deadline was extended in 2017";
  EXPECT_EQ(call_known_at(calls, state, 2018), DeadlineCall::on_track);
}

TEST(AnalystCall, is_worth_how_often_such_calls_came_true_before) {
  std::vector<AnalystCall> const calls{
      {"AAA", 2014, "x", Date{2016, 3, 1}, DeadlineCall::on_track, {}},
      {"AAA", 2015, "y", Date{2016, 3, 1}, DeadlineCall::on_track, {}},
      {"BBB", 2013, "x", Date{2014, 3, 1}, DeadlineCall::on_track, {}},
      {"CCC", 2016, "x", Date{2020, 3, 1}, DeadlineCall::not_on_track, {}}};
  auto const states = three_states();
  auto const early = met_when_called(DeadlineCall::on_track, calls, states, 2013);
  EXPECT_EQ(early.of, 0);
  EXPECT_DOUBLE_EQ(early.probability(), 0.5) << "nothing known: Jeffreys' prior alone";
  auto const later = met_when_called(DeadlineCall::on_track, calls, states, 2017);
  EXPECT_EQ(later.of, 2) << "two editions on one deadline count once";
  EXPECT_EQ(later.came, 1);
  EXPECT_EQ(met_when_called(DeadlineCall::not_on_track, calls, states, 2020).came, 1);
}

}  // namespace
}  // namespace minefree::hindcast
