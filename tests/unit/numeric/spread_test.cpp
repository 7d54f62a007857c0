// A spread is hit at its three points, and is exact where it is certain.
#include <minefree/numeric/spread.hpp>

#include "number_types.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace minefree::numeric {
namespace {

constexpr double z_95 = 1.6448536269514722;  // 95 % of a standard normal lie below

template <class R>
class Spreads : public ::testing::Test {
 protected:
  static constexpr double precision = lanes_in<R> == 1 ? 1e-14 : 5e-7;  // relative
};
TYPED_TEST_SUITE(Spreads, AllNumbers);

TYPED_TEST(Spreads, of_positive_quantities_go_through_low_best_and_high) {
  using R = TypeParam;
  for (Spread const& s : {Spread{0.43, 1.35, 4.2}, Spread{5, 60, 350}, Spread{1e-4, 2e-4, 1}}) {
    auto const quantity = two_piece(s, SpreadShape::positive);
    double const tolerance = 5 * this->precision;
    EXPECT_NEAR(lane(sample(quantity, broadcast<R>(-z_95)), 0), s.low, s.low * tolerance);
    EXPECT_NEAR(lane(sample(quantity, R{}), 0), s.best, s.best * this->precision);
    EXPECT_NEAR(lane(sample(quantity, broadcast<R>(z_95)), 0), s.high, s.high * tolerance);
  }
}

TYPED_TEST(Spreads, of_shares_go_through_low_best_and_high) {
  using R = TypeParam;
  for (Spread const& s :
       {Spread{0.04, 0.18, 0.43}, Spread{0.001, 0.5, 0.9}, Spread{0.8, 0.95, 0.99}}) {
    auto const share = two_piece(s, SpreadShape::share);
    double const tolerance = 5 * this->precision;
    EXPECT_NEAR(lane(sample(share, broadcast<R>(-z_95)), 0), s.low, s.low * tolerance);
    EXPECT_NEAR(lane(sample(share, R{}), 0), s.best, s.best * this->precision);
    EXPECT_NEAR(lane(sample(share, broadcast<R>(z_95)), 0), s.high, s.high * tolerance);
  }
}

TYPED_TEST(Spreads, with_certain_values_give_exactly_that) {
  using R = TypeParam;
  for (int k = 0; k <= 1000; ++k) {
    double const best = k / 1000.0;
    for (auto const shape : {SpreadShape::positive, SpreadShape::share}) {
      auto const quantity = two_piece({best, best, best}, shape);
      for (double const z : {-5.3, 0.0, 0.7, 5.3}) {
        ASSERT_EQ(lane(sample(quantity, broadcast<R>(z)), 0), lane(broadcast<R>(best), 0)) << best;
      }
    }
  }
}

TYPED_TEST(Spreads, certain_on_one_side_vary_on_the_other) {
  using R = TypeParam;
  auto const quantity = two_piece({2, 2, 8}, SpreadShape::positive);
  EXPECT_EQ(lane(sample(quantity, broadcast<R>(-3)), 0), 2);
  EXPECT_NEAR(lane(sample(quantity, broadcast<R>(z_95)), 0), 8, 8 * 5 * this->precision);
}

TYPED_TEST(Spreads, grow_with_z_and_keep_their_bounds) {
  using R = TypeParam;
  auto const share = two_piece({0.1, 0.6, 0.9}, SpreadShape::share);
  auto const positive = two_piece({0.1, 0.6, 0.9}, SpreadShape::positive);
  double last_share = 0;
  double last_positive = 0;
  for (double z = -5.3; z < 5.3; z += 0.01) {
    double const a = lane(sample(share, broadcast<R>(z)), 0);
    double const b = lane(sample(positive, broadcast<R>(z)), 0);
    ASSERT_GT(a, last_share) << z;
    ASSERT_GT(b, last_positive) << z;
    ASSERT_LT(a, 1) << z;
    last_share = a;
    last_positive = b;
  }
}

TEST(Spread, of_lanes_mixes_both_pieces) {
  auto const quantity = two_piece({1, 2, 16}, SpreadShape::positive);
  Lanes<4> const z = {-1, 1, -2, 0};
  Lanes<4> const sampled = sample(quantity, z);
  for (int i = 0; i < 4; ++i) {
    EXPECT_NEAR(sampled[i], sample(quantity, static_cast<double>(z[i])), 1e-5);
  }
}

}  // namespace
}  // namespace minefree::numeric
