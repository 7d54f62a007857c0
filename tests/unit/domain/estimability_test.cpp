#include <minefree/domain/estimability.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

using testing::given;
using testing::published;

StateData reported_state() {
  StateData state;
  state.code = "XXA";
  for (int year = 2020; year <= 2024; ++year) {
    state.history.push_back({.year = year,
                             .confirmed_km2 = 10,
                             .suspected_km2 = 20,
                             .cleared_km2 = 1,
                             .cancelled_km2 = 2,
                             .source = published(year + 1)});
  }
  return state;
}

KnownState known(StateData const& state, int origin = 2024) {
  Scenario scenario = testing::scenario_of({state});
  scenario.origin = origin;
  return known_at_origin(state, scenario);
}

TEST(Estimability, is_given_by_a_stock_and_reported_work) {
  auto const state = known(reported_state());
  EXPECT_TRUE(state.estimable());
  EXPECT_EQ(state.stock->year, 2024);
  EXPECT_EQ(state.work.size(), 5u);
  EXPECT_EQ(state.basis, ResultBasis::data);
  EXPECT_FALSE(state.conditional);
}

TEST(Estimability, needs_a_stock) {
  StateData state = reported_state();
  for (HistoryRow& row : state.history) row.confirmed_km2 = row.suspected_km2 = std::nullopt;
  EXPECT_EQ(known(state).reasons, std::vector<std::string>{"no stock is known at the origin"});
}

TEST(Estimability, needs_a_stock_that_is_no_older_than_five_years) {
  StateData state = reported_state();
  state.programme = {given(Parameter::capacity_km2_per_year, 1)};
  EXPECT_TRUE(known(state, 2029).estimable());
  EXPECT_EQ(known(state, 2030).reasons, std::vector<std::string>{"no stock since 2024"});
}

TEST(Estimability, needs_a_figure_of_land_release_or_a_capacity) {
  StateData state = reported_state();
  state.history.erase(state.history.begin(), state.history.end() - 1);
  state.history.back().cleared_km2 = state.history.back().cancelled_km2 = std::nullopt;
  EXPECT_EQ(known(state).reasons,
            std::vector<std::string>{"no usable figure of land release in the five years to 2024"});
  state.programme = {given(Parameter::capacity_km2_per_year, 1)};
  EXPECT_TRUE(known(state).estimable());
}

TEST(Estimability, is_refused_with_all_reasons_at_once) {
  StateData state;
  state.code = "XXA";
  EXPECT_EQ(known(state).reasons.size(), 2u);
}

TEST(Estimability, is_refused_for_the_reasons_of_the_state_file) {
  StateData state = reported_state();
  state.status = {.kind = StatusKind::not_estimable, .reasons = {"new use", "no survey"}};
  EXPECT_EQ(known(state).reasons, (std::vector<std::string>{"new use", "no survey"}));
  state.status.reasons.clear();
  EXPECT_EQ(known(state).reasons.size(), 1u) << "a reason is never missing";
}

TEST(Estimability, may_be_supposed_by_a_scenario_that_gives_condition_stock_and_capacity) {
  StateData state;
  state.code = "XXA";
  state.status = {.kind = StatusKind::not_estimable, .reasons = {"new use"}};
  Scenario scenario = testing::scenario_of({state});
  auto& supposed = scenario.state_overrides["XXA"];
  supposed.condition = "ceasefire in 2028";
  EXPECT_EQ(known_at_origin(state, scenario).reasons.front(), "new use")
      << "a condition alone is not enough";
  supposed.stock.confirmed_km2 = Spread{40, 70, 120};
  EXPECT_EQ(known_at_origin(state, scenario).reasons.size(), 1u) << "no capacity";
  supposed.parameters = {given(Parameter::capacity_km2_per_year, 2)};
  auto const result = known_at_origin(state, scenario);
  EXPECT_TRUE(result.estimable());
  EXPECT_TRUE(result.conditional);
  EXPECT_EQ(result.basis, ResultBasis::prior);
  supposed.condition.clear();
  EXPECT_FALSE(known_at_origin(state, scenario).estimable())
      << "a stock without a condition is not enough";
}

