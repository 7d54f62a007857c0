#include <minefree/report/explanation.hpp>

#include "chosen_states.hpp"
#include "commands.hpp"
#include "scenario_file.hpp"
#include "source_titles.hpp"
#include "terminal.hpp"

namespace minefree::cli {

int explain(Arguments const& arguments) {
  auto const loaded = load_scenario(arguments.files.front(), arguments.run, true);
  if (!loaded.scenario) return loaded.exit_code;
  if (!has_states(*loaded.scenario, {arguments.state})) return exit_usage;
  auto const plan = make_plan(*loaded.scenario);
  auto const explanation = report::explain(*loaded.scenario, plan, arguments.state,
                                           source_titles(arguments.files.front()));
  auto const text = arguments.json ? report::to_json(explanation) : report::to_text(explanation, stdout_columns());
  return print(text) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
