#pragma once

// For the files that write JSON of comparisons.

#include <minefree/decision/compare.hpp>
#include <minefree/report/json_values.hpp>

namespace minefree::report {

/// `{"2030": {"value": ..., "standard_error": ..., "base": ..., "other": ...}}`; `name` stands for
/// the first of the four.
Json by_target(std::vector<Difference> const&, int decimals, char const* name = "value");

/// A state of `compare --json`.
Json json_of(StateComparison const&);

}  // namespace minefree::report
