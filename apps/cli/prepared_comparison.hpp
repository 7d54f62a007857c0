#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <minefree/config/tree.hpp>
#include <minefree/decision/idle_levers.hpp>
#include <minefree/domain/scenario_change.hpp>
#include <minefree/ensemble/ensemble.hpp>
#include <minefree/report/comparison.hpp>

#include "arguments.hpp"

namespace minefree::cli {

/// A scenario and its plan, made for the states that were asked for.
struct ComparedSide {
  config::Tree tree;
  Scenario scenario;
  Plan plan;
  std::vector<ScenarioChange> changes;  // against the base
  std::vector<IdleLever> idle_levers;
};

/// What is to be simulated for a command line: each of the others beside the base.
struct PreparedComparison {
  ComparedSide base;
  std::vector<ComparedSide> others;
};

/// The same, or the exit code: why has been said then.
struct ComparisonOutcome {
  std::optional<PreparedComparison> comparison;
  int exit_code = exit_done;
};

/// Reads the scenarios of the command line; the others get the draws of the first.
ComparisonOutcome prepare_comparison(Arguments const&);
/// The same, faster for many comparisons of one record.
ComparisonOutcome prepare_comparison(Arguments const&, DonorMatrices&);

/// A report without any of the others yet.
report::ComparisonReport report_of_base(PreparedComparison const&);

/// What came of one of the others, `index` of them, of the states that were asked for. An other
/// that changes nothing is noted.
report::ComparedScenario compared(PreparedComparison const&, std::size_t index,
                                  PairedEnsemble const&, Arguments const&);

}  // namespace minefree::cli
