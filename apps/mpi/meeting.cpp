#include "meeting.hpp"

#include <limits>

namespace minefree::mpi {
namespace {

constexpr std::uint64_t codes = 256;

/// Larger for a smaller rank; the exit code goes with it. 0: has not failed.
std::uint64_t failure(Standing const& standing, unsigned rank) {
  auto const code = standing.exit_code.value_or(0);
  if (code == 0) return 0;
  return (std::numeric_limits<unsigned>::max() - rank) * codes + static_cast<std::uint64_t>(code);
}

}  // namespace

Brought brought_by(Standing const& standing, unsigned rank) {
  std::uint64_t const done =
      rank == 0 && standing.exit_code ? static_cast<std::uint64_t>(*standing.exit_code) + 1 : 0;
  return {standing.program, ~standing.program, standing.input,          ~standing.input,
          standing.step,    ~standing.step,    failure(standing, rank), done};
}

Outcome outcome_of(Brought const& largest) {
  auto const& [program, not_program, input, not_input, step, not_step, failed, done] = largest;
  Outcome outcome;
  if (program != ~not_program) {
    outcome.difference = Difference::program;
  } else if (input != ~not_input) {
    outcome.difference = Difference::input;
  } else if (step != ~not_step) {
    outcome.difference = Difference::step;
  }
  if (failed > 0) {
    outcome.failed = std::numeric_limits<unsigned>::max() - static_cast<unsigned>(failed / codes);
    outcome.exit_code_of_failed = static_cast<int>(failed % codes);
  }
  if (done > 0) outcome.exit_code_of_rank_0 = static_cast<int>(done - 1);
  return outcome;
}

}  // namespace minefree::mpi
