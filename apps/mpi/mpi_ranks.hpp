#pragma once

#include <mpi.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

#include <minefree/parallel/ranks.hpp>

#include "meeting.hpp"

namespace minefree::mpi {

/// What a rank tells of itself, so that ranks that do not fit together find out.
struct Identity {
  std::uint64_t program = 0;             // of its version and its command line
  std::function<std::uint64_t()> input;  // of what it has read so far
  std::function<std::string()> said;     // what it would have said on stderr, for a rank above 0
};

/// Ranks that talk by MPI. One thread calls it, between MPI_Init and `finish`. Where the ranks
/// cannot go on together, one of them says why, and the process ends in here: with the exit code of
/// the rank that failed, or 1.
class MpiRanks : public Ranks {
 public:
  MpiRanks(Identity, std::stop_token);

  unsigned size() const override { return size_; }
  unsigned rank() const override { return rank_; }
  void sum(std::span<std::uint32_t>) override;
  void sum(std::span<std::uint64_t>) override;
  void sum(std::span<std::int64_t>) override;

  /// Waits for all ranks to be done, and ends MPI; gives the exit code, that of rank 0.
  int finish(int exit_code);

 private:
  using Clock = std::chrono::steady_clock;

  struct NoteTime {
    MpiRanks& ranks;
    void operator()() const { ranks.stopped_at_ = Clock::now(); }
  };

  void sum_up(void* counts, std::size_t count, MPI_Datatype, std::size_t bytes);
  Outcome meet(Standing const&);
  void wait_for(MPI_Request&, bool for_long, std::optional<Clock::time_point> until = {});
  void check_for_lost_rank(Clock::time_point began) const;
  [[noreturn]] void end_apart(Outcome const&);
  [[noreturn]] void end_alone(int exit_code);
  std::string sentence_of(Difference) const;
  std::string words_of_failed(unsigned rank) const;

  Identity identity_;
  std::stop_token stop_;
  MPI_Comm comm_ = MPI_COMM_NULL;
  unsigned size_ = 1;
  unsigned rank_ = 0;
  std::string node_;
  std::uint64_t sums_ = 0;
  std::atomic<Clock::time_point> stopped_at_{};
  std::stop_callback<NoteTime> note_time_;
};

}  // namespace minefree::mpi
