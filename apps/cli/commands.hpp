#pragma once

#include "arguments.hpp"

namespace minefree::cli {

/// Runs the command that the arguments name; gives the exit code.
int run_command(Arguments const&);

// One file a command.
int run(Arguments const&);

}  // namespace minefree::cli
