#pragma once

#include <cstdint>
#include <span>

namespace minefree {

/// Several processes that share the work of every run, each doing a part of its trajectories. All
/// of them ask for the same runs and the same sums in the same order. Counts are whole numbers, so
/// their sum has the same bits for any number of ranks.
class Ranks {
 public:
  Ranks() = default;
  Ranks(Ranks const&) = delete;
  Ranks& operator=(Ranks const&) = delete;
  virtual ~Ranks() = default;

  virtual unsigned size() const = 0;  // at least 1
  virtual unsigned rank() const = 0;  // of this process, below `size`

  /// Sums over all ranks, element by element, modulo 2^32 or 2^64; every rank gets the sums. Waits
  /// for all ranks, and does not return where one of them will never come.
  virtual void sum(std::span<std::uint32_t>) = 0;
  virtual void sum(std::span<std::uint64_t>) = 0;
  virtual void sum(std::span<std::int64_t>) = 0;
};

}  // namespace minefree
