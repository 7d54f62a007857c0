#include <minefree/decision/compare.hpp>

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>
#include <support/posterior.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

using testing::certain_scenario_of;
using testing::closed_form_state;

Comparison compared(Scenario const& base, Scenario const& other) {
  auto const base_plan = make_plan(base);
  auto const other_plan = make_plan(other);
  return compare({base, base_plan}, {other, other_plan},
                 run_pair(base_plan, other_plan, {0, base.trajectories}));
}

/// The closed form of 13.1 years, and the same with another capacity.
Scenario with_capacity(double capacity_km2_per_year) {
  auto scenario = certain_scenario_of({closed_form_state("XXA")});
  scenario.parameters.push_back(
      testing::given(Parameter::capacity_km2_per_year, capacity_km2_per_year));
  auto& programme = scenario.states.front().programme;
  std::erase_if(programme,
                [](auto const& value) { return value.id == Parameter::capacity_km2_per_year; });
  return scenario;
}

TEST(Compare, twice_the_capacity_gains_half_of_the_time) {
  auto const state = compared(with_capacity(2.5), with_capacity(5)).states.front();
  EXPECT_EQ(state.earlier_share, 1);
  EXPECT_EQ(state.later_share, 0);
  EXPECT_EQ(state.same_share, 0);
  ASSERT_TRUE(state.median_years_gained);
  EXPECT_NEAR(*state.median_years_gained, 6.55, 0.05);
}

TEST(Compare, half_the_capacity_loses_as_many_years_again) {
  auto const state = compared(with_capacity(2.5), with_capacity(1.25)).states.front();
  EXPECT_EQ(state.later_share, 1);
  EXPECT_EQ(state.no_longer_complete_share, 0);
  ASSERT_TRUE(state.median_years_gained);
  EXPECT_NEAR(*state.median_years_gained, -13.1, 0.05);
}

TEST(Compare, what_never_completes_is_later_but_gains_no_years) {
  auto const state = compared(with_capacity(2.5), with_capacity(0.5)).states.front();
  EXPECT_EQ(state.later_share, 1);
  EXPECT_EQ(state.no_longer_complete_share, 1);
  EXPECT_EQ(state.newly_complete_share, 0);
  EXPECT_FALSE(state.median_years_gained);
}

/// The realistic scenario with the same few draws again and again.
Scenario with_few_draws(std::uint64_t trajectories) {
  auto scenario = testing::realistic_scenario();
  scenario.trajectories = trajectories;
  auto posterior = testing::empty_posterior(32);
  for (int row = 0; row < 32; ++row) {
    testing::common(posterior, Parameter::maturity_penalty).push_back(0.05 + 0.1 * row);
  }
  scenario.posterior = testing::shared(posterior);
  return scenario;
}

