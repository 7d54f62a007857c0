#include "simulated_run.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/report/words.hpp>
#include <minefree/version.hpp>

#include "chosen_states.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "run_threads.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

/// `--until-error` gives up at so many times the scenario's trajectories.
constexpr std::uint64_t most_doublings = 64;
constexpr std::uint64_t most_trajectories = 4'000'000'000;  // of addresses of random numbers

std::optional<Ensemble> simulate(Plan const& plan, Arguments const& arguments,
                                 Interrupt const& interrupt) {
  auto const& options = arguments.run;
  ProgressLine line(plan.trajectories, stderr_is_terminal() && !arguments.quiet);
  auto const threads =
      threads_for(options, interrupt, [&](std::uint64_t done) { line.done(done); });
  if (!options.until_error_months) {
    return run_on_threads(plan, {.first = 0, .count = plan.trajectories}, threads);
  }
  auto const good_enough = [&](Ensemble const& ensemble) {
    line.set_total(2 * ensemble.trajectories);
    auto const error = largest_error_months(plan, ensemble);
    return !error || *error < *options.until_error_months;
  };
  auto const most = std::min(most_doublings * plan.trajectories, most_trajectories);
  return run_until(plan, plan.trajectories, most, good_enough, threads);
}

void say_error_reached(report::RunSummary const& summary, Arguments const& arguments) {
  if (!arguments.run.until_error_months || arguments.quiet) return;
  auto const trajectories = report::with_commas(summary.provenance.trajectories);
  if (!summary.largest_error_months) {
    say("no error to bring down: no P50 or P80 date lies within the horizon, or all futures share one "
        "draw of the calibration\n");
    return;
  }
  bool const reached = *summary.largest_error_months < *arguments.run.until_error_months;
  say(fmt::format(
      "{}after {} futures, the Monte Carlo error of every P50 and P80 date is at most {:.2g} "
      "months\n",
      reached ? "" : "not reached: ", trajectories, *summary.largest_error_months));
  if (!reached && summary.calibration) {
    say("the calibration has a fixed number of draws, and more futures cannot make up for these\n");
  }
}

/// Where all states had to be simulated, only those asked for are told of.
void keep_reported(std::vector<std::string> const& codes, report::RunSummary& summary) {
  if (codes.empty()) return;
  std::erase_if(summary.states, [&](report::StateSummary const& state) {
    return std::ranges::find(codes, state.code) == codes.end();
  });
}

}  // namespace

SimulatedRun simulate_run(Arguments const& arguments) {
  auto const& options = arguments.run;
  auto loaded = load_scenario(arguments.files.front(), options, arguments.quiet);
  if (!loaded.scenario) return {.result = std::nullopt, .exit_code = loaded.exit_code};
  auto& scenario = *loaded.scenario;
  if (!has_states(scenario, options.states))
    return {.result = std::nullopt, .exit_code = exit_usage};

  auto plan = make_plan(scenario);
  bool const coupled = scenario.funding.reallocate_share > 0;
  if (!options.states.empty() && !coupled) keep_states(options.states, scenario, plan);

  Interrupt const interrupt;
  auto ensemble = simulate(plan, arguments, interrupt);
  if (!ensemble) {
    say("minefree: interrupted; nothing was written\n");
    return {.result = std::nullopt, .exit_code = exit_failed};
  }
  auto summary =
      report::summarise(scenario, plan, *ensemble, {std::string(version()), std::string(commit())});
  keep_reported(options.states, summary);
  say_error_reached(summary, arguments);
  return {.result = Simulated{std::move(scenario), std::move(plan), std::move(*ensemble),
                              std::move(summary)},
          .exit_code = exit_done};
}

}  // namespace minefree::cli
