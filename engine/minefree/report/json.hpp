#pragma once

#include <string>

#include <minefree/report/summary.hpp>

namespace minefree::report {

/// The summary as JSON: what `minefree run --json` prints and `summary.json` holds. One line a
/// state; a value that is not there is null.
std::string to_json(RunSummary const&);

}  // namespace minefree::report
