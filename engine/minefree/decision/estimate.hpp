#pragma once

#include <span>

namespace minefree {

/// A value with its Monte Carlo standard error.
struct Estimate {
  double value = 0;
  double standard_error = 0;
};

/// The mean of a statistic over independent groups, each with a weight such as its size, and its
/// standard error; 0 with fewer than two groups.
Estimate mean_of_groups(std::span<double const> values, std::span<double const> weights);

/// The jackknife's standard error of a statistic, from its values with each group left out in turn;
/// 0 with fewer than two.
double jackknife_error(std::span<double const> without_group);

}  // namespace minefree