// What the draws leave open does not wear off with the number of futures.
TEST(Compare, does_not_take_draws_that_are_used_again_for_new_ones) {
  auto const error_of = [](std::uint64_t trajectories) {
    auto const base = with_few_draws(trajectories);
    auto more = base;
    more.parameters.push_back(testing::given(Parameter::maturity_penalty, 0.05));
    double largest = 0;
    for (auto const& state : compared(base, more).states) {
      for (auto const& difference : state.probability) {
        largest = std::max(largest, difference.standard_error);
      }
    }
    return largest;
  };
  double const few = error_of(640);
  EXPECT_GT(few, 0);
  EXPECT_GT(error_of(10'240), 0.5 * few) << "independent futures would make it a quarter";
}

TEST(Compare, a_scenario_differs_from_itself_by_exactly_nothing) {
  auto scenario = testing::realistic_scenario();
  scenario.trajectories = 300;
  auto const comparison = compared(scenario, scenario);
  EXPECT_TRUE(comparison.changes_nothing);
  for (auto const& state : comparison.states) {
    EXPECT_EQ(state.same_share, 1) << state.code;
    EXPECT_FALSE(state.median_years_gained) << state.code;
    EXPECT_FALSE(state.variance_reduction) << state.code;
    for (auto const& difference : state.probability) {
      EXPECT_EQ(difference.value, 0);
      EXPECT_EQ(difference.standard_error, 0);
    }
    EXPECT_EQ(state.median_date.value.value_or(0), 0) << state.code;
    EXPECT_EQ(state.median_date.standard_error.value_or(0), 0) << state.code;
  }
  auto const& world = comparison.world;
  for (auto const* differences :
       {&world.states_complete, &world.remaining_km2, &world.spent_musd}) {
    ASSERT_EQ(differences->size(), scenario.targets.size());
    for (auto const& difference : *differences) {
      EXPECT_GT(difference.base, 0);
      EXPECT_EQ(difference.value, 0);
      EXPECT_EQ(difference.standard_error, 0);
    }
  }
}

TEST(Compare, the_error_of_a_difference_is_that_of_the_paired_futures) {
  auto base = testing::realistic_scenario();
  base.trajectories = 2000;
  auto other = base;
  other.funding.world.push_back({.shape = FundingShape::change, .value = 0.5});
  auto const comparison = compared(base, other);
  EXPECT_FALSE(comparison.changes_nothing);
  for (auto const& state : comparison.states) {
    for (auto const& difference : state.probability) {
      EXPECT_NEAR(difference.value, difference.other - difference.base, 1e-12) << state.code;
      // A share d of futures changes sides, all one way: the variance is d (1 - d).
      if (difference.value <= 0) continue;
      double const d = difference.value;
      EXPECT_GE(difference.standard_error, std::sqrt(d * (1 - d) / 2000) - 1e-12) << state.code;
    }
    if (state.variance_reduction) {
      EXPECT_GT(*state.variance_reduction, 1) << state.code;
    }
  }
}

TEST(Compare, only_states_of_both_scenarios_are_compared) {
  auto const base = certain_scenario_of({closed_form_state("XXA"), closed_form_state("XXB")});
  auto const other = certain_scenario_of({closed_form_state("XXC"), closed_form_state("XXB")});
  auto const comparison = compared(base, other);
  ASSERT_EQ(comparison.states.size(), 1U);
  EXPECT_EQ(comparison.states.front().code, "XXB");
  EXPECT_EQ(comparison.only_in_base, std::vector<std::string>{"XXA"});
  EXPECT_EQ(comparison.only_in_other, std::vector<std::string>{"XXC"});
}

TEST(Compare, the_world_counts_the_states_complete_by_a_target) {
  auto const complete = compared(with_capacity(2.5), with_capacity(5)).world.states_complete;
  ASSERT_EQ(complete.size(), 2U);
  EXPECT_EQ(complete[0].target, 2030);
  EXPECT_EQ(complete[0].other, 0);  // 6.55 years end in 2031
  EXPECT_EQ(complete[1].base, 1);
  EXPECT_EQ(complete[1].value, 0);
}

/// The closed form with 6 million USD a year.
Scenario with_money(double capacity_km2_per_year) {
  auto scenario = with_capacity(capacity_km2_per_year);
  scenario.states.front().funding =
      FundingData{.international_musd = 5, .national_musd = 1, .years = {}};
  return scenario;
}

// 13.1 years end in 2038 and 6.55 in 2031: the year of completion is the last one that costs.
TEST(Compare, money_counts_until_a_state_is_complete) {
  auto const comparison = compared(with_money(2.5), with_money(5));
  auto const& spent = comparison.states.front().spent_musd;
  ASSERT_EQ(spent.size(), 2U);
  EXPECT_NEAR(spent[0].base, 6 * 6, 1e-3);
  EXPECT_NEAR(spent[0].other, 6 * 6, 1e-3);
  EXPECT_NEAR(spent[1].base, 14 * 6, 1e-3);
  EXPECT_NEAR(spent[1].other, 7 * 6, 1e-3);
  EXPECT_NEAR(comparison.world.spent_musd[1].value, -7 * 6, 1e-3);
}

TEST(Compare, land_left_is_that_of_both_runs_and_the_world_is_the_sum_of_states) {
  auto base = testing::realistic_scenario();
  base.trajectories = 500;
  auto other = base;
  other.funding.world.push_back({.shape = FundingShape::change, .value = 0.5});
  auto const base_plan = make_plan(base);
  auto const other_plan = make_plan(other);
  auto const pair = run_pair(base_plan, other_plan, {0, base.trajectories});
  auto const comparison = compare({base, base_plan}, {other, other_plan}, pair);
  double sum = 0;
  for (std::size_t k = 0; k < comparison.states.size(); ++k) {
    auto const& left = comparison.states[k].remaining_km2.front();
    auto const year = static_cast<std::size_t>(left.target - base.origin - 1);
    EXPECT_NEAR(left.base, 1e-6 * static_cast<double>(pair.base.states[k].remaining_m2[year]) / 500,
                1e-9);
    EXPECT_NEAR(left.other,
                1e-6 * static_cast<double>(pair.other.states[k].remaining_m2[year]) / 500, 1e-9);
    EXPECT_NEAR(left.value, left.other - left.base, 1e-9);
    sum += left.value;
  }
  EXPECT_NEAR(comparison.world.remaining_km2.front().value, sum, 1e-9);
  EXPECT_LT(sum, 0);
}

// The differences of twenty seeds scatter as the error of one of them says: within a factor that 15
// and 19 degrees of freedom leave open.
TEST(Compare, the_error_of_the_world_is_how_far_other_seeds_are) {
  std::vector<double> values;
  double squared_error = 0;
  constexpr int seeds = 20;
  for (int seed = 1; seed <= seeds; ++seed) {
    auto base = testing::realistic_scenario();
    base.trajectories = 320;
    base.seed = static_cast<std::uint64_t>(seed);
    auto other = base;
    other.funding.world.push_back({.shape = FundingShape::change, .value = 0.5});
    auto const left = compared(base, other).world.remaining_km2.front();
    values.push_back(left.value);
    squared_error += left.standard_error * left.standard_error / seeds;
  }
  double mean = 0;
  for (double const value : values) mean += value / seeds;
  double variance = 0;
  for (double const value : values) variance += (value - mean) * (value - mean) / (seeds - 1);
  EXPECT_GT(variance, 0.3 * squared_error);
  EXPECT_LT(variance, 3 * squared_error);
}

TEST(Compare, people_live_beside_the_land_that_is_left) {
  auto base = with_capacity(2.5);
  auto& state = base.states.front();
  state.history.push_back(
      {.year = 2024, .contamination_km2 = 120, .source = testing::published(2025)});
  state.people.push_back(
      {.year = 2024, .people_exposed = 12000, .source = testing::published(2025)});
  EXPECT_TRUE(compared(base, base).states.front().people_exposed.empty()) << "nobody asked";
  base.outputs.people = true;
  auto const comparison = compared(base, base);
  auto const& land = comparison.states.front().remaining_km2.front();
  auto const& people = comparison.world.people_exposed.front();
  EXPECT_NEAR(people.base, 100 * land.base, 1e-6);
  EXPECT_EQ(people.value, 0);
}

TEST(Compare, money_of_other_prices_is_not_compared) {
  auto const base = with_money(2.5);
  auto other = base;
  other.funding.price_year = base.funding.price_year + 1;
  auto const comparison = compared(base, other);
  EXPECT_FALSE(comparison.price_year);
  EXPECT_TRUE(comparison.world.spent_musd.empty());
}

}  // namespace
}  // namespace minefree