TEST(Estimability, ends_with_a_declaration_by_the_origin) {
  StateData state = reported_state();
  state.status = {.kind = StatusKind::declared, .declared = Date{2023, 5, 1}};
  EXPECT_TRUE(known(state, 2024).complete);
  EXPECT_FALSE(known(state, 2024).estimable());
  EXPECT_TRUE(known(state, 2023).complete);
  EXPECT_FALSE(known(state, 2022).complete) << "affected, as far as could be known";
  EXPECT_TRUE(known(state, 2022).estimable());
}

TEST(Basis, is_mixed_when_stock_or_capacity_is_a_judgement) {
  StateData state = reported_state();
  state.programme = {given(Parameter::capacity_km2_per_year, 1)};
  EXPECT_EQ(known(state).basis, ResultBasis::mixed);
  state.initial.confirmed_km2 = testing::exactly(3);
  EXPECT_EQ(known(state).basis, ResultBasis::prior);
}

TEST(Basis, is_mixed_with_fewer_than_three_reported_years) {
  StateData state = reported_state();
  state.history.erase(state.history.begin(), state.history.end() - 2);
  EXPECT_EQ(known(state).basis, ResultBasis::mixed);
}

// A state that declared too early, or whose finds nobody has measured yet.
TEST(Estimability, of_a_state_with_nothing_on_record_is_refused) {
  StateData state = reported_state();
  for (HistoryRow& row : state.history) {
    if (row.year == 2024)
      row.confirmed_km2 = row.suspected_km2 = row.contamination_km2 = std::nullopt;
  }
  state.history.push_back({.year = 2024, .contamination_km2 = 0});
  EXPECT_FALSE(known(state).estimable());
  EXPECT_EQ(known(state).reasons.front(),
            "no mined area is on record: the newest stock, of 2024, is none");
}

// A hindcast must not know at its origin what was written later.
TEST(Estimability, reads_security_only_from_sources_of_its_time) {
  StateData state = reported_state();
  state.security = {
      {.from = 2020, .to = 2024, .regime = Regime::conflict, .source = published(2026)}};
  for (YearlyWork const& work : known(state).work)
    EXPECT_EQ(work.regime, Regime::open) << work.year;
  state.security.front().source = published(2025);
  for (YearlyWork const& work : known(state).work)
    EXPECT_EQ(work.regime, Regime::conflict) << work.year;
}

TEST(ValueGiven, comes_from_override_then_inline_state_then_scenario_then_state_file) {
  StateData state;
  state.code = "XXA";
  Scenario scenario;
  Parameter const id = Parameter::reduced_share;
  auto const value = [&] {
    auto const* found = value_given(scenario, state, id);
    return found ? found->values.front().best : -1;
  };
  EXPECT_EQ(value(), -1);
  state.programme = {given(id, 0.1)};
  EXPECT_EQ(value(), 0.1);
  scenario.parameters = {given(id, 0.2)};
  EXPECT_EQ(value(), 0.2) << "a scenario changes what a state file says";
  state.inline_state = true;
  EXPECT_EQ(value(), 0.1) << "a state given whole in the scenario is more particular";
  scenario.state_overrides["XXA"].parameters = {given(id, 0.3)};
  EXPECT_EQ(value(), 0.3);
  scenario.state_overrides["XXB"].parameters = {given(id, 0.4)};
  EXPECT_EQ(value(), 0.3);
  EXPECT_EQ(override_of(scenario, "XXC"), nullptr);
}

TEST(ValueGiven, of_a_state_file_is_not_there_before_what_it_rests_on) {
  StateData state = reported_state();
  state.programme = {given(Parameter::confirmed_share, 0.5)};
  state.programme.front().published = 2020;
  Scenario scenario = testing::scenario_of({state});
  scenario.origin = 2019;
  EXPECT_NE(value_given(scenario, state, Parameter::confirmed_share), nullptr);
  scenario.origin = 2018;
  EXPECT_EQ(value_given(scenario, state, Parameter::confirmed_share), nullptr);
}

}  // namespace
}  // namespace minefree
