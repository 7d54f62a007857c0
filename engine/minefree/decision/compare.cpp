#include <minefree/decision/compare.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace minefree {
namespace {

constexpr double least_share_that_differs = 0.05;

double share(std::uint64_t count, std::uint64_t of) {
  return static_cast<double>(count) / static_cast<double>(of);
}

/// Share of trajectories complete by the end of a year; all groups together.
double share_complete_by(Ensemble const& ensemble, StateCounts const& counts, int years) {
  auto const months = static_cast<std::size_t>(ensemble.months());
  std::uint64_t complete = 0;
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    auto const of_group = std::span(counts.completion)
                              .subspan(group * (months + 1), 12 * static_cast<std::size_t>(years));
    complete = std::accumulate(of_group.begin(), of_group.end(), complete);
  }
  return share(complete, ensemble.trajectories);
}

std::optional<double> median_years_gained(PairCounts const& counts, std::uint64_t trajectories) {
  std::uint64_t differing = 0;
  for (auto const count : counts.months_gained) differing += count;
  if (share(differing, trajectories) < least_share_that_differs) return std::nullopt;
  std::uint64_t below = 0;
  for (std::size_t k = 0; k < counts.months_gained.size(); ++k) {
    below += counts.months_gained[k];
    if (2 * below < differing) continue;
    std::size_t const no_gain = counts.months_gained.size() / 2;
    return (static_cast<double>(k) - static_cast<double>(no_gain)) / 12;
  }
  return std::nullopt;
}

double binomial_variance(double probability) { return probability * (1 - probability); }

/// Variance of the difference in one future: only futures that change sides have one.
double paired_variance(double only_other, double only_base) {
  double const difference = only_other - only_base;
  return only_other + only_base - difference * difference;
}

constexpr std::size_t groups = groups_of_trajectories;

/// Of one target, all groups together.
std::uint64_t count_of(std::vector<std::uint64_t> const& by_group, std::size_t target) {
  auto const of_target = std::span(by_group).subspan(target * groups, groups);
  return std::accumulate(of_target.begin(), of_target.end(), std::uint64_t{0});
}

/// Standard error of the difference as the groups show it: what trajectories that share a row of a
/// calibration have in common does not wear off with their number.
double error_between_groups(PairCounts const& counts, std::size_t target, double difference) {
  double squares = 0;
  int used = 0;
  for (std::size_t group = 0; group < groups; ++group) {
    auto const size = static_cast<double>(counts.group_size[group]);
    if (size == 0) continue;
    std::size_t const place = target * groups + group;
    double const of_group = (static_cast<double>(counts.only_other[place]) -
                             static_cast<double>(counts.only_base[place])) /
                            size;
    squares += (of_group - difference) * (of_group - difference);
    ++used;
  }
  return used < 2 ? 0 : std::sqrt(squares / (used * (used - 1.0)));
}

StateComparison compare_state(Plan const& base, Plan const& other, PairedEnsemble const& pair,
                              std::size_t k) {
  bool const shares_rows = base.world.calibration_rows + other.world.calibration_rows > 0;
  PairCounts const& counts = pair.pairs[k];
  std::uint64_t const trajectories = pair.base.trajectories;
  StateComparison result;
  result.earlier_share = share(counts.earlier, trajectories);
  result.later_share = share(counts.later, trajectories);
  result.same_share = share(counts.same, trajectories);
  result.median_years_gained = median_years_gained(counts, trajectories);

  auto const& in_base = pair.base.states[static_cast<std::size_t>(pair.states[k].base)];
  auto const& in_other = pair.other.states[static_cast<std::size_t>(pair.states[k].other)];
  std::size_t const main_target = base.targets.size() / 2;
  for (std::size_t t = 0; t < base.targets.size(); ++t) {
    int const years = base.targets[t] - base.world.origin;
    double const only_base = share(count_of(counts.only_base, t), trajectories);
    double const only_other = share(count_of(counts.only_other, t), trajectories);
    ProbabilityDifference difference;
    difference.target = base.targets[t];
    difference.base = share_complete_by(pair.base, in_base, years);
    difference.other = share_complete_by(pair.other, in_other, years);
    difference.value = only_other - only_base;
    double const paired = paired_variance(only_other, only_base);
    difference.standard_error = std::sqrt(paired / static_cast<double>(trajectories));
    if (shares_rows) {
      difference.standard_error =
          std::max(difference.standard_error, error_between_groups(counts, t, difference.value));
    }
    result.probability.push_back(difference);
    double const independent =
        binomial_variance(difference.base) + binomial_variance(difference.other);
    if (t == main_target && paired > 0) result.variance_reduction = independent / paired;
  }
  return result;
}

double mean_states_complete(Ensemble const& ensemble, int years) {
  auto const bins = ensemble.complete_by_width();
  auto const first = static_cast<std::size_t>(years - 1) * bins;
  double sum = 0;
  for (std::size_t states = 0; states < bins; ++states) {
    sum += static_cast<double>(states) * ensemble.complete_by[first + states];
  }
  return sum / static_cast<double>(ensemble.trajectories);
}

/// Codes of the countries of one plan that the other lacks.
std::vector<std::string> missing_in(Plan const& other, Plan const& plan) {
  std::vector<std::string> codes;
  auto const others = std::span(other.countries).first(other.affected);
  for (auto const& country : std::span(plan.countries).first(plan.affected)) {
    auto const found = std::ranges::find(others, country.code, &model::CountryPlan::code);
    if (found == others.end()) codes.push_back(country.code);
  }
  return codes;
}

}  // namespace

Comparison compare(Scenario const& base_scenario, Plan const& base, Plan const& other,
                   PairedEnsemble const& pair) {
  Comparison comparison;
  comparison.changes_nothing = true;
  for (std::size_t k = 0; k < pair.pairs.size(); ++k) {
    StateComparison state = compare_state(base, other, pair, k);
    auto const index = base.state_index[static_cast<std::size_t>(pair.states[k].base)];
    state.code = base_scenario.states[index].code;
    state.name = base_scenario.states[index].name;
    if (pair.pairs[k].same != pair.base.trajectories) comparison.changes_nothing = false;
    comparison.states.push_back(std::move(state));
  }
  comparison.only_in_base = missing_in(other, base);
  comparison.only_in_other = missing_in(base, other);
  for (int const target : base.targets) {
    int const years = target - base.world.origin;
    comparison.world.push_back({.target = target,
                                .base = mean_states_complete(pair.base, years),
                                .other = mean_states_complete(pair.other, years)});
  }
  return comparison;
}

}  // namespace minefree
