#include <minefree/report/csv.hpp>
#include <minefree/report/explanation.hpp>
#include <minefree/report/json.hpp>
#include <minefree/report/table.hpp>

#include "commands.hpp"
#include "prepared_run.hpp"
#include "results.hpp"
#include "run_facts.hpp"
#include "saved_run.hpp"
#include "simulated_run.hpp"
#include "source_titles.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

bool write_results(Arguments const& arguments, Simulated const& run) {
  auto const& summary = run.summary;
  std::vector<ResultFile> files;
  std::vector<std::string> stale(report::names_of_optional_csv.begin(),
                                 report::names_of_optional_csv.end());
  for (auto& [name, text] : report::csv_files(summary)) {
    std::erase(stale, name);
    files.push_back({name, text});
  }
  auto const facts = facts_of(arguments, run.scenario, run.plan, run.ensemble, summary);
  files.push_back({std::string(name_of_facts), to_json(facts, summary)});
  files.push_back({std::string(name_of_summary), report::to_json(summary)});
  return write_folder(arguments.out, files, stale);
}

/// The inputs of each state that was asked for, as `explain` tells them.
std::string inputs_text(Arguments const& arguments, Simulated const& run) {
  auto const titles = source_titles(arguments.files.front());
  report::Explainer const explainer(run.scenario, run.plan);
  std::string text;
  for (auto const& state : run.summary.states) {
    text += "\n" + report::to_text(explainer.of(state.code, titles), stdout_columns());
  }
  return text;
}

std::string results_text(Arguments const& arguments, Simulated const& run) {
  if (arguments.json) return report::to_json(run.summary);
  auto const table = report::to_table(run.summary, {.columns = stdout_columns(),
                                                    .colour = stdout_shows_colour(),
                                                    .scenario_path = arguments.files.front()});
  return arguments.verbose ? table + inputs_text(arguments, run) : table;
}

}  // namespace

int run(Arguments const& arguments) {
  auto const simulated = simulate_run(arguments);
  if (!simulated.result) return simulated.exit_code;
  auto const& summary = simulated.result->summary;
  if (!arguments.out.empty() && !write_results(arguments, *simulated.result)) return exit_failed;
  if (!print(results_text(arguments, *simulated.result))) return exit_failed;
  return tells_anything(summary) ? exit_done : exit_nothing_estimable;
}

}  // namespace minefree::cli
