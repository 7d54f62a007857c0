#pragma once

#include <string>

#include <minefree/report/summary.hpp>

namespace minefree::report {

/// How a table is to look.
struct TableStyle {
  int columns = 120;  // less important columns give way below this; never wider than 120
  bool colour = false;
  std::string scenario_path;  // for the hint where to go on
};

/// The summary for people: a sentence that answers the question, a line for each state, the states
/// that cannot be estimated with the reason, and what the columns mean.
std::string to_table(RunSummary const&, TableStyle const&);

}  // namespace minefree::report
