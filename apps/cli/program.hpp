#pragma once

#include <string>
#include <vector>

namespace minefree::cli {

/// Reads a command line and does what it says; gives the exit code. The words do not hold the
/// program's own name. Nothing is thrown.
int run_program(std::vector<std::string> const& words);

}  // namespace minefree::cli
