#include <minefree/decision/evppi.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <minefree/base/contract.hpp>

namespace minefree {
namespace {

/// Differences of the actions from the first, as fitted for one choice of rows.
using Fits = std::vector<std::span<double const>>;

/// Mean of the best fitted difference less the best mean, over the rows outside of a group.
double value_of(Fits const& fits, std::span<int const> groups, int without) {
  double sum_of_best = 0;
  std::vector<double> sums(fits.size(), 0);
  double rows = 0;
  for (std::size_t row = 0; row < groups.size(); ++row) {
    if (groups[row] == without) continue;
    double best = 0;  // the first action
    for (std::size_t action = 0; action < fits.size(); ++action) {
      best = std::max(best, fits[action][row]);
      sums[action] += fits[action][row];
    }
    sum_of_best += best;
    ++rows;
  }
  double best_sum = 0;
  for (double const sum : sums) best_sum = std::max(best_sum, sum);
  return rows > 0 ? (sum_of_best - best_sum) / rows : 0;
}

/// Numbers that spread by less than this share of their size are equal but for rounding: of a date,
/// less than a day.
constexpr double least_relative_spread = 1e-6;

/// True for numbers that vary by more than rounding does.
bool varies(SampleColumn values) {
  auto const size = static_cast<double>(values.size());
  double const mean = std::accumulate(values.begin(), values.end(), 0.0) / size;
  double squares = 0;
  for (double const value : values) squares += (value - mean) * (value - mean);
  double const least = least_relative_spread * mean;
  return squares > least * least * size;
}

}  // namespace

Estimate evppi(std::span<SampleColumn const> payoffs, std::span<SampleColumn const> parameters,
               std::span<int const> groups, Smoothness const& smoothness) {
  MINEFREE_EXPECT(!payoffs.empty());
  SmoothRegression const regression(parameters, groups, smoothness);
  std::vector<SmoothFit> fits;
  for (SampleColumn const& payoff : payoffs.subspan(1)) {
    std::vector<double> difference(payoff.begin(), payoff.end());
    for (std::size_t row = 0; row < difference.size(); ++row) difference[row] -= payoffs[0][row];
    fits.push_back(regression.fit(difference));
  }
  Fits all;
  for (SmoothFit const& fit : fits) all.push_back(fit.fitted);
  std::vector<double> without_group;
  for (int group = 0; group < regression.group_count(); ++group) {
    Fits rest;
    for (SmoothFit const& fit : fits) rest.push_back(fit.without[static_cast<std::size_t>(group)]);
    without_group.push_back(value_of(rest, groups, group));
  }
  return {.value = std::max(0.0, value_of(all, groups, -1)),
          .standard_error = jackknife_error(without_group)};
}

Estimate mean_by_groups(SampleColumn values, std::span<int const> groups) {
  auto const count = static_cast<std::size_t>(*std::ranges::max_element(groups) + 1);
  std::vector<double> sums(count, 0);
  std::vector<double> rows(count, 0);
  double sum = 0;
  for (std::size_t row = 0; row < values.size(); ++row) {
    auto const group = static_cast<std::size_t>(groups[row]);
    sums[group] += values[row];
    ++rows[group];
    sum += values[row];
  }
  auto const n = static_cast<double>(values.size());
  std::vector<double> without_group;
  for (std::size_t group = 0; group < count; ++group) {
    if (rows[group] > 0 && rows[group] < n) {
      without_group.push_back((sum - sums[group]) / (n - rows[group]));
    }
  }
  return {.value = sum / n, .standard_error = jackknife_error(without_group)};
}

Estimate explained_share(SampleColumn result, std::span<SampleColumn const> parameters,
                         std::span<int const> groups) {
  if (!varies(result) || std::ranges::none_of(parameters, varies)) return {};
  SmoothRegression const regression(parameters, groups);
  auto const fit = regression.fit(result);
  double const mean = mean_by_groups(result, groups).value;
  std::vector<double> total(fit.squared_error.size(), 0);
  for (std::size_t row = 0; row < result.size(); ++row) {
    total[static_cast<std::size_t>(groups[row])] += (result[row] - mean) * (result[row] - mean);
  }
  double all_error = 0;
  double all_total = 0;
  for (std::size_t group = 0; group < total.size(); ++group) {
    all_error += fit.squared_error[group];
    all_total += total[group];
  }
  if (all_total <= 0) return {};
  std::vector<double> without_group;
  for (std::size_t group = 0; group < total.size(); ++group) {
    double const rest = all_total - total[group];
    if (rest > 0) without_group.push_back(1 - (all_error - fit.squared_error[group]) / rest);
  }
  return {.value = std::clamp(1 - all_error / all_total, 0.0, 1.0),
          .standard_error = jackknife_error(without_group)};
}

}  // namespace minefree
