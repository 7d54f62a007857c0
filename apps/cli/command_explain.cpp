#include <algorithm>

#include <minefree/config/read_scenario.hpp>
#include <minefree/report/explanation.hpp>

#include "chosen_states.hpp"
#include "commands.hpp"
#include "input_files.hpp"
#include "scenario_file.hpp"
#include "source_titles.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// The explanation of a state of the scenario, or of one that it leaves out; else the exit code.
int explain_state(Arguments const& arguments, Scenario const& scenario,
                  report::Explanation& explanation) {
  auto const& path = arguments.files.front();
  auto const& code = arguments.state;
  auto const titles = source_titles(path);
  if (std::ranges::find(scenario.states, code, &StateData::code) != scenario.states.end()) {
    explanation = report::explain(scenario, make_plan(scenario), code, titles);
    return exit_done;
  }
  auto const beside = config::read_state_beside(path, code, input_files(), scenario_library());
  if (!beside.state.problems.empty()) {
    say_problems(beside.state.problems);
    return exit_invalid_input;
  }
  if (!beside.state.value) {
    say_no_state(scenario, code, beside.codes);
    return exit_usage;
  }
  explanation = report::explain_left_out(scenario, *beside.state.value, titles);
  return exit_done;
}

}  // namespace

int explain(Arguments const& arguments) {
  auto const loaded = load_scenario(arguments.files.front(), arguments.run, true);
  if (!loaded.scenario) return loaded.exit_code;
  report::Explanation explanation;
  int const code = explain_state(arguments, *loaded.scenario, explanation);
  if (code != exit_done) return code;
  auto const text = arguments.json ? report::to_json(explanation)
                                   : report::to_text(explanation, stdout_columns());
  return print(text) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
