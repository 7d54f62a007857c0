#pragma once

#include <cstdint>
#include <functional>

#include <minefree/parallel/threads.hpp>

#include "arguments.hpp"
#include "interrupt.hpp"

namespace minefree::cli {

/// How the runs of a command are spread, as its options say: until it is interrupted, and telling
/// how many trajectories are done.
Threads threads_for(RunOptions const&, Interrupt const&,
                    std::function<void(std::uint64_t done)> progress = {});

}  // namespace minefree::cli
