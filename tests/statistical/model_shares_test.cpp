// The shares of a year (docs/model.md, section 4, step 7): logit-normal around the trajectory's
// own. Each check is also shown a mistake, which it must reject.
#include "model_samples.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace minefree::model {
namespace {

double logit(double share) { return std::log(share / (1 - share)); }

Traits<R> usual_traits(double noise_factor = 1) {
  return traits_with({{Parameter::confirmed_share, 0.18},
                      {Parameter::reduced_share, 0.4},
                      {Parameter::survey_preference, 1.35},
                      {Parameter::survey_cost_ratio, 0.03},
                      {Parameter::technical_survey_cost_ratio, 0.25},
                      {Parameter::survey_share_noise, 0.5 * noise_factor},
                      {Parameter::confirmed_share_noise, 0.6 * noise_factor},
                      {Parameter::reduced_share_noise, 0.5 * noise_factor}});
}

std::vector<double> share_sample(R YearShares<R>::* share, Traits<R> const& traits) {
  return sample_of_year(
      [&](YearDraws<R> const& draws) { return draw_shares(traits, draws).*share; });
}

void expect_logit_normal(R YearShares<R>::* share, double median, double sd) {
  auto const log_odds = testing::log_odds_of(share_sample(share, usual_traits()));
  EXPECT_TRUE(agrees(testing::mean_of(log_odds), logit(median)));
  EXPECT_TRUE(agrees(testing::variance_of(log_odds), sd * sd));
  auto const noisier = testing::log_odds_of(share_sample(share, usual_traits(1.05)));
  EXPECT_FALSE(agrees(testing::variance_of(noisier), sd * sd)) << "5 % too much noise";
  EXPECT_FALSE(agrees(testing::mean_of(log_odds), logit(median * 1.03))) << "a median 3 % too low";
  EXPECT_FALSE(agrees(testing::mean_of(share_sample(share, usual_traits())), median))
      << "the mean of the share is not its median";
}

TEST(ShareDraws, of_confirmation_are_logit_normal) {
  expect_logit_normal(&YearShares<R>::confirmed, 0.18, 0.6);
}

TEST(ShareDraws, of_reduction_are_logit_normal) {
  expect_logit_normal(&YearShares<R>::reduced, 0.4, 0.5);
}

TEST(ShareDraws, price_confirmed_land_by_the_reduced_share_of_the_year) {
  sample_of_year(
      [&](YearDraws<R> const& draws) {
        auto const shares = draw_shares(usual_traits(), draws);
        R const expected = broadcast<R>(1.25) - shares.reduced;
        EXPECT_TRUE(all((shares.processing_cost - expected) * (shares.processing_cost - expected) <
                        broadcast<R>(1e-12)));
        return shares.processing_cost;
      },
      400);
}

TEST(ShareDraws, of_a_year_vary_independently) {
  auto const traits = usual_traits();
  auto const confirmed = testing::log_odds_of(share_sample(&YearShares<R>::confirmed, traits));
  auto const reduced = testing::log_odds_of(share_sample(&YearShares<R>::reduced, traits));
  auto const survey = testing::logs_of(share_sample(&YearShares<R>::survey_odds_noise, traits));
  EXPECT_TRUE(agrees(testing::covariance_of(confirmed, reduced), 0));
  EXPECT_TRUE(agrees(testing::covariance_of(confirmed, survey), 0));
  EXPECT_TRUE(agrees(testing::covariance_of(reduced, survey), 0));
  EXPECT_FALSE(agrees(testing::covariance_of(confirmed, confirmed), 0))
      << "one draw for two shares";
}

/// The share of a year's work that goes into survey when there is more to do than the year can.
std::vector<double> survey_share_of_work(double preference, double intensity) {
  auto traits = usual_traits();
  traits[Parameter::survey_preference] = broadcast<R>(preference);
  traits[Parameter::confirmed_share_noise] = broadcast<R>(0);
  constexpr double work = 0.5;
  return sample_of_year([&](YearDraws<R> const& draws) {
    Land<R> land{broadcast<R>(100), broadcast<R>(20), broadcast<R>(0)};
    Released<R> released{};
    Programme<R> programme{};
    Effort<R> const effort{broadcast<R>(work), broadcast<R>(work), broadcast<R>(0)};
    release_land(intensity, traits, security_in(0), draw_shares(traits, draws), effort, land,
                 released, programme);
    R const surveyed = broadcast<R>(100) - land.suspected_km2;
    return surveyed * broadcast<R>(0.03 / work);
  });
}

TEST(SurveyPreference, moves_the_odds_of_survey_against_the_work_that_each_needs) {
  double const cost = 0.25 + 1 - 0.4;
  for (double const preference : {0.2, 1.35, 5.0}) {
    for (double const intensity : {1.0, 3.0}) {
      double const odds = intensity * preference * 0.03 * 100 / (cost * (20 + 0.18 * 100));
      auto const log_odds = testing::log_odds_of(survey_share_of_work(preference, intensity));
      EXPECT_TRUE(agrees(testing::mean_of(log_odds), std::log(odds)))
          << preference << ", " << intensity;
      EXPECT_TRUE(agrees(testing::variance_of(log_odds), 0.25)) << preference << ", " << intensity;
      EXPECT_FALSE(agrees(testing::mean_of(log_odds), std::log(odds * 1.05)))
          << "a preference 5 % too low";
    }
  }
}

}  // namespace
}  // namespace minefree::model
