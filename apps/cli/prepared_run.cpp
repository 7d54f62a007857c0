#include "prepared_run.hpp"

#include <algorithm>
#include <utility>

#include <minefree/version.hpp>

#include "chosen_states.hpp"
#include "scenario_file.hpp"

namespace minefree::cli {

RunOutcome prepare_run(Arguments const& arguments) {
  DonorMatrices matrices;
  return prepare_run(arguments, matrices);
}

RunOutcome prepare_run(Arguments const& arguments, DonorMatrices& matrices) {
  auto const& options = arguments.run;
  auto loaded = load_scenario(arguments.files.front(), options, arguments.quiet);
  if (!loaded.scenario) return {.run = std::nullopt, .exit_code = loaded.exit_code};
  auto& scenario = *loaded.scenario;
  if (!has_states(scenario, options.states)) return {.run = std::nullopt, .exit_code = exit_usage};

  auto plan = make_plan(scenario, matrices);
  bool const coupled = scenario.funding.reallocate_share > 0;
  if (!options.states.empty() && !coupled) keep_states(options.states, scenario, plan);
  return {.run = PreparedRun{std::move(scenario), std::move(plan), options.states}};
}

report::RunSummary summarise(PreparedRun const& run, Ensemble const& ensemble,
                             report::StateRange told) {
  auto summary = report::summarise(run.scenario, run.plan, ensemble,
                                   {std::string(version()), std::string(commit())}, told);
  if (run.told_of.empty()) return summary;
  // Where all states had to be simulated, only those asked for are told of.
  std::erase_if(summary.states, [&](report::StateSummary const& state) {
    return std::ranges::find(run.told_of, state.code) == run.told_of.end();
  });
  return summary;
}

bool tells_anything(report::RunSummary const& summary) {
  return std::ranges::any_of(summary.states, [](report::StateSummary const& state) {
    return state.estimable() || state.optional.residual.has_value();
  });
}

}  // namespace minefree::cli
