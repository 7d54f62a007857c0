#include "mpi_ranks.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "arguments.hpp"

namespace minefree::mpi {
namespace {

using namespace std::chrono_literals;

// Steps beside the sums.
constexpr std::uint64_t start = 0;
constexpr std::uint64_t done = ~std::uint64_t{0};
/// A rank that failed gives the others so long to fail, too, and with the same words.
constexpr auto patience_with_others = 5s;
/// After a request to stop, all ranks meet sooner than this; the launcher and `Interrupt` end them
/// a little later.
constexpr auto patience_with_lost = 400ms;
constexpr auto patience_with_rank_0 = 100ms;
constexpr auto least_wait = 100ms;
/// Waiting costs no processor after so long: the others may have hours to go.
constexpr auto attentive = 2ms;
constexpr auto nap = 500us;
constexpr int tag_of_words = 1;

// MPI counts with int.
constexpr std::size_t most_at_once = std::size_t{1} << 28U;

std::string node_name() {
  std::array<char, MPI_MAX_PROCESSOR_NAME> name{};
  int length = 0;
  MPI_Get_processor_name(name.data(), &length);
  return {name.data(), static_cast<std::size_t>(length)};
}

/// On stderr, by whichever rank: what a rank above 0 says of its command is kept instead.
void say_aloud(std::string const& text) { std::fputs(text.c_str(), stderr); }

}  // namespace

MpiRanks::MpiRanks(Identity identity, std::stop_token stop)
    : identity_(std::move(identity)),
      stop_(std::move(stop)),
      node_(node_name()),
      note_time_(stop_, NoteTime{*this}) {
  MPI_Comm_dup(MPI_COMM_WORLD, &comm_);
  int number = 0;
  MPI_Comm_size(comm_, &number);
  size_ = static_cast<unsigned>(number);
  MPI_Comm_rank(comm_, &number);
  rank_ = static_cast<unsigned>(number);
  auto const outcome = meet({.program = identity_.program, .step = start});
  if (outcome.difference != Difference::none) end_apart(outcome);
}

void MpiRanks::sum(std::span<std::uint32_t> counts) {
  sum_up(counts.data(), counts.size(), MPI_UINT32_T, sizeof(std::uint32_t));
}

void MpiRanks::sum(std::span<std::uint64_t> counts) {
  sum_up(counts.data(), counts.size(), MPI_UINT64_T, sizeof(std::uint64_t));
}

void MpiRanks::sum(std::span<std::int64_t> counts) {
  sum_up(counts.data(), counts.size(), MPI_INT64_T, sizeof(std::int64_t));
}

void MpiRanks::sum_up(void* counts, std::size_t count, MPI_Datatype type, std::size_t bytes) {
  auto const step = (++sums_ << 40U) + count * 16 + bytes;
  auto const outcome =
      meet({.program = identity_.program, .input = identity_.input(), .step = step});
  if (outcome.difference != Difference::none) end_apart(outcome);
  auto* place = static_cast<char*>(counts);
  for (std::size_t left = count; left > 0;) {
    auto const some = std::min(left, most_at_once);
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Iallreduce(MPI_IN_PLACE, place, static_cast<int>(some), type, MPI_SUM, comm_, &request);
    wait_for(request, false);
    place += some * bytes;
    left -= some;
  }
}

int MpiRanks::finish(int exit_code) {
  // Not what was read: a command that has no work to share reads its files at rank 0 alone.
  auto const outcome = meet({.program = identity_.program, .step = done, .exit_code = exit_code});
  if (outcome.difference != Difference::none) end_apart(outcome);
  MPI_Finalize();
  return *outcome.exit_code_of_rank_0;
}

Outcome MpiRanks::meet(Standing const& standing) {
  auto numbers = brought_by(standing, rank_);
  bool const failed = standing.exit_code.value_or(0) != 0;
  auto const until = failed ? std::optional(Clock::now() + patience_with_others) : std::nullopt;
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Iallreduce(MPI_IN_PLACE, numbers.data(), static_cast<int>(numbers.size()), MPI_UINT64_T,
                 MPI_MAX, comm_, &request);
  wait_for(request, true, until);
  if (request != MPI_REQUEST_NULL) end_alone(*standing.exit_code);
  return outcome_of(numbers);
}

/// Until the request is done, or the time is over and it is not.
void MpiRanks::wait_for(MPI_Request& request, bool for_long,
                        std::optional<Clock::time_point> until) {
  auto const began = Clock::now();
  for (;;) {
    int is_done = 0;
    MPI_Test(&request, &is_done, MPI_STATUS_IGNORE);
    if (is_done) return;
    if (stop_.stop_requested()) check_for_lost_rank(began);
    auto const now = Clock::now();
    if (until && now > *until) return;
    if (for_long && now - began > attentive) {
      std::this_thread::sleep_for(nap);
    } else {
      sched_yield();
    }
  }
}

/// After a request to stop all ranks come together soon. Where they do not, one is lost: the
/// launcher has seen that, and asks those that are left to stop. Rank 0 says so, or rank 1 if rank
/// 0 is the one that is lost.
void MpiRanks::check_for_lost_rank(Clock::time_point began) const {
  auto const patience = patience_with_lost + (rank_ == 0 ? 0ms : patience_with_rank_0);
  auto const now = Clock::now();
  auto const stopped_at = stopped_at_.load();
  bool const is_noted = stopped_at != Clock::time_point{};  // a moment after it can be seen
  if (!is_noted || now - stopped_at < patience || now - began < least_wait) return;
  int said_by_rank_0 = 0;
  if (rank_ == 1) MPI_Iprobe(0, tag_of_words, comm_, &said_by_rank_0, MPI_STATUS_IGNORE);
  if (rank_ == 0 || (rank_ == 1 && !said_by_rank_0)) {
    say_aloud(
        "minefree-mpi: a rank was lost or does not answer, so that the job ended. Nothing unfinished "
        "was written; run the same command again, with fewer ranks if it was for want of memory\n");
  }
  if (rank_ == 0 && size_ > 1) MPI_Send(nullptr, 0, MPI_BYTE, 1, tag_of_words, comm_);
  ::_exit(cli::exit_failed);
}

std::string MpiRanks::words_of_failed(unsigned rank) const {
  return fmt::format(
      "minefree-mpi: rank {} on {} could not go on, so that the job ended and nothing was written. It "
      "says:\n{}",
      rank, node_, identity_.said());
}

std::string MpiRanks::sentence_of(Difference difference) const {
  struct Mine {
    std::uint64_t program, input;
    std::array<char, MPI_MAX_PROCESSOR_NAME> node;
  };
  Mine mine{.program = identity_.program, .input = identity_.input(), .node = {}};
  std::ranges::copy(node_, mine.node.begin());
  std::vector<Mine> all(rank_ == 0 ? size_ : 0);
  MPI_Gather(&mine, sizeof mine, MPI_BYTE, all.data(), sizeof mine, MPI_BYTE, 0, comm_);
  auto const other = std::ranges::find_if(all, [&](Mine const& theirs) {
    return theirs.program != mine.program || theirs.input != mine.input;
  });
  auto const where = other == all.end()
                         ? std::string("a rank")
                         : fmt::format("rank {} on {}", other - all.begin(), other->node.data());
  switch (difference) {
    case Difference::program:
      return fmt::format(
          "minefree-mpi: {} runs another version or another command line than rank 0 on {}; nothing "
          "was written. Build the program once, in a folder that every node sees, and start all ranks "
          "by one mpirun or srun\n",
          where, node_);
    case Difference::input:
      return fmt::format(
          "minefree-mpi: {} has read other files than rank 0 on {}; nothing was written. Keep scenario "
          "and data in a folder that every node sees, or copy the same to each\n",
          where, node_);
    case Difference::step:
    case Difference::none:
      break;
  }
  return "minefree-mpi: the ranks asked for different results in the same run; nothing was written. "
         "This is a mistake of minefree; please report it with the command line\n";
}

/// Every rank comes here: one says why, and all end.
void MpiRanks::end_apart(Outcome const& outcome) {
  if (outcome.failed) {
    if (rank_ == *outcome.failed && rank_ > 0) say_aloud(words_of_failed(rank_));
  } else {
    auto const sentence = sentence_of(outcome.difference);
    if (rank_ == 0) say_aloud(sentence);
  }
  MPI_Finalize();
  ::_exit(outcome.failed ? outcome.exit_code_of_failed : cli::exit_failed);
}

/// The others have work for long, and this one has failed.
void MpiRanks::end_alone(int exit_code) {
  if (rank_ > 0) say_aloud(words_of_failed(rank_));
  MPI_Abort(comm_, exit_code);
  ::_exit(exit_code);
}

}  // namespace minefree::mpi
