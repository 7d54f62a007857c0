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

/// `earlier in 93 % of futures, by a median of 2.4 years`; where a state often completes in only
/// one of the scenarios, `later in 90 % of futures: in 17 % it no longer completes by 2060, in the
/// others it is later by a median of 5.8 years`. The median is left out where it tells of the
/// smaller part.
std::string sentence_of(StateComparison const&, int horizon);
/// Median years gained where most futures that move have a date under both scenarios; it says
/// nothing of the others, in which a date is lost or won.
std::optional<double> telling_median(StateComparison const&);
/// The middle target's difference of probabilities; null where there are no targets.
Difference const* main_difference(StateComparison const&);
/// True when the scenario changes the one state more than the other: by the chance to be complete
/// by the middle target (one that exceeds two standard errors before one that does not), then by
/// the years gained or lost, then by the share of futures that move.
bool changes_more(StateComparison const&, StateComparison const&);
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
