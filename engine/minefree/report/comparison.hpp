#pragma once

#include <string>
#include <vector>

#include <minefree/decision/compare.hpp>
#include <minefree/decision/idle_levers.hpp>
#include <minefree/domain/scenario_change.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// Another scenario beside the base, ready to be printed.
struct ComparedScenario {
  Provenance provenance;
  std::string name;
  Comparison comparison;
  std::vector<ScenarioChange> changes = {};
  std::vector<IdleLever> idle_levers = {};
};

struct ComparisonReport {
  Provenance base;
  std::string base_name;
  std::vector<ComparedScenario> others;
};

/// What `minefree compare --json` prints.
std::string to_json(ComparisonReport const&);

/// For people: a sentence for each scenario, and a line for each state.
std::string to_table(ComparisonReport const&, TableStyle const&);

/// `earlier in 93 % of futures, by a median of 2.4 years`.
std::string sentence_of(StateComparison const&);
/// The state's mark in a table: see basis_mark.
std::string mark_of(StateComparison const&);
/// What the marks mean that states bear, as a sentence; empty when none does.
std::string legend_of(std::vector<StateComparison const*> const&);

/// `money of USA: -50% from 2026`; with what the base has, where it says anything.
std::string sentence_of(ScenarioChange const&);

/// Tidy CSV: scenario, state, what, target year, value. The world has no state.
std::string to_csv(ComparisonReport const&);
/// What each scenario changes: scenario, key, value in the base and in the scenario, in words.
std::string changes_csv(ComparisonReport const&);

}  // namespace minefree::report
