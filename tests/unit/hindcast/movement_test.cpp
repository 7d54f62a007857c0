#include <minefree/hindcast/movement.hpp>

#include <algorithm>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

#include <minefree/report/freeze.hpp>

namespace minefree::hindcast {
namespace {

/// Confirmed land alone, which is cleared at 2.5 km2 of work a year; 1.25 km2 of work a km2.
StateData recorded_state() {
  auto state = testing::closed_form_state("XXA");
  state.initial = {};
  auto const stated = [&](Parameter id, double value) {
    std::erase_if(state.programme, [=](ParameterValue const& given) { return given.id == id; });
    state.programme.push_back(testing::given(id, value));
  };
  stated(Parameter::undiscovered_km2, 0);
  stated(Parameter::reduced_share, 0);
  stated(Parameter::technical_survey_cost_ratio, 0.25);
  state.history = {{.year = 2019, .confirmed_km2 = 42, .cleared_km2 = 2},
                   {.year = 2020, .confirmed_km2 = 40, .cleared_km2 = 2}};
  return state;
}

Scenario scenario_at(int origin, StateData const& state) {
  auto scenario = testing::certain_scenario_of({state});
  scenario.origin = origin;
  scenario.trajectories = 64;
  scenario.funding.price_year = origin;
  return scenario;
}

FrozenForecast frozen(Scenario const& scenario) {
  auto const plan = make_plan(scenario);
  return report::freeze(scenario, plan, run(plan, {0, scenario.trajectories}),
                        {.build = {}, .scenario_json = "{}", .years = 6});
}

std::optional<Ensemble> simulate(Plan const& plan) { return run(plan, {0, plan.trajectories}); }

Movements movements_between(StateData const& then, StateData const& now) {
  auto const earlier = scenario_at(2020, then);
  auto const later = scenario_at(2024, now);
  return *movements_of(frozen(earlier), {earlier, later}, simulate);
}

double change_of(Movement const& moved, Step step) {
  auto const found = std::ranges::find(moved.steps, step, &StepMovement::step);
  return found->change;
}

double sum_of_changes(Movement const& moved) {
  double sum = 0;
  for (auto const& step : moved.steps) sum += step.change;
  return sum;
}

/// 2 km2 a year as forecast: 32 km2 at the end of 2024.
StateData as_forecast() {
  auto state = recorded_state();
  for (int year = 2021; year <= 2024; ++year) {
    state.history.push_back(
        {.year = year, .confirmed_km2 = 40 - 2.0 * (year - 2020), .cleared_km2 = 2});
  }
  return state;
}

TEST(Movement, of_a_state_that_went_as_forecast_is_zero_in_every_step) {
  auto const result = movements_between(recorded_state(), as_forecast());
  ASSERT_EQ(result.moved.size(), 1u) << result.left_out.front().why;
  auto const& moved = result.moved.front();
  EXPECT_NEAR(moved.then, 2041, 0.1) << "40 km2 at 2 km2 a year";
  for (auto const& step : moved.steps) {
    EXPECT_NEAR(step.change, 0, 0.002) << name_of(step.step);
    EXPECT_LE(step.standard_error.value_or(0), 1e-9) << name_of(step.step);
  }
}

TEST(Movement, of_halved_release_is_two_years_and_in_that_step_alone) {
  auto state = recorded_state();
  for (int year = 2021; year <= 2024; ++year) {
    state.history.push_back(
        {.year = year, .confirmed_km2 = 40 - 1.0 * (year - 2020), .cleared_km2 = 1});
  }
  auto const moved = movements_between(recorded_state(), state).moved.at(0);
  EXPECT_NEAR(moved.stock.forecast_release_km2, 8, 1e-6);
  EXPECT_NEAR(moved.stock.after_release_km2(), 36, 1e-6);
  EXPECT_NEAR(change_of(moved, Step::release), 2, 0.002) << "4 km2 at 2 km2 a year: 24 months";
  EXPECT_NEAR(change_of(moved, Step::time), 0, 0.002);
  EXPECT_NEAR(change_of(moved, Step::area), 0, 0.002);
  EXPECT_NEAR(moved.now - moved.then, 2, 0.002);
}

TEST(Movement, of_new_area_is_that_area_at_the_same_pace) {
  auto state = as_forecast();
  state.history.back().confirmed_km2 = 35;
  auto const moved = movements_between(recorded_state(), state).moved.at(0);
  EXPECT_NEAR(change_of(moved, Step::release), 0, 0.002);
  EXPECT_NEAR(change_of(moved, Step::area), 1.5, 0.002) << "3 km2 at 2 km2 a year";
}

TEST(Movement, of_a_release_that_nobody_reported_counts_as_area) {
  auto state = as_forecast();
  for (auto& row : state.history) {
    if (row.year > 2020) row.cleared_km2.reset();
  }
  state.history.back().confirmed_km2 = 36;
  auto const moved = movements_between(recorded_state(), state).moved.at(0);
  EXPECT_EQ(moved.stock.years_reported, 0);
  EXPECT_EQ(moved.stock.years_since, 4);
  EXPECT_EQ(change_of(moved, Step::release), 0);
  EXPECT_NEAR(change_of(moved, Step::area), 2, 0.002);
}

TEST(Movement, of_capacity_is_what_is_left_to_the_parameters) {
  auto state = as_forecast();
  for (auto& given : state.programme) {
    if (given.id == Parameter::capacity_km2_per_year) given.values = {testing::exactly(5)};
  }
  auto const moved = movements_between(recorded_state(), state).moved.at(0);
  EXPECT_NEAR(change_of(moved, Step::parameters), -8, 0.002) << "32 km2 at 4 km2 a year";
  EXPECT_NEAR(moved.now - moved.then, -8, 0.01);
}

TEST(Movement, of_money_is_found_where_the_later_scenario_has_more) {
  auto const then = recorded_state();
  auto const now = as_forecast();
  auto const earlier = scenario_at(2020, then);
  auto later = scenario_at(2024, now);
  later.funding.recipients["XXA"] = {{.shape = FundingShape::change, .value = 1.0}};
  auto funded_then = earlier;
  auto funded_now = later;
  for (Scenario* scenario : {&funded_then, &funded_now}) {
    scenario->states[0].funding = FundingData{.international_musd = 5, .national_musd = 1};
  }
  auto const moved =
      movements_of(frozen(funded_then), {funded_then, funded_now}, simulate)->moved.at(0);
  EXPECT_LT(change_of(moved, Step::money), -3) << "nearly twice the pace";
  EXPECT_NEAR(change_of(moved, Step::parameters), 0, 0.002);
}

TEST(Movement, sums_exactly_with_every_noise_of_the_model) {
  auto earlier = testing::realistic_scenario();
  auto later = earlier;
  earlier.origin = 2021;
  earlier.trajectories = later.trajectories = 320;
  auto const result = *movements_of(frozen(earlier), {earlier, later}, simulate);
  ASSERT_GE(result.moved.size(), 1u);
  for (auto const& moved : result.moved) {
    EXPECT_NEAR(moved.then + sum_of_changes(moved), moved.now, 1e-9) << moved.state;
    EXPECT_EQ(change_of(moved, Step::engine), 0) << "the same seed, record and program";
    EXPECT_EQ(moved.steps.size(), all_steps.size());
  }
}

TEST(Movement, is_told_in_a_smaller_share_or_a_probability_beyond_the_horizon) {
  auto earlier = scenario_at(2020, recorded_state());
  auto later = scenario_at(2024, as_forecast());
  earlier.horizon = later.horizon = 2035;
  auto const moved = movements_of(frozen(earlier), {earlier, later}, simulate)->moved.at(0);
  EXPECT_EQ(moved.measure.kind, Measure::Kind::probability);
  EXPECT_EQ(moved.measure.by_end_of, 2035);
  EXPECT_FALSE(moved.median_then);
  EXPECT_EQ(moved.then, 0);
  EXPECT_EQ(moved.now, 0);
}

TEST(Movement, leaves_out_what_has_no_date_now_and_says_why) {
  auto complete = as_forecast();
  complete.status = {.kind = StatusKind::declared, .declared = Date{2023, 5, 1}};
  auto const result = movements_between(recorded_state(), complete);
  EXPECT_TRUE(result.moved.empty());
  ASSERT_EQ(result.left_out.size(), 1u);
  EXPECT_EQ(result.left_out[0].why, "declared complete on 2023-05-01");

  auto by_hand = as_forecast();
  by_hand.initial.confirmed_km2 = testing::exactly(30);
  EXPECT_EQ(movements_between(recorded_state(), by_hand).left_out.at(0).why,
            "a scenario gives its stock, so that none is reported");
}

TEST(Movement, says_since_when_a_state_is_complete_that_the_later_scenario_leaves_out) {
  auto complete = recorded_state();
  auto const other = testing::closed_form_state("XXB");
  auto const earlier_frozen = frozen(scenario_at(2020, complete));
  auto const why = [&](Date day) {
    complete.status = {.kind = StatusKind::declared, .declared = day};
    auto const earlier = scenario_at(2020, complete);
    auto const later = scenario_at(2024, other);  // as `states: affected` has it
    return movements_of(earlier_frozen, {earlier, later}, simulate)->left_out.at(0).why;
  };
  EXPECT_EQ(why({2023, 5, 1}), "declared complete on 2023-05-01");
  EXPECT_EQ(why({2025, 5, 1}), "the later scenario does not have it")
      << "not yet at the later origin";
}

TEST(Movement, stops_when_a_run_is_stopped) {
  auto const earlier = scenario_at(2020, recorded_state());
  auto const later = scenario_at(2024, as_forecast());
  auto const stopped = [](Plan const&) { return std::optional<Ensemble>{}; };
  EXPECT_FALSE(movements_of(frozen(earlier), {earlier, later}, stopped));
}

}  // namespace
}  // namespace minefree::hindcast
