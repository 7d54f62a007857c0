#include <mpi.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/version.hpp>

#include "caller.hpp"
#include "input_files.hpp"
#include "interrupt.hpp"
#include "mpi_ranks.hpp"
#include "processors.hpp"
#include "program.hpp"
#include "scenario_file.hpp"

namespace {

using namespace minefree;

std::uint64_t digest_of_program(std::vector<std::string> const& words) {
  std::string text = std::string(version()) + '\n' + std::string(commit());
  for (auto const& word : words) text += '\n' + word;
  return std::hash<std::string_view>{}(text);
}

/// Rank 0 talks to the terminal and writes the results. What the others say is kept, in case that
/// one of them cannot go on.
int run_rank(std::vector<std::string> const& words, cli::Job const& job, cli::Caller& quiet) {
  if (job.ranks.rank() == 0) return cli::run_program(words, &job);
  cli::CalledBy const called(quiet);
  return cli::run_program(words, &job);
}

}  // namespace

int main(int count, char** given) {
  std::signal(SIGPIPE, SIG_IGN);  // as in minefree
  // A launcher may give stdout the look of a terminal, whatever it does with what it reads there.
  ::setenv("NO_COLOR", "1", 1);
  cli::Interrupt const interrupt;  // before MPI starts threads
  int level = 0;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &level);

  std::vector<std::string> const words(given + 1, given + count);
  cli::Caller quiet{.stop = interrupt.token(),
                    .scenario_library = cli::scenario_library(),
                    .writes_results = false};
  mpi::MpiRanks ranks({.program = digest_of_program(words),
                       .input = cli::digest_of_input,
                       .said = [&] { return quiet.err; }},
                      interrupt.token());
  cli::Job const job{.ranks = ranks, .threads_per_rank = mpi::threads_per_rank()};
  return ranks.finish(run_rank(words, job, quiet));
}
