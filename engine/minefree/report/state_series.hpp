#pragma once

#include <minefree/report/summary.hpp>

namespace minefree::report {

// Parts of a state's summary, each from its counts.

/// Mean land at the start, and what is left undiscovered where the state is declared complete.
InitialSummary initial_land(StateCounts const&, std::uint64_t trajectories);

/// Dates of the declaration, at the shares of `declaration_shares`.
DateQuantiles declaration_quantiles(StateCounts const&, Ensemble const&, int origin);

/// Known mined land at the end of each year.
AreaSummary remaining_by_year(StateBins const&, StateCounts const&, std::uint64_t trajectories);

/// Mean flows of each year.
ReleaseSummary released_by_year(StateCounts const&, std::uint64_t trajectories);

/// Money of each year, and how much of it teams could not absorb.
FundingSummary funding_by_year(StateBins const&, StateCounts const&);

}  // namespace minefree::report
