#pragma once

#include <cstdint>
#include <string>

#include <minefree/config/files.hpp>

namespace minefree::cli {

// Where commands find what they read. The page, which has no disk, puts its own in place of these.

/// The files of this machine, as YAML. What this thread reads through them goes into
/// `digest_of_input`.
config::Files input_files();

/// Differs when any byte differs that this thread has read, or their order: processes that share a
/// run compare it, since each reads its files by itself. For one build of the program only.
std::uint64_t digest_of_input();

/// The folder of the scenarios that come with the program: beside its sources, or where it is
/// installed; empty when there is none.
std::string scenario_library();

}  // namespace minefree::cli
