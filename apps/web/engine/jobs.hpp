#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <minefree/ensemble/run.hpp>
#include <minefree/report/summary.hpp>

#include "prepared_comparison.hpp"
#include "prepared_run.hpp"

namespace minefree::page {

/// A share of the states, for one of several Workers to tell of: part 0, 1, ... of `parts`.
struct Part {
  std::size_t part = 0;
  std::size_t parts = 1;
};

/// Counts of trajectories, of several Workers when theirs are added, and what they tell.
class RunJob {
 public:
  RunJob(cli::PreparedRun run, cli::Arguments arguments);

  std::uint64_t trajectories() const { return run_.plan.trajectories; }
  void count(Range);
  /// What another Worker lacks to tell of its part.
  std::string counts(Part) const;
  bool add_counts(std::string_view bytes, Part);

  /// The text of `minefree run --json`, as if there were no states but those of the part.
  std::string json(Part) const;

  cli::PreparedRun const& run() const { return run_; }
  cli::Arguments const& arguments() const { return arguments_; }
  Ensemble const& ensemble() const { return counts_; }

 private:
  report::StateRange states_of(Part) const;

  cli::PreparedRun run_;
  cli::Arguments arguments_;
  Ensemble counts_;
};

/// The same of a comparison, of which one Worker tells all.
class ComparisonJob {
 public:
  ComparisonJob(cli::PreparedComparison comparison, cli::Arguments arguments);

  std::uint64_t trajectories() const { return comparison_.base.plan.trajectories; }
  void count(Range);
  std::string counts(Part) const;
  bool add_counts(std::string_view bytes, Part);

  /// The text of `minefree compare --json`.
  std::string json(Part) const;

 private:
  cli::PreparedComparison comparison_;
  cli::Arguments arguments_;
  PairedEnsemble counts_;
};

}  // namespace minefree::page
