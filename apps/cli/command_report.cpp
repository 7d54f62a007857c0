#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include <minefree/report/html/page.hpp>
#include <minefree/report/sentences.hpp>

#include "commands.hpp"
#include "results.hpp"
#include "run_facts.hpp"
#include "saved_run.hpp"
#include "simulated_run.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

namespace fs = std::filesystem;

/// True for options that would change the run of a folder, which is finished; that has been said.
bool asks_to_simulate(Arguments const& arguments) {
  auto const& run = arguments.run;
  bool const asks = run.trajectories || run.seed || run.until_error_months || !run.states.empty() ||
                    !run.targets.empty();
  if (asks) {
    say(fmt::format(
        "minefree: {} holds a finished run, which no option changes any more. Leave the options "
        "away, or name the scenario instead of the folder.\n",
        arguments.files.front()));
  }
  return asks;
}

/// A report may replace an earlier report, and nothing else; why not has been said.
bool may_write(std::string const& path) {
  constexpr std::size_t long_enough = 1000;
  std::error_code error;
  if (!is_the_one_that_writes() || !fs::exists(path, error)) return true;
  if (fs::is_directory(path, error)) {
    say(fmt::format("minefree: {} is a folder; name a file with --out\n", path));
    return false;
  }
  std::ifstream file(path, std::ios::binary);
  std::string head(long_enough, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (head.find(report::html::made_by) != std::string::npos) return true;
  say(fmt::format(
      "minefree: {} is there already and is no report of minefree, so it is left as it is. Name "
      "another file with --out, or remove this one yourself.\n",
      path));
  return false;
}

std::string size_text(std::size_t bytes) {
  constexpr double megabyte = 1e6;
  return fmt::format("{:.2f} MB", static_cast<double>(bytes) / megabyte);
}

int write_report(Arguments const& arguments, report::RunSummary const& summary,
                 report::ReportFacts const& facts) {
  auto const path = arguments.out.empty() ? summary.provenance.scenario + ".html" : arguments.out;
  auto const page = report::html::report_page(summary, facts);
  if (!may_write(path) || !replace_file(path, page)) return exit_failed;
  bool const any = std::ranges::any_of(summary.states, &report::StateSummary::estimable);
  auto const answer = any ? report::main_sentence(summary)
                          : std::string("No date can be given for any of these states.");
  if (!print(fmt::format("{}\nWritten: {} ({})\n", answer, path, size_text(page.size())))) {
    return exit_failed;
  }
  return any ? exit_done : exit_nothing_estimable;
}

}  // namespace

int make_report(Arguments const& arguments) {
  auto const& what = arguments.files.front();
  std::error_code error;
  if (fs::is_directory(what, error)) {
    if (asks_to_simulate(arguments)) return exit_usage;
    auto const saved = read_saved_run(what);
    return saved ? write_report(arguments, saved->summary, saved->facts) : exit_invalid_input;
  }
  // Processes that share a run must all begin it, so theirs looks for the file only afterwards.
  bool const alone = arguments.run.ranks == nullptr;
  if (alone && !arguments.out.empty() && !may_write(arguments.out)) return exit_failed;
  auto const simulated = simulate_run(arguments);
  if (!simulated.result) return simulated.exit_code;
  auto const& [scenario, plan, ensemble, summary] = *simulated.result;
  return write_report(arguments, summary,
                      facts_of(arguments, scenario, plan, ensemble, summary));
}

}  // namespace minefree::cli
