#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <minefree/domain/sweep.hpp>
#include <minefree/ensemble/run.hpp>

namespace minefree {

/// Values of one output: from all futures, and from the first and the second half of them. The two
/// halves share no future, so that what they agree on is not Monte Carlo noise.
inline constexpr std::size_t values_of_output = 3;

/// Two halves of trajectories 0 to count - 1. Each begins at a multiple of 16 where it can.
struct Halves {
  Range first, second;
};
Halves halves_of(std::uint64_t count);

/// The outputs at one point, [output][whole, first half, second half], into `row`, which has
/// `values_of_output` for each. Every state that an output names must be in the plan.
void sweep_row(Plan const&, std::vector<SweepOutput> const&, std::uint64_t trajectories,
               InstructionSet, std::span<double> row);

/// True when a date can be given for every state that an output names.
bool outputs_can_be_estimated(Plan const&, std::vector<SweepOutput> const&);

}  // namespace minefree
