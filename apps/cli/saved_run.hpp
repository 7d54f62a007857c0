#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <minefree/report/report_facts.hpp>

namespace minefree::cli {

/// The files of a folder that `run --out` wrote from which a report can be made again.
inline constexpr std::string_view name_of_summary = "summary.json";
inline constexpr std::string_view name_of_facts = "report.json";

/// Reads the run that a folder holds; nothing when it holds none, or not a whole one, which has
/// been said.
std::optional<report::SavedRun> read_saved_run(std::string const& folder);

}  // namespace minefree::cli
