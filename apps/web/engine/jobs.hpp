#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <minefree/ensemble/run.hpp>

#include "prepared_comparison.hpp"
#include "prepared_run.hpp"

namespace minefree::page {

/// Counts of trajectories, of several Workers when theirs are added, and what they tell.
class RunJob {
 public:
  explicit RunJob(cli::PreparedRun run);

  std::uint64_t trajectories() const { return run_.plan.trajectories; }
  void count(Range);
  std::string counts() const;
  bool add_counts(std::string_view bytes);

  /// The text of `minefree run --json`.
  std::string json() const;
  /// Texts of the files that `minefree run --out` writes, by name: a JSON object.
  std::string files_json() const;
  /// The text of `minefree plan --json`.
  std::string plan_json() const;

 private:
  cli::PreparedRun run_;
  Ensemble counts_;
};

class ComparisonJob {
 public:
  ComparisonJob(cli::PreparedComparison comparison, cli::Arguments arguments);

  std::uint64_t trajectories() const { return comparison_.base.plan.trajectories; }
  void count(Range);
  std::string counts() const;
  bool add_counts(std::string_view bytes);

  /// The text of `minefree compare --json`.
  std::string json() const;

 private:
  cli::PreparedComparison comparison_;
  cli::Arguments arguments_;
  PairedEnsemble counts_;
};

}  // namespace minefree::page
