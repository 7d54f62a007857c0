#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <minefree/domain/sweep.hpp>
#include <minefree/ensemble/run.hpp>

namespace minefree {

/// Values of one output: from all futures, and from the first and the second half of them. The two
/// halves share no future and no draw of a calibration, so that what they agree on is not noise.
inline constexpr std::size_t values_of_output = 3;

/// Two halves of trajectories 0 to count - 1, as equal as rows of a calibration that are used again
/// allow. From 200 trajectories on the first ends at a multiple of 16, the widest lanes.
struct Halves {
  std::vector<Range> first, second;
};
Halves halves_of(std::uint64_t count, std::uint32_t calibration_rows);

/// The outputs at one point, [output][whole, first half, second half], into `row`, which has
/// `values_of_output` for each; left as it was when `stopped` says so meanwhile. Every output must be
/// one that can be given.
void sweep_row(Plan const&, std::vector<SweepOutput> const&, std::uint64_t trajectories,
               InstructionSet, std::function<bool()> const& stopped, std::span<double> row);

/// Columns of the outputs that cannot be given: of a state without a date, or the deadline of one
/// that has none.
std::vector<std::string> columns_that_cannot_be_given(Plan const&, std::vector<SweepOutput> const&);

}  // namespace minefree
