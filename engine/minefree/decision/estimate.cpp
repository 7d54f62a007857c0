#include <minefree/decision/estimate.hpp>

#include <cmath>
#include <cstddef>

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

Estimate mean_of_groups(std::span<double const> values, std::span<double const> weights) {
  double sum = 0;
  double weight = 0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    sum += weights[k] * values[k];
    weight += weights[k];
  }
  if (weight <= 0) return {};
  double const mean = sum / weight;
  auto const n = static_cast<double>(values.size());
  if (n < 2) return {.value = mean, .standard_error = 0};
  double squares = 0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    double const part = weights[k] / weight * (values[k] - mean);
    squares += part * part;
  }
  return {.value = mean, .standard_error = std::sqrt(n / (n - 1) * squares)};
}

double jackknife_error(std::span<double const> without_group) {
  auto const n = static_cast<double>(without_group.size());
  if (n < 2) return 0;
  return std::sqrt((n - 1) / n * sum_of_squares_around(mean_of(without_group), without_group));
}

}  // namespace minefree
