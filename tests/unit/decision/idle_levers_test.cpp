#include <minefree/decision/idle_levers.hpp>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

namespace minefree {
namespace {

FundingLever const half{.shape = FundingShape::change, .value = -0.5};

/// `key: why`, one a line.
std::string idle(Scenario const& base, Scenario const& other,
                 std::vector<std::string> const& levers) {
  auto const plan = make_plan(other);
  std::string text;
  for (auto const& lever : idle_levers(base, {other, plan}, levers))
    text += lever.key + ": " + lever.why + "\n";
  return text;
}

Scenario realistic() {
  auto scenario = testing::realistic_scenario();
  scenario.trajectories = 200;
  return scenario;
}

TEST(IdleLevers, know_which_lever_a_key_belongs_to) {
  EXPECT_EQ(lever_of("funding.world"), "funding.world");
  EXPECT_EQ(lever_of("funding.donors.USA"), "funding.donors.USA");
  EXPECT_EQ(lever_of("state_overrides.NGA.confirmed_km2"), "state_overrides.NGA");
  EXPECT_EQ(lever_of("state_overrides.NGA.condition"), std::nullopt);
  EXPECT_EQ(lever_of("parameters.maturity_penalty"), "parameters.maturity_penalty");
  EXPECT_EQ(lever_of("horizon"), std::nullopt);
  EXPECT_EQ(lever_of("funding.price_year"), std::nullopt);
}

TEST(IdleLevers, are_none_of_those_that_move_something) {
  auto const base = realistic();
  auto other = base;
  auto const& code = base.states.front().code;
  other.funding.world.push_back(half);
  other.survey[code].push_back({.intensity = 3});
  other.parameters.push_back(testing::given(Parameter::maturity_penalty, 1));
  other.state_overrides[code].stock.confirmed_km2 = testing::exactly(99);
  EXPECT_EQ(idle(base, other,
                 {"funding.world", "survey." + code, "parameters.maturity_penalty",
                  "state_overrides." + code}),
            "");
}

TEST(IdleLevers, of_a_donor_whom_no_state_knows) {
  auto const base = realistic();
  auto other = base;
  other.funding.donors["LIE"].push_back(half);
  EXPECT_EQ(idle(base, other, {"funding.donors.LIE"}),
            "funding.donors.LIE: no state that can be estimated is known to get money from it "
            "(Liechtenstein)\n");
}

TEST(IdleLevers, of_a_state_that_cannot_be_estimated) {
  auto base = realistic();
  auto& state = base.states.front();
  state.status = {.kind = StatusKind::not_estimable,
                  .declared = {},
                  .reasons = {"no access"},
                  .needs = {},
                  .source = {}};
  auto other = base;
  other.security[state.code].push_back({.regime = Regime::open});
  EXPECT_EQ(idle(base, other, {"security." + state.code}),
            "security." + state.code + ": " + state.name + " cannot be estimated: no access\n");
}

TEST(IdleLevers, of_money_that_moves_no_capacity) {
  auto base = realistic();
  base.parameters.push_back(testing::given(Parameter::funding_elasticity, 0));
  for (auto& state : base.states) {
    std::erase_if(state.programme, [](ParameterValue const& value) {
      return value.id == Parameter::funding_elasticity;
    });
  }
  auto other = base;
  other.funding.world.push_back(half);
  EXPECT_EQ(idle(base, other, {"funding.world"}),
            "funding.world: funding_elasticity is 0 wherever it reaches, so that money moves no "
            "date\n");
}

// The plans differ, and only the futures show that this is what would have been anyway.
TEST(IdleLevers, are_found_by_their_futures_where_plans_differ) {
  auto const base = testing::certain_scenario_of({testing::closed_form_state("XXA")});
  auto other = base;
  other.security["XXA"].push_back({.regime = Regime::open});
  ASSERT_FALSE(make_plan(base).countries == make_plan(other).countries);
  EXPECT_EQ(idle(base, other, {"security.XXA"}), "security.XXA: \n");
}

TEST(IdleLevers, are_held_against_what_the_base_has) {
  auto base = realistic();
  base.funding.world.push_back(half);
  auto other = base;
  other.funding.world.clear();
  EXPECT_EQ(idle(base, other, {"funding.world"}), "") << "it takes back what the base does";
}

}  // namespace
}  // namespace minefree
