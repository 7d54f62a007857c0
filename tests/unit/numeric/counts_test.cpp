// Quantiles and shares of counts, and the sum of two runs.
#include <minefree/numeric/counts.hpp>

#include <algorithm>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

namespace minefree::numeric {
namespace {

using Counts = std::vector<std::uint32_t>;

TEST(MonthCounts, give_the_middle_of_a_month_that_holds_all) {
  Counts const counts = {0, 0, 40, 0};
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 40, 0.5).value(), 2.5);
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 40, 0.1).value(), 2.1);
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 40, 1).value(), 3);
}

TEST(MonthCounts, interpolate_inside_a_month) {
  Counts const counts = {10, 20, 0, 70};
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 100, 0.05).value(), 0.5);
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 100, 0.1).value(), 1);
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 100, 0.25).value(), 1.75);
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 100, 0.65).value(), 3.5);
}

TEST(MonthCounts, know_no_quantile_beyond_those_who_complete) {
  Counts const counts = {10, 20, 0, 30};
  EXPECT_FALSE(quantile_of_months(counts, 100, 0.61).has_value());
  EXPECT_DOUBLE_EQ(quantile_of_months(counts, 100, 0.6).value(), 4);
  EXPECT_FALSE(quantile_of_months(Counts{0, 0}, 100, 0.01).has_value());
  EXPECT_FALSE(quantile_of_months(Counts{}, 100, 0.5).has_value());
}

TEST(MonthCounts, are_not_misled_by_shares_that_binary_cannot_hold) {
  // 0.1 * 30 is 3.0000000000000004.
  EXPECT_DOUBLE_EQ(quantile_of_months(Counts{3, 0}, 30, 0.1).value(), 1);
}

TEST(MonthCounts, never_step_back_with_a_larger_share) {
  Counts const counts = {3, 0, 17, 1, 0, 0, 29, 50};
  double last = 0;
  for (int k = 1; k <= 1000; ++k) {
    double const here = quantile_of_months(counts, 100, k / 1000.0).value();
    ASSERT_GE(here, last) << k;
    last = here;
  }
}

TEST(MonthCounts, give_shares_before_a_month) {
  Counts const counts = {10, 20, 0, 30};
  EXPECT_EQ(share_before(counts, 100, 0), 0);
  EXPECT_EQ(share_before(counts, 100, 2), 0.3);
  EXPECT_EQ(share_before(counts, 100, 99), 0.6);
}

TEST(Counts, of_two_runs_are_those_of_one_in_any_order) {
  Counts const first = {1, 2, 3};
  Counts const second = {10, 0, 4'000'000'000};
  Counts merged(3);
  Counts other_way(3);
  merge_counts(merged, first);
  merge_counts(merged, second);
  merge_counts(other_way, second);
  merge_counts(other_way, first);
  EXPECT_EQ(merged, (Counts{11, 2, 4'000'000'003}));
  EXPECT_EQ(merged, other_way);
  EXPECT_EQ(total(merged), total(first) + total(second));
}

TEST(Counts, add_up_beyond_what_one_count_can_hold) {
  EXPECT_EQ(total(Counts{4'000'000'000, 4'000'000'000}), 8'000'000'000);
}

TEST(PlaceOfShare, skips_empty_bins) {
  auto const place = place_of_share(Counts{0, 0, 5}, 0);
  ASSERT_TRUE(place.has_value());
  EXPECT_EQ(place->bin, 2);
  EXPECT_EQ(place->fraction, 0);
}

// Bin by bin, as the sum reaches the share: what going over many bins at once must give.
std::optional<Place> place_bin_by_bin(Counts const& counts, double share_of_count) {
  double const wanted = share_of_count * (1 - 1e-12);
  std::uint64_t below = 0;
  for (std::size_t bin = 0; bin < counts.size(); ++bin) {
    if (counts[bin] > 0 && wanted <= static_cast<double>(below + counts[bin])) {
      double const into_bin = share_of_count - static_cast<double>(below);
      return Place{.bin = static_cast<int>(bin),
                   .fraction = std::clamp(into_bin / counts[bin], 0.0, 1.0)};
    }
    below += counts[bin];
  }
  return std::nullopt;
}

TEST(PlaceOfShare, is_the_same_over_any_number_of_bins) {
  for (std::size_t bins : {1, 31, 32, 33, 63, 64, 65, 200}) {
    for (std::size_t apart : {1, 2, 7, 31, 32, 45}) {
      Counts counts(bins);
      for (std::size_t bin = apart - 1; bin < bins; bin += apart)
        counts[bin] = static_cast<std::uint32_t>(1 + bin % 5);
      auto const all = static_cast<double>(total(counts));
      CountedSoFar so_far;
      for (int k = 0; k <= 40; ++k) {
        double const wanted = all * k / 38;  // the last ones are beyond what was counted
        auto const expected = place_bin_by_bin(counts, wanted);
        for (auto const& place :
             {place_of_share(counts, wanted), place_of_share(counts, wanted, so_far)}) {
          ASSERT_EQ(place.has_value(), expected.has_value()) << bins << ' ' << apart << ' ' << k;
          if (!expected) continue;
          EXPECT_EQ(place->bin, expected->bin) << bins << ' ' << apart << ' ' << k;
          EXPECT_EQ(place->fraction, expected->fraction) << bins << ' ' << apart << ' ' << k;
        }
      }
    }
  }
}

}  // namespace
}  // namespace minefree::numeric
