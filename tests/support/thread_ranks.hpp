#pragma once

#include <algorithm>
#include <barrier>
#include <cstddef>
#include <cstdint>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include <minefree/parallel/ranks.hpp>

namespace minefree::testing {

/// Where the ranks of a test meet: they are threads of one process.
struct MeetingPlace {
  explicit MeetingPlace(unsigned size) : all_here(size), brought(size) {}

  std::barrier<> all_here;
  std::vector<void const*> brought;  // by rank
};

/// Ranks as a test has them, without MPI: each is a thread.
class ThreadRanks : public Ranks {
 public:
  ThreadRanks(MeetingPlace& place, unsigned rank) : place_(place), rank_(rank) {}

  unsigned size() const override { return static_cast<unsigned>(place_.brought.size()); }
  unsigned rank() const override { return rank_; }
  void sum(std::span<std::uint32_t> counts) override { sum_up(counts); }
  void sum(std::span<std::uint64_t> counts) override { sum_up(counts); }
  void sum(std::span<std::int64_t> counts) override { sum_up(counts); }

  std::size_t sums() const { return sums_; }  // so far

 private:
  template <class Count>
  void sum_up(std::span<Count> counts) {
    ++sums_;
    place_.brought[rank_] = counts.data();
    place_.all_here.arrive_and_wait();
    std::vector<Count> total(counts.size());
    for (void const* const brought : place_.brought) {
      auto const* const theirs = static_cast<Count const*>(brought);
      for (std::size_t k = 0; k < total.size(); ++k) total[k] += theirs[k];
    }
    place_.all_here.arrive_and_wait();
    std::ranges::copy(total, counts.begin());
  }

  MeetingPlace& place_;
  unsigned rank_;
  std::size_t sums_ = 0;
};

/// What each of `size` ranks makes of the same work, by rank.
template <class Work>
auto on_ranks(unsigned size, Work work) {
  MeetingPlace place(size);
  std::vector<decltype(work(std::declval<ThreadRanks&>()))> results(size);
  {
    std::vector<std::jthread> ranks;
    for (unsigned rank = 0; rank < size; ++rank) {
      ranks.emplace_back([&, rank] {
        ThreadRanks self(place, rank);
        results[rank] = work(self);
      });
    }
  }
  return results;
}

}  // namespace minefree::testing
