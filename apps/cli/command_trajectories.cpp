#include <minefree/report/futures_csv.hpp>

#include "chosen_states.hpp"
#include "commands.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

constexpr std::uint64_t usual_futures = 100;  // that somebody may want to look at

}  // namespace

int trajectories(Arguments const& arguments) {
  auto options = arguments.run;
  auto loaded = load_scenario(arguments.files.front(), options, arguments.quiet);
  if (!loaded.scenario) return loaded.exit_code;
  auto& scenario = *loaded.scenario;
  if (!has_states(scenario, options.states)) return exit_usage;
  auto plan = make_plan(scenario);
  bool const coupled = scenario.funding.reallocate_share > 0;
  if (!options.states.empty() && !coupled) keep_states(options.states, scenario, plan);
  if (plan.countries.empty()) {
    say("minefree: no state of this scenario can be estimated, so there are no futures to print\n");
    return exit_nothing_estimable;
  }
  auto const futures =
      live_futures(plan, {.first = 0, .count = options.trajectories.value_or(usual_futures)});
  return print(report::futures_csv(plan, futures)) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
