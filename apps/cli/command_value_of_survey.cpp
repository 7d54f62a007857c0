#include <algorithm>

#include <fmt/format.h>

#include <minefree/report/survey_report.hpp>
#include <minefree/version.hpp>

#include "chosen_states.hpp"
#include "commands.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

constexpr std::uint64_t fewest_futures = 1000;  // that widths and regressions can be read from
constexpr double usual_musd = 5;

/// The same scenario, lived half as long again.
Plan longer_plan(Scenario scenario) {
  scenario.horizon += (scenario.horizon - scenario.origin) / 2;
  return make_plan(scenario);
}

/// Simulates plan after plan on all threads, under one line of progress.
class ThreadSampler {
 public:
  ThreadSampler(Arguments const& arguments, std::uint64_t trajectories, std::uint64_t plans)
      : arguments_(arguments),
        trajectories_(trajectories),
        line_(trajectories * plans, stderr_is_terminal() && !arguments.quiet) {}

  std::vector<CountrySamples> sample(Plan const& plan) {
    auto const threads = threads_for(arguments_.run, interrupt_,
                                     [&](std::uint64_t done) { line_.done(done_ + done); });
    auto samples = sample_on_threads(plan, {.first = 0, .count = trajectories_}, threads);
    done_ += trajectories_;
    return samples ? std::move(*samples) : std::vector<CountrySamples>{};
  }

 private:
  Arguments const& arguments_;
  std::uint64_t trajectories_;
  Interrupt const interrupt_;
  ProgressLine line_;
  std::uint64_t done_ = 0;
};

}  // namespace

int value_of_survey(Arguments const& arguments) {
  auto const& options = arguments.run;
  auto loaded = load_scenario(arguments.files.front(), options, arguments.quiet);
  if (!loaded.scenario) return loaded.exit_code;
  auto& scenario = *loaded.scenario;
  if (!has_states(scenario, options.states)) return exit_usage;
  if (scenario.trajectories < fewest_futures) {
    say(fmt::format(
        "minefree: {} futures are too few to read widths from; give --trajectories {} or more\n",
        scenario.trajectories, fewest_futures));
    return exit_usage;
  }
  auto plan = make_plan(scenario);
  auto longer = longer_plan(scenario);
  bool const coupled = scenario.funding.reallocate_share > 0;
  if (!options.states.empty() && !coupled) {
    auto copy = scenario;
    keep_states(options.states, copy, longer);
    keep_states(options.states, scenario, plan);
  }

  auto musd = arguments.musd;
  if (musd.empty()) musd.push_back(usual_musd);
  ThreadSampler sampler(arguments, scenario.trajectories, 2 + 2 * musd.size());
  auto const values = minefree::value_of_survey(
      {plan, longer}, musd, [&](Plan const& some) { return sampler.sample(some); });
  if (!values) {
    say("minefree: interrupted; nothing was written\n");
    return exit_failed;
  }
  auto report =
      report::report_survey(scenario, plan, *values,
                            report::provenance_of(scenario, scenario.trajectories,
                                                  {std::string(version()), std::string(commit())}));
  std::erase_if(report.states, [&](report::StateSurvey const& state) {
    return !options.states.empty() &&
           std::ranges::find(options.states, state.code) == options.states.end();
  });

  std::vector<ResultFile> const files{{"value_of_survey.csv", report::to_csv(report)},
                                      {"value_of_survey.json", report::to_json(report)}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files)) return exit_failed;
  report::TableStyle const style{.columns = stdout_columns(),
                                 .colour = stdout_shows_colour(),
                                 .scenario_path = arguments.files.front()};
  if (!print(arguments.json ? report::to_json(report) : report::to_table(report, style))) {
    return exit_failed;
  }
  bool const any =
      std::ranges::any_of(report.states, [](auto const& s) { return s.value.has_value(); });
  return any ? exit_done : exit_nothing_estimable;
}

}  // namespace minefree::cli
