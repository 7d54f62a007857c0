#pragma once

#include <string>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/config/extends.hpp>
#include <minefree/config/files.hpp>
#include <minefree/config/tree.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

/// A scenario, or all problems of it and of every file it uses; and notes: things that are not
/// wrong but that the user should know, such as an entry without effect.
struct ScenarioOutcome : Outcome<Scenario> {
  Problems notes;
  Tree tree;  // what the file says, with all that it extends
};

/// Reads a scenario file with all it extends and all its states. States are found in `states/`
/// beside the scenario, then beside each scenario that it extends, then in the folder `library`
/// (`scenarios` of the repository, where the program knows it).
ScenarioOutcome read_scenario(std::string const& path, Files const& files,
                              std::string const& library = {});

/// The same from a tree that is already there, as the page has it; `path` is its name.
ScenarioOutcome read_scenario_tree(Tree tree, std::string const& path, Files const& files,
                                   std::string const& library = {});

/// The same from a tree into which all that it extends is merged already.
ScenarioOutcome read_whole_scenario(WholeScenario const&, Files const&,
                                    std::string const& library = {});

/// A state that a scenario need not ask for, from the folders in which it looks for states.
struct StateBeside {
  std::vector<std::string> codes;  // of all state files there
  Outcome<StateData> state;        // no value and no problem when there is no file
};
StateBeside read_state_beside(std::string const& scenario_path, std::string const& code,
                              Files const& files, std::string const& library = {});

/// What is wrong with a file, be it a scenario, a state, a study or a sweep, and with the files it
/// uses.
Problems check_file(std::string const& path, Files const& files, std::string const& library = {});

}  // namespace minefree::config
