#include <minefree/decision/completion_dates.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <gtest/gtest.h>

namespace minefree {
namespace {

constexpr int years = 20;
constexpr std::size_t months = 12 * std::size_t{years};

struct Counted {
  Ensemble ensemble;
  StateCounts& counts() { return ensemble.states.front(); }
  CompletionDates dates() { return {ensemble, counts(), 2024}; }

  /// One trajectory that completes in a month; `months` for never.
  void add(std::size_t month) {
    auto const group = static_cast<std::size_t>(ensemble.trajectories % groups_of_trajectories);
    ++counts().completion[group * (months + 1) + month];
    ++ensemble.trajectories;
  }
};

Counted nothing_counted() {
  Counted counted;
  counted.ensemble.years = years;
  counted.ensemble.states.resize(1);
  counted.counts().completion.resize(groups_of_trajectories * (months + 1));
  return counted;
}

/// Spread evenly over the first `share` of the horizon's months, in an order that has no pattern.
Counted evenly_counted(int trajectories, double share) {
  auto counted = nothing_counted();
  std::uint32_t state = 12345;
  for (int k = 0; k < trajectories; ++k) {
    state = state * 1664525U + 1013904223U;
    double const uniform = (static_cast<double>(state >> 8U) + 0.5) / 16777216.0;
    counted.add(static_cast<std::size_t>(uniform * share * static_cast<double>(months)));
  }
  return counted;
}

TEST(CompletionDates, quantiles_lie_inside_their_month) {
  auto counted = nothing_counted();
  for (int k = 0; k < 100; ++k) counted.add(13);  // February 2026
  auto const dates = counted.dates();
  EXPECT_NEAR(*dates.quantile(0.5), 2025 + 13.5 / 12, 1e-12);
  EXPECT_EQ(dates.never_share(), 0);
}

TEST(CompletionDates, there_is_no_date_beyond_the_horizon) {
  auto counted = nothing_counted();
  for (int k = 0; k < 40; ++k) counted.add(5);
  for (int k = 0; k < 60; ++k) counted.add(months);
  auto const dates = counted.dates();
  EXPECT_TRUE(dates.quantile(0.4));
  EXPECT_FALSE(dates.quantile(0.5));
  EXPECT_FALSE(dates.error_months(0.5));
  EXPECT_NEAR(dates.never_share(), 0.6, 1e-12);
}

TEST(CompletionDates, a_year_includes_its_last_day) {
  auto counted = nothing_counted();
  for (int k = 0; k < 50; ++k) counted.add(11);  // December 2025
  for (int k = 0; k < 50; ++k) counted.add(12);  // January 2026
  auto const dates = counted.dates();
  EXPECT_EQ(dates.share_by_end_of(2024), 0);
  EXPECT_EQ(dates.share_by_end_of(2025), 0.5);
  EXPECT_EQ(dates.share_by_end_of(2026), 1);
}

TEST(CompletionDates, a_day_inside_a_month_takes_its_part) {
  auto counted = nothing_counted();
  for (int k = 0; k < 100; ++k) counted.add(0);
  auto const dates = counted.dates();
  EXPECT_EQ(dates.share_by(2024.5), 0);
  EXPECT_NEAR(*dates.share_by(2025 + 0.25 / 12), 0.25, 1e-9);
  EXPECT_EQ(dates.share_by(2045.0), 1);
  EXPECT_FALSE(dates.share_by(2045.1));
}

TEST(CompletionDates, certain_dates_have_no_error) {
  auto counted = nothing_counted();
  for (int k = 0; k < 160; ++k) counted.add(30);
  EXPECT_NEAR(*counted.dates().error_months(0.5), 0, 1e-9);
}

TEST(CompletionDates, the_error_of_the_median_is_that_of_the_textbook) {
  // Evenly over 240 months, 4,000 trajectories: sqrt(p (1 - p) / n) / density = 0.0079 x 240
  // = 1.90.
  double sum = 0;
  for (double const share : {0.6, 0.7, 0.8, 0.9, 1.0}) {
    auto counted = evenly_counted(4000, share);
    sum += *counted.dates().error_months(0.5) / (share * 240);
  }
  EXPECT_NEAR(sum / 5, std::sqrt(0.25 / 4000), 0.3 * std::sqrt(0.25 / 4000));
}

TEST(CompletionDates, the_error_shrinks_as_the_root_of_the_number) {
  auto few = evenly_counted(1000, 1);
  auto many = evenly_counted(64000, 1);
  double const ratio = *few.dates().error_months(0.5) / *many.dates().error_months(0.5);
  EXPECT_GT(ratio, 4);
  EXPECT_LT(ratio, 16);
}

TEST(CompletionDates, fewer_trajectories_than_groups_are_no_trouble) {
  auto counted = nothing_counted();
  counted.add(7);
  EXPECT_TRUE(counted.dates().quantile(0.5));
  EXPECT_FALSE(counted.dates().error_months(0.5));
}

TEST(CompletionDates, the_main_error_is_the_larger_of_P50_and_P80) {
  auto counted = evenly_counted(2000, 1);
  auto const dates = counted.dates();
  EXPECT_EQ(*error_of_main_dates(dates),
            std::max(*dates.error_months(0.5), *dates.error_months(0.8)));
}

}  // namespace
}  // namespace minefree
