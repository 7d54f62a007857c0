#include <minefree/decision/solve.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

using testing::certain_scenario_of;
using testing::elastic;
using testing::given;
using testing::scenario_of;
using testing::simple_state;

/// 20 km2 confirmed at 2 km2 a year, money of 6 million a year that moves capacity one to one and
/// within the year.
StateData funded_state(std::string const& code) {
  auto state = simple_state(code, {.confirmed_km2 = 20}, 2);
  state.funding = FundingData{};
  state.funding->international_musd = 5;
  state.funding->national_musd = 1;
  return state;
}

Simulate all_of(Scenario const& scenario) {
  return [trajectories = scenario.trajectories](Plan const& plan) {
    return std::optional(run(plan, {0, trajectories}));
  };
}

MoneyAnswer solved(Scenario const& scenario, MoneyQuestion const& question) {
  auto const plan = make_plan(scenario);
  return *solve_money(plan, 0, question, run(plan, {0, scenario.trajectories}), all_of(scenario));
}

constexpr Years five_years{2025, 2029};

TEST(Solve, twice_the_speed_needs_twice_the_money) {
  // 20 km2 in five years are 4 a year, twice the usual 2, for twice the usual 6 million.
  auto const answer = solved(elastic(certain_scenario_of({funded_state("XXA")})),
                             {.by = 2029, .probability = 0.8, .years = five_years});
  EXPECT_TRUE(answer.reachable);
  EXPECT_FALSE(answer.binding);
  EXPECT_DOUBLE_EQ(answer.musd_per_year_now, 6);
  EXPECT_NEAR(*answer.musd_per_year_additional, 6, 0.06);
  EXPECT_GE(*answer.musd_per_year_additional, 6) << "rounded up, so that it is enough";
  EXPECT_EQ(answer.achieved.probability, 1);
  EXPECT_EQ(answer.now.probability, 0);
}

TEST(Solve, what_is_reached_anyway_needs_nothing_more) {
  auto const answer = solved(elastic(certain_scenario_of({funded_state("XXA")})),
                             {.by = 2034, .probability = 0.8, .years = {2025, 2034}});
  EXPECT_TRUE(answer.reachable);
  EXPECT_EQ(*answer.musd_per_year_additional, 0);
  EXPECT_EQ(*answer.musd_per_year_total(), 6);
}

TEST(Solve, money_binds_where_more_is_needed_than_is_allowed) {
  MoneyQuestion question{.by = 2029, .probability = 0.8, .years = five_years};
  question.most_musd_per_year = 5;
  auto const answer = solved(elastic(certain_scenario_of({funded_state("XXA")})), question);
  EXPECT_FALSE(answer.reachable);
  EXPECT_EQ(answer.binding, Bound::money);
  EXPECT_EQ(answer.unlimited->probability, 1);
}

TEST(Solve, absorption_binds_where_teams_grow_slowly) {
  auto scenario = certain_scenario_of({funded_state("XXA")});
  scenario.parameters = {given(Parameter::max_growth, 0.05),
                         given(Parameter::min_capacity_km2_per_year, 0)};
  auto const answer = solved(scenario, {.by = 2029, .probability = 0.8, .years = five_years});
  EXPECT_FALSE(answer.reachable);
  EXPECT_EQ(answer.binding, Bound::absorption);
  EXPECT_EQ(answer.needed, std::vector{Bound::absorption});
}

TEST(Solve, access_binds_where_land_is_blocked) {
  auto scenario = elastic(certain_scenario_of({funded_state("XXA")}));
  scenario.parameters.push_back(given(Parameter::blocked_share, 0.3));
  auto const answer = solved(scenario, {.by = 2029, .probability = 0.8, .years = five_years});
  EXPECT_FALSE(answer.reachable);
  EXPECT_EQ(answer.binding, Bound::access);
}

TEST(Solve, discovery_binds_where_land_turns_up_late) {
  auto state = simple_state("XXA", {.confirmed_km2 = 20, .undiscovered_km2 = 10}, 2);
  state.funding = funded_state("XXA").funding;
  auto scenario = elastic(certain_scenario_of({state}));
  // A find before the declaration undoes a completion.
  scenario.parameters.push_back(given(Parameter::discovery_per_year, 0.2));
  scenario.parameters.push_back(given(Parameter::declaration_lag_years, 6));
  auto const answer = solved(scenario, {.by = 2029, .probability = 0.8, .years = five_years});
  EXPECT_FALSE(answer.reachable);
  EXPECT_EQ(answer.binding, Bound::discovery);
}

TEST(Solve, money_binds_where_it_moves_nothing) {
  auto scenario = elastic(certain_scenario_of({funded_state("XXA")}));
  scenario.parameters.front() = given(Parameter::funding_elasticity, 0);
  auto const answer = solved(scenario, {.by = 2029, .probability = 0.8, .years = five_years});
  EXPECT_FALSE(answer.reachable);
  EXPECT_EQ(answer.binding, Bound::money);
}

