#pragma once

#include <minefree/report/report_facts.hpp>

#include "arguments.hpp"

namespace minefree::cli {

/// What a report tells of a run beside its summary, which is of the states that the command line
/// asks for.
report::ReportFacts facts_of(Arguments const&, Scenario const&, Plan const&, Ensemble const&,
                             report::RunSummary const&);

}  // namespace minefree::cli
