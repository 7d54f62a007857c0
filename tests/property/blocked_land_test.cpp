// Land that is blocked stays where it is until the block lifts: it does not melt with what is
// around it.
#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

Ensemble run_blocked(double unblock_per_year) {
  auto state = testing::closed_form_state("XXA");
  state.programme.push_back(testing::given(Parameter::blocked_share, 0.25));
  state.programme.push_back(testing::given(Parameter::unblock_per_year, unblock_per_year));
  return run(make_plan(testing::certain_scenario_of({state})), {0, 64});
}

TEST(BlockedLand, stays_as_it_was_at_the_start_while_the_block_holds) {
  auto const ensemble = run_blocked(0);
  // A quarter of 100 suspected and 20 confirmed km2, after long work on the rest.
  EXPECT_NEAR(static_cast<double>(ensemble.states[0].remaining_m2.back()) / 64 / 1e6, 30, 1e-3);
  EXPECT_EQ(ensemble.states[0].declared, 0u);
}

TEST(BlockedLand, is_cleared_once_the_block_has_lifted) {
  auto const ensemble = run_blocked(20);
  EXPECT_EQ(ensemble.states[0].remaining_m2.back(), 0);
  EXPECT_EQ(ensemble.states[0].declared, 64u);
}

}  // namespace
}  // namespace minefree
