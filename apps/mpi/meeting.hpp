#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace minefree::mpi {

// Before every sum, and at the end, the ranks of a job compare where they are: each brings a few
// numbers, and all get the largest of each. A rank that read other files, or that failed and will
// bring nothing to the sum, shows there, before anybody waits for it in vain.

/// Where a rank is. The first three must be those of all other ranks.
struct Standing {
  std::uint64_t program = 0;          // its version and its command line
  std::uint64_t input = 0;            // what it has read
  std::uint64_t step = 0;             // which sum, and of what; or that it is done
  std::optional<int> exit_code = {};  // when it is done; below 255
};

/// What a rank brings. Numbers whose smallest matters are turned round.
using Brought = std::array<std::uint64_t, 8>;
Brought brought_by(Standing const&, unsigned rank);

enum class Difference { none, program, input, step };

/// What all ranks see alike.
struct Outcome {
  Difference difference = Difference::none;
  std::optional<unsigned> failed;          // the first rank that is done with another code than 0
  std::optional<int> exit_code_of_rank_0;  // when it is done
  int exit_code_of_failed = 0;
};

/// The outcome of a meeting, from the largest of each number that was brought.
Outcome outcome_of(Brought const& largest);

}  // namespace minefree::mpi
