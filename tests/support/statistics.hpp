#pragma once

// Whole distributions held against what they should be. Moments and shares are compared by
// `agrees` in estimates.hpp; these compare the shape. Every test fails by chance as rarely as a
// number lies five standard errors out, so with a fixed seed a failure is a mistake.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include <gtest/gtest.h>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <support/estimates.hpp>

namespace minefree::testing {

/// The chance of a standard normal beyond z on one side.
inline double chance_beyond(double z) {
  return cdf(complement(boost::math::normal_distribution<double>(), z));
}

/// Pearson's test: do counts follow the expected ones? Says the statistic and its limit.
inline ::testing::AssertionResult counts_agree(std::span<double const> counts,
                                               std::span<double const> expected,
                                               double z = usual_z) {
  double statistic = 0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    double const difference = counts[k] - expected[k];
    statistic += difference * difference / expected[k];
  }
  boost::math::chi_squared_distribution<double> const chi_squared(
      static_cast<double>(counts.size()) - 1);
  double const limit = quantile(complement(chi_squared, chance_beyond(z)));
  auto result = statistic <= limit ? ::testing::AssertionSuccess() : ::testing::AssertionFailure();
  return result << "chi-squared " << statistic << " of " << counts.size() << " counts, limit "
                << limit;
}

/// The same for counts that should be equal.
inline ::testing::AssertionResult counts_are_even(std::span<double const> counts,
                                                  double z = usual_z) {
  double sum = 0;
  for (double const count : counts) sum += count;
  std::vector<double> const expected(counts.size(), sum / static_cast<double>(counts.size()));
  return counts_agree(counts, expected, z);
}

/// Kolmogorov and Smirnov's test: does the sample follow the distribution function? Says the
/// largest distance, the value where it is, and the limit.
inline ::testing::AssertionResult follows(std::span<double const> sample,
                                          std::function<double(double)> const& distribution,
                                          double z = usual_z) {
  std::vector<double> sorted(sample.begin(), sample.end());
  std::ranges::sort(sorted);
  auto const n = static_cast<double>(sorted.size());
  double distance = 0;
  double at = 0;
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    double const expected = distribution(sorted[k]);
    auto const below = static_cast<double>(k);
    double const here = std::max(expected - below / n, (below + 1) / n - expected);
    if (here > distance) {
      distance = here;
      at = sorted[k];
    }
  }
  // For large samples the distance exceeds d with probability 2 exp(-2 n d^2).
  double const limit = std::sqrt(-std::log(chance_beyond(z)) / (2 * n));
  auto result = distance <= limit ? ::testing::AssertionSuccess() : ::testing::AssertionFailure();
  return result << "distance " << distance << " at " << at << ", limit " << limit;
}

/// Do two samples, taken in pairs, vary independently? (Their covariance is zero.)
inline ::testing::AssertionResult uncorrelated(std::span<double const> xs,
                                               std::span<double const> ys, double z = usual_z) {
  return agrees(covariance_of(xs, ys), 0, z);
}

}  // namespace minefree::testing
