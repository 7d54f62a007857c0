#include <minefree/hindcast/scores.hpp>

#include <cmath>

#include <gtest/gtest.h>

#include <minefree/numeric/normal_quantile.hpp>

namespace minefree::hindcast {
namespace {

/// The standard normal as so many evenly spaced quantiles.
Distribution standard_normal(int steps) {
  std::vector<double> values;
  for (int k = 0; k < steps; ++k) values.push_back(numeric::normal_quantile((k + 0.5) / steps));
  return Distribution(std::move(values));
}

Distribution point(double value) { return Distribution(std::vector<double>{value}); }

TEST(Crps, of_the_standard_normal_is_the_closed_form) {
  auto const normal = standard_normal(20000);
  EXPECT_NEAR(crps(normal, 0), 0.233695, 2e-5);
  EXPECT_NEAR(crps(normal, 1), 0.602441, 2e-5);
}

TEST(Crps, of_a_point_is_the_absolute_error) {
  EXPECT_DOUBLE_EQ(crps(point(2), 5), 3);
  EXPECT_DOUBLE_EQ(crps(point(5), 2), 3);
}

TEST(Crps, counts_only_up_to_the_threshold) {
  // Values 1 and 4, truth 2: F is 0, 1/2, 1 below 1, from 1 to 4, above; up to 3, the squared
  // distance to the step at 2 is 1/4 from 1 to 2 and 1/4 from 2 to 3.
  Distribution const two(std::vector<double>{1, 4});
  EXPECT_NEAR(threshold_weighted_crps(two, 2, 3), 0.5, 1e-12);
  EXPECT_NEAR(threshold_weighted_crps(two, 2, 100), crps(two, 2), 1e-12);
}

TEST(Crps, sees_no_difference_beyond_the_threshold) {
  EXPECT_DOUBLE_EQ(threshold_weighted_crps(point(never), 2031, 2026), 0);
  EXPECT_DOUBLE_EQ(threshold_weighted_crps(point(2040), never, 2026), 0);
  EXPECT_DOUBLE_EQ(threshold_weighted_crps(point(never), 2020, 2026), 6);
}

TEST(WeightedIntervalScore, of_a_point_is_the_absolute_error) {
  EXPECT_NEAR(weighted_interval_score(point(2), 5), 3, 1e-12);
  EXPECT_NEAR(weighted_interval_score(point(2), 2), 0, 1e-12);
}

TEST(WeightedIntervalScore, is_the_mean_of_twice_the_quantile_losses) {
  auto const normal = standard_normal(20000);
  for (double const truth : {0.0, 0.5, 1.0, 2.0}) {
    double sum = std::abs(truth);  // twice the loss of the median, 0
    for (double const outside : interval_score_shares) {
      for (double const level : {outside / 2, 1 - outside / 2}) {
        double const quantile = numeric::normal_quantile(level);
        sum +=
            2 * (truth < quantile ? (1 - level) * (quantile - truth) : level * (truth - quantile));
      }
    }
    EXPECT_NEAR(weighted_interval_score(normal, truth), sum / 23, 1e-5) << truth;
  }
}

TEST(WeightedIntervalScore, is_lowest_for_the_distribution_that_the_truth_comes_from) {
  auto const expected = [](double shift, double scale) {
    std::vector<double> values;
    auto const truths = standard_normal(400);
    for (double const z : truths.values()) values.push_back(shift + scale * z);
    Distribution const forecast(std::move(values));
    double sum = 0;
    for (double const truth : truths.values()) sum += weighted_interval_score(forecast, truth);
    return sum / 400;
  };
  double const honest = expected(0, 1);
  EXPECT_LT(honest, expected(0.3, 1));
  EXPECT_LT(honest, expected(0, 1.5));
  EXPECT_LT(honest, expected(0, 0.6));
}

TEST(Coverage, counts_as_many_as_the_interval_claims) {
  auto const normal = standard_normal(1000);
  for (double const share : {0.5, 0.8, 0.95}) {
    int inside = 0;
    for (double const truth : normal.values()) inside += covered(normal, truth, share) ? 1 : 0;
    EXPECT_NEAR(inside / 1000.0, share, 0.002) << share;
  }
}

TEST(Coverage, holds_the_ends) {
  EXPECT_TRUE(covered(point(0), 0, 0.8));
  EXPECT_FALSE(covered(point(0), 0.001, 0.8));
}

TEST(Pit, is_uniform_for_the_distribution_that_the_truth_comes_from) {
  auto const normal = standard_normal(1000);
  std::vector<int> counts(10);
  for (double const truth : normal.values()) {
    double const place = probability_integral_transform(normal, truth);
    ++counts[static_cast<std::size_t>(place * 10)];
  }
  for (int const count : counts) EXPECT_NEAR(count, 100, 1);
}

TEST(Pit, is_in_the_middle_of_a_step) {
  Distribution const half_empty(std::vector<double>{0, 0, 1, 2});
  EXPECT_DOUBLE_EQ(probability_integral_transform(half_empty, 0), 0.25);
}

TEST(Brier, decomposition_adds_up) {
  std::vector<ForecastEvent> const events{{0.1, false}, {0.15, true},  {0.3, false}, {0.35, false},
                                          {0.5, true},  {0.55, false}, {0.9, true},  {1.0, true},
                                          {0.0, false}, {0.85, false}};
  auto const parts = brier_parts(events, 5);
  EXPECT_NEAR(parts.mean,
              parts.reliability - parts.resolution + parts.uncertainty + parts.within_bins, 1e-12);
  EXPECT_NEAR(parts.uncertainty, 0.4 * 0.6, 1e-12);
  int counted = 0;
  for (auto const& bin : parts.bins) counted += bin.count;
  EXPECT_EQ(counted, 10);
}

TEST(Brier, of_the_base_rate_is_its_uncertainty) {
  std::vector<ForecastEvent> const events{
      {0.25, true}, {0.25, false}, {0.25, false}, {0.25, false}};
  auto const parts = brier_parts(events, 10);
  EXPECT_NEAR(parts.mean, 0.1875, 1e-12);
  EXPECT_NEAR(parts.reliability, 0, 1e-12);
  EXPECT_NEAR(parts.resolution, 0, 1e-12);
}

TEST(LogScore, is_the_log_of_what_happened_and_never_infinite) {
  EXPECT_NEAR(log_score({0.25, true}), 1.3862943611, 1e-9);
  EXPECT_NEAR(log_score({0.25, false}), 0.2876820724, 1e-9);
  EXPECT_NEAR(log_score({1, false}), 5.2983173665, 1e-9);
}

TEST(Distribution, does_not_interpolate_with_never) {
  Distribution const half_never(std::vector<double>{2020, never});
  EXPECT_EQ(half_never.quantile(0.4), 2020);
  EXPECT_EQ(half_never.quantile(0.9), never);
  EXPECT_EQ(half_never.share_at_most(2025), 0.5);
}

TEST(Distribution, keeps_its_quantiles_when_thinned) {
  auto const fine = standard_normal(5000);
  auto const coarse = fine.thinned(500);
  EXPECT_EQ(coarse.values().size(), 500u);
  for (double const p : {0.025, 0.1, 0.5, 0.9, 0.975}) {
    EXPECT_NEAR(coarse.quantile(p), fine.quantile(p), 0.01) << p;
  }
}

}  // namespace
}  // namespace minefree::hindcast
