// Sampled spreads have their 5th percentile, median and 95th percentile where they were given. Each
// test is also shown a mistake, which it must reject.
#include "random_samples.hpp"

#include <vector>

#include <gtest/gtest.h>
#include <support/estimates.hpp>

#include <minefree/numeric/spread.hpp>

namespace minefree::numeric {
namespace {

using minefree::testing::agrees;
using minefree::testing::share_of;

std::vector<double> const& normals() {
  static std::vector<double> const sample = random::normals_of_lanes(320);  // 256,000
  return sample;
}

std::vector<double> sampled(TwoPiece const& quantity) {
  return minefree::testing::each(normals(), [&](double z) { return sample(quantity, z); });
}

void expect_points(Spread const& spread, SpreadShape shape) {
  auto const quantity = two_piece(spread, shape);
  auto const values = sampled(quantity);
  auto const below = [](std::vector<double> const& sample, double x) {
    return share_of(sample, [x](double value) { return value < x; });
  };
  EXPECT_TRUE(agrees(below(values, spread.low), 0.05));
  EXPECT_TRUE(agrees(below(values, spread.best), 0.50));
  EXPECT_TRUE(agrees(below(values, spread.high), 0.95));

  // One piece with the mean of both deviations misses the outer points; a median moved by a
  // twentieth of a deviation misses itself.
  auto crooked = quantity;
  crooked.sd_low = crooked.sd_high = (quantity.sd_low + quantity.sd_high) / 2;
  EXPECT_FALSE(agrees(below(sampled(crooked), spread.low), 0.05));
  EXPECT_FALSE(agrees(below(sampled(crooked), spread.high), 0.95));
  double const moved = sample(quantity, 0.05);
  EXPECT_FALSE(agrees(below(values, moved), 0.50));
}

TEST(SampledSpreads, of_positive_quantities_hit_their_three_points) {
  expect_points({0.03, 0.15, 0.7}, SpreadShape::positive);
  expect_points({5, 60, 350}, SpreadShape::positive);
}

TEST(SampledSpreads, of_shares_hit_their_three_points) {
  expect_points({0.04, 0.18, 0.43}, SpreadShape::share);
  expect_points({0.8, 0.95, 0.985}, SpreadShape::share);
}

}  // namespace
}  // namespace minefree::numeric
