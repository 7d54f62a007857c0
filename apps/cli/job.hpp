#pragma once

#include <minefree/parallel/ranks.hpp>

namespace minefree::cli {

/// Processes that run one command line together, each of them all of it. They simulate a part each,
/// and rank 0 alone speaks and writes.
struct Job {
  Ranks& ranks;
  unsigned threads_per_rank = 1;  // where the options do not say
};

}  // namespace minefree::cli
