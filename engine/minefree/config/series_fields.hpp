#pragma once

#include <minefree/config/record.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

/// The name of a counting: official, mine_action_review or all_ordnance.
Value<Series> series_word();
/// The name as files write it.
std::string_view name_of(Series);

/// Which counting of the stock a state file takes, and why.
Record<SeriesChoice> series_record();

/// Checks that a state with rows of several countings chooses one that it has.
void check_series(StateData const&, Given const&, Reading const&);

/// Takes the countings that a scenario chooses instead of those of the state files; a choice that
/// a state does not offer is a problem.
void choose_series(Scenario const&, Tree const& scenario, std::vector<StateData>&, Problems&);

}  // namespace minefree::config
