#include <algorithm>

#include <minefree/report/hindcast.hpp>
#include <minefree/version.hpp>

#include "chosen_states.hpp"
#include "commands.hpp"
#include "hindcast_runs.hpp"
#include "interrupt.hpp"
#include "results.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

bool write_results(std::string const& folder, report::HindcastReport const& result) {
  std::vector<ResultFile> files{{"hindcast.json", report::to_json(result)}};
  for (auto& [name, text] : report::csv_files(result)) files.push_back({name, text});
  return write_folder(folder, files);
}

}  // namespace

int hindcast(Arguments const& arguments) {
  auto const input = read_hindcast_input(arguments);
  if (!input) return exit_invalid_input;
  Scenario const& first = input->scenarios.front();
  if (!has_states(first, arguments.run.states)) return exit_usage;

  Interrupt const interrupt;
  auto result = run_hindcast(arguments, *input, interrupt.token());
  if (!result) {
    say("minefree: interrupted; nothing was written\n");
    return exit_failed;
  }
  bool const any = !result->cases.empty();
  report::HindcastReport const report{.build = {std::string(version()), std::string(commit())},
                                      .data_sha256 = first.data_sha256,
                                      .trajectories = first.trajectories,
                                      .seed = first.seed,
                                      .vague = arguments.hindcast.vague,
                                      .result = std::move(*result)};
  if (!arguments.out.empty() && !write_results(arguments.out, report)) return exit_failed;
  auto const text = arguments.json ? report::to_json(report)
                                   : report::to_table(report, {.columns = stdout_columns(),
                                                               .colour = stdout_shows_colour()});
  if (!print(text)) return exit_failed;
  return any ? exit_done : exit_nothing_estimable;
}

}  // namespace minefree::cli
