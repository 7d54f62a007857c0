// Optional parts read the simulation and change nothing in it.
#include <gtest/gtest.h>

#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

constexpr Range range{.first = 3, .count = 90};

TEST(OptionalParts, leave_dates_land_and_money_alone_bit_for_bit) {
  int asked = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Scenario with = testing::random_scenario(seed, testing::Money::shared);
    Scenario without = with;
    with.outputs = {.casualties = true, .people = true, .residual = true};
    without.outputs = {};
    auto const one = run(make_plan(with), range);
    auto const other = run(make_plan(without), range);
    ASSERT_EQ(one.states.size(), other.states.size());
    for (std::size_t k = 0; k < one.states.size(); ++k) {
      EXPECT_TRUE(testing::same_dates_and_money(one.states[k], other.states[k])) << k;
      if (!one.states[k].residual.finds.empty()) ++asked;
      EXPECT_TRUE(other.states[k].residual.finds.empty());
      EXPECT_TRUE(other.states[k].casualties.casualties.empty());
    }
    EXPECT_EQ(one.complete_by, other.complete_by);
  }
  EXPECT_GT(asked, 40);
}

TEST(OptionalParts, of_a_declared_state_leave_the_others_alone) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    Scenario scenario = testing::random_scenario(seed, testing::Money::shared);
    scenario.outputs.residual = true;
    Scenario more = scenario;
    StateData declared;
    declared.code = "XZZ";
    declared.name = "Declared";
    declared.status = {.kind = StatusKind::declared, .declared = Date{2015, 6, 30}};
    more.states.insert(more.states.begin(), declared);
    auto const one = run(make_plan(scenario), range);
    auto const other = run(make_plan(more), range);
    ASSERT_EQ(other.states.size(), one.states.size() + 1);
    for (std::size_t k = 0; k < one.states.size(); ++k) {
      EXPECT_TRUE(testing::same_counts(one.states[k], other.states[k])) << k;
    }
    EXPECT_EQ(one.complete_by, other.complete_by);
    EXPECT_GT(other.states.back().residual.judged + other.states.back().residual.years[0], 0u);
  }
}

}  // namespace
}  // namespace minefree
