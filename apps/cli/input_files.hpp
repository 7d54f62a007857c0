#pragma once

#include <string>

#include <minefree/config/files.hpp>

namespace minefree::cli {

// Where commands find what they read. The page, which has no disk, puts its own in place of these.

/// The files of this machine.
config::Files input_files();

/// The folder of the scenarios that come with the program: beside its sources, or where it is
/// installed; empty when there is none.
std::string scenario_library();

}  // namespace minefree::cli
