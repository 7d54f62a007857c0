#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include <minefree/ensemble/outcomes.hpp>
#include <minefree/ensemble/samples.hpp>
#include <minefree/parallel/ranks.hpp>

namespace minefree {

/// How a run is spread over the processors of one machine, and over processes. None of it changes
/// a result.
struct Threads {
  unsigned count = 0;  // 0: as many as the machine has processors
  InstructionSet instruction_set = best_instruction_set();
  std::stop_token stop = {};
  /// Told how many trajectories are done, after each chunk; one call at a time, from any thread.
  std::function<void(std::uint64_t done)> progress = {};
  /// Processes that do a part of each run and get all of its result; null: this one does it alone.
  /// When one of them is stopped, so are all.
  Ranks* ranks = nullptr;
};

/// Whether this process was told to stop, or any of those that share the run: all of them stop, or
/// none.
bool is_stopped(Threads const&);

/// The range, simulated in chunks by all threads; the bits of `run`. Nothing when it was stopped.
std::optional<Ensemble> run_on_threads(Plan const&, Range, Threads const&);

/// The same for two scenarios under the same draws; the bits of `run_pair`.
std::optional<PairedEnsemble> run_pair_on_threads(Plan const& base, Plan const& other, Range,
                                                  Threads const&);

/// Trajectories 0 to count - 1 in their 16 groups (see ranges_of_groups), one result for each.
/// Nothing when it was stopped.
std::optional<std::vector<Ensemble>> run_groups_on_threads(Plan const&, std::uint64_t count,
                                                           Threads const&);

/// Runs `first_count` trajectories, then as many again, and so on, until the counts are good enough
/// or the next doubling would exceed `most`. Nothing when it was stopped.
std::optional<Ensemble> run_until(Plan const&, std::uint64_t first_count, std::uint64_t most,
                                  std::function<bool(Ensemble const&)> const& good_enough,
                                  Threads const&);

/// Every trajectory of the range side by side, by the double engine, in the order of the range; the
/// same for any number of threads. Nothing when it was stopped.
std::optional<std::vector<CountrySamples>> sample_on_threads(Plan const&, Range, Threads const&);

/// What becomes of each trajectory of the range; the bits of `outcomes_into`. Nothing when it was
/// stopped.
std::optional<TrajectoryOutcomes> outcomes_on_threads(Plan const&, OutcomeQuestion const&, Range,
                                                      Threads const&);

}  // namespace minefree
