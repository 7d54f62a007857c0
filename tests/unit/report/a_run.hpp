#pragma once

// A small run for tests of what is printed: a state that gets a date, and one that does not.
#include <minefree/ensemble/run.hpp>
#include <minefree/report/summary.hpp>
#include <support/build_scenario.hpp>

namespace minefree::report::testing {

inline StateData refused_state() {
  StateData state;
  state.code = "XXR";
  state.name = "Democratic Republic of the Refused";
  state.status = {
      .kind = StatusKind::not_estimable, .reasons = {"nobody has looked"}, .needs = {Need::survey}};
  return state;
}

inline Scenario closed_form_and_refused() {
  auto state = minefree::testing::closed_form_state("XXA");
  state.name = "Example";
  state.treaty = {.party = true, .deadline = Date{2030, 3, 1}};
  state.plans = {{.published = 2023, .stated_completion = Date{2038, 12, 31}}};
  auto scenario = minefree::testing::certain_scenario_of({state, refused_state()});
  scenario.id = "closed";
  scenario.name = "A closed form";
  return scenario;
}

inline RunSummary summary_of(Scenario const& scenario) {
  auto const plan = make_plan(scenario);
  return summarise(scenario, plan, run(plan, {0, scenario.trajectories}), {"0.1.0", "abc"});
}

}  // namespace minefree::report::testing
