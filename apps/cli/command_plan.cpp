#include <algorithm>

#include <minefree/report/plan_report.hpp>

#include "commands.hpp"
#include "results.hpp"
#include "simulated_run.hpp"
#include "terminal.hpp"

namespace minefree::cli {

int plan(Arguments const& arguments) {
  auto const simulated = simulate_run(arguments);
  if (!simulated.result) return simulated.exit_code;
  auto const& [scenario, model_plan, ensemble, summary] = *simulated.result;
  auto const report = report::report_plans(scenario, model_plan, summary);

  std::vector<ResultFile> const files{{"plan.csv", report::to_csv(report)},
                                      {"plan.json", report::to_json(report)}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files)) return exit_failed;
  report::TableStyle const style{.columns = stdout_columns(),
                                 .colour = stdout_shows_colour(),
                                 .scenario_path = arguments.files.front()};
  auto const words = arguments.run.states.empty() ? report::to_table(report, style)
                                                  : report::to_text(report, style);
  if (!print(arguments.json ? report::to_json(report) : words)) return exit_failed;
  bool const any = std::ranges::any_of(report.states, &report::StatePlan::judged);
  return any ? exit_done : exit_nothing_estimable;
}

}  // namespace minefree::cli
