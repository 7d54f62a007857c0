#pragma once

#include <map>
#include <string>

#include <minefree/report/summary.hpp>

namespace minefree::report {

/// The tidy CSV files of a result, by name: one value a row, the unit in the column's name.
std::map<std::string, std::string> csv_files(RunSummary const&);

/// Those of the parts that a scenario asks for by `outputs`.
std::map<std::string, std::string> optional_csv_files(RunSummary const&);

}  // namespace minefree::report
