#pragma once

#include <string>
#include <vector>

#include <minefree/config/files.hpp>
#include <minefree/config/value.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

/// `posterior` as a file says it: the name of a file of draws, or `none`.
Value<std::string> posterior_name();

/// Reads the draws that a scenario is run with. Those it names are looked for beside the file that
/// names them, then in the library, and must not know more than the scenario's origin. Where it
/// names none and reads states from files, `posterior/<origin>.csv` of the first of `folders` that
/// has it is taken, with the skill that was found for such forecasts; a scenario that only gives
/// states whole takes none unless it names one.
void choose_posterior(Scenario& scenario, Tree const& tree, std::vector<StateData> const& states,
                      std::vector<std::string> const& folders, std::string const& library,
                      Files const& files, Problems& problems);

}  // namespace minefree::config
