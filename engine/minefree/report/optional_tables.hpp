#pragma once

#include <string>

#include <minefree/report/summary.hpp>

namespace minefree::report {

/// A sentence and a table for each optional part that the scenario asks for; nothing when it asks
/// for none.
std::string optional_tables(RunSummary const&, int columns, bool colour);

}  // namespace minefree::report
