#pragma once

namespace minefree::mpi {

/// Threads for each rank, so that the ranks of a node use the processors that their launcher left
/// them, each once. The same at all ranks, as large as the fullest node allows, and at least 1. All
/// ranks call it together.
unsigned threads_per_rank();

}  // namespace minefree::mpi
