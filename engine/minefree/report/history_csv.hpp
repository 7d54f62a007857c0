#pragma once

#include <string>

#include <minefree/domain/scenario.hpp>

namespace minefree::report {

/// The histories of a scenario's states as a tidy panel, one value a row: state, year, variable,
/// value, unit, source, and the latest year in which a source of it was published. Up to the
/// scenario's origin, from sources published by the year after: what an engine at that origin sees.
/// Stocks are split into confirmed, suspected and unsplit land as the engine splits them; areas are
/// of the end of the year, flows over it; money is in million USD as reported. `regime` is 0 open,
/// 1 restricted, 2 conflict; `baseline` 0 none, 1 partial, 2 complete; flags are 1 where they hold,
/// and `estimable_at_origin` is 0 or 1. The last two have no year.
std::string history_csv(Scenario const&);

}  // namespace minefree::report
