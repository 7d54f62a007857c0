#include <minefree/decision/differences.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>

#include <minefree/numeric/counts.hpp>

namespace minefree {
namespace {

constexpr std::size_t groups = groups_of_trajectories;
constexpr int months_of_year = 12;

template <class Number>
Number sum_of(std::vector<Number> const& values) {
  return std::accumulate(values.begin(), values.end(), Number{});
}

double share(std::uint64_t count, std::uint64_t of) {
  return static_cast<double>(count) / static_cast<double>(of);
}

/// Standard error of a mean as groups of trajectories show it. Each group has its own sum.
double error_between_groups(std::vector<double> const& sums,
                            std::vector<std::uint64_t> const& group_size, double mean) {
  double squares = 0;
  int used = 0;
  for (std::size_t group = 0; group < groups; ++group) {
    if (group_size[group] == 0) continue;
    double const deviation = sums[group] / static_cast<double>(group_size[group]) - mean;
    squares += deviation * deviation;
    ++used;
  }
  return used < 2 ? 0 : std::sqrt(squares / (used * (used - 1.0)));
}

double binomial_variance(double probability) { return probability * (1 - probability); }

/// Variance of the difference in one future: only futures that change sides have one.
double paired_variance(OneSided const& counts, std::uint64_t trajectories) {
  double const only_other = share(sum_of(counts.only_other), trajectories);
  double const only_base = share(sum_of(counts.only_base), trajectories);
  double const difference = only_other - only_base;
  return only_other + only_base - difference * difference;
}

/// Counts by month of one group, never the last.
std::span<std::uint32_t const> months_of(StateCounts const& counts, std::size_t group, int months) {
  auto const size = static_cast<std::size_t>(months) + 1;
  return std::span(counts.completion).subspan(group * size, size);
}

/// The median month of all groups but one; nothing when it lies beyond the horizon.
std::optional<double> median_months(StateCounts const& counts, int months,
                                    std::optional<std::size_t> left_out) {
  std::vector<std::uint32_t> all(static_cast<std::size_t>(months) + 1);
  for (std::size_t group = 0; group < groups; ++group) {
    if (group != left_out) numeric::merge_counts(all, months_of(counts, group, months));
  }
  auto const trajectories = numeric::total(all);
  all.pop_back();
  return numeric::quantile_of_months(all, trajectories, 0.5);
}

}  // namespace

GroupSums sums_at(TargetSums const& sums, std::size_t target, double unit) {
  GroupSums result;
  for (std::size_t group = 0; group < groups; ++group) {
    result.base.push_back(unit * static_cast<double>(sums.base[target * groups + group]));
    result.other.push_back(unit * static_cast<double>(sums.other[target * groups + group]));
  }
  return result;
}

void add(GroupSums const& more, GroupSums& sums) {
  sums.base.resize(groups);
  sums.other.resize(groups);
  std::ranges::transform(sums.base, more.base, sums.base.begin(), std::plus<>());
  std::ranges::transform(sums.other, more.other, sums.other.begin(), std::plus<>());
}

Difference difference_of_means(GroupSums const& sums,
                               std::vector<std::uint64_t> const& group_size) {
  auto const trajectories = static_cast<double>(sum_of(group_size));
  std::vector<double> gains(groups);
  std::ranges::transform(sums.other, sums.base, gains.begin(), std::minus<>());
  Difference difference;
  difference.base = sum_of(sums.base) / trajectories;
  difference.other = sum_of(sums.other) / trajectories;
  difference.value = sum_of(gains) / trajectories;
  difference.standard_error = error_between_groups(gains, group_size, difference.value);
  return difference;
}

OneSided one_sided_at(PairCounts const& counts, std::size_t target) {
  auto const at_target = [target](std::vector<std::uint64_t> const& all) {
    auto const of_target = std::span(all).subspan(target * groups, groups);
    return std::vector<std::uint64_t>(of_target.begin(), of_target.end());
  };
  return {.only_base = at_target(counts.only_base), .only_other = at_target(counts.only_other)};
}

Difference difference_of_shares(OneSided const& counts,
                                std::vector<std::uint64_t> const& group_size, bool shares_rows) {
  std::uint64_t const trajectories = sum_of(group_size);
  std::vector<double> gains(groups);
  std::ranges::transform(
      counts.only_other, counts.only_base, gains.begin(),
      [](auto more, auto less) { return static_cast<double>(more) - static_cast<double>(less); });
  Difference difference;
  difference.value = share(sum_of(counts.only_other), trajectories) -
                     share(sum_of(counts.only_base), trajectories);
  difference.standard_error =
      std::sqrt(paired_variance(counts, trajectories) / static_cast<double>(trajectories));
  if (shares_rows) {
    difference.standard_error = std::max(difference.standard_error,
                                         error_between_groups(gains, group_size, difference.value));
  }
  return difference;
}

std::optional<double> variance_reduction(OneSided const& counts, Difference const& difference,
                                         std::uint64_t trajectories) {
  double const paired = paired_variance(counts, trajectories);
  if (paired <= 0) return std::nullopt;
  return (binomial_variance(difference.base) + binomial_variance(difference.other)) / paired;
}

DateDifference difference_of_medians(StateCounts const& base, StateCounts const& other, int origin,
                                     int months) {
  auto const in_base = median_months(base, months, std::nullopt);
  auto const in_other = median_months(other, months, std::nullopt);
  auto const date = [origin](double month) { return origin + 1 + month / months_of_year; };
  DateDifference difference;
  if (in_base) difference.base = date(*in_base);
  if (in_other) difference.other = date(*in_other);
  if (!in_base || !in_other) return difference;

  std::vector<double> gains;
  for (std::size_t group = 0; group < groups; ++group) {
    if (numeric::total(months_of(base, group, months)) == 0) continue;
    auto const without_in_base = median_months(base, months, group);
    auto const without_in_other = median_months(other, months, group);
    gains.push_back(without_in_other.value_or(months) - without_in_base.value_or(months));
  }
  auto const count = static_cast<double>(gains.size());
  double const mean = sum_of(gains) / count;
  double squares = 0;
  for (double const gain : gains) squares += (gain - mean) * (gain - mean);
  difference.value = (*in_other - *in_base) / months_of_year;
  difference.standard_error = std::sqrt((count - 1) / count * squares) / months_of_year;
  return difference;
}

}  // namespace minefree
