#pragma once

#include <cstdint>

#include <minefree/config/files.hpp>

namespace minefree::cli {

/// The files of this machine, as YAML. What this thread reads through them goes into
/// `digest_of_input`.
config::Files input_files();

/// Differs when any byte differs that this thread has read, or their order: processes that share a
/// run compare it, since each reads its files by itself. For one build of the program only.
std::uint64_t digest_of_input();

}  // namespace minefree::cli
