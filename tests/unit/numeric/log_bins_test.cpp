// Bins that widen by a factor: narrow enough, without gaps, and a quantile comes back out of them.
#include <minefree/numeric/log_bins.hpp>
#include <minefree/numeric/quantiles.hpp>

#include "number_types.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace minefree::numeric {
namespace {

constexpr double low = 0.0005;  // km2
constexpr double high = 20'000;
LogBins const area_bins = make_log_bins(low, high, 0.01);

std::vector<std::uint32_t> counted(LogBins const& bins, std::vector<double> const& values) {
  std::vector<std::uint32_t> counts(static_cast<unsigned>(bins.count));
  for (double const x : values) ++counts[static_cast<unsigned>(index(bins, x))];
  return counts;
}

TEST(LogBins, are_at_most_as_wide_as_asked_and_leave_no_gap) {
  for (double const width : {0.01, 0.03, 0.5}) {
    auto const bins = make_log_bins(low, high, width);
    EXPECT_EQ(lower_edge(bins, 0), 0);
    EXPECT_DOUBLE_EQ(lower_edge(bins, 1), low);
    EXPECT_EQ(lower_edge(bins, bins.count - 1), high);
    for (int i = 1; i + 1 < bins.count; ++i) {
      double const factor = lower_edge(bins, i + 1) / lower_edge(bins, i);
      ASSERT_LE(factor, (1 + width) * (1 + 1e-12)) << i;
      ASSERT_GT(factor, 1 + 0.99 * width * (1 - 2.0 / bins.count)) << i;
    }
  }
}

TEST(LogBins, of_an_exact_number_of_steps_have_no_needless_bin) {
  EXPECT_EQ(make_log_bins(1, 8, 1).count, 3 + 2);
}

template <class R>
class LogBinsOf : public ::testing::Test {};
TYPED_TEST_SUITE(LogBinsOf, AllNumbers);

TYPED_TEST(LogBinsOf, any_number_find_the_bin_around_a_value) {
  using R = TypeParam;
  for (int i = 1; i + 1 < area_bins.count; ++i) {
    double const inside = std::sqrt(lower_edge(area_bins, i) * lower_edge(area_bins, i + 1));
    ASSERT_EQ(lane(index(area_bins, broadcast<R>(inside)), 0), i) << inside;
  }
}

TYPED_TEST(LogBinsOf, any_number_put_extremes_into_the_outer_bins) {
  using R = TypeParam;
  int const last = area_bins.count - 1;
  for (double const x : {0.0, 1e-30, 0.0001, 0.000499}) {
    EXPECT_EQ(lane(index(area_bins, broadcast<R>(x)), 0), 0) << x;
  }
  for (double const x : {20'001.0, 1e6, 1e30}) {
    EXPECT_EQ(lane(index(area_bins, broadcast<R>(x)), 0), last) << x;
  }
}

TYPED_TEST(LogBinsOf, any_number_never_step_back) {
  using R = TypeParam;
  int last = 0;
  for (double x = 0.0004; x < 25'000; x *= 1.0003) {
    int const here = lane(index(area_bins, broadcast<R>(x)), 0);
    ASSERT_GE(here, last) << x;
    ASSERT_LE(here, last + 1) << x;
    last = here;
  }
  EXPECT_EQ(last, area_bins.count - 1);
}

TEST(LogBins, give_a_single_value_back_to_half_a_percent) {
  for (double const x : {0.00051, 0.02, 1.0, 68.02, 1017.0, 19'000.0}) {
    double const median = quantile(area_bins, counted(area_bins, {x, x, x}), 0.5);
    EXPECT_NEAR(median, x, 0.006 * x);
  }
}

TEST(LogBins, give_quantiles_of_many_values_back_far_more_closely_than_a_bin) {
  std::vector<double> values;
  for (int k = 0; k < 100'001; ++k) values.push_back(10 * std::exp(k / 50'000.0));
  auto const counts = counted(area_bins, values);
  for (double const p : {0.05, 0.25, 0.5, 0.75, 0.95}) {
    double const exact = 10 * std::exp(2 * p);
    EXPECT_NEAR(quantile(area_bins, counts, p), exact, 1e-4 * exact) << p;
  }
}

TEST(LogBins, count_what_is_below_the_lowest_as_zero_and_stop_at_the_highest) {
  auto const counts = counted(area_bins, {0, 0, 0.0001, 5, 1e9});
  EXPECT_EQ(quantile(area_bins, counts, 0.5), 0);
  EXPECT_NEAR(quantile(area_bins, counts, 0.7), 5, 0.05);
  EXPECT_EQ(quantile(area_bins, counts, 0.9), high);
}

TEST(LogBins, without_counts_give_zero) {
  EXPECT_EQ(quantile(area_bins, counted(area_bins, {}), 0.5), 0);
}

TEST(Quantiles, of_many_shares_are_those_of_each) {
  auto counts = counted(area_bins, {0, 0.02, 0.02, 1, 1.001, 3, 30, 30, 30, 900, 19'999, 1e6});
  std::vector<double> const shares{0, 0.05, 0.1, 0.1, 0.5, 0.75, 0.95, 1};
  auto const expect_same = [&] {
    auto const together = quantiles(area_bins, counts, shares);
    for (std::size_t k = 0; k < shares.size(); ++k) {
      EXPECT_EQ(together[k], quantile(area_bins, counts, shares[k])) << shares[k];
    }
  };
  expect_same();
  EXPECT_EQ(quantiles(area_bins, counts, shares).back(), area_bins.high);
  std::ranges::fill(counts, 0U);  // nothing was counted
  expect_same();
}

}  // namespace
}  // namespace minefree::numeric
