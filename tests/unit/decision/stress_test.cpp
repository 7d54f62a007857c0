#include <minefree/decision/stress.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

constexpr std::uint64_t few = 320;

StressRuns one_thread(std::uint64_t trajectories) {
  return {.one = [=](Plan const& plan) { return std::optional(run(plan, {0, trajectories})); },
          .pair =
              [=](Plan const& base, Plan const& other) {
                return std::optional(run_pair(base, other, {0, trajectories}));
              }};
}

StressQuestion without(std::vector<std::string> donors) {
  return {.donors = std::move(donors), .states = {}, .from = 2026, .share = 1};
}

Stress stressed(Scenario const& scenario, StressQuestion const& question) {
  auto const result = stress(scenario, make_plan(scenario), question, one_thread(few));
  EXPECT_TRUE(result.has_value());
  return *result;
}

/// The same by hand: both scenarios whole, one lever apart.
Comparison by_hand(Scenario const& scenario, std::string const& donor, double share = 1) {
  auto other = scenario;
  other.funding.donors[donor].push_back(
      {.shape = FundingShape::change, .value = -share, .from = 2026});
  auto const base = make_plan(scenario);
  auto const dropped = make_plan(other);
  return compare({scenario, base}, {other, dropped}, run_pair(base, dropped, {0, few}));
}

void expect_same(StateComparison const& a, StateComparison const& b) {
  EXPECT_EQ(a.code, b.code);
  EXPECT_EQ(a.earlier_share, b.earlier_share) << a.code;
  EXPECT_EQ(a.later_share, b.later_share) << a.code;
  EXPECT_EQ(a.median_years_gained, b.median_years_gained) << a.code;
  ASSERT_EQ(a.probability.size(), b.probability.size());
  for (std::size_t t = 0; t < a.probability.size(); ++t) {
    EXPECT_EQ(a.probability[t].base, b.probability[t].base) << a.code;
    EXPECT_EQ(a.probability[t].other, b.probability[t].other) << a.code;
    EXPECT_EQ(a.probability[t].standard_error, b.probability[t].standard_error) << a.code;
  }
}

/// What was simulated is as in the comparison; what was not, does not move in it.
void expect_as_compared(DonorStress const& donor, Comparison const& whole) {
  for (StateComparison const& state : whole.states) {
    auto const found = std::ranges::find(donor.states, state.code, &StateComparison::code);
    if (found == donor.states.end()) {
      EXPECT_EQ(state.same_share, 1) << state.code;
    } else {
      expect_same(*found, state);
    }
  }
  auto const& complete = whole.world.states_complete;
  ASSERT_EQ(donor.complete.size(), complete.size());
  for (std::size_t t = 0; t < complete.size(); ++t) {
    EXPECT_EQ(donor.complete[t].base, complete[t].base);
    EXPECT_EQ(donor.complete[t].other, complete[t].other);
    EXPECT_NEAR(donor.complete[t].standard_error, complete[t].standard_error, 1e-12);
  }
}

/// Two states that need 13.1 years; the first gets 4 of its 8 million from the United States.
Scenario two_donors() {
  auto one = testing::closed_form_state("XXA");
  one.funding = FundingData{.international_musd = 6, .national_musd = 2};
  one.donor_shares = {{.donor = "USA", .year = 2024, .musd = 4},
                      {.donor = "NOR", .year = 2024, .musd = 1}};
  auto two = testing::closed_form_state("XXB");
  two.funding = FundingData{.international_musd = 4};
  two.donor_shares = {{.donor = "NOR", .year = 2024, .musd = 4}};
  auto scenario = testing::certain_scenario_of({one, two});
  scenario.trajectories = few;
  return scenario;
}

TEST(Stress, is_a_comparison_with_one_lever_more) {
  auto const scenario = testing::realistic_scenario();
  auto const result = stressed(scenario, without({"USA", "DEU"}));
  ASSERT_EQ(result.donors.size(), 2U);
  for (auto const& donor : result.donors) {
    EXPECT_FALSE(donor.states.empty()) << donor.donor;
    expect_as_compared(donor, by_hand(scenario, donor.donor));
  }
}

TEST(Stress, takes_a_part_of_the_money) {
  auto const scenario = testing::realistic_scenario();
  auto question = without({"USA"});
  question.share = 0.25;
  expect_as_compared(stressed(scenario, question).donors[0], by_hand(scenario, "USA", 0.25));
}

TEST(Stress, simulates_all_states_where_finished_states_hand_money_on) {
  auto scenario = testing::realistic_scenario();
  scenario.funding.reallocate_share = 0.5;
  auto const result = stressed(scenario, without({"USA"}));
  EXPECT_TRUE(result.coupled);
  EXPECT_EQ(result.donors[0].states.size(), result.states.size());
  expect_as_compared(result.donors[0], by_hand(scenario, "USA"));
}

TEST(Stress, comes_on_top_of_the_levers_of_the_scenario) {
  auto scenario = testing::realistic_scenario();
  scenario.funding.donors["USA"] = {{.shape = FundingShape::change, .value = -0.5, .from = 2028}};
  expect_as_compared(stressed(scenario, without({"USA"})).donors[0], by_hand(scenario, "USA"));
}

TEST(Stress, of_a_donor_without_money_changes_exactly_nothing) {
  auto const result = stressed(testing::realistic_scenario(), without({"NZL"}));
  auto const& donor = result.donors[0];
  EXPECT_TRUE(donor.states.empty());
  EXPECT_EQ(donor.musd_per_year, 0);
  for (auto const& mean : donor.complete) {
    EXPECT_EQ(mean.value, 0);
    EXPECT_EQ(mean.standard_error, 0);
    EXPECT_EQ(mean.base, mean.other);
  }
}

