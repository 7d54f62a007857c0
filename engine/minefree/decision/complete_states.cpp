#include <minefree/decision/complete_states.hpp>

namespace minefree {
namespace {

constexpr std::size_t groups = groups_of_trajectories;

/// Completions by a target that one scenario has and the other has not, of some states of a pair.
GroupSums one_sided_sums(PairedEnsemble const& pair, std::vector<std::size_t> const& states,
                         std::size_t target) {
  GroupSums sums{.base = std::vector<double>(groups), .other = std::vector<double>(groups)};
  for (std::size_t const k : states) {
    auto const counts = one_sided_at(pair.pairs[k], target);
    for (std::size_t group = 0; group < groups; ++group) {
      sums.base[group] += static_cast<double>(counts.only_base[group]);
      sums.other[group] += static_cast<double>(counts.only_other[group]);
    }
  }
  return sums;
}

double sum_of(std::vector<double> const& values) {
  double sum = 0;
  for (double const value : values) sum += value;
  return sum;
}

}  // namespace

std::uint64_t completions_by(Ensemble const& ensemble, int years) {
  auto const bins = ensemble.complete_by_width();
  auto const first = static_cast<std::size_t>(years - 1) * bins;
  std::uint64_t sum = 0;
  for (std::size_t states = 0; states < bins; ++states) {
    sum += states * ensemble.complete_by[first + states];
  }
  return sum;
}

std::vector<Difference> mean_states_complete(std::vector<int> const& targets,
                                             std::vector<std::uint64_t> const& base_completions,
                                             PairedEnsemble const& pair,
                                             std::vector<std::size_t> const& moving) {
  auto const trajectories = static_cast<double>(pair.base.trajectories);
  std::vector<Difference> means;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    auto const sums = one_sided_sums(pair, moving, t);
    auto mean = difference_of_means(sums, pair.group_size);
    auto const base = static_cast<double>(base_completions[t]);
    mean.target = targets[t];
    mean.base = base / trajectories;
    mean.other = (base + sum_of(sums.other) - sum_of(sums.base)) / trajectories;
    means.push_back(mean);
  }
  return means;
}

}  // namespace minefree
