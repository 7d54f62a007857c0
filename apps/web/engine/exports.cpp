// What the page calls; apps/web/src/engine/wasm.ts is its other side. Arguments come through
// `argument`, answers are read at `answer_data` until the next call.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <minefree/config/read_scenario.hpp>
#include <minefree/config/read_state.hpp>

#include "commands.hpp"
#include "given_files.hpp"
#include "host.hpp"
#include "input_files.hpp"
#include "jobs.hpp"
#include "messages.hpp"
#include "request.hpp"

#define MINEFREE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

// NOLINTBEGIN(misc-use-internal-linkage): called from outside
extern "C" __attribute__((import_module("page"), import_name("report_yaml"))) void report_yaml(
    char const* text, std::size_t size);

namespace minefree::page {

namespace {

using Job = std::variant<std::monostate, RunJob, ComparisonJob>;

struct Session {
  GivenFiles files;
  std::vector<std::string> arguments;
  std::string answer;
  Job job;
  DonorMatrices donor_matrices;  // of the last plan: scenarios that differ in levers share them
};

Session& session() {
  static Session the_one;
  return the_one;
}

/// Leaves the messages of a command as the answer; its exit code.
std::uint32_t end_command(int code, std::string const& file) {
  session().answer = messages_json(messages(), file, code != cli::exit_done);
  return static_cast<std::uint32_t>(code);
}

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

int prepare(cli::Arguments const& arguments) {
  auto& job = session().job;
  job = std::monostate{};
  if (arguments.files.size() == 1) {
    auto outcome = cli::prepare_run(arguments, session().donor_matrices);
    if (outcome.run) job.emplace<RunJob>(std::move(*outcome.run));
    return outcome.exit_code;
  }
  auto outcome = cli::prepare_comparison(arguments, session().donor_matrices);
  if (outcome.comparison) job.emplace<ComparisonJob>(std::move(*outcome.comparison), arguments);
  return outcome.exit_code;
}

std::string finished(std::string const& what, Part part) {
  if (auto const* const run = std::get_if<RunJob>(&session().job)) {
    if (what == "csv") return run->files_json();
    if (what == "plan") return run->plan_json();
    return run->json(part);
  }
  auto const* const comparison = std::get_if<ComparisonJob>(&session().job);
  return comparison ? comparison->json() : std::string{};
}

/// Calls `use` with the job that is prepared; `otherwise` where none is.
template <class Result, class Use>
Result with_job(Result otherwise, Use use) {
  auto& job = session().job;
  if (auto* const run = std::get_if<RunJob>(&job)) return use(*run);
  if (auto* const comparison = std::get_if<ComparisonJob>(&job)) return use(*comparison);
  return otherwise;
}

}  // namespace

std::string take_argument() {
  auto& arguments = session().arguments;
  if (arguments.empty()) return {};
  auto first = std::move(arguments.front());
  arguments.erase(arguments.begin());
  return first;
}

std::string yaml_events_of(std::string_view text) {
  report_yaml(text.data(), text.size());
  auto& arguments = session().arguments;
  auto events = std::move(arguments.back());
  arguments.pop_back();
  return events;
}

}  // namespace minefree::page

namespace minefree::cli {

config::Files input_files() { return page::session().files.files(); }
std::string scenario_library() { return std::string(page::scenario_folder); }

}  // namespace minefree::cli

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

/// Argument: path. Answer: messages.
MINEFREE_EXPORT(check) std::uint32_t check() {
  auto const path = take_argument();
  messages() = {};
  check_given(path);
  bool const good = messages().problems.empty();
  return end_command(good ? cli::exit_done : cli::exit_invalid_input, path);
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

/// Argument: counts of another Worker for this part. False when they are of another plan.
MINEFREE_EXPORT(add_counts) std::uint32_t add_counts(std::uint32_t part, std::uint32_t parts) {
  auto const bytes = take_argument();
  return with_job(false, [&](auto& job) { return job.add_counts(bytes, {part, parts}); }) ? 1 : 0;
}

/// Argument: run, csv, plan or compare. Answer: what the counts tell; of a run only this part, of
/// the others all. Notes of it are the answer of `last_messages`.
MINEFREE_EXPORT(finish) void finish(std::uint32_t part, std::uint32_t parts) {
  messages() = {};
  session().answer = finished(take_argument(), {part, parts});
}

/// Argument: file that messages without a place are of. Answer: messages of the call before.
MINEFREE_EXPORT(last_messages) void last_messages() {
  end_command(cli::exit_done, take_argument());
}

/// Argument: request of one file and a state. Answer: the explanation, or messages.
MINEFREE_EXPORT(explain) std::uint32_t explain() {
  auto const arguments = read_request(take_argument());
  messages() = {};
  int const code = cli::explain(arguments);
  if (code != cli::exit_done) return end_command(code, arguments.files.front());
  session().answer = messages().printed;
  return cli::exit_done;
}

/// Argument: request of one file and perhaps states. Answer: the record as CSV, or messages.
MINEFREE_EXPORT(history) std::uint32_t history() {
  auto const arguments = read_request(take_argument());
  messages() = {};
  int const code = cli::history(arguments);
  if (code != cli::exit_done) return end_command(code, arguments.files.front());
  session().answer = messages().printed;
  return cli::exit_done;
}
// NOLINTEND(misc-use-internal-linkage)