TEST(Stress, says_how_much_money_is_taken) {
  auto const result = stressed(two_donors(), without({"USA", "NOR"}));
  for (auto const& donor : result.donors) {
    EXPECT_DOUBLE_EQ(donor.musd_per_year, donor.donor == "USA" ? 4 : 5) << donor.donor;
  }
}

// Two donors of 2 million each are one of 4 million, as far as a recipient can tell.
TEST(Stress, does_not_depend_on_how_money_is_split_between_donors_that_leave_together) {
  auto const whole = two_donors();
  auto split = whole;
  split.states[0].donor_shares[0].musd = 2;
  split.states[0].donor_shares.push_back({.donor = "JPN", .year = 2024, .musd = 2});
  auto const half_left = with_donor_dropped(split, "USA", 2026, 1);
  auto const both_left = with_donor_dropped(half_left, "JPN", 2026, 1);
  auto const one = stressed(whole, without({"USA"})).donors[0].states.at(0);
  auto const base = make_plan(split);
  auto const other = make_plan(both_left);
  auto const two =
      compare({split, base}, {both_left, other}, run_pair(base, other, {0, few})).states.at(0);
  expect_same(one, two);
  ASSERT_TRUE(one.median_years_gained);
  EXPECT_LT(*one.median_years_gained, -1);
}

TEST(Stress, ranks_the_donors_by_their_effect) {
  auto const result = stressed(testing::realistic_scenario(), without({"JPN", "DEU", "USA"}));
  EXPECT_EQ(result.donors[0].donor, "USA");
  for (std::size_t k = 1; k < result.donors.size(); ++k) {
    EXPECT_LE(result.donors[k - 1].complete_where_reported[0].value,
              result.donors[k].complete_where_reported[0].value);
  }
}

TEST(Stress, leaves_states_whose_amount_is_supposed_out_of_the_sum_where_it_is_reported) {
  auto scenario = testing::realistic_scenario();
  scenario.states[1].donor_shares = {{.donor = "USA", .year = 2023, .musd = 0.1}};  // no amounts
  auto const donor = stressed(scenario, without({"USA"})).donors[0];
  EXPECT_EQ(donor.amount_unknown, std::vector<std::string>{scenario.states[1].code});
  double sum = 0;
  for (auto const& state : donor.states) {
    if (state.code != scenario.states[1].code) sum += state.probability[1].value;
  }
  EXPECT_NEAR(donor.complete_where_reported[1].value, sum, 1e-12);
  EXPECT_LT(donor.complete[1].value, donor.complete_where_reported[1].value);
}

TEST(Stress, tells_only_of_the_states_that_were_asked_for) {
  auto question = without({"NOR"});
  question.states = {"XXB"};
  auto const result = stressed(two_donors(), question);
  ASSERT_EQ(result.donors[0].states.size(), 1U);
  EXPECT_EQ(result.donors[0].states[0].code, "XXB");
  EXPECT_EQ(result.donors[0].musd_per_year, 4);
}

TEST(Stress, gives_nothing_when_it_was_stopped) {
  auto runs = one_thread(few);
  runs.pair = [](Plan const&, Plan const&) { return std::optional<PairedEnsemble>(); };
  auto const scenario = two_donors();
  EXPECT_FALSE(stress(scenario, make_plan(scenario), without({"USA"}), runs));
}

TEST(Stress, begins_in_the_second_simulated_year_unless_told_otherwise) {
  auto scenario = two_donors();
  EXPECT_EQ(usual_stress_year(scenario), 2026);
  scenario.horizon = 2025;
  EXPECT_EQ(usual_stress_year(scenario), 2025);
}

TEST(DonorMoney, knows_whose_money_a_state_gets) {
  auto const scenario = two_donors();
  auto const states = donors_of_states(scenario, make_plan(scenario), 2026);
  ASSERT_EQ(states.size(), 2U);
  EXPECT_DOUBLE_EQ(states[0].international_musd.value(), 6);
  ASSERT_EQ(states[0].donors.size(), 2U);
  EXPECT_EQ(states[0].donors[0].donor, "USA");
  EXPECT_DOUBLE_EQ(states[0].donors[0].share, 4.0 / 6);
  EXPECT_DOUBLE_EQ(states[0].named_share(), 5.0 / 6);
  EXPECT_EQ(states[1].donors.size(), 1U);
  EXPECT_DOUBLE_EQ(named_share_of_money(states).value(), 0.9);
  EXPECT_EQ(named_donors(states), (std::vector<std::string>{"NOR", "USA"}));
}

TEST(DonorMoney, that_is_imputed_is_told_from_what_rows_name) {
  auto const scenario = two_donors();
  auto plan = make_plan(scenario);
  auto& imputed = plan.countries[0].funding.imputed;
  ASSERT_EQ(imputed.size(), 3U) << "two donors and the others";
  imputed.assign(3, true);
  auto const states = donors_of_states(scenario, plan, 2026);
  EXPECT_EQ(states[0].named_share(), 0);
  EXPECT_DOUBLE_EQ(states[0].imputed_share(), 5.0 / 6);
  EXPECT_DOUBLE_EQ(named_share_of_money(states).value() + imputed_share_of_money(states).value(),
                   0.9);
}

TEST(DonorMoney, of_a_state_without_amounts_is_not_known) {
  auto const scenario = testing::certain_scenario_of({testing::closed_form_state("XXA")});
  auto const plan = make_plan(scenario);
  auto const states = donors_of_states(scenario, plan, 2026);
  EXPECT_FALSE(states[0].international_musd);
  EXPECT_TRUE(states[0].donors.empty());
  EXPECT_FALSE(named_share_of_money(states));
  EXPECT_FALSE(mean_musd_from(plan.countries[0], 2024, 2026));
}

}  // namespace
}  // namespace minefree
