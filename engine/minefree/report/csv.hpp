#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include <minefree/report/summary.hpp>

namespace minefree::report {

/// The tidy CSV files of a result, by name: one value a row, the unit in the column's name.
std::map<std::string, std::string> csv_files(RunSummary const&);

/// The files that a result has only where a scenario asks for them.
inline constexpr std::array<std::string_view, 4> names_of_optional_csv{
    "casualties.csv", "people.csv", "residual.csv", "residual_teams.csv"};

/// Those of the parts that a scenario asks for by `outputs`.
std::map<std::string, std::string> optional_csv_files(RunSummary const&);

}  // namespace minefree::report
