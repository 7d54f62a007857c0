#pragma once

#include <string_view>

#include "arguments.hpp"

namespace minefree::page {

/// The command line that the page means. `text` has a line for each option, its name and its value:
///   file scenarios/a.yaml, trajectories 500, seed 7, state AGO, target 2030
/// `file`, `state` and `target` may come again; of explain the state is the one to explain.
/// The page writes nothing else.
cli::Arguments read_request(std::string_view text);

}  // namespace minefree::page
