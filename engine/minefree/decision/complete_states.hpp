#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <minefree/decision/differences.hpp>

namespace minefree {

/// Trajectories complete by the end of so many years, summed over the affected states.
std::uint64_t completions_by(Ensemble const&, int years);

/// Mean number of states complete by each target, as `moving` of the pair's states make it: all
/// others are taken to complete as in the base. `base_completions`, one for each target, are those
/// of all states that are counted, in the pair or not. The error of the difference is that between
/// the groups of trajectories.
std::vector<Difference> mean_states_complete(std::vector<int> const& targets,
                                             std::vector<std::uint64_t> const& base_completions,
                                             PairedEnsemble const&,
                                             std::vector<std::size_t> const& moving);

}  // namespace minefree