// The quantile of the money that each future needs is what bisection finds. A year's effort is
// money times a lognormal factor and no more, so that five independent years must sum to 20 km2;
// the distribution of their sum comes from a numerical convolution.
namespace convolution {

constexpr int cells = 4000;
constexpr double widest = 25;  // in units of the mean of one year
constexpr double width = widest / cells;

double normal_cdf(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

std::vector<double> lognormal_of_mean_one(double sd) {
  std::vector<double> mass(cells);
  auto const cdf = [sd](double x) {
    return x <= 0 ? 0 : normal_cdf((std::log(x) + sd * sd / 2) / sd);
  };
  for (int k = 0; k < cells; ++k)
    mass[static_cast<std::size_t>(k)] = cdf((k + 0.5) * width) - cdf((k - 0.5) * width);
  return mass;
}

std::vector<double> sum_of(std::vector<double> const& a, std::vector<double> const& b) {
  std::vector<double> sum(cells);
  for (std::size_t i = 0; i < cells; ++i) {
    if (a[i] < 1e-15) continue;
    for (std::size_t j = 0; i + j < cells; ++j) sum[i + j] += a[i] * b[j];
  }
  return sum;
}

/// The value that the sum of so many years exceeds with a probability.
double exceeded_with(double probability, int years, double sd) {
  auto const one = lognormal_of_mean_one(sd);
  auto sum = one;
  for (int k = 1; k < years; ++k) sum = sum_of(sum, one);
  double above = 0;
  for (std::size_t k = cells; k-- > 0;) {
    above += sum[k];
    if (above >= probability) return static_cast<double>(k) * width;
  }
  return 0;
}

}  // namespace convolution

MoneyAnswer solved_with_noise(double noise_sd) {
  auto scenario = elastic(certain_scenario_of({funded_state("XXA")}));
  scenario.trajectories = 40'000;
  scenario.parameters.push_back(given(Parameter::output_noise_sd, noise_sd));
  return solved(scenario, {.by = 2029, .probability = 0.8, .years = five_years});
}

TEST(Solve, agrees_with_the_convolution_of_independent_lognormal_years) {
  double const mean_km2_per_year = 20 / convolution::exceeded_with(0.8, 5, 0.5);
  double const additional = 6 * (mean_km2_per_year / 2 - 1);
  auto const answer = solved_with_noise(0.5);
  ASSERT_TRUE(answer.reachable);
  ASSERT_TRUE(answer.additional_standard_error);
  double const tolerance = 4 * *answer.additional_standard_error + 0.01 * additional;
  EXPECT_NEAR(*answer.musd_per_year_additional, additional, tolerance);
  auto const planted = solved_with_noise(0.6);
  EXPECT_GT(std::abs(*planted.musd_per_year_additional - additional), tolerance)
      << "another noise must be told apart";
}

TEST(Solve, the_chance_it_gives_is_that_of_a_run_with_the_lever) {
  auto scenario = testing::realistic_scenario();
  scenario.trajectories = 1000;
  auto const plan = make_plan(scenario);
  auto const now = run(plan, {0, 1000});
  for (std::size_t country = 0; country < plan.affected; ++country) {
    auto const answer =
        *solve_money(plan, country, {.by = 2034, .probability = 0.6, .years = {2026, 2034}}, now,
                     all_of(scenario));
    if (!answer.musd_per_year_additional) continue;
    auto with_lever = scenario;
    auto const& code = plan.countries[country].code;
    with_lever.funding.recipients[code].push_back({.shape = FundingShape::add_musd,
                                                   .value = *answer.musd_per_year_additional,
                                                   .from = 2026,
                                                   .to = 2034});
    auto const lever_plan = make_plan(with_lever);
    auto const same = chance_of(lever_plan, run(lever_plan, {0, 1000}), country, 2034);
    EXPECT_NEAR(answer.achieved.probability, same.probability, 0.0011) << code;
    EXPECT_GE(answer.achieved.probability, 0.6) << code;
  }
}

TEST(Solve, surer_or_sooner_never_costs_less) {
  auto scenario = elastic(scenario_of({funded_state("XXA")}));
  double last = 0;
  for (double const probability : {0.5, 0.7, 0.9}) {
    auto const answer =
        solved(scenario, {.by = 2030, .probability = probability, .years = {2025, 2030}});
    ASSERT_TRUE(answer.reachable) << probability;
    EXPECT_GE(*answer.musd_per_year_additional, last);
    last = *answer.musd_per_year_additional;
  }
  auto const sooner = solved(scenario, {.by = 2029, .probability = 0.9, .years = {2025, 2029}});
  EXPECT_TRUE(!sooner.reachable || *sooner.musd_per_year_additional >= last);
}

TEST(Solve, a_country_alone_has_the_bits_that_it_has_among_others) {
  auto scenario = testing::realistic_scenario();
  auto const plan = make_plan(scenario);
  auto const all = run(plan, {0, 500});
  for (std::size_t country = 0; country < plan.affected; ++country) {
    auto const alone = run_with_money(plan, country, 0, {2025, 2060},
                                      [](Plan const& one) { return run(one, {0, 500}); });
    EXPECT_EQ(alone->ensemble.states[alone->place].completion, all.states[country].completion);
    EXPECT_EQ(alone->ensemble.states[alone->place].remaining, all.states[country].remaining);
  }
}

TEST(Solve, stops_when_told_to) {
  auto const scenario = elastic(certain_scenario_of({funded_state("XXA")}));
  auto const plan = make_plan(scenario);
  auto const now = run(plan, {0, 100});
  int calls = 0;
  auto const stopping = [&](Plan const& one) {
    return ++calls > 3 ? std::nullopt : std::optional(run(one, {0, 100}));
  };
  EXPECT_FALSE(solve_money(plan, 0, {.by = 2029, .years = five_years}, now, stopping));
  EXPECT_EQ(calls, 4) << "nothing is simulated after the stop";
}

}  // namespace
}  // namespace minefree
