#pragma once

#include <minefree/domain/scenario.hpp>

namespace minefree::hindcast {

/// How much of what happened after the origin a conditional scenario was told.
struct RealisedCount {
  int funding_state_years = 0;
  int security_state_years = 0;
};

/// Feeds in what is known to have happened from origin + 1 to the last truth year: each state's
/// reported money as fixed amounts (in prices of the scenario's price year), and its regimes as
/// forced ones. A year without a report stays simulated; states without a forecast are left out.
RealisedCount tell_what_happened(Scenario&);

}  // namespace minefree::hindcast
