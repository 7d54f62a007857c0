#include <algorithm>

#include <fmt/format.h>

#include <minefree/config/changes.hpp>
#include <minefree/decision/compare.hpp>
#include <minefree/decision/idle_levers.hpp>
#include <minefree/report/comparison.hpp>
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

/// A scenario and its plan, made for the states that were asked for.
struct Prepared {
  config::Tree tree;
  Scenario scenario;
  Plan plan;
  std::vector<ScenarioChange> changes;  // against the base
  std::vector<IdleLever> idle_levers;
};

/// Both sides must be simulated over the same years, or no future is the same.
bool same_years(Scenario const& base, Scenario const& other, std::string const& file) {
  if (base.origin == other.origin && base.horizon == other.horizon) return true;
  say(fmt::format(
      "minefree: {} runs from {} to {}, the base from {} to {}; only scenarios of the same origin and "
      "horizon have futures in common\n",
      file, other.origin, other.horizon, base.origin, base.horizon));
  return false;
}

/// What a scenario changes, and which of its levers do nothing in any state. Each of these is
/// warned of where it stands.
void look_at_changes(Prepared const& base, Prepared& other, bool quiet) {
  other.changes = config::changes_between(base.tree, other.tree);
  std::vector<std::string> levers;
  std::vector<Place> places;
  for (auto const& change : other.changes) {
    auto const lever = lever_of(change.path);
    if (!lever || std::ranges::find(levers, *lever) != levers.end()) continue;
    levers.push_back(*lever);
    places.push_back(change.place);
  }
  other.idle_levers = idle_levers(base.scenario, {other.scenario, other.plan}, levers);
  if (quiet) return;
  Problems warnings;
  for (auto const& idle : other.idle_levers) {
    auto const k = std::ranges::find(levers, idle.key) - levers.begin();
    warnings.add(places[static_cast<std::size_t>(k)],
                 fmt::format("{} changes nothing in any future{}.", idle.key,
                             idle.why.empty() ? "" : ": " + idle.why));
  }
  for (auto const& warning : warnings.sorted()) say("warning: " + to_text(warning) + "\n");
}

/// Reads a scenario and gives it the draws of the base; the exit code when that fails.
int prepare(std::string const& file, Arguments const& arguments, Prepared const* base,
            Prepared& prepared) {
  auto loaded = load_scenario(file, arguments.run, arguments.quiet);
  if (!loaded.scenario) return loaded.exit_code;
  prepared.scenario = std::move(*loaded.scenario);
  prepared.tree = std::move(loaded.tree);
  if (base) {
    if (!same_years(base->scenario, prepared.scenario, file)) return exit_usage;
    prepared.scenario.seed = base->scenario.seed;
    prepared.scenario.trajectories = base->scenario.trajectories;
    prepared.scenario.targets = base->scenario.targets;
  }
  if (!has_states(prepared.scenario, arguments.run.states)) return exit_usage;
  prepared.plan = make_plan(prepared.scenario);
  if (base) look_at_changes(*base, prepared, arguments.quiet);
  return exit_done;
}

void warn_of_no_effect(report::ComparedScenario const& other, bool quiet) {
  if (quiet || !other.comparison.changes_nothing || other.comparison.states.empty()) return;
  auto const why = other.changes.empty()
                       ? "the two scenarios are the same"
                       : "its levers reach none of the states that can be estimated";
  say(fmt::format("note: '{}' changes no date in any future; {}\n", other.name, why));
}

/// Leaves the states that were asked for, on every side or on none: where one side hands on the
/// money of finished states, all are simulated, and only what is told of is shortened.
void keep_asked_states(std::vector<std::string> const& codes, Prepared& base,
                       std::vector<Prepared>& others) {
  auto const coupled = [](Prepared const& side) {
    return side.scenario.funding.reallocate_share > 0;
  };
  if (codes.empty() || coupled(base) || std::ranges::any_of(others, coupled)) return;
  keep_states(codes, base.scenario, base.plan);
  for (Prepared& other : others) keep_states(codes, other.scenario, other.plan);
}

void keep_told_of(std::vector<std::string> const& codes, Comparison& comparison) {
  if (codes.empty()) return;
  auto const is_asked = [&](std::string const& code) {
    return std::ranges::find(codes, code) != codes.end();
  };
  std::erase_if(comparison.states,
                [&](StateComparison const& state) { return !is_asked(state.code); });
}

report::Build build() { return {std::string(version()), std::string(commit())}; }

}  // namespace

int compare(Arguments const& arguments) {
  Prepared base;
  if (int const code = prepare(arguments.files.front(), arguments, nullptr, base);
      code != exit_done)
    return code;
  std::vector<Prepared> others(arguments.files.size() - 1);
  for (std::size_t k = 0; k < others.size(); ++k) {
    int const code = prepare(arguments.files[k + 1], arguments, &base, others[k]);
    if (code != exit_done) return code;
  }

  keep_asked_states(arguments.run.states, base, others);

  report::ComparisonReport result;
  result.base = report::provenance_of(base.scenario, base.plan.trajectories, build());
  result.base_name = base.scenario.name;
  Interrupt const interrupt;
  bool any = false;
  for (Prepared& other : others) {
    ProgressLine line(base.plan.trajectories, stderr_is_terminal() && !arguments.quiet);
    auto const threads =
        threads_for(arguments.run, interrupt, [&](std::uint64_t done) { line.done(done); });
    auto const pair = run_pair_on_threads(base.plan, other.plan,
                                          {.first = 0, .count = base.plan.trajectories}, threads);
    if (!pair) {
      say("minefree: interrupted; nothing was written\n");
      return exit_failed;
    }
    result.others.push_back(
        {.provenance = report::provenance_of(other.scenario, base.plan.trajectories, build()),
         .name = other.scenario.name,
         .comparison =
             minefree::compare({base.scenario, base.plan}, {other.scenario, other.plan}, *pair),
         .changes = std::move(other.changes),
         .idle_levers = std::move(other.idle_levers)});
    keep_told_of(arguments.run.states, result.others.back().comparison);
    line.clear();
    warn_of_no_effect(result.others.back(), arguments.quiet);
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
