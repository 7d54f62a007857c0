#pragma once

#include <string>
#include <vector>

#include "job.hpp"

namespace minefree::cli {

/// Reads a command line and does what it says; gives the exit code. The words do not hold the
/// program's own name. Nothing is thrown. All processes of a job call it with the same words.
int run_program(std::vector<std::string> const& words, Job const* job = nullptr);

}  // namespace minefree::cli
