#pragma once

#include <optional>
#include <string>

#include <minefree/config/tree.hpp>
#include <minefree/domain/scenario.hpp>

#include "arguments.hpp"
#include "input_files.hpp"

namespace minefree::cli {

/// The baseline scenario of the scenario library; empty when there is none.
std::string usual_scenario();

/// A scenario with the options of the command line laid over it, or the exit code: problems have
/// been said then. Notes are said unless `quiet`.
struct LoadedScenario {
  std::optional<Scenario> scenario;
  int exit_code = exit_done;
  config::Tree tree = {};  // what the file says, with all that it extends
};
LoadedScenario load_scenario(std::string const& path, RunOptions const&, bool quiet);

}  // namespace minefree::cli
