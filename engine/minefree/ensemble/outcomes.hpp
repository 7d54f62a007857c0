#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <minefree/ensemble/run.hpp>

namespace minefree {

/// What is noted of each single trajectory, where a question needs more than counts: which of
/// several strategies does best in one and the same future.
struct OutcomeQuestion {
  int by = 0;                          // calendar year, simulated: everything is as of its end
  std::optional<std::size_t> country;  // in Plan::countries; whose completion is noted, if any
};

/// One value a trajectory of a range, in its order. Memory grows with the range: 11 bytes each.
struct TrajectoryOutcomes {
  std::vector<std::uint16_t> complete;         // affected states complete by then
  std::vector<std::uint8_t> country_complete;  // 1 when that state is
  std::vector<double> released_km2;            // by all affected states since the origin
};

/// All at zero, for so many trajectories.
TrajectoryOutcomes empty_outcomes(std::uint64_t trajectories);
/// Adds two parts of the same range, which share no trajectory.
void merge(TrajectoryOutcomes& into, TrajectoryOutcomes const& from);

/// Simulates a chunk of a range that begins with trajectory `first`, and notes it in its place. The
/// same bits for every instruction set.
void outcomes_into(Plan const&, OutcomeQuestion const&, Range chunk, std::uint64_t first,
                   InstructionSet, TrajectoryOutcomes&);

}  // namespace minefree
