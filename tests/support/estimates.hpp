#pragma once

// Numbers estimated from samples, with their standard errors: a statistical test takes its
// tolerance from these and from nothing else.
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include <gtest/gtest.h>

namespace minefree::testing {

struct Estimate {
  double value = 0;
  double standard_error = 0;
};

/// A test of a fixed seed allows this many standard errors: chance alone breaks one in 1.7 million.
inline constexpr double usual_z = 5;

Estimate mean_of(std::span<double const> sample);
/// Around the sample's own mean.
Estimate variance_of(std::span<double const> sample);
Estimate covariance_of(std::span<double const> xs, std::span<double const> ys);
/// How many of the sample are true of a predicate.
Estimate share_of(std::span<double const> sample, std::function<bool(double)> const& holds);
/// A share counted by the caller.
Estimate share_of(std::size_t holding, std::size_t count);

/// The same sample after a function.
std::vector<double> each(std::span<double const> sample,
                         std::function<double(double)> const& change);
std::vector<double> logs_of(std::span<double const> sample);
std::vector<double> log_odds_of(std::span<double const> sample);

/// Passes when the estimate lies within z standard errors of what is expected; says estimate,
/// expectation and z. A standard error of zero needs the exact value.
::testing::AssertionResult agrees(Estimate const&, double expected, double z = usual_z);

}  // namespace minefree::testing
