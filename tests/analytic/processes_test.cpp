// Closed forms of docs/model.md, section 8, that concern one process: on the double engine, to
// 1e-5.
#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/ensemble/plan.hpp>
#include <minefree/model/step_year.hpp>

namespace minefree::model {
namespace {

constexpr double digits = 1e-5;

Traits<double> traits_with(std::initializer_list<std::pair<Parameter, double>> values) {
  Traits<double> traits;
  traits.values.fill(0);
  for (auto const& [parameter, value] : values) traits[parameter] = value;
  return traits;
}

// AR(1) is linear in its innovations, so the variance is the sum of the squared responses to each
// of them.
double variance_after(int years, double start_sd) {
  constexpr double autocorrelation = 0.7;
  constexpr double sd = 0.25;
  double variance = 0;
  for (int shocked = start_sd > 0 ? -1 : 0; shocked < years; ++shocked) {
    double value = shocked == -1 ? start_sd : 0;
    for (int year = 0; year < years; ++year) {
      value = next_deviation(value, autocorrelation, sd, year == shocked ? 1.0 : 0.0);
    }
    variance += value * value;
  }
  return variance;
}

double variance_of_sum(int years) {
  constexpr double autocorrelation = 0.7;
  constexpr double sd = 0.25;
  double variance = 0;
  for (int shocked = 0; shocked < years; ++shocked) {
    // The first year of the sum is the stationary start itself.
    double value = shocked == 0 ? sd : 0;
    double sum = value;
    for (int year = 1; year < years; ++year) {
      value = next_deviation(value, autocorrelation, sd, year == shocked ? 1.0 : 0.0);
      sum += value;
    }
    variance += sum * sum;
  }
  return variance;
}

TEST(Autoregression, has_the_variance_of_an_ar1_after_1_2_and_5_years) {
  EXPECT_NEAR(variance_after(1, 0), 0.031875, digits);
  EXPECT_NEAR(variance_after(2, 0), 0.047494, digits);
  EXPECT_NEAR(variance_after(5, 0), 0.060735, digits);
}

TEST(Autoregression, stays_at_its_stationary_distribution) {
  EXPECT_NEAR(variance_after(1, 0.25), 0.0625, digits);
  EXPECT_NEAR(variance_after(20, 0.25), 0.0625, digits);
}

TEST(Autoregression, ten_years_from_the_stationary_start_sum_to_the_known_variance) {
  EXPECT_NEAR(variance_of_sum(10), 2.596907, digits);
}

/// Probability of each (regime, age) a year later, by the tables the engine draws from.
std::vector<double> occupancy_after(SecurityPlan const& plan, int years, std::size_t regime) {
  auto const ages = static_cast<std::size_t>(plan.ages);
  std::vector<std::vector<double>> now(3, std::vector<double>(ages, 0.0));
  now[static_cast<std::size_t>(plan.first_regime)]
     [static_cast<std::size_t>(plan.years_in_first_regime - 1)] = 1;
  std::vector<double> occupancy;
  for (int year = 0; year < years; ++year) {
    std::vector<std::vector<double>> next(3, std::vector<double>(ages, 0.0));
    for (std::size_t from = 0; from < 3; ++from) {
      std::array<double, 3> const jump{
          plan.jump_to_open[from], plan.jump_to_open_or_restricted[from] - plan.jump_to_open[from],
          1 - plan.jump_to_open_or_restricted[from]};
      for (std::size_t age = 0; age < ages; ++age) {
        double const ends = plan.end_probability[from * ages + age];
        next[from][std::min(age + 1, ages - 1)] += now[from][age] * (1 - ends);
        for (std::size_t to = 0; to < 3; ++to) next[to][0] += now[from][age] * ends * jump[to];
      }
    }
    now = next;
    double sum = 0;
    for (double const part : now[regime]) sum += part;
    occupancy.push_back(sum);
  }
  return occupancy;
}

Scenario scenario_of_years(int years) {
  Scenario scenario;
  scenario.origin = 2024;
  scenario.horizon = 2024 + years;
  return scenario;
}

ParameterValue stated(Parameter id, std::initializer_list<double> values) {
  ParameterValue value;
  value.id = id;
  value.stated_by_scenario = true;
  for (double const number : values) value.values.push_back({number, number, number});
  return value;
}

SecurityPlan two_regimes(double open_scale, double conflict_scale, double conflict_shape,
                         int years) {
  StateData state;
  state.code = "XXA";
  state.inline_state = true;
  state.programme.push_back(stated(Parameter::regime_scale_years, {open_scale, 1, conflict_scale}));
  state.programme.push_back(stated(Parameter::regime_shape, {1, 1, conflict_shape}));
  state.programme.push_back(stated(Parameter::regime_jumps, {0, 0, 1, 0, 0, 1, 1, 0, 0}));
  return plan_security(scenario_of_years(years), state, 0);
}

TEST(Regimes, two_geometric_regimes_are_occupied_as_the_markov_chain_says) {
  // A yearly probability p of leaving is a Weibull dwell of shape 1 and scale -1 / log(1 - p).
  SecurityPlan const plan = two_regimes(-1 / std::log1p(-0.05), -1 / std::log1p(-0.20), 1, 100);
  auto const conflict = occupancy_after(plan, 100, 2);
  EXPECT_NEAR(conflict[0], 0.05, digits);
  EXPECT_NEAR(conflict[1], 0.0875, digits);
  EXPECT_NEAR(conflict[4], 0.152539, digits);
  EXPECT_NEAR(conflict[9], 0.188737, digits);
  EXPECT_NEAR(conflict[99], 0.2, digits);
}

TEST(Regimes, weibull_dwells_alternate_with_their_mean_lengths) {
  SecurityPlan const plan = two_regimes(25, 6, 0.8, 1500);
  auto const conflict = occupancy_after(plan, 1500, 2);
  EXPECT_NEAR(conflict[1499], 7.32657 / (25.50333 + 7.32657), digits);
  EXPECT_NEAR(conflict[1499], 0.22317, digits);
}

// Nodes and weights of Gauss-Hermite quadrature for a standard normal, seven points: exact for
// polynomials up to degree 13, far beyond what exp of these small deviations needs. Abramowitz and
// Stegun (1964), table 25.10.
constexpr std::array<std::pair<double, double>, 7> hermite = {
    {{-3.750439717725742, 0.000548268855972},
     {-2.366759410734541, 0.030757123967586},
     {-1.154405394739968, 0.240123178605013},
     {0, 0.457142857142857},
     {1.154405394739968, 0.240123178605013},
     {2.366759410734541, 0.030757123967586},
     {3.750439717725742, 0.000548268855972}}};

TEST(Funding, three_donors_and_the_world_give_a_recipient_the_known_variation) {
  constexpr double donor_sd = 0.293560;
  constexpr double world_sd = 0.149166;
  FundingPlan plan;
  plan.donors = {0, 1, 2};
  plan.donor_share = {0.4, 0.3, 0.3};
  World<double> world;
  world.traits = traits_with(
      {{Parameter::world_funding_sd, world_sd}, {Parameter::donor_funding_sd, donor_sd}});
  auto const traits = traits_with({});
  YearDraws<double> const draws(random::Key(1), 0, 2025, 1000);

  double mean = 0;
  double square = 0;
  for (auto const& [f, f_weight] : hermite) {
    for (auto const& [a, a_weight] : hermite) {
      for (auto const& [b, b_weight] : hermite) {
        for (auto const& [c, c_weight] : hermite) {
          std::array<double, 3> factors;
          for (std::size_t k = 0; k < 3; ++k) {
            double const node = std::array{a, b, c}[k];
            factors[k] = mean_one(donor_sd * node, donor_sd * donor_sd);
          }
          world.donor_factor = factors.data();
          world.funding_deviation = world_sd * f;
          Money<double> money{.mean_musd = 10,
                              .recipient_deviation = 0,
                              .national_deviation = 0,
                              .funding_musd = 0,
                              .unspent_musd = 0};
          receive_funding(plan, 0, CountryYear{}, world, traits, draws,
                          begin_completion<double>(TreatyPlan{}), money);
          double const weight = f_weight * a_weight * b_weight * c_weight;
          mean += weight * money.funding_musd;
          square += weight * money.funding_musd * money.funding_musd;
        }
      }
    }
  }
  EXPECT_NEAR(mean, 10, digits);
  EXPECT_NEAR(std::sqrt(square - mean * mean) / mean, 0.231923, digits);
}

/// Capacity year by year with money at a fixed ratio and an elasticity of one.
std::vector<double> capacities(double start, double ratio, Parameter speed, double share,
                               int years) {
  auto const traits = traits_with({{Parameter::funding_elasticity, 1},
                                   {speed, share},
                                   {Parameter::max_growth, 0.4},
                                   {Parameter::min_capacity_km2_per_year, 0.05}});
  Programme<double> programme{};
  programme.reported_capacity_km2_per_year = start;
  programme.capacity_km2_per_year = start;
  Money<double> money{.mean_musd = 10,
                      .recipient_deviation = 0,
                      .national_deviation = 0,
                      .funding_musd = 10 * ratio,
                      .unspent_musd = 0};
  std::vector<double> result;
  for (int year = 0; year < years; ++year) {
    adjust_capacity(traits, money, programme);
    result.push_back(programme.capacity_km2_per_year);
  }
  return result;
}

TEST(Capacity, falls_quickly_towards_half_the_money) {
  auto const falling = capacities(10, 0.5, Parameter::firing_speed, 0.8, 3);
  EXPECT_NEAR(falling[0], 6, digits);
  EXPECT_NEAR(falling[1], 5.2, digits);
  EXPECT_NEAR(falling[2], 5.04, digits);
}

TEST(Capacity, grows_slowly_towards_twice_the_money) {
  auto const growing = capacities(5, 2, Parameter::hiring_speed, 0.4, 3);
  EXPECT_NEAR(growing[0], 7, digits);
  EXPECT_NEAR(growing[1], 8.2, digits);
  EXPECT_NEAR(growing[2], 8.92, digits);
}

/// A year whose release of both kinds of land alike is all that is known, from ten km2 that cost
/// one each.
YearlyWork year_of_release(double released_km2) {
  return {.year = 2024,
          .kind = WorkKind::total,
          .released_km2 = released_km2,
          .stock = {.confirmed_km2 = 10}};
}

TEST(Capacity, is_the_mean_of_the_years_with_a_wave_held_down_and_years_of_no_work_counted) {
  auto const traits =
      traits_with({{Parameter::technical_survey_cost_ratio, 0.4}, {Parameter::reduced_share, 0.4}});
  auto const capacity = [&](std::vector<double> const& released) {
    CapacityPlan plan{.certain = true};
    for (double const km2 : released) plan.work.push_back(year_of_release(km2));
    return estimated_capacity(plan, traits, {.work_km2 = 50, .report_factor = 1}, 0.0);
  };
  EXPECT_NEAR(capacity({2, 4}), 3, digits);
  EXPECT_NEAR(capacity({2, 2, 2, 90}), (2 + 2 + 2 + 3) / 4.0, digits);
  EXPECT_NEAR(capacity({2, 4, 0}), (2 + 3 + 0) / 3.0, digits);
  EXPECT_NEAR(capacity({0.1, 9, 0}), (0.1 + 0.15 + 0) / 3, digits);
  EXPECT_NEAR(capacity({0, 0, 3}), 1, digits);
}

// Land ten times as large once: nine tenths are done, and a km2 takes exp(0.9 gamma) as much.
TEST(Capacity, is_the_effort_behind_work_on_the_last_and_dearest_land) {
  auto const traits = traits_with({{Parameter::technical_survey_cost_ratio, 0.4},
                                   {Parameter::reduced_share, 0.4},
                                   {Parameter::maturity_penalty, 0.5}});
  CapacityPlan plan{.certain = true, .work = {year_of_release(2)}};
  double const capacity =
      estimated_capacity(plan, traits, {.work_km2 = 100, .report_factor = 1}, 0.0);
  EXPECT_NEAR(capacity, 100 / 0.5 * std::exp(0.5 * 0.9) * std::expm1(0.5 * 2 / 100), digits);
  // The effort does that work again, in a year that starts where the reported one did.
  EXPECT_NEAR(work_done(capacity, 0.9, 100.0, 0.5), 2, digits);
}

TEST(Capacity, growth_beyond_the_limit_waits_and_its_money_is_unspent) {
  auto const traits = traits_with({{Parameter::funding_elasticity, 1},
                                   {Parameter::hiring_speed, 1},
                                   {Parameter::max_growth, 0.4},
                                   {Parameter::min_capacity_km2_per_year, 0.05}});
  Programme<double> programme{};
  programme.reported_capacity_km2_per_year = 5;
  programme.capacity_km2_per_year = 5;
  Money<double> money{.mean_musd = 10,
                      .recipient_deviation = 0,
                      .national_deviation = 0,
                      .funding_musd = 40,
                      .unspent_musd = 0};
  adjust_capacity(traits, money, programme);
  EXPECT_NEAR(programme.capacity_km2_per_year, 7.05, digits);
  EXPECT_NEAR(money.unspent_musd, 40 * (1 - 7.05 / 20), digits);
}

TEST(Maturity, effort_to_finish_is_the_integral_of_the_rising_cost) {
  for (double const penalty : {0.0, 0.3, 0.5, 1.0}) {
    double const expected = penalty == 0 ? 32.75 : 32.75 * std::expm1(penalty) / penalty;
    EXPECT_NEAR(effort_needed(32.75, 0.0, 32.75, penalty), expected, digits) << penalty;
    EXPECT_NEAR(work_done(expected, 0.0, 32.75, penalty), 32.75, digits) << penalty;
  }
}

}  // namespace
}  // namespace minefree::model
