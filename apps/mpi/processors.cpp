#include "processors.hpp"

#include <mpi.h>
#include <sched.h>

#include <algorithm>

namespace minefree::mpi {

unsigned threads_per_rank() {
  MPI_Comm node = MPI_COMM_NULL;
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &node);
  int ranks = 1;
  MPI_Comm_size(node, &ranks);
  // What this rank may run on, and what any rank of the node may: bound ranks have processors of
  // their own, others share them all.
  cpu_set_t own;
  CPU_ZERO(&own);
  sched_getaffinity(0, sizeof own, &own);
  cpu_set_t all = own;
  MPI_Allreduce(MPI_IN_PLACE, &all, sizeof all, MPI_BYTE, MPI_BOR, node);
  MPI_Comm_free(&node);
  int threads = std::max(1, std::min(CPU_COUNT(&own), CPU_COUNT(&all) / ranks));
  MPI_Allreduce(MPI_IN_PLACE, &threads, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
  return static_cast<unsigned>(threads);
}

}  // namespace minefree::mpi
