// Money (docs/model.md, section 4, step 4): four stationary series, each with mean one. Each check
// is also shown a mistake, which it must reject.
#include "model_samples.hpp"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

namespace minefree::model {
namespace {

struct Spreads {
  double world_sd = 0;
  double donor_sd = 0;
  double recipient_sd = 0;
  double national_sd = 0;
  double autocorrelation = 0.67;
};

/// A recipient of 10 million USD a year: parts of three donors, and its own part.
struct Recipient {
  std::array<double, 3> donor_parts{};
  double national_part = 0;
};

/// Funding of the first, second and sixth year; factors of two donors in the sixth.
struct Years {
  std::vector<double> funding_1, funding_2, funding_6;
  std::vector<double> donor_1, donor_2;
};

Years years_of(Recipient const& recipient, Spreads const& spreads) {
  auto const traits = traits_with({{Parameter::world_funding_sd, spreads.world_sd},
                                   {Parameter::donor_funding_sd, spreads.donor_sd},
                                   {Parameter::recipient_funding_sd, spreads.recipient_sd},
                                   {Parameter::national_funding_sd, spreads.national_sd},
                                   {Parameter::funding_autocorrelation, spreads.autocorrelation}});
  WorldPlan world_plan;
  world_plan.donor_numbers = {43, 9, 20};
  FundingPlan plan;
  plan.mean_musd = 10;
  plan.donors = {0, 1, 2};
  plan.donor_share.assign(recipient.donor_parts.begin(), recipient.donor_parts.end());
  CountryYear this_year;
  this_year.national_share = recipient.national_part;

  Years years;
  std::array<R, 3> deviation{};
  std::array<R, 3> factor{};
  for (std::size_t first = 0; first < usual_count; first += numeric::lanes_in<R>) {
    auto const trajectory = trajectories_from<R>(first);
    auto const of_world = [&](std::uint32_t year) {
      return WorldDraws<R>(test_seed, trajectory, year, world_code);
    };
    auto const of_donors = [&](std::uint32_t year) {
      return DonorDraws<R>(test_seed, trajectory, year, donors_code);
    };
    auto const of_state = [&](std::uint32_t year) {
      return YearDraws<R>(test_seed, trajectory, year, test_state);
    };
    World<R> world{.traits = traits,
                   .funding_deviation = {},
                   .donors = 3,
                   .donor_deviation = deviation.data(),
                   .donor_factor = factor.data()};
    begin_world(world_plan, of_world(2024), of_donors(2024), world);
    StateParameterDraws<R> const parameters(test_seed, trajectory, year_of_parameters, test_state);
    auto money = begin_money(plan, traits, broadcast<R>(1), parameters, of_state(2024));
    for (std::uint32_t year = 1; year <= 6; ++year) {
      step_world(world_plan, of_world(2024 + year), of_donors(2024 + year), world);
      receive_funding(plan, 0, this_year, world, traits, of_state(2024 + year), still_affected(),
                      money);
      if (year == 1) append(money.funding_musd, years.funding_1);
      if (year == 2) append(money.funding_musd, years.funding_2);
      if (year == 6) append(money.funding_musd, years.funding_6);
    }
    append(factor[0], years.donor_1);
    append(factor[1], years.donor_2);
  }
  return years;
}

/// One series alone: the money of the recipient is 10 exp(v - sd^2 / 2).
void expect_stationary_with_mean_one(Recipient const& recipient, Spreads const& spreads,
                                     double sd) {
  double const variance = sd * sd;
  auto const years = years_of(recipient, spreads);
  auto const logs_1 = testing::logs_of(years.funding_1);
  auto const logs_2 = testing::logs_of(years.funding_2);
  for (auto const* funding : {&years.funding_1, &years.funding_2, &years.funding_6}) {
    EXPECT_TRUE(agrees(testing::mean_of(*funding), 10));
    EXPECT_TRUE(agrees(testing::variance_of(testing::logs_of(*funding)), variance));
  }
  EXPECT_TRUE(agrees(testing::covariance_of(logs_1, logs_2), 0.67 * variance));

  auto const median_one =
      each(years.funding_6, [&](double x) { return x * std::exp(variance / 2); });
  EXPECT_FALSE(agrees(testing::mean_of(median_one), 10)) << "a median of one instead of a mean";
  EXPECT_FALSE(agrees(testing::variance_of(logs_1), 1.05 * variance)) << "a variance 5 % too low";
  EXPECT_FALSE(agrees(testing::variance_of(logs_1), variance * (1 - 0.67 * 0.67)))
      << "started from zero";
  EXPECT_FALSE(agrees(testing::covariance_of(logs_1, logs_2), 0.7 * variance))
      << "another autocorrelation";
}

TEST(FundingDraws, of_the_world_are_stationary_with_mean_one) {
  expect_stationary_with_mean_one({.donor_parts = {1, 0, 0}}, {.world_sd = 0.3}, 0.3);
}

TEST(FundingDraws, of_a_donor_are_stationary_with_mean_one) {
  expect_stationary_with_mean_one({.donor_parts = {0, 1, 0}}, {.donor_sd = 0.2}, 0.2);
}

TEST(FundingDraws, of_a_recipient_are_stationary_with_mean_one) {
  expect_stationary_with_mean_one({.donor_parts = {0.5, 0.3, 0.2}}, {.recipient_sd = 0.35}, 0.35);
}

TEST(FundingDraws, of_a_states_own_budget_are_stationary_with_mean_one) {
  expect_stationary_with_mean_one({.national_part = 1}, {.national_sd = 0.25}, 0.25);
}

TEST(FundingDraws, of_two_donors_vary_independently) {
  auto const years = years_of({.donor_parts = {1, 0, 0}}, {.donor_sd = 0.2});
  EXPECT_TRUE(agrees(testing::covariance_of(years.donor_1, years.donor_2), 0));
  EXPECT_FALSE(agrees(testing::covariance_of(years.donor_1, years.donor_1), 0));
}

TEST(FundingDraws, of_a_recipient_with_three_donors_have_the_known_coefficient_of_variation) {
  // Weights 0.4, 0.3, 0.3; donors with a coefficient of variation of 0.3, the world with 0.15.
  Recipient const recipient{.donor_parts = {0.4, 0.3, 0.3}};
  auto const years = years_of(recipient, {.world_sd = 0.149166, .donor_sd = 0.293560});
  double const variance = std::pow(10 * 0.231923, 2);
  EXPECT_TRUE(agrees(testing::mean_of(years.funding_6), 10));
  EXPECT_TRUE(agrees(testing::variance_of(years.funding_6), variance));
  auto const one_donor =
      years_of({.donor_parts = {1, 0, 0}}, {.world_sd = 0.149166, .donor_sd = 0.293560});
  EXPECT_FALSE(agrees(testing::variance_of(one_donor.funding_6), variance))
      << "donors that move together";
  auto const no_world = years_of(recipient, {.donor_sd = 0.293560});
  EXPECT_FALSE(agrees(testing::variance_of(no_world.funding_6), variance)) << "the world forgotten";
}

TEST(FundingDraws, of_money_from_abroad_and_at_home_vary_independently) {
  Recipient const abroad{.donor_parts = {1, 0, 0}};
  Recipient const at_home{.national_part = 1};
  Spreads const spreads{.recipient_sd = 0.35, .national_sd = 0.25};
  auto const from_abroad = years_of(abroad, spreads).funding_6;
  EXPECT_TRUE(agrees(testing::covariance_of(from_abroad, years_of(at_home, spreads).funding_6), 0));
  EXPECT_FALSE(agrees(testing::covariance_of(from_abroad, years_of(abroad, spreads).funding_1), 0))
      << "two years of one series";
}

/// Logs of the error of the newest reported year, where it makes up `weight` of the mean.
std::vector<double> report_errors(double sd, double weight) {
  auto const traits = traits_with({{Parameter::funding_report_noise, sd}});
  FundingPlan plan;
  plan.mean_musd = 10;
  plan.newest_year_weight = weight;
  return sample_of_beginning([&](StateParameterDraws<R> const& draws) {
    YearDraws<R> const unused(test_seed, trajectories_from<R>(0), 2024, test_state);
    R const mean = begin_money(plan, traits, broadcast<R>(1), draws, unused).mean_musd;
    return log((mean - broadcast<R>(10 * (1 - weight))) / broadcast<R>(10 * weight));
  });
}

TEST(FundingReport, is_wrong_by_its_noise_in_the_newest_year_alone) {
  for (double const weight : {1.0, 0.4}) {
    auto const errors = report_errors(0.1, weight);
    EXPECT_TRUE(agrees(testing::mean_of(errors), 0)) << weight;
    EXPECT_TRUE(agrees(testing::variance_of(errors), 0.01)) << weight;
    EXPECT_FALSE(agrees(testing::variance_of(report_errors(0.105, weight)), 0.01)) << weight;
  }
}

}  // namespace
}  // namespace minefree::model
