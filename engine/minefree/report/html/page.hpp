#pragma once

#include <string>
#include <string_view>

#include <minefree/report/report_facts.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report::html {

/// What every report of ours holds in its head, so that a later one may take its place.
inline constexpr std::string_view made_by = "<meta name=\"generator\" content=\"minefree ";

/// The report of a run as one HTML file that needs nothing from outside: no script, no link, no
/// picture or font of its own. The same bytes for the same run.
std::string report_page(RunSummary const&, ReportFacts const&);

/// A whole page around what is shown: head and style.
std::string page_around(std::string_view title, Provenance const&, std::string_view body);

}  // namespace minefree::report::html
