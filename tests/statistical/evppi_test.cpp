// The value of perfect information against closed forms.

#include <cstddef>
#include <vector>

#include <gtest/gtest.h>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <minefree/decision/date_width.hpp>
#include <minefree/decision/evppi.hpp>
#include <minefree/random/boost_engine.hpp>
#include <support/estimates.hpp>

namespace minefree {
namespace {

constexpr std::size_t futures = 20000;
constexpr double known_value = 0.395593;  // of max(0, N(1, 2^2)) over max(0, 1)

std::vector<double> normals(std::uint32_t code, double mean = 0, double sd = 1) {
  random::AddressEngine engine(random::Key(std::uint64_t{2025}), 0, 0, code);
  boost::random::normal_distribution<double> normal(mean, sd);
  std::vector<double> values;
  for (std::size_t n = 0; n < futures; ++n) values.push_back(normal(engine));
  return values;
}

std::vector<int> sixteen_groups() {
  std::vector<int> groups;
  for (std::size_t n = 0; n < futures; ++n) groups.push_back(static_cast<int>(n % 16));
  return groups;
}

std::vector<double> plus(std::vector<double> a, std::vector<double> const& b, double times = 1) {
  for (std::size_t n = 0; n < a.size(); ++n) a[n] += times * b[n];
  return a;
}

testing::Estimate for_test(Estimate const& m) {
  return {.value = m.value, .standard_error = m.standard_error};
}

class TwoActions : public ::testing::Test {
 protected:
  Estimate value(std::vector<double> const& second, std::vector<std::vector<double>> const& known,
                 Smoothness const& smoothness = {}) const {
    std::vector<SampleColumn> const payoffs{nothing, second};
    std::vector<SampleColumn> const parameters(known.begin(), known.end());
    return evppi(payoffs, parameters, groups, smoothness);
  }

  std::vector<int> groups = sixteen_groups();
  std::vector<double> nothing = std::vector<double>(futures, 0.0);
  std::vector<double> benefit = normals(1, 1, 2);
};

TEST_F(TwoActions, knowing_a_normal_benefit_is_worth_what_the_formula_says) {
  EXPECT_TRUE(testing::agrees(for_test(value(benefit, {benefit})), known_value));
}

TEST_F(TwoActions, noise_that_nobody_can_know_changes_nothing) {
  auto const noisy = plus(benefit, normals(2), 3);
  EXPECT_TRUE(testing::agrees(for_test(value(noisy, {benefit})), known_value));
}

TEST_F(TwoActions, the_order_of_the_actions_does_not_matter) {
  std::vector<SampleColumn> const payoffs{benefit, nothing};
  std::vector<SampleColumn> const parameters{benefit};
  EXPECT_NEAR(evppi(payoffs, parameters, groups).value, value(benefit, {benefit}).value, 1e-6);
}

TEST_F(TwoActions, planted_mistakes_are_rejected) {
  // The best mean not taken off: E max(0, x) is 1.395593. The choice by the wrong sign: 0.
  auto const found = for_test(value(benefit, {benefit}));
  EXPECT_FALSE(testing::agrees(found, 1 + known_value));
  EXPECT_FALSE(testing::agrees(found, 0));
  // The sign of one payoff's parameter swapped: what was known is no longer what matters.
  std::vector<double> swapped;
  for (double const x : benefit) swapped.push_back(x > 1 ? -x : x);
  EXPECT_FALSE(testing::agrees(for_test(value(swapped, {benefit})), known_value));
  auto const shifted = plus(benefit, std::vector<double>(futures, -0.25));
  EXPECT_FALSE(testing::agrees(for_test(value(shifted, {benefit})), known_value));
}

TEST_F(TwoActions, two_parameters_are_worth_their_sum_and_one_of_them_less) {
  // 1 + sqrt(2) a + sqrt(2) b is N(1, 2^2); a alone leaves N(1, 2): value .197 (unit normal loss).
  auto const a = normals(3, 0, 1);
  auto const b = normals(4, 0, 1);
  auto const both =
      plus(plus(std::vector<double>(futures, 1.0), a, 1.4142135623730951), b, 1.4142135623730951);
  EXPECT_TRUE(testing::agrees(for_test(value(both, {a, b})), known_value));
  EXPECT_TRUE(testing::agrees(for_test(value(both, {a})), 0.19964));
}

TEST_F(TwoActions, a_curve_is_followed) {
  // E max(0, x^2 - 1) = 2 phi(1); E(x^2 - 1) = 0.
  auto const x = normals(5);
  std::vector<double> square;
  for (double const v : x) square.push_back(v * v - 1);
  EXPECT_TRUE(testing::agrees(for_test(value(square, {x})), 0.4839414));
}

TEST_F(TwoActions, a_product_of_two_parameters_is_followed) {
  // E max(0, x y) = 1/pi.
  auto const x = normals(6);
  auto const y = normals(7);
  std::vector<double> product;
  for (std::size_t n = 0; n < futures; ++n) product.push_back(x[n] * y[n]);
  EXPECT_TRUE(testing::agrees(for_test(value(product, {x, y})), 0.3183099));
  EXPECT_LT(value(product, {x}).value, 0.02);
}

TEST_F(TwoActions, what_has_no_bearing_is_worth_nothing_unless_it_is_overfitted) {
  auto const stranger = normals(8);
  auto const payoff = normals(9, 0, 2);
  auto const honest = value(payoff, {stranger});
  EXPECT_LT(honest.value, 0.03);
  Smoothness const overfitted{.pieces = 400, .penalty = 0.0};
  auto const planted = value(payoff, {stranger}, overfitted);
  EXPECT_GT(planted.value, 0.05);
  EXPECT_FALSE(testing::agrees(for_test(planted), 0));
}

TEST_F(TwoActions, a_parameter_that_does_not_vary_is_worth_nothing) {
  EXPECT_EQ(value(benefit, {std::vector<double>(futures, 0.3)}).value, 0);
}

TEST_F(TwoActions, rows_that_repeat_make_the_error_larger) {
  // Every value sixteen hundred times over: as if there were 12 or 13 futures a group and not 1250.
  std::vector<double> repeated;
  std::vector<int> by_row;
  for (std::size_t n = 0; n < futures; ++n) {
    repeated.push_back(benefit[n % 200]);
    by_row.push_back(static_cast<int>(n % 200 % 16));
  }
  std::vector<SampleColumn> const payoffs{nothing, repeated};
  std::vector<SampleColumn> const parameters{repeated};
  EXPECT_GT(evppi(payoffs, parameters, by_row).standard_error,
            5 * value(benefit, {benefit}).standard_error);
}

TEST(ExplainedShare, is_nothing_where_only_rounding_varies) {
  auto const x = normals(10);
  auto const groups = sixteen_groups();
  auto rounding = x;
  for (double& value : rounding) value = 2038.1 + 1e-9 * value;
  std::vector<double> const constant(x.size(), 0.1);
  std::vector<SampleColumn> const of_x{x};
  std::vector<SampleColumn> const of_constant{constant};
  for (Estimate const& share :
       {explained_share(rounding, of_x, groups), explained_share(x, of_constant, groups)}) {
    EXPECT_EQ(share.value, 0);
    EXPECT_EQ(share.standard_error, 0);
  }
}

TEST(ExplainedShare, is_the_part_of_the_variance_that_belongs_to_a_parameter) {
  auto const x = normals(10);
  auto const y = normals(11);
  auto const sum = plus(x, y, 2);
  auto const groups = sixteen_groups();
  std::vector<SampleColumn> const of_x{x};
  std::vector<SampleColumn> const of_both{x, y};
  EXPECT_TRUE(testing::agrees(for_test(explained_share(sum, of_x, groups)), 0.2));
  EXPECT_NEAR(explained_share(sum, of_both, groups).value, 1, 1e-3);
  auto const stranger = normals(12);
  std::vector<SampleColumn> const of_stranger{stranger};
  EXPECT_LT(explained_share(sum, of_stranger, groups).value, 0.001);
}

class Widths : public ::testing::Test {
 protected:
  Widths() {
    for (std::size_t n = 0; n < futures; ++n) dates.push_back(2040 + 3 * known[n] + 4 * unknown[n]);
  }
  DateSample sample(double horizon_end = 2100) const {
    return {.dates = dates, .groups = groups, .calibration_rows = 0, .horizon_end = horizon_end};
  }

