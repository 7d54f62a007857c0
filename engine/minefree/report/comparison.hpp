#pragma once

#include <string>
#include <vector>

#include <minefree/decision/compare.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// Another scenario beside the base, ready to be printed.
struct ComparedScenario {
  Provenance provenance;
  std::string name;
  Comparison comparison;
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

/// Tidy CSV: scenario, state, what, target year, value.
std::string to_csv(ComparisonReport const&);

}  // namespace minefree::report
