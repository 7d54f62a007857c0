#pragma once

#include <string>
#include <vector>

#include <minefree/report/solution.hpp>

namespace minefree::report {

// Words that the sentences and the table of a solution share.

/// `from 2025 to 2030`, `in 2030`.
std::string span_of(Years);

/// A probability as it was asked for: `80 %`, `99.5 %`.
std::string asked_text(double probability);

/// `absorption and discovery`.
std::string names_of(std::vector<Bound> const&);

/// How many times the usual money it is: `3.4`; empty where there is no such money.
std::string times_usual(MoneyAnswer const&);

/// A line for each state, those first that can be had.
std::string solved_table(Solution const&, int columns, bool colour);

}  // namespace minefree::report
