// The normal quantile against Boost.Math in long double, and the lanes against the double.
#include <minefree/numeric/normal_quantile.hpp>

#include "number_types.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <boost/math/distributions/normal.hpp>

namespace minefree::numeric {
namespace {

constexpr int uniforms = 1 << 23;  // of which `Draws` gives one

/// Number k of the uniforms that `Draws` can give.
double uniform(int k) { return (k + 0.5) / uniforms; }

template <class R>
R uniforms_from(int k) {
  return lanes_from<R>(uniform(k), 1.0 / uniforms);
}

template <class R>
class NormalQuantileOfLanes : public ::testing::Test {};
TYPED_TEST_SUITE(NormalQuantileOfLanes, AllLanes);

TEST(NormalQuantile, of_double_is_right_to_fourteen_digits) {
  boost::math::normal_distribution<long double> const normal;
  double worst = 0;
  for (int k = 1; k < 4000; ++k) {
    for (double const u : {k / 4000.0, std::exp(-k * 0.17), 1 - std::exp2(-k * 0.01)}) {
      if (u <= 0 || u == 0.5) continue;
      long double const exact = quantile(normal, static_cast<long double>(u));
      auto const error = static_cast<double>(std::abs(normal_quantile(u) / exact - 1));
      worst = std::max(worst, error);
    }
  }
  EXPECT_LE(worst, 1e-14);
}

TEST(NormalQuantile, of_one_half_is_zero) {
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_EQ(normal_quantile(broadcast<Lanes<4>>(0.5))[0], 0);
}

TEST(NormalQuantile, of_every_uniform_of_a_draw_is_right_to_two_millionths_in_lanes) {
  using R = Lanes<4>;
  double worst = 0;
  for (int k = 0; k < uniforms; k += lanes_in<R>) {
    R const z = normal_quantile(uniforms_from<R>(k));
    for (int i = 0; i < lanes_in<R>; ++i) {
      worst = std::max(worst, std::abs(z[i] - normal_quantile(uniform(k + i))));
    }
  }
  EXPECT_LE(worst, 1.3e-6);
}

TEST(NormalQuantile, never_falls_from_one_uniform_to_the_next) {
  using R = Lanes<4>;
  float last = -std::numeric_limits<float>::infinity();
  int falls = 0;
  for (int k = 0; k < uniforms; k += lanes_in<R>) {
    R const z = normal_quantile(uniforms_from<R>(k));
    for (int i = 0; i < lanes_in<R>; ++i) {
      falls += z[i] < last ? 1 : 0;
      last = z[i];
    }
  }
  EXPECT_EQ(falls, 0);
}

TEST(NormalQuantile, is_the_same_on_both_sides_of_one_half) {
  for (int k = 0; k < uniforms / 2; k += 997) {
    auto const below = broadcast<Lanes<4>>(uniform(k));
    auto const above = broadcast<Lanes<4>>(uniform(uniforms - 1 - k));
    ASSERT_EQ(normal_quantile(below)[0], -normal_quantile(above)[0]) << uniform(k);
    ASSERT_EQ(normal_quantile(uniform(k)), -normal_quantile(uniform(uniforms - 1 - k)));
  }
}

TEST(NormalQuantile, beyond_the_draws_goes_on_growing_and_stays_finite) {
  float last = normal_quantile(broadcast<Lanes<4>>(0x1p-24))[0];
  for (double u = 0x1p-25; u > 0x1p-120; u /= 2) {
    float const z = normal_quantile(broadcast<Lanes<4>>(u))[0];
    EXPECT_LT(z, last) << u;
    EXPECT_GT(z, -40) << u;
    last = z;
  }
}

TYPED_TEST(NormalQuantileOfLanes, has_the_same_bits_for_every_width) {
  using R = TypeParam;
  for (int k = 0; k + lanes_in<R> <= uniforms; k += 4096 + lanes_in<R>) {
    R const z = normal_quantile(uniforms_from<R>(k));
    for (int i = 0; i < lanes_in<R>; ++i) {
      ASSERT_EQ(z[i], normal_quantile(broadcast<Lanes<4>>(uniform(k + i)))[0]) << uniform(k + i);
    }
  }
}

}  // namespace
}  // namespace minefree::numeric
