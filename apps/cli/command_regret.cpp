#include <fmt/format.h>

#include <minefree/config/read_study.hpp>
#include <minefree/decision/study_regret.hpp>
#include <minefree/report/regret.hpp>
#include <minefree/version.hpp>

#include "commands.hpp"
#include "input_files.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// Reads a study, and gives all of its scenarios the trajectories and the seed of the options;
/// nothing when it is bad, which has been said.
std::optional<Study> load_study(std::string const& path, RunOptions const& options, bool quiet) {
  auto read = config::read_study(path, input_files(), scenario_library());
  if (!read) {
    say(read.problems.text());
    return std::nullopt;
  }
  for (auto const& note : read.notes.sorted()) {
    if (!quiet) say("note: " + to_text(note) + "\n");
  }
  auto study = std::move(*read.value);
  auto const apply = [&](Scenario& scenario) {
    scenario.trajectories = options.trajectories.value_or(scenario.trajectories);
    scenario.seed = options.seed.value_or(scenario.seed);
  };
  apply(study.base);
  for (Scenario& cell : study.cells) apply(cell);
  return study;
}

std::optional<Regret> simulate(Study const& study, Arguments const& arguments) {
  Interrupt const interrupt;
  auto const trajectories = study.base.trajectories;
  ProgressLine line(trajectories * study.cells.size(), stderr_is_terminal() && !arguments.quiet);
  std::uint64_t before = 0;
  return regret_of(study, [&](Plan const& plan, OutcomeQuestion const& question) {
    auto const threads = threads_for(arguments.run, interrupt,
                                     [&](std::uint64_t done) { line.done(before + done); });
    auto outcomes =
        outcomes_on_threads(plan, question, {.first = 0, .count = trajectories}, threads);
    before += trajectories;
    return outcomes;
  });
}

}  // namespace

int regret(Arguments const& arguments) {
  auto const study = load_study(arguments.files.front(), arguments.run, arguments.quiet);
  if (!study) return exit_invalid_input;
  if (!target_can_be_estimated(*study)) {
    say(fmt::format("minefree: no date can be given for {}, so that the target cannot be judged\n",
                    *study->target.state));
    return exit_nothing_estimable;
  }
  auto const regret = simulate(*study, arguments);
  if (!regret) {
    say("minefree: interrupted; nothing was written\n");
    return exit_failed;
  }
  report::RegretReport const report{
      .provenance = report::provenance_of(study->base, study->base.trajectories,
                                          {std::string(version()), std::string(commit())}),
      .study = *study,
      .regret = *regret};
  std::vector<ResultFile> const files{{"regret.csv", report::to_csv(report)},
                                      {"regret.json", report::to_json(report)}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files)) return exit_failed;
  report::TableStyle const style{.columns = stdout_columns(),
                                 .colour = stdout_shows_colour(),
                                 .scenario_path = arguments.files.front()};
  auto const text = arguments.json ? report::to_json(report) : report::to_table(report, style);
  return print(text) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
