// Our elementary functions against those of the C library in long double, whose 64 bits of mantissa
// make them exact for this purpose.
#include <minefree/numeric/portable_math.hpp>

#include "number_types.hpp"

#include <cmath>
#include <limits>
#include <ostream>
#include <vector>

#include <gtest/gtest.h>

namespace minefree::numeric {
namespace {

enum class Spacing { even, by_factor };

/// Where a function is tried: `count` arguments from low to high, the ends among them.
struct Range {
  double low;
  double high;
  Spacing spacing = Spacing::even;
  int count = 20'000;
};

/// The arguments as R holds them, padded with the last to whole vectors.
template <class R>
std::vector<R> arguments(Range const& range) {
  std::vector<R> result;
  for (int k = 0; k < range.count; k += lanes_in<R>) {
    R x{};
    for (int i = 0; i < lanes_in<R>; ++i) {
      double const share = std::min((k + i) / (range.count - 1.0), 1.0);
      double const value =
          range.spacing == Spacing::even
              ? range.low + (range.high - range.low) * share
              : std::exp((1 - share) * std::log(range.low) + share * std::log(range.high));
      set_lane(x, i, static_cast<ScalarOf<R>>(value));
    }
    result.push_back(x);
  }
  return result;
}

struct Worst {
  double ulp = 0;
  double at = 0;

