#include "run_threads.hpp"

#include <utility>

namespace minefree::cli {

Threads threads_for(RunOptions const& options, Interrupt const& interrupt,
                    std::function<void(std::uint64_t done)> progress) {
  return {.count = options.threads,
          .instruction_set = options.instruction_set,
          .stop = interrupt.token(),
          .progress = std::move(progress),
          .ranks = options.ranks};
}

}  // namespace minefree::cli
