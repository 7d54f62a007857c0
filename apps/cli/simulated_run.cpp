#include "simulated_run.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/report/words.hpp>

#include "interrupt.hpp"
#include "prepared_run.hpp"
#include "progress_line.hpp"
#include "run_threads.hpp"
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

}  // namespace

SimulatedRun simulate_run(Arguments const& arguments) {
  auto prepared = prepare_run(arguments);
  if (!prepared.run) return {.result = std::nullopt, .exit_code = prepared.exit_code};

  Interrupt const interrupt;
  auto ensemble = simulate(prepared.run->plan, arguments, interrupt);
  if (!ensemble) {
    say("minefree: interrupted; nothing was written\n");
    return {.result = std::nullopt, .exit_code = exit_failed};
  }
  auto summary = summarise(*prepared.run, *ensemble);
  say_error_reached(summary, arguments);
  return {.result = Simulated{std::move(prepared.run->scenario), std::move(prepared.run->plan),
                              std::move(*ensemble), std::move(summary)},
          .exit_code = exit_done};
}

}  // namespace minefree::cli
