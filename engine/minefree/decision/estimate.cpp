#include <minefree/decision/estimate.hpp>

#include <cmath>

namespace minefree {
namespace {

double mean_of(std::span<double const> values) {
  double sum = 0;
  for (double const value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double sum_of_squares_around(double mean, std::span<double const> values) {
  double squares = 0;
  for (double const value : values) squares += (value - mean) * (value - mean);
  return squares;
}

}  // namespace

Estimate mean_of_groups(std::span<double const> groups) {
  if (groups.empty()) return {};
  double const mean = mean_of(groups);
  auto const n = static_cast<double>(groups.size());
  double const error = n < 2 ? 0 : std::sqrt(sum_of_squares_around(mean, groups) / (n * (n - 1)));
  return {.value = mean, .standard_error = error};
}

double jackknife_error(std::span<double const> without_group) {
  auto const n = static_cast<double>(without_group.size());
  if (n < 2) return 0;
  return std::sqrt((n - 1) / n * sum_of_squares_around(mean_of(without_group), without_group));
}

}  // namespace minefree
