#pragma once

#include <string>

#include <minefree/domain/scenario.hpp>

namespace minefree::bench {

/// `forty` and `forty-levers` (see forty_states.hpp), or the path of a scenario file. Says on
/// stderr what is wrong with a file and ends the program.
Scenario named_scenario(std::string const& name);

}  // namespace minefree::bench
