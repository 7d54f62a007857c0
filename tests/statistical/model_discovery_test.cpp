// Finds and re-surveys (docs/model.md, section 4, step 3). Each check is also shown a mistake,
// which it must reject.
#include "model_samples.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace minefree::model {
namespace {

constexpr double undiscovered_km2 = 1000;  // so much that it never bounds a find
constexpr double rate = 0.01;
double const expected_km2 = undiscovered_km2 * (1 - std::exp(-rate));

struct Search {
  double area_km2 = 20;
  double noise = 0.6;
  double intensity = 1;
  double output = 1;
};

std::vector<double> finds(Search const& search) {
  auto const traits = traits_with({{Parameter::discovery_per_year, rate},
                                   {Parameter::discovery_noise, search.noise},
                                   {Parameter::undiscovered_area_km2, search.area_km2}});
  return sample_of_year([&](YearDraws<R> const& draws) {
    Land<R> land{broadcast<R>(0), broadcast<R>(0), broadcast<R>(undiscovered_km2)};
    Released<R> released{};
    Security<R> security = security_in(0);
    security.output = broadcast<R>(search.output);
    discover_hidden_land(search.intensity, traits, draws, security, still_affected(), land,
                         released);
    return released.discovered_km2;
  });
}

Estimate share_finding(Search const& search) {
  return share_of(finds(search), [](double x) { return x > 0; });
}

TEST(DiscoveryDraws, find_something_with_the_probability_of_at_least_one_area) {
  double const probability = 1 - std::exp(-expected_km2 / 20);
  EXPECT_TRUE(agrees(share_finding({}), probability));
  EXPECT_FALSE(agrees(share_finding({.area_km2 = 21}), probability)) << "areas 5 % too large";
  EXPECT_FALSE(agrees(share_finding({}), expected_km2 / 20))
      << "the number of areas taken for a probability";
}

TEST(DiscoveryDraws, find_the_expected_area_in_the_mean_over_all_years) {
  for (double const area_km2 : {0.5, 20.0, 60.0}) {
    auto const found = finds({.area_km2 = area_km2});
    EXPECT_TRUE(agrees(testing::mean_of(found), expected_km2)) << area_km2;
    auto const median_one = each(found, [](double x) { return x * std::exp(0.18); });
    EXPECT_FALSE(agrees(testing::mean_of(median_one), expected_km2))
        << "noise with a median of one";
  }
  EXPECT_FALSE(agrees(testing::mean_of(without_zeros(finds({}))), expected_km2))
      << "years without finds forgotten";
}

TEST(DiscoveryDraws, vary_in_size_by_the_noise) {
  auto const variance = [](double noise) {
    return testing::variance_of(testing::logs_of(without_zeros(finds({.noise = noise}))));
  };
  EXPECT_TRUE(agrees(variance(0.6), 0.36));
  EXPECT_FALSE(agrees(variance(0.63), 0.36)) << "5 % too much noise";
}

TEST(DiscoveryDraws, follow_survey_intensity_and_access) {
  double const more = undiscovered_km2 * (1 - std::exp(-rate * 2 * 0.6));
  EXPECT_TRUE(agrees(testing::mean_of(finds({.intensity = 2, .output = 0.6})), more));
  EXPECT_FALSE(agrees(testing::mean_of(finds({.intensity = 2})), more)) << "access forgotten";
}

TEST(DiscoveryDraws, as_a_trickle_are_the_expected_area_each_year) {
  for (double const found : finds({.area_km2 = 0})) ASSERT_NEAR(found, expected_km2, 1e-3);
}

/// Land cancelled and confirmed by a wave.
struct Wave {
  std::vector<double> cancelled, confirmed;
};
Wave waves(double per_year, int regime) {
  auto const traits = traits_with({{Parameter::resurvey_per_year, per_year},
                                   {Parameter::resurvey_share, 0.4},
                                   {Parameter::confirmed_share, 0.2}});
  Wave wave;
  wave.cancelled = sample_of_year([&](YearDraws<R> const& draws) {
    Land<R> land{broadcast<R>(100), broadcast<R>(0), broadcast<R>(0)};
    Released<R> released{};
    resurvey_suspected_land(traits, draws, security_in(regime), still_affected(),
                            draw_shares(traits, draws), land, released);
    append(land.confirmed_km2, wave.confirmed);
    return released.cancelled_km2;
  });
  return wave;
}

TEST(ResurveyDraws, come_with_their_probability_and_in_peace_only) {
  auto const came = [](double x) { return x > 0; };
  double const probability = 1 - std::exp(-0.3);
  EXPECT_TRUE(agrees(share_of(waves(0.3, 0).cancelled, came), probability));
  EXPECT_FALSE(agrees(share_of(waves(-std::log1p(-0.3), 0).cancelled, came), probability))
      << "the rate taken for a probability";
  EXPECT_TRUE(agrees(share_of(waves(0.3, 1).cancelled, came), 0));
  EXPECT_TRUE(agrees(share_of(waves(0.3, 2).cancelled, came), 0));
}

TEST(ResurveyDraws, survey_their_share_of_the_land_and_confirm_part_of_it) {
  auto const wave = waves(0.3, 0);
  for (double const cancelled : without_zeros(wave.cancelled))
    ASSERT_NEAR(cancelled, 0.8 * 40, 1e-3);
  for (double const confirmed : without_zeros(wave.confirmed))
    ASSERT_NEAR(confirmed, 0.2 * 40, 1e-3);
}

}  // namespace
}  // namespace minefree::model
