#include "prepared_comparison.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <minefree/config/changes.hpp>
#include <minefree/decision/compare.hpp>
#include <minefree/version.hpp>

#include "chosen_states.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

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
void look_at_changes(ComparedSide const& base, ComparedSide& other, bool quiet) {
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
  say_each("warning", warnings);
}

/// Reads a scenario and gives it the draws of the base; the exit code when that fails.
int prepare(std::string const& file, Arguments const& arguments, ComparedSide const* base,
            DonorMatrices& matrices, ComparedSide& prepared) {
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
  prepared.plan = make_plan(prepared.scenario, matrices);
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
void keep_asked_states(std::vector<std::string> const& codes, ComparedSide& base,
                       std::vector<ComparedSide>& others) {
  auto const coupled = [](ComparedSide const& side) {
    return side.scenario.funding.reallocate_share > 0;
  };
  if (codes.empty() || coupled(base) || std::ranges::any_of(others, coupled)) return;
  keep_states(codes, base.scenario, base.plan);
  for (ComparedSide& other : others) keep_states(codes, other.scenario, other.plan);
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

ComparisonOutcome prepare_comparison(Arguments const& arguments) {
  DonorMatrices matrices;
  return prepare_comparison(arguments, matrices);
}

ComparisonOutcome prepare_comparison(Arguments const& arguments, DonorMatrices& matrices) {
  PreparedComparison prepared;
  auto& [base, others] = prepared;
  if (int const code = prepare(arguments.files.front(), arguments, nullptr, matrices, base);
      code != exit_done)
    return {.comparison = std::nullopt, .exit_code = code};
  others.resize(arguments.files.size() - 1);
  for (std::size_t k = 0; k < others.size(); ++k) {
    int const code = prepare(arguments.files[k + 1], arguments, &base, matrices, others[k]);
    if (code != exit_done) return {.comparison = std::nullopt, .exit_code = code};
  }
  keep_asked_states(arguments.run.states, base, others);
  return {.comparison = std::move(prepared)};
}

report::ComparisonReport report_of_base(PreparedComparison const& prepared) {
  auto const& base = prepared.base;
  report::ComparisonReport result;
  result.base = report::provenance_of(base.scenario, base.plan.trajectories, build());
  result.base_name = base.scenario.name;
  return result;
}

report::ComparedScenario compared(PreparedComparison const& prepared, std::size_t index,
                                  PairedEnsemble const& pair, Arguments const& arguments) {
  auto const& base = prepared.base;
  auto const& other = prepared.others[index];
  report::ComparedScenario result{
      .provenance = report::provenance_of(other.scenario, base.plan.trajectories, build()),
      .name = other.scenario.name,
      .comparison = compare({base.scenario, base.plan}, {other.scenario, other.plan}, pair),
      .changes = other.changes,
      .idle_levers = other.idle_levers};
  keep_told_of(arguments.run.states, result.comparison);
  warn_of_no_effect(result, arguments.quiet);
  return result;
}

}  // namespace minefree::cli
