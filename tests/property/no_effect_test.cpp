// A lever that changes nothing must show nothing: not a small difference, none.
#include <algorithm>

#include <gtest/gtest.h>

#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

void expect_no_difference(Scenario const& base, Scenario const& other) {
  Range const range{.first = 5, .count = 70};
  Plan const base_plan = make_plan(base);
  auto const pair = run_pair(base_plan, make_plan(other), range);
  EXPECT_TRUE(testing::same_counts(pair.base, pair.other));
  EXPECT_TRUE(testing::same_counts(pair.base, run(base_plan, range)));
  ASSERT_EQ(pair.pairs.size(), base.states.size());
  EXPECT_EQ(pair.complete.base, pair.complete.other);
  auto const is_zero = [](auto count) { return count == 0; };
  for (PairCounts const& counts : pair.pairs) {
    EXPECT_EQ(counts.earlier, 0u);
    EXPECT_EQ(counts.later, 0u);
    EXPECT_EQ(counts.same, range.count);
    EXPECT_TRUE(std::ranges::all_of(counts.months_gained, is_zero));
    EXPECT_TRUE(std::ranges::all_of(counts.only_base, is_zero));
    EXPECT_TRUE(std::ranges::all_of(counts.only_other, is_zero));
    EXPECT_EQ(counts.remaining_m2.base, counts.remaining_m2.other);
    EXPECT_EQ(counts.spent_thousand_usd.base, counts.spent_thousand_usd.other);
  }
}

TEST(NoEffect, equal_scenarios_differ_by_exactly_zero) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = testing::random_scenario(seed, testing::Money::shared);
    expect_no_difference(scenario, scenario);
  }
}

TEST(NoEffect, a_change_of_zero_percent_differs_by_exactly_zero) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = testing::random_scenario(seed, testing::Money::shared);
    Scenario other = scenario;
    FundingLever const nothing{.shape = FundingShape::change, .value = 0};
    other.funding.world.push_back(nothing);
    other.funding.donors["USA"].push_back(nothing);
    for (StateData const& state : scenario.states) {
      other.funding.recipients[state.code].push_back(nothing);
      other.funding.national[state.code].push_back(nothing);
      // The first lever that is in force from now on: the usual intensity.
      auto& survey = other.survey[state.code];
      survey.insert(survey.begin(), SurveyLever{.intensity = 1});
    }
    expect_no_difference(scenario, other);
  }
}

TEST(NoEffect, a_lever_after_the_horizon_differs_by_exactly_zero) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = testing::random_scenario(seed);
    Scenario other = scenario;
    int const too_late = scenario.horizon + 1;
    other.funding.world.push_back({.shape = FundingShape::set_musd, .value = 0, .from = too_late});
    other.funding.world.push_back({.shape = FundingShape::pledge,
                                   .value = 99,
                                   .from = too_late,
                                   .years = 5,
                                   .default_risk = 0.5});
    other.funding.donors["USA"].push_back({.shape = FundingShape::front_load,
                                           .value = 0.9,
                                           .from = too_late,
                                           .to = too_late + 9,
                                           .years = 2});
    for (StateData const& state : scenario.states) {
      other.survey[state.code].push_back({.intensity = 9, .from = too_late});
      other.security[state.code].push_back({.regime = Regime::conflict, .from = too_late});
    }
    expect_no_difference(scenario, other);
  }
}

FundingLever some_pledge(double default_risk) {
  return {.shape = FundingShape::pledge, .value = 99, .years = 5, .default_risk = default_risk};
}

TEST(NoEffect, a_pledge_of_nothing_or_one_that_is_broken_at_once_differs_by_exactly_zero) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = testing::random_scenario(seed, testing::Money::shared);
    Scenario other = scenario;
    FundingLever nothing = some_pledge(0.5);
    nothing.value = 0;
    for (FundingLever const& pledge : {nothing, some_pledge(1)}) {
      other.funding.world.push_back(pledge);
      other.funding.donors["NOR"].push_back(pledge);
      other.funding.recipients[scenario.states.back().code].push_back(pledge);
      other.funding.national[scenario.states.back().code].push_back(pledge);
    }
    expect_no_difference(scenario, other);
  }
}

TEST(NoEffect, a_pledge_to_one_state_moves_no_other_and_no_other_pledge) {
  int moved = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario scenario = testing::random_scenario(seed);
    for (StateData const& state : scenario.states)
      scenario.funding.recipients[state.code].push_back(some_pledge(0.5));
    Scenario other = scenario;
    std::string const& last = scenario.states.back().code;
    other.funding.recipients[last].push_back(some_pledge(0.5));
    other.funding.national[last].push_back(some_pledge(0.5));
    auto const pair = run_pair(make_plan(scenario), make_plan(other), {.first = 0, .count = 64});
    for (std::size_t k = 0; k + 1 < scenario.states.size(); ++k) {
      EXPECT_TRUE(testing::same_counts(pair.base.states[k], pair.other.states[k]))
          << scenario.states[k].code;
    }
    moved += !testing::same_counts(pair.base.states.back(), pair.other.states.back());
  }
  EXPECT_GT(moved, 20);
}

TEST(NoEffect, the_comparison_sees_a_change_of_one_percent) {
  Scenario const scenario = testing::realistic_scenario();
  Scenario other = scenario;
  other.funding.world.push_back({.shape = FundingShape::change, .value = 0.01});
  auto const pair = run_pair(make_plan(scenario), make_plan(other), {.first = 0, .count = 64});
  EXPECT_GT(pair.pairs.front().earlier, 0u);
  EXPECT_FALSE(testing::same_counts(pair.base, pair.other));
}

}  // namespace
}  // namespace minefree
