// How long do ranks take to sum the counts of a run, when none has to wait for another?
//
//     mpirun -n RANKS build/release/bench/mpi/rank_sums SCENARIO
//
// Rank 0 prints a row: ranks, bytes that each brings, sums that they come in, and seconds of a
// run's sums (median and least of the repetitions, by the clock).
#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <minefree/config/disk.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/parallel/rank_sums.hpp>

#include "mpi_ranks.hpp"

namespace {

using namespace minefree;
using Clock = std::chrono::steady_clock;

constexpr int repetitions = 41;

/// Counts what goes through it.
class CountedRanks : public Ranks {
 public:
  explicit CountedRanks(Ranks& ranks) : ranks_(ranks) {}

  unsigned size() const override { return ranks_.size(); }
  unsigned rank() const override { return ranks_.rank(); }
  void sum(std::span<std::uint32_t> counts) override { sum_counted(counts); }
  void sum(std::span<std::uint64_t> counts) override { sum_counted(counts); }
  void sum(std::span<std::int64_t> counts) override { sum_counted(counts); }

  std::size_t bytes = 0;
  std::size_t sums = 0;

 private:
  template <class Count>
  void sum_counted(std::span<Count> counts) {
    bytes += counts.size_bytes();
    ++sums;
    ranks_.sum(counts);
  }

  Ranks& ranks_;
};

/// Seconds of one sum of all counts.
double seconds_of(Ranks& ranks, Ensemble& ensemble) {
  MPI_Barrier(MPI_COMM_WORLD);
  auto const began = Clock::now();
  sum_over(ranks, ensemble);
  return std::chrono::duration<double>(Clock::now() - began).count();
}

int measure(mpi::MpiRanks& ranks, std::string const& path) {
  auto const read = config::read_scenario(path, config::disk_files(), "scenarios");
  if (!read) {
    if (ranks.rank() == 0) fmt::print(stderr, "{}", read.problems.text());
    return 3;
  }
  auto ensemble = empty_ensemble(make_plan(*read.value));
  CountedRanks counted(ranks);
  sum_over(counted, ensemble);
  std::vector<double> seconds;
  for (int k = 0; k < repetitions; ++k) seconds.push_back(seconds_of(ranks, ensemble));
  std::ranges::sort(seconds);
  if (ranks.rank() == 0) {
    fmt::print("| {} | {} | {} | {:.4f} | {:.4f} |\n", ranks.size(), counted.bytes, counted.sums,
               seconds[seconds.size() / 2], seconds.front());
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  int level = 0;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &level);
  mpi::MpiRanks ranks(
      {.program = 0, .input = [] { return std::uint64_t{0}; }, .said = [] { return ""; }}, {});
  return ranks.finish(count > 1 ? measure(ranks, words[1]) : 2);
}
