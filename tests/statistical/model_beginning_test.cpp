// What a trajectory starts from: its parameters, its stock and its capacity (docs/model.md, section
// 5). Each check is also shown a mistake, which it must reject.
#include "model_samples.hpp"

#include <array>
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <boost/math/distributions/normal.hpp>
#include <support/build_scenario.hpp>

#include <minefree/ensemble/plan.hpp>

namespace minefree::model {
namespace {

using testing::given;

constexpr std::size_t count = 40'000;

/// Parameters of one state in many trajectories, as the engine draws them.
using Parameters = std::array<std::vector<double>, parameter_count>;

Parameters parameters_of(Scenario const& scenario, std::size_t country) {
  Plan const plan = make_plan(scenario);
  auto const& state = plan.countries.at(country);
  Parameters parameters;
  for (std::size_t first = 0; first < count; first += numeric::lanes_in<R>) {
    auto const trajectory = trajectories_from<R>(first);
    CommonParameterDraws<R> const common_draws(test_seed, trajectory, year_of_parameters,
                                               world_code);
    StateParameterDraws<R> const state_draws(test_seed, trajectory, year_of_parameters,
                                             state.address);
    auto const common = draw_common_normals(plan.world, common_draws);
    auto const traits = sample_traits(state.parameters, state_draws, common, trajectory);
    for (std::size_t k = 0; k < parameter_count; ++k) append(traits.values[k], parameters[k]);
  }
  return parameters;
}

std::vector<double> const& of(Parameters const& parameters, Parameter id) {
  return parameters[static_cast<std::size_t>(id)];
}

Estimate share_below(std::vector<double> const& sample, double limit) {
  return share_of(sample, [limit](double x) { return x < limit; });
}

void expect_points(std::vector<double> const& sample, Spread const& spread) {
  EXPECT_TRUE(agrees(share_below(sample, spread.low), 0.05));
  EXPECT_TRUE(agrees(share_below(sample, spread.best), 0.5));
  EXPECT_TRUE(agrees(share_below(sample, spread.high), 0.95));
}

Scenario default_scenario() {
  StateData state = testing::simple_state("XXA", {.suspected_km2 = 100, .confirmed_km2 = 20}, 1);
  StateData other = state;
  other.code = "XXB";
  return testing::scenario_of({state, other});
}

TEST(Parameters, have_their_5th_percentile_median_and_95th_percentile) {
  auto const parameters = parameters_of(default_scenario(), 0);
  int uncertain = 0;
  for (ParameterInfo const& parameter : parameter_table()) {
    if (parameter.fallback.size() != 1) continue;
    Spread const spread = parameter.fallback.front();
    if (spread.low == spread.high) continue;
    SCOPED_TRACE(std::string(parameter.key));
    auto const& sample = of(parameters, parameter.id);
    expect_points(sample, spread);
    // A spread whose ends lie a tenth nearer to the median on the log scale is another one.
    double const nearer = spread.best * std::pow(spread.low / spread.best, 0.9);
    EXPECT_FALSE(agrees(share_below(sample, nearer), 0.05));
    ++uncertain;
  }
  EXPECT_GE(uncertain, 15);
}

TEST(Parameters, that_are_certain_are_exactly_so) {
  auto const parameters = parameters_of(default_scenario(), 0);
  for (double const value : of(parameters, Parameter::log_deviation_sd)) ASSERT_EQ(value, 0.25);
  for (double const value : of(parameters, Parameter::blocked_share)) ASSERT_EQ(value, 0);
}

TEST(Parameters, of_the_common_scope_are_one_draw_for_all_states) {
  auto const scenario = default_scenario();
  auto const here = parameters_of(scenario, 0);
  auto const there = parameters_of(scenario, 1);
  for (ParameterInfo const& parameter : parameter_table()) {
    if (parameter.scope == ParameterScope::state) continue;
    EXPECT_EQ(of(here, parameter.id), of(there, parameter.id)) << parameter.key;
  }
}

TEST(Parameters, of_the_state_scope_are_independent_between_states_and_of_one_another) {
  auto const scenario = default_scenario();
  auto const here = parameters_of(scenario, 0);
  auto const there = parameters_of(scenario, 1);
  auto const logs = [](Parameters const& parameters, Parameter id) {
    return testing::logs_of(of(parameters, id));
  };
  for (Parameter const id : {Parameter::survey_preference, Parameter::reduced_share,
                             Parameter::confirmed_share, Parameter::recorded_confirmed_share}) {
    EXPECT_TRUE(agrees(testing::covariance_of(logs(here, id), logs(there, id)), 0)) << info(id).key;
    EXPECT_FALSE(agrees(testing::covariance_of(logs(here, id), logs(here, id)), 0)) << info(id).key;
  }
  EXPECT_TRUE(agrees(testing::covariance_of(logs(here, Parameter::reduced_share),
                                            logs(here, Parameter::confirmed_share)),
                     0));
  EXPECT_TRUE(agrees(testing::covariance_of(logs(here, Parameter::maturity_penalty),
                                            logs(here, Parameter::discovery_per_year)),
                     0));
  EXPECT_TRUE(agrees(testing::covariance_of(logs(here, Parameter::maturity_penalty),
                                            logs(here, Parameter::survey_preference)),
                     0));
}

// A state may have a spread of its own for a parameter that all states share, certain or not for
// the others.
TEST(Parameters, of_the_common_scope_may_have_a_spread_in_one_state_only) {
  Scenario scenario = default_scenario();
  Spread const own{0.1, 0.25, 0.5};
  Spread const own_penalty{0.5, 0.9, 1.5};
  scenario.states[0].programme.push_back(given(Parameter::log_deviation_sd, own));
  scenario.states[0].programme.push_back(given(Parameter::maturity_penalty, own_penalty));
  auto const here = parameters_of(scenario, 0);
  auto const there = parameters_of(scenario, 1);
  expect_points(of(here, Parameter::log_deviation_sd), own);
  for (double const value : of(there, Parameter::log_deviation_sd)) ASSERT_EQ(value, 0.25);
  expect_points(of(here, Parameter::maturity_penalty), own_penalty);
  // The same draw puts both at the same percentile of their own spreads.
  for (std::size_t n = 0; n < count; ++n) {
    ASSERT_EQ(of(here, Parameter::maturity_penalty)[n] < 0.9F,
              of(there, Parameter::maturity_penalty)[n] < 0.4F);
  }
}

/// Errors of a reported stock, on the log scale.
std::vector<double> stock_errors(double sd) {
  auto const traits = traits_with({{Parameter::stock_report_noise, sd}});
  return testing::logs_of(sample_of_beginning([&](StateParameterDraws<R> const& draws) {
    return report_factor(LandPlan{}, traits, draws);
  }));
}

TEST(StockReport, is_wrong_by_its_noise_and_by_three_times_as_much_once_in_ten) {
  boost::math::normal_distribution<double> const standard;
  auto const beyond = [&](double limit) {
    return 0.9 * 2 * cdf(standard, -limit) + 0.1 * 2 * cdf(standard, -limit / 3);
  };
  auto const share_beyond = [](std::vector<double> const& errors, double limit) {
    return share_of(errors, [limit](double x) { return std::abs(x) > limit; });
  };
  auto const errors = stock_errors(0.1);
  EXPECT_TRUE(agrees(testing::mean_of(errors), 0));
  EXPECT_TRUE(agrees(testing::variance_of(errors), 0.01 * (0.9 + 0.1 * 9)));
  for (double const sds : {1.0, 2.0, 4.0, 6.0}) {
    EXPECT_TRUE(agrees(share_beyond(errors, 0.1 * sds), beyond(sds))) << sds;
  }
  EXPECT_FALSE(agrees(testing::variance_of(stock_errors(0.105)), 0.018)) << "5 % too much noise";
  EXPECT_FALSE(agrees(share_beyond(errors, 0.4), 2 * cdf(standard, -4.0))) << "no heavy tail";
  EXPECT_FALSE(agrees(testing::variance_of(errors), 0.01 * (0.8 + 0.2 * 9)))
      << "a tail once in five";
}

TEST(StockReport, moves_suspected_and_confirmed_land_alike) {
  LandPlan plan;
  plan.confirmed_km2 = 20;
  plan.suspected_km2 = 100;
  auto const traits = traits_with({{Parameter::stock_report_noise, 0.1}});
  auto const ratio = sample_of_beginning(
      [&](StateParameterDraws<R> const& draws) {
        auto const land = recorded_land(plan, traits, draws, report_factor(plan, traits, draws));
        return land.suspected_km2 / land.confirmed_km2;
      },
      400);
  for (double const x : ratio) ASSERT_NEAR(x, 5, 1e-5);
}

TEST(StockByHand, has_the_percentiles_that_were_given) {
  LandPlan plan;
  plan.reported = false;
  Spread const confirmed{15, 25, 60};
  Spread const undiscovered{2, 8, 30};
  plan.confirmed_by_hand = numeric::two_piece(confirmed, numeric::SpreadShape::positive);
  plan.undiscovered_by_hand = numeric::two_piece(undiscovered, numeric::SpreadShape::positive);
  auto const traits = traits_with({});
  auto const land_of = [&](StateParameterDraws<R> const& draws) {
    auto land = recorded_land(plan, traits, draws, broadcast<R>(1));
    land.undiscovered_km2 = undiscovered_land(plan, traits, draws, land);
    return land;
  };
  auto const known =
      sample_of_beginning([&](auto const& draws) { return land_of(draws).confirmed_km2; });
  auto const hidden =
      sample_of_beginning([&](auto const& draws) { return land_of(draws).undiscovered_km2; });
  expect_points(known, confirmed);
  expect_points(hidden, undiscovered);
  EXPECT_FALSE(agrees(share_below(known, undiscovered.high), 0.95));
  EXPECT_TRUE(agrees(testing::covariance_of(testing::logs_of(known), testing::logs_of(hidden)), 0));
}

/// Yearly capacity as five reported years of 4, 5, 6, 5 and 40 tell it.
std::vector<double> estimated_capacities(bool certain) {
  CapacityPlan plan;
  plan.certain = certain;
  for (double const cleared : {4.0, 5.0, 6.0, 5.0, 40.0}) {
    plan.work.push_back({.kind = WorkKind::split, .reduced_known = true, .cleared_km2 = cleared});
  }
  auto const traits = traits_with({});
  return sample_of_beginning([&](StateParameterDraws<R> const& draws) {
    PeakWork<R> const peak{broadcast<R>(1), broadcast<R>(1)};
    return estimated_capacity(plan, traits, peak, draws.normal(Parameter::capacity_km2_per_year));
  });
}

TEST(EstimatedCapacity, errs_around_the_capped_mean_by_the_spread_of_the_years) {
  double const mean = (4 + 5 + 6 + 5 + 7.5) / 5;
  std::vector<double> const years = testing::logs_of(std::vector<double>{4, 5, 6, 5, 40});
  double const spread = testing::variance_of(years).value * 5 / 4;
  double const variance = spread / 5 + 0.15 * 0.15;
  auto const logs = testing::logs_of(estimated_capacities(false));
  EXPECT_TRUE(agrees(testing::mean_of(logs), std::log(mean)));
  EXPECT_TRUE(agrees(testing::variance_of(logs), variance));
  EXPECT_FALSE(agrees(testing::mean_of(logs), std::log(60.0 / 5))) << "no cap on a wave year";
  EXPECT_FALSE(agrees(testing::variance_of(logs), spread))
      << "the spread of a year taken for that of the mean";
  for (double const capacity : estimated_capacities(true)) ASSERT_NEAR(capacity, mean, 1e-5);
}

}  // namespace
}  // namespace minefree::model
