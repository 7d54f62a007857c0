// What the page calls of the engine and of the documents alike; apps/web/src/engine/wasm.ts is its
// other side. Arguments come through `argument`, answers are read at `answer_data` until the next
// call.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "messages.hpp"
#include "request.hpp"
#include "session.hpp"

namespace minefree::page {

namespace {

int prepare(cli::Arguments const& arguments) {
  auto& job = session().job;
  job = std::monostate{};
  if (arguments.files.size() == 1) {
    auto outcome = cli::prepare_run(arguments, session().donor_matrices);
    if (outcome.run) job.emplace<RunJob>(std::move(*outcome.run), arguments);
    return outcome.exit_code;
  }
  auto outcome = cli::prepare_comparison(arguments, session().donor_matrices);
  if (outcome.comparison) job.emplace<ComparisonJob>(std::move(*outcome.comparison), arguments);
  return outcome.exit_code;
}

}  // namespace

}  // namespace minefree::page

// NOLINTBEGIN(misc-use-internal-linkage): called from outside
using namespace minefree;
using namespace minefree::page;

/// Memory for the next argument of so many bytes.
MINEFREE_EXPORT(argument) char* argument(std::size_t size) {
  return session().arguments.emplace_back(size, '\0').data();
}

MINEFREE_EXPORT(answer_data) char const* answer_data() { return session().answer.data(); }

MINEFREE_EXPORT(answer_size) std::size_t answer_size() { return session().answer.size(); }

/// Arguments: path, bytes, events.
MINEFREE_EXPORT(give_file) void give_file() {
  auto const path = take_argument();
  auto bytes = take_argument();
  auto events = take_argument();
  session().files.give(path, std::move(bytes), std::move(events));
}

/// Argument: path of a file that the page can give when it is missing.
MINEFREE_EXPORT(expect_file) void expect_file() { session().files.expect(take_argument()); }

/// Answer: paths of such files that the last command wanted, a line each.
MINEFREE_EXPORT(missing_files) void missing_files() {
  session().answer.clear();
  for (auto const& path : session().files.take_missing()) session().answer += path + "\n";
}

/// Argument: request of one file to run or of two to compare. Answer: messages. Gives the exit
/// code; trajectories are counted from nothing.
MINEFREE_EXPORT(prepare) std::uint32_t prepare() {
  auto const arguments = read_request(take_argument());
  messages() = {};
  return end_command(page::prepare(arguments), arguments.files.front());
}

/// How many trajectories the job that is prepared asks for.
MINEFREE_EXPORT(trajectories) std::uint32_t trajectories() {
  return with_job(std::uint32_t{0},
                  [](auto const& job) { return static_cast<std::uint32_t>(job.trajectories()); });
}

/// Argument: counts of another Worker for this part. False when they are of another plan.
MINEFREE_EXPORT(add_counts) std::uint32_t add_counts(std::uint32_t part, std::uint32_t parts) {
  auto const bytes = take_argument();
  return with_job(false, [&](auto& job) { return job.add_counts(bytes, {part, parts}); }) ? 1 : 0;
}

/// Argument: file that messages without a place are of. Answer: messages of the call before.
MINEFREE_EXPORT(last_messages) void last_messages() {
  end_command(cli::exit_done, take_argument());
}
// NOLINTEND(misc-use-internal-linkage)
