#pragma once

#include <vector>

#include <minefree/report/columns.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report {

/// The states that get a date, soonest P50 first; those that rarely complete come last.
std::vector<StateSummary const*> states_by_date(RunSummary const&);

/// The columns of the table of `run`, a cell for each of these states, all of which get a date.
std::vector<Column> state_columns(RunSummary const&, std::vector<StateSummary const*> states);

}  // namespace minefree::report
