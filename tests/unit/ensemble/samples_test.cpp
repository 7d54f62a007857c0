#include <minefree/ensemble/samples.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/ensemble/futures.hpp>
#include <support/build_scenario.hpp>

namespace minefree {
namespace {

constexpr std::size_t few = 40;

std::vector<CountrySamples> samples_of(Plan const& plan, std::size_t trajectories = few) {
  auto samples = empty_samples(plan, trajectories);
  sample_into(plan, {.first = 0, .count = trajectories}, 0, samples);
  return samples;
}

TEST(Samples, of_a_certain_state_are_its_closed_form) {
  auto const plan = make_plan(testing::certain_scenario_of({testing::closed_form_state("XXA")}));
  auto const samples = samples_of(plan, 3);
  auto const& s = samples.front();
  for (std::size_t n = 0; n < 3; ++n) {
    EXPECT_NEAR(s.completed_at[n], 2025 + 13.1, 1e-9);
    EXPECT_NEAR(s.free_years[n], 36 - 13.1, 1e-9);
    EXPECT_DOUBLE_EQ(s.suspected_km2[n], 100);
    EXPECT_DOUBLE_EQ(s.confirmed_km2[n], 20);
    EXPECT_DOUBLE_EQ(s.confirmed_share[n], 0.15);
    EXPECT_DOUBLE_EQ(s.reported_capacity_km2_per_year[n], 2.5);
    // Targets 2030 and 2040.
    EXPECT_GT(s.remaining_km2[n], 1);
    EXPECT_EQ(s.remaining_km2[3 + n], 0);
  }
}

TEST(Samples, are_the_futures_that_live_futures_lives) {
  auto const plan = make_plan(testing::realistic_scenario());
  auto const samples = samples_of(plan);
  auto const futures = live_futures(plan, {.first = 0, .count = few});
  for (FutureYear const& year : futures) {
    auto const& s = samples[year.country];
    auto const n = static_cast<std::size_t>(year.trajectory);
    auto const target = std::ranges::find(plan.targets, year.year);
    if (target == plan.targets.end()) continue;
    auto const place = static_cast<std::size_t>(target - plan.targets.begin()) * few + n;
    EXPECT_EQ(s.remaining_km2[place], year.suspected_km2 + year.confirmed_km2);
  }
}

TEST(Samples, complete_as_often_as_the_reference_counts) {
  auto const plan = make_plan(testing::realistic_scenario());
  auto const samples = samples_of(plan);
  auto const counts = run_reference(plan, {.first = 0, .count = few});
  for (std::size_t k = 0; k < samples.size(); ++k) {
    auto const never = static_cast<std::size_t>(counts.months());
    std::size_t expected = 0;
    for (int group = 0; group < groups_of_trajectories; ++group) {
      expected +=
          counts.states[k].completion[static_cast<std::size_t>(group) * (never + 1) + never];
    }
    auto const beyond = std::ranges::count(samples[k].completed_at, beyond_horizon);
    EXPECT_EQ(static_cast<std::size_t>(beyond), expected) << k;
  }
}

TEST(Samples, are_free_after_completion_and_no_longer) {
  auto const plan = make_plan(testing::realistic_scenario());
  double const end = plan.world.origin + 1 + plan.world.years;
  for (auto const& s : samples_of(plan)) {
    for (std::size_t n = 0; n < few; ++n) {
      EXPECT_GE(s.free_years[n], 0);
      // A completion that a find undid before its declaration was free before it was published.
      EXPECT_LE(s.free_years[n], plan.world.years);
      if (s.completed_at[n] == beyond_horizon) continue;
      EXPECT_LE(s.completed_at[n], end);
    }
  }
}

TEST(Samples, of_two_ranges_are_those_of_one) {
  auto const plan = make_plan(testing::realistic_scenario());
  auto parts = empty_samples(plan, few);
  sample_into(plan, {.first = 13, .count = few - 13}, 0, parts);
  sample_into(plan, {.first = 0, .count = 13}, 0, parts);
  auto const whole = samples_of(plan);
  for (std::size_t k = 0; k < whole.size(); ++k) {
    EXPECT_EQ(parts[k].completed_at, whole[k].completed_at);
    EXPECT_EQ(parts[k].undiscovered_km2, whole[k].undiscovered_km2);
    EXPECT_EQ(parts[k].funding_musd, whole[k].funding_musd);
  }
}

}  // namespace
}  // namespace minefree
