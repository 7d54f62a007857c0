#include "scenario_file.hpp"

#include <utility>

#include <fmt/format.h>

#include <minefree/config/read_scenario.hpp>

#include "input_files.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

/// False when a target lies outside the simulated years, which has been said then.
bool apply(RunOptions const& options, Scenario& scenario) {
  if (options.trajectories) scenario.trajectories = *options.trajectories;
  if (options.seed) scenario.seed = *options.seed;
  if (options.targets.empty()) return true;
  for (int const target : options.targets) {
    if (target > scenario.origin && target <= scenario.horizon) continue;
    say(fmt::format("minefree: --target {} is outside the simulated years, {} to {}\n", target,
                    scenario.origin + 1, scenario.horizon));
    return false;
  }
  scenario.targets = options.targets;
  return true;
}

}  // namespace

std::string usual_scenario() {
  auto const library = scenario_library();
  return library.empty() ? library : library + "/baseline.yaml";
}

LoadedScenario load_scenario(std::string const& path, RunOptions const& options, bool quiet) {
  auto outcome = config::read_scenario(path, input_files(), scenario_library());
  if (!outcome) {
    say_problems(outcome.problems);
    return {.scenario = std::nullopt, .exit_code = exit_invalid_input};
  }
  if (!quiet) say_each("note", outcome.notes);
  auto scenario = std::move(*outcome.value);
  if (!apply(options, scenario)) return {.scenario = std::nullopt, .exit_code = exit_usage};
  return {.scenario = std::move(scenario), .exit_code = exit_done, .tree = std::move(outcome.tree)};
}

}  // namespace minefree::cli
