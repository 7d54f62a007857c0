#pragma once

#include <string>
#include <vector>

#include <minefree/report/report_facts.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report::html {

// Parts of the page, from top to bottom; each is markup, and empty where there is nothing to say.

/// The answer in a sentence, and ten futures side by side.
std::string headline(RunSummary const&, ReportFacts const&);
/// What the scenario changes.
std::string changes(RunSummary const&, ReportFacts const&);
/// How many states are complete by the end of each year.
std::string states_complete(RunSummary const&);
/// All states that get a date: the table, what its columns mean, and their fans side by side.
std::string all_states(RunSummary const&, ReportFacts const&);
/// The states that get no date, with the reasons, and those that were complete before.
std::string states_without_date(RunSummary const&);
/// One state that gets a date.
std::string state_section(RunSummary const&, ReportFacts const&, StateSummary const&);
/// What no run of minefree tells.
std::string limits(RunSummary const&);
/// Where the numbers come from, and how to make them again.
std::string provenance(RunSummary const&, ReportFacts const&);

/// The command that makes the same report again, in the folder of the scenario.
std::string command_again(RunSummary const&, ReportFacts const&);

/// The years that a short table shows: the first six, every fifth, the targets and the horizon.
std::vector<int> telling_years(RunSummary const&);

/// Tables of a state year by year, `years` of them: what the charts draw.
std::string yearly_table(RunSummary const&, StateSummary const&, std::vector<int> const& years,
                         std::string const& caption);
/// What was reported, the newest ten years.
std::string reported_table(StateSummary const&, StateFacts const&, int price_year);
/// The titles of the sources that the numbers of a state name.
std::string source_list(StateFacts const&, SourceTitles const&);
/// Every number used for a state, as `explain` tells them.
std::string number_tables(StateSummary const&, StateFacts const&);

}  // namespace minefree::report::html