  static constexpr double normal_width = 2 * 1.2815515655;  // P10 to P90 of a standard normal
  std::vector<int> groups = sixteen_groups();
  std::vector<double> known = normals(13);
  std::vector<double> unknown = normals(14);
  std::vector<double> dates;
};

TEST_F(Widths, are_those_of_the_normal_distribution) {
  EXPECT_TRUE(testing::agrees(for_test(*width_of(sample(), p10_to_p90)), 5 * normal_width));
  EXPECT_TRUE(testing::agrees(for_test(*width_of(sample(), p10_to_p50)), 2.5 * normal_width));
}

TEST_F(Widths, a_signal_takes_off_its_part) {
  std::vector<std::vector<double>> const signals{known};
  auto const narrowing = narrowing_by(signals, sample(), p10_to_p90);
  // Within sixteen bins a little of the signal is left: less than a twentieth of what it takes off.
  EXPECT_GT(narrowing.years.value, 0.95 * normal_width);
  EXPECT_LT(narrowing.years.value, normal_width + 5 * narrowing.years.standard_error);
}

TEST_F(Widths, half_a_signal_takes_off_less) {
  // With an error as large as itself it leaves a variance of 9/2 + 16.
  std::vector<std::vector<double>> const signals{plus(known, normals(15))};
  auto const narrowing = narrowing_by(signals, sample(), p10_to_p90);
  double const expected = (5 - 4.5276925690687087) * normal_width;
  EXPECT_NEAR(narrowing.years.value, expected, 0.05 + 5 * narrowing.years.standard_error);
  EXPECT_LT(narrowing.years.value, 0.8 * normal_width);
}

TEST_F(Widths, a_signal_of_something_else_takes_off_nothing) {
  std::vector<std::vector<double>> const signals{normals(16), normals(17)};
  EXPECT_TRUE(testing::agrees(for_test(narrowing_by(signals, sample(), p10_to_p90).years), 0));
  EXPECT_EQ(narrowing_by(std::vector<std::vector<double>>(2), sample(), p10_to_p90).years.value, 0);
}

TEST_F(Widths, beyond_the_horizon_there_is_none) {
  EXPECT_FALSE(width_of(sample(2045), p10_to_p90).has_value());
  EXPECT_TRUE(width_of(sample(2045), p10_to_p50).has_value());
  std::vector<std::vector<double>> const signals{known};
  EXPECT_GT(narrowing_by(signals, sample(2045), p10_to_p50).beyond_share, 0.05);
}

}  // namespace
}  // namespace minefree
