#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minefree::config {

/// One row of a CSV file, and the line it starts in.
struct CsvRow {
  int line = 1;
  std::vector<std::string> cells;
};

/// The rows of a CSV text (RFC 4180: cells in double quotes may hold commas, line ends and doubled
/// quotes). Empty lines are left out. Any text can be read.
std::vector<CsvRow> csv_rows(std::string_view text);

}  // namespace minefree::config
