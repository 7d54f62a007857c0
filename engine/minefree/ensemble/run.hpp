#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

/// Trajectories first, first + 1, ... first + count - 1.
struct Range {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

/// The trajectories 0 to count - 1 in 16 groups, each by its ranges: with a calibration, a group
/// has rows of its own, which no other group has.
std::vector<std::vector<Range>> ranges_of_groups(std::uint64_t trajectories,
                                                 std::uint32_t calibration_rows);

/// The instruction sets that the kernel is built for; all give the same bits.
enum class InstructionSet { sse42, avx2, avx512 };

/// The widest set that this processor has.
InstructionSet best_instruction_set();
bool available(InstructionSet);
std::string_view name_of(InstructionSet);
std::optional<InstructionSet> instruction_set_named(std::string_view);

/// The whole engine: simulates a range of trajectories of a plan and counts what happens. Pure: no
/// files, threads, clock or globals; the same bits for every instruction set, and two ranges merge
/// to the bits of one.
Ensemble run(Plan const&, Range, InstructionSet = best_instruction_set());

/// Two scenarios under the same draws. Both plans must have the same origin, horizon, targets and
/// seed.
PairedEnsemble run_pair(Plan const& base, Plan const& other, Range,
                        InstructionSet = best_instruction_set());

/// The same model over doubles, one trajectory at a time: the reference that tests hold `run`
/// against.
Ensemble run_reference(Plan const&, Range);

/// Adds a range to counts that exist already; `run` with nothing to allocate.
void run_into(Plan const&, Range, InstructionSet, Ensemble&);
void run_pair_into(Plan const& base, Plan const& other, Range, InstructionSet, PairedEnsemble&);

}  // namespace minefree
