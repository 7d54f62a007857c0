#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/report/summary.hpp>

namespace minefree::report {

/// The date at a share; empty beyond the horizon.
std::optional<double> quantile_at(DateQuantiles const&, double share);

/// True when the origin lies so far back that the record knows what came of it.
bool is_looking_back(RunSummary const&);

/// `On today's course Angola completes in 2036 (80 %: 2029 to 2050).` Of a state that gets a date.
std::string state_sentence(StateSummary const&, RunSummary const&);

/// `On today's course about 4 of 33 states complete by 2030 (80 %: 2 to 6).` For the middle target.
std::string main_sentence(RunSummary const&);
/// The same of the other targets, and for how many states nothing can be said; empty when neither
/// applies.
std::string further_sentence(RunSummary const&);

/// What the columns mean, what the numbers rest on, and where to go on: a few lines.
std::vector<std::string> notes_of(RunSummary const&, std::string const& scenario_path);

}  // namespace minefree::report