  friend std::ostream& operator<<(std::ostream& out, Worst const& worst) {
    return out << worst.ulp << " units of the last place at " << worst.at;
  }
};

/// The largest error in units of the last place of the exact value.
template <class R, class Function, class Exact>
Worst worst_error(Function function, Exact exact, Range const& range) {
  using Scalar = ScalarOf<R>;
  Worst worst;
  for (R const x : arguments<R>(range)) {
    R const y = function(x);
    for (int i = 0; i < lanes_in<R>; ++i) {
      long double const truth = exact(static_cast<long double>(lane(x, i)));
      int exponent = 0;
      std::frexp(truth, &exponent);
      long double const unit = std::ldexp(1.0L, exponent - std::numeric_limits<Scalar>::digits);
      auto const error = static_cast<double>(std::abs(lane(y, i) - truth) / unit);
      if (!(error <= worst.ulp)) worst = {error, static_cast<double>(lane(x, i))};
    }
  }
  return worst;
}

template <class R>
class PortableMath : public ::testing::Test {
 protected:
  static constexpr bool is_double = lanes_in<R> == 1;
  static constexpr double widest = is_double ? 1e300 : 1e37;  // all but the whole range of R
};
TYPED_TEST_SUITE(PortableMath, AllNumbers);

TYPED_TEST(PortableMath, exp_is_right_to_one_unit_of_the_last_place) {
  using R = TypeParam;
  auto const own = [](R x) { return exp(x); };
  auto const exact = [](long double x) { return std::exp(x); };
  Range const all = this->is_double ? Range{-708.3, 709.7} : Range{-87.3, 88.7};
  for (Range const& range : {all, Range{-2, 2}, Range{1e-30, 1, Spacing::by_factor}}) {
    auto const worst = worst_error<R>(own, exact, range);
    EXPECT_LE(worst.ulp, 1.1) << worst;
  }
}

TYPED_TEST(PortableMath, log_is_right_to_two_units_of_the_last_place) {
  using R = TypeParam;
  auto const own = [](R x) { return log(x); };
  auto const exact = [](long double x) { return std::log(x); };
  Range const all{1 / this->widest, this->widest, Spacing::by_factor};
  for (Range const& range : {all, Range{0.25, 4}, Range{0.999, 1.001}}) {
    auto const worst = worst_error<R>(own, exact, range);
    EXPECT_LE(worst.ulp, 1.5) << worst;
  }
}

TYPED_TEST(PortableMath, expm1_keeps_its_digits_near_zero) {
  using R = TypeParam;
  auto const own = [](R x) { return expm1(x); };
  auto const exact = [](long double x) { return std::expm1(x); };
  Range const all = this->is_double ? Range{-60, 709.7} : Range{-30, 88.7};
  Range const small{1e-30, 1, Spacing::by_factor};
  for (Range const& range : {all, Range{-2, 2}, Range{-1e-3, 1e-3}, small}) {
    auto const worst = worst_error<R>(own, exact, range);
    EXPECT_LE(worst.ulp, 2.25) << worst;
  }
}

TYPED_TEST(PortableMath, log1p_keeps_its_digits_near_zero) {
  using R = TypeParam;
  auto const own = [](R x) { return log1p(x); };
  auto const exact = [](long double x) { return std::log1p(x); };
  Range const positive{1 / this->widest, this->widest, Spacing::by_factor};
  for (Range const& range : {positive, Range{-0.9999, 3}, Range{-1e-3, 1e-3}}) {
    auto const worst = worst_error<R>(own, exact, range);
    EXPECT_LE(worst.ulp, 3) << worst;
  }
}

TYPED_TEST(PortableMath, logistic_is_right_far_below_one_half_too) {
  using R = TypeParam;
  auto const own = [](R x) { return logistic(x); };
  auto const exact = [](long double x) { return 1 / (1 + std::exp(-x)); };
  Range const all = this->is_double ? Range{-700, 700} : Range{-86, 86};
  for (Range const& range : {all, Range{-5, 5}}) {
    auto const worst = worst_error<R>(own, exact, range);
    EXPECT_LE(worst.ulp, 2.75) << worst;
  }
}

TYPED_TEST(PortableMath, square_root_is_right_to_one_unit_of_the_last_place) {
  using R = TypeParam;
  auto const own = [](R x) { return square_root(x); };
  auto const exact = [](long double x) { return std::sqrt(x); };
  Range const all{1 / this->widest, this->widest, Spacing::by_factor};
  for (Range const& range : {all, Range{0.25, 4}}) {
    auto const worst = worst_error<R>(own, exact, range);
    EXPECT_LE(worst.ulp, 1) << worst;
  }
}

TYPED_TEST(PortableMath, simple_values_are_exact) {
  using R = TypeParam;
  EXPECT_EQ(lane(exp(R{}), 0), 1);
  EXPECT_EQ(lane(log(broadcast<R>(1)), 0), 0);
  EXPECT_EQ(lane(expm1(R{}), 0), 0);
  EXPECT_EQ(lane(log1p(R{}), 0), 0);
  EXPECT_EQ(lane(logistic(R{}), 0), 0.5);
  EXPECT_EQ(lane(square_root(R{}), 0), 0);
  EXPECT_EQ(lane(square_root(broadcast<R>(6.25)), 0), 2.5);
}

TYPED_TEST(PortableMath, extremes_give_finite_numbers) {
  using R = TypeParam;
  using Scalar = ScalarOf<R>;
  double const largest = std::numeric_limits<Scalar>::max();
  double const smallest = std::numeric_limits<Scalar>::min();
  for (double const low : {this->is_double ? -708.4 : -87.34, -1e6, -largest}) {
    EXPECT_EQ(lane(exp(broadcast<R>(low)), 0), 0) << low;
    EXPECT_EQ(lane(expm1(broadcast<R>(low)), 0), -1) << low;
    EXPECT_LE(lane(logistic(broadcast<R>(low)), 0), 2 * smallest) << low;
  }
  for (double const high : {this->is_double ? 710.0 : 89.0, 1e6, largest}) {
    EXPECT_LE(lane(exp(broadcast<R>(high)), 0), largest) << high;
    EXPECT_GT(lane(exp(broadcast<R>(high)), 0), 0.99 * largest) << high;
    EXPECT_LE(lane(expm1(broadcast<R>(high)), 0), largest) << high;
    EXPECT_GT(lane(expm1(broadcast<R>(high)), 0), 0.99 * largest) << high;
    EXPECT_EQ(lane(logistic(broadcast<R>(high)), 0), 1) << high;
  }
  Scalar const floor_of_log = lane(log(broadcast<R>(smallest)), 0);
  EXPECT_NEAR(floor_of_log, this->is_double ? -708.396 : -87.336, 0.001);
  for (double const none : {0.0, -0.0, -1.0, -largest, smallest / 4}) {
    EXPECT_EQ(lane(log(broadcast<R>(none)), 0), floor_of_log) << none;
  }
  EXPECT_EQ(lane(log1p(broadcast<R>(-1)), 0), floor_of_log);
  EXPECT_EQ(lane(square_root(broadcast<R>(-4)), 0), 0);
  EXPECT_NEAR(lane(log(broadcast<R>(largest)), 0), this->is_double ? 709.783 : 88.723, 0.001);
}

TYPED_TEST(PortableMath, inverse_functions_undo_each_other) {
  using R = TypeParam;
  double const bound = this->is_double ? 1e-15 : 5e-7;
  for (R const x : arguments<R>({-3, 3, Spacing::even, 1000})) {
    for (int i = 0; i < lanes_in<R>; ++i) {
      EXPECT_NEAR(lane(log(exp(x)), i), lane(x, i), bound);
      EXPECT_NEAR(lane(log1p(expm1(x)), i), lane(x, i), 10 * bound);
      EXPECT_NEAR(lane(square_root(x * x), i), std::abs(lane(x, i)), bound);
    }
  }
}

template <class R>
class WidthOfLanes : public ::testing::Test {};
TYPED_TEST_SUITE(WidthOfLanes, AllLanes);

TYPED_TEST(WidthOfLanes, makes_no_difference_to_the_bits) {
  using R = TypeParam;
  using Narrow = Lanes<4>;
  auto const same = [](auto function, Range const& range) {
    auto const wide = arguments<R>(range);
    auto const narrow = arguments<Narrow>(range);
    for (int k = 0; k < range.count; ++k) {
      auto const w = static_cast<unsigned>(k / lanes_in<R>);
      auto const n = static_cast<unsigned>(k / lanes_in<Narrow>);
      float const here = lane(function(wide[w]), k % lanes_in<R>);
      float const there = lane(function(narrow[n]), k % lanes_in<Narrow>);
      ASSERT_EQ(here, there) << "at " << lane(wide[w], k % lanes_in<R>);
    }
  };
  same([](auto x) { return exp(x); }, {-100, 100});
  same([](auto x) { return log(x); }, {1e-37, 1e37, Spacing::by_factor});
  same([](auto x) { return expm1(x); }, {-100, 100});
  same([](auto x) { return log1p(x); }, {-1, 100});
  same([](auto x) { return logistic(x); }, {-100, 100});
  same([](auto x) { return square_root(x); }, {0, 100});
}

}  // namespace
}  // namespace minefree::numeric
