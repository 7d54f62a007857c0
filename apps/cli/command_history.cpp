#include <algorithm>

#include <fmt/format.h>

#include <minefree/config/read_scenario.hpp>
#include <minefree/report/donor_matrix_csv.hpp>
#include <minefree/report/history_csv.hpp>

#include "chosen_states.hpp"
#include "commands.hpp"
#include "input_files.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// The scenario with every state file beside it, at the origin asked for; one that gives states
/// whole keeps its own.
std::optional<Scenario> with_all_states(Arguments const& arguments, Scenario scenario) {
  bool const own = std::ranges::any_of(scenario.states, &StateData::inline_state);
  auto const files = input_files();
  auto const& path = arguments.files.front();
  auto const origin = arguments.origin.value_or(scenario.origin);
  auto const text = fmt::format("extends: {}\norigin: {}\nhorizon: {}\ntargets: []\n{}",
                                std::string(path.substr(path.rfind('/') + 1)), origin, origin + 1,
                                own ? "" : "states: all\n");
  auto const beside = path + " for its history";  // a name of its own: it extends the file
  auto tree = files.parse(text, beside);
  auto outcome =
      config::read_scenario_tree(std::move(*tree.value), beside, files, scenario_library());
  if (!outcome) say_problems(outcome.problems);
  return std::move(outcome.value);
}

}  // namespace

int history(Arguments const& arguments) {
  auto loaded = load_scenario(arguments.files.front(), arguments.run, true);
  if (!loaded.scenario) return loaded.exit_code;
  auto scenario = with_all_states(arguments, std::move(*loaded.scenario));
  if (!scenario) return exit_invalid_input;
  if (arguments.donor_matrix)
    return print(report::donor_matrix_csv(donor_matrix(*scenario))) ? exit_done : exit_failed;
  auto const& codes = arguments.run.states;
  if (!has_states(*scenario, codes)) return exit_usage;
  if (!codes.empty()) {
    std::erase_if(scenario->states, [&](StateData const& state) {
      return std::ranges::find(codes, state.code) == codes.end();
    });
  }
  return print(report::history_csv(*scenario)) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
