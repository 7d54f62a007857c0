// Years between an old stock and the origin: the record says that the state is still affected then.
#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

/// One km2 four years before the origin, a programme that could clear it many times over, and a
/// deadline that passed meanwhile.
Plan small_and_old() {
  StateData state;
  state.code = "XXA";
  state.name = "Small and old";
  state.baseline = Baseline::complete;
  state.treaty = {.party = true, .deadline = Date{2023, 6, 30}};
  state.history = {{.year = 2020, .confirmed_km2 = 1, .suspected_km2 = 0.2}};
  state.programme = {testing::given(Parameter::capacity_km2_per_year, 20)};
  return make_plan(testing::scenario_of({state}));
}

TEST(YearsBeforeTheOrigin, complete_nothing_and_meet_no_deadline) {
  auto const plan = small_and_old();
  auto const ensemble = run(plan, {0, 512});
  // Four years that each do at most half of the work: a sixteenth is left, but for the report's
  // error.
  EXPECT_GT(static_cast<double>(ensemble.states[0].initial_confirmed_m2) / 512, 1e6 / 20);
  EXPECT_EQ(ensemble.states[0].deadline_met, 0u);
}

}  // namespace
}  // namespace minefree
