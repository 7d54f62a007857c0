#include <cstddef>

#include <minefree/report/comparison.hpp>

#include "commands.hpp"
#include "interrupt.hpp"
#include "prepared_comparison.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "terminal.hpp"

namespace minefree::cli {

int compare(Arguments const& arguments) {
  auto const outcome = prepare_comparison(arguments);
  if (!outcome.comparison) return outcome.exit_code;
  auto const& [base, others] = *outcome.comparison;

  auto result = report_of_base(*outcome.comparison);
  Interrupt const interrupt;
  bool any = false;
  for (std::size_t k = 0; k < others.size(); ++k) {
    ProgressLine line(base.plan.trajectories, stderr_is_terminal() && !arguments.quiet);
    auto const threads =
        threads_for(arguments.run, interrupt, [&](std::uint64_t done) { line.done(done); });
    auto const pair = run_pair_on_threads(base.plan, others[k].plan,
                                          {.first = 0, .count = base.plan.trajectories}, threads);
    if (!pair) {
      say("minefree: interrupted; nothing was written\n");
      return exit_failed;
    }
    line.clear();
    result.others.push_back(compared(*outcome.comparison, k, *pair, arguments));
    any = any || !result.others.back().comparison.states.empty();
  }

  std::vector<ResultFile> const files{{"compare.csv", report::to_csv(result)},
                                      {"changes.csv", report::changes_csv(result)},
                                      {"compare.json", report::to_json(result)}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files)) return exit_failed;
  auto const text = arguments.json
                        ? report::to_json(result)
                        : report::to_table(result, {.columns = stdout_columns(),
                                                    .colour = stdout_shows_colour(),
                                                    .scenario_path = arguments.files.front()});
  if (!print(text)) return exit_failed;
  return any ? exit_done : exit_nothing_estimable;
}

}  // namespace minefree::cli
