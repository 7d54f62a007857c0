#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minefree/report/report_facts.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report::html {

/// A picture with the sentence that says the same; the numbers stand in a table of the page.
struct Chart {
  std::string title;
  std::string sentence;
  std::string picture;  // SVG
};

// Of a state that gets a date.

/// Known mined land: the reported past, the fan of the futures, the state's own plan and the
/// straight line.
Chart remaining_chart(RunSummary const&, StateSummary const&, StateFacts const&);

/// In which share of the futures the last known mined area is cleared, month by month.
Chart date_chart(RunSummary const&, StateSummary const&);

/// Land released by cancellation, reduction and clearance, and land discovered: means of a year.
Chart flow_chart(RunSummary const&, StateSummary const&);

/// Money of a year, in all.
Chart money_chart(RunSummary const&, StateSummary const&, ReportFacts const&);

/// How many states are complete by the end of each year.
Chart world_chart(RunSummary const&);

/// The fan of remaining land without axes, to be set beside others.
std::string small_fan(RunSummary const&, StateSummary const&);

/// Ten futures as likely as one another, side by side: how many states complete by a year.
std::string ten_worlds(std::vector<int> const& complete, int target, std::string const& sentence);

/// Ten futures of one state: so many of them filled, as complete by a year. `id` is unique in the
/// page.
std::string ten_futures_of(StateSummary const&, int target, std::string_view id);

/// Up to and with which year there is something to see of a state's land; at least ten years.
int last_telling_year(RunSummary const&, StateSummary const&);

}  // namespace minefree::report::html
