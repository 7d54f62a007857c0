#pragma once

#include <string>

#include <minefree/report/explanation.hpp>

namespace minefree::cli {

/// Titles of the sources of the record: of `data/sources.csv` beside the scenario and in the
/// library. Empty where there is none.
report::SourceTitles source_titles(std::string const& scenario_path);

}  // namespace minefree::cli
