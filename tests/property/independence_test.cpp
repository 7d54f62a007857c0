// A state's results do not depend on which other states are simulated: permuting, adding and
// removing states leaves every count of the others as it was. This holds while donors do not move
// money between states and no lever gives an amount for several states to share; such levers tie
// states together on purpose.
#include <algorithm>

#include <gtest/gtest.h>

#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

constexpr Range range{.first = 3, .count = 61};

/// Counts of each state, by its code.
std::map<std::string, StateCounts> counts_by_state(Scenario const& scenario) {
  Plan const plan = make_plan(scenario);
  Ensemble const ensemble = run(plan, range);
  std::map<std::string, StateCounts> counts;
  for (std::size_t k = 0; k < plan.countries.size(); ++k)
    counts[plan.countries[k].code] = ensemble.states[k];
  return counts;
}

void expect_states_of_both_to_agree(Scenario const& one, Scenario const& other,
                                    std::size_t states_in_both) {
  auto const first = counts_by_state(one);
  auto const second = counts_by_state(other);
  std::size_t compared = 0;
  for (auto const& [code, counts] : first) {
    auto const found = second.find(code);
    if (found == second.end()) continue;
    EXPECT_TRUE(testing::same_counts(counts, found->second)) << code;
    ++compared;
  }
  EXPECT_EQ(compared, states_in_both);
}

TEST(Independence, the_order_of_states_changes_no_state) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = testing::random_scenario(seed);
    Scenario reversed = scenario;
    std::ranges::reverse(reversed.states);
    Scenario turned = scenario;
    std::ranges::rotate(turned.states, turned.states.begin() + 1);
    expect_states_of_both_to_agree(scenario, reversed, scenario.states.size());
    expect_states_of_both_to_agree(scenario, turned, scenario.states.size());
  }
}

TEST(Independence, removing_a_state_changes_no_other) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = testing::random_scenario(seed);
    for (std::size_t removed = 0; removed < scenario.states.size(); ++removed) {
      Scenario without = scenario;
      without.states.erase(without.states.begin() + static_cast<std::ptrdiff_t>(removed));
      expect_states_of_both_to_agree(scenario, without, scenario.states.size() - 1);
    }
  }
}

TEST(Independence, adding_states_changes_no_other) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = testing::random_scenario(seed);
    Scenario with_more = scenario;
    testing::Dice dice(1000 + seed);
    auto& states = with_more.states;
    states.insert(states.begin(), testing::random_state(dice, "WAA", scenario.origin));
    states.push_back(testing::random_state(dice, "YAA", scenario.origin));
    expect_states_of_both_to_agree(scenario, with_more, scenario.states.size());
  }
}

TEST(Independence, the_number_of_complete_states_does_not_depend_on_their_order) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Scenario const scenario = testing::random_scenario(seed);
    Scenario reversed = scenario;
    std::ranges::reverse(reversed.states);
    EXPECT_EQ(run(make_plan(scenario), range).complete_by,
              run(make_plan(reversed), range).complete_by)
        << "seed " << seed;
  }
}

TEST(Independence, donors_that_move_money_between_states_do_tie_them_together) {
  Scenario scenario =
      testing::scenario_of({testing::closed_form_state("XXA"), testing::closed_form_state("XXB")});
  for (StateData& state : scenario.states) state.funding = FundingData{.international_musd = 10};
  scenario.states.back().initial.confirmed_km2 = testing::exactly(1);
  scenario.states.back().initial.suspected_km2 = testing::exactly(0);
  scenario.funding.reallocate_share = 1;
  Scenario alone = scenario;
  alone.states.pop_back();
  EXPECT_FALSE(
      testing::same_counts(counts_by_state(scenario).at("XXA"), counts_by_state(alone).at("XXA")));
}

}  // namespace
}  // namespace minefree
