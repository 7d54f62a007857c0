// What the page calls of the engine alone: counting, and what the counts tell.

#include <cstdint>
#include <string>
#include <utility>

#include <minefree/config/read_scenario.hpp>
#include <minefree/config/read_state.hpp>

#include "input_files.hpp"
#include "messages.hpp"
#include "session.hpp"

namespace minefree::page {

namespace {

/// Problems of a scenario or of a state file, and notes. Studies and sweeps are for the command
/// line alone, and reading them would be a tenth of this program.
void check_given(std::string const& path) {
  auto const files = cli::input_files();
  auto const bytes = files.read(path);
  auto const tree = bytes ? files.parse(*bytes, path) : Outcome<config::Tree>{};
  if (tree.value && tree.value->find("code") && !tree.value->find("states")) {
    messages().problems = config::read_state(path, files).problems;
    return;
  }
  auto outcome = config::read_scenario(path, files, cli::scenario_library());
  messages().problems = std::move(outcome.problems);
  messages().notes = std::move(outcome.notes);
}

}  // namespace

}  // namespace minefree::page

// NOLINTBEGIN(misc-use-internal-linkage): called from outside
using namespace minefree;
using namespace minefree::page;

/// Argument: path. Answer: messages.
MINEFREE_EXPORT(check) std::uint32_t check() {
  auto const path = take_argument();
  messages() = {};
  check_given(path);
  bool const good = messages().problems.empty();
  return end_command(good ? cli::exit_done : cli::exit_invalid_input, path);
}

MINEFREE_EXPORT(count) void count(std::uint32_t first, std::uint32_t count) {
  with_job(0, [&](auto& job) {
    job.count({.first = first, .count = count});
    return 0;
  });
}

/// Answer: the counts so far, for the Worker that tells of this part of the states.
MINEFREE_EXPORT(counts) void counts(std::uint32_t part, std::uint32_t parts) {
  session().answer =
      with_job(std::string{}, [=](auto const& job) { return job.counts({part, parts}); });
}

/// Answer: what `--json` prints of the counts; of a run only this part of the states. Notes of it
/// are the answer of `last_messages`.
MINEFREE_EXPORT(finish) void finish(std::uint32_t part, std::uint32_t parts) {
  messages() = {};
  session().answer =
      with_job(std::string{}, [=](auto const& job) { return job.json({part, parts}); });
}
// NOLINTEND(misc-use-internal-linkage)
