#pragma once

#include <optional>
#include <string>

#include <minefree/report/summary.hpp>

namespace minefree::report::html {

// Parts of sentences, for people who read no tables.

/// A share of futures: `3 of 10`, `17 of 100` where ten are too coarse, `fewer than 1 of 100`,
/// `none`, `all`.
std::string of_futures(double share);

/// The year in which a date lies, or `never within the horizon (2060)`.
std::string year_or_never(std::optional<double> const& decimal_year, int horizon);

/// `2030-03-01` as `1 March 2030`.
std::string day_in_words(std::string const& day);

/// A day as a decimal year at its end.
double decimal_year_of(std::string const& day);

/// `2 to 6`, or `2` where both are the same.
std::string range_text(int low, int high);

/// What a projection rests on, where it is more than data: a sentence, or nothing.
std::string basis_sentence(StateSummary const&);

/// The year that sentences name: the middle target; the horizon when there are none.
int named_year(RunSummary const&);

/// Where a year stands in the series of a run.
std::size_t index_of(RunSummary const&, int year);

/// In which share of the futures a state is complete by the end of a year.
double complete_by(RunSummary const&, StateSummary const&, int year);

}  // namespace minefree::report::html
