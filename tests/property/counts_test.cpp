// The counts of a run belong together: they add up to the number of trajectories, and the world's
// to the states'.
#include <numeric>

#include <gtest/gtest.h>

#include <support/random_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

constexpr std::uint64_t trajectories = 75;

template <class Counts>
std::uint64_t sum_of(Counts const& counts, std::size_t first, std::size_t count) {
  auto const begin = counts.begin() + static_cast<std::ptrdiff_t>(first);
  return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), std::uint64_t{0});
}

/// Trajectories in which the state is complete before the end of month `months`.
std::uint64_t complete_by(StateCounts const& state, std::size_t all_months, std::size_t months) {
  std::uint64_t complete = 0;
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    complete += sum_of(state.completion, group * (all_months + 1), months);
  }
  return complete;
}

void expect_counts_of_state_add_up(StateCounts const& state, Plan const& plan,
                                   std::size_t country) {
  auto const years = static_cast<std::size_t>(plan.world.years);
  auto const months = 12 * years;
  EXPECT_EQ(sum_of(state.completion, 0, state.completion.size()), trajectories);
  EXPECT_EQ(sum_of(state.declaration, 0, state.declaration.size()), trajectories);
  EXPECT_EQ(sum_of(state.declaration, 0, months), state.declared);
  EXPECT_LE(state.declared, complete_by(state, months, months)) << "declared implies complete";
  EXPECT_LE(state.deadline_met, complete_by(state, months, months));
  EXPECT_LE(state.reopened, state.followed_up);
  EXPECT_LE(state.followed_up, state.declared);
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    // 75 trajectories from number 5 on: groups 5 to 15 come up five times, 0 to 4 as well but for
    // none.
    auto const of_group = sum_of(state.completion, group * (months + 1), months + 1);
    EXPECT_GE(of_group, trajectories / groups_of_trajectories);
    EXPECT_LE(of_group, trajectories / groups_of_trajectories + 1);
  }
  auto const area_bins = static_cast<std::size_t>(plan.bins[country].area_km2.count);
  auto const money_bins = static_cast<std::size_t>(plan.bins[country].money_musd.count);
  for (std::size_t year = 0; year < years; ++year) {
    EXPECT_EQ(sum_of(state.remaining, year * area_bins, area_bins), trajectories);
    EXPECT_EQ(sum_of(state.funding, year * money_bins, money_bins), trajectories);
    EXPECT_EQ(sum_of(state.unspent, year * money_bins, money_bins), trajectories);
    EXPECT_GE(state.remaining_m2[year], 0);
    EXPECT_GE(state.cancelled_m2[year], 0);
    EXPECT_GE(state.reduced_m2[year], 0);
    EXPECT_GE(state.cleared_m2[year], 0);
    EXPECT_GE(state.discovered_m2[year], 0);
  }
}

TEST(Counts, add_up_to_the_number_of_trajectories) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Plan const plan = make_plan(testing::random_scenario(seed, testing::Money::shared));
    Ensemble const ensemble = run(plan, {.first = 5, .count = trajectories});
    EXPECT_EQ(ensemble.trajectories, trajectories);
    ASSERT_EQ(ensemble.states.size(), plan.countries.size());
    for (std::size_t k = 0; k < ensemble.states.size(); ++k) {
      expect_counts_of_state_add_up(ensemble.states[k], plan, k);
    }
  }
}

TEST(Counts, of_complete_states_are_those_of_the_states_together) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Plan const plan = make_plan(testing::random_scenario(seed));
    Ensemble const ensemble = run(plan, {.first = 5, .count = trajectories});
    auto const states = ensemble.states.size();
    auto const months = static_cast<std::size_t>(ensemble.months());
    std::uint64_t complete_last_year = 0;
    for (std::size_t year = 0; year < static_cast<std::size_t>(ensemble.years); ++year) {
      EXPECT_EQ(sum_of(ensemble.complete_by, year * (states + 1), states + 1), trajectories);
      std::uint64_t by_world = 0;
      for (std::size_t n = 0; n <= states; ++n)
        by_world += n * ensemble.complete_by[year * (states + 1) + n];
      std::uint64_t by_states = 0;
      for (StateCounts const& state : ensemble.states)
        by_states += complete_by(state, months, 12 * (year + 1));
      EXPECT_EQ(by_world, by_states) << "year " << year;
      EXPECT_GE(by_world, complete_last_year) << "a published completion is not taken back";
      complete_last_year = by_world;
    }
  }
}

TEST(Counts, of_the_land_at_the_start_are_the_sum_over_the_trajectories) {
  auto const scenario = testing::certain_scenario_of({testing::simple_state(
      "XXA", {.suspected_km2 = 12.5, .confirmed_km2 = 3.25, .undiscovered_km2 = 0.5}, 1)});
  Ensemble const ensemble = run(make_plan(scenario), {.first = 0, .count = 100});
  EXPECT_EQ(ensemble.states.front().initial_suspected_m2, 1'250'000'000);
  EXPECT_EQ(ensemble.states.front().initial_confirmed_m2, 325'000'000);
  EXPECT_EQ(ensemble.states.front().initial_undiscovered_m2, 50'000'000);
}

}  // namespace
}  // namespace minefree
