#include <minefree/ensemble/outcomes.hpp>

#include <numeric>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

namespace minefree {
namespace {

// Not a multiple of any width of lanes.
constexpr Range odd_range{.first = 7, .count = 333};
constexpr std::size_t months_to_2035 = std::size_t{12} * 11;
constexpr OutcomeQuestion by_2035{.by = 2035, .country = 2};

TrajectoryOutcomes outcomes_of(Plan const& plan, InstructionSet set = InstructionSet::sse42) {
  auto outcomes = empty_outcomes(odd_range.count);
  outcomes_into(plan, by_2035, odd_range, odd_range.first, set, outcomes);
  return outcomes;
}

Plan realistic_plan() { return make_plan(testing::realistic_scenario()); }

TEST(Outcomes, count_the_same_completions_as_a_run) {
  auto const plan = realistic_plan();
  auto const noted = outcomes_of(plan);
  auto const counted = run(plan, odd_range);
  auto const width = counted.complete_by_width();
  std::vector<std::uint32_t> distribution(width);
  for (auto const states : noted.complete) ++distribution[states];
  std::size_t const year = 2035 - 2025;
  EXPECT_EQ(
      distribution,
      std::vector(counted.complete_by.begin() + static_cast<std::ptrdiff_t>(year * width),
                  counted.complete_by.begin() + static_cast<std::ptrdiff_t>((year + 1) * width)));
}

TEST(Outcomes, know_the_completion_of_one_state) {
  auto const plan = realistic_plan();
  auto const noted = outcomes_of(plan);
  auto const counted = run(plan, odd_range);
  auto const months = static_cast<std::size_t>(counted.months()) + 1;
  std::uint64_t complete = 0;
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    for (std::size_t month = 0; month < months_to_2035; ++month)
      complete += counted.states[2].completion[group * months + month];
  }
  EXPECT_GT(complete, 0U);
  EXPECT_EQ(std::accumulate(noted.country_complete.begin(), noted.country_complete.end(),
                            std::uint64_t{0}),
            complete);
}

TEST(Outcomes, sum_the_land_that_is_released) {
  auto const plan = realistic_plan();
  auto const noted = outcomes_of(plan);
  auto const counted = run(plan, odd_range);
  std::int64_t released_m2 = 0;
  for (auto const& state : counted.states) {
    for (std::size_t year = 0; year <= 10; ++year)
      released_m2 += state.cancelled_m2[year] + state.reduced_m2[year] + state.cleared_m2[year];
  }
  double const sum = std::accumulate(noted.released_km2.begin(), noted.released_km2.end(), 0.0);
  EXPECT_NEAR(sum, static_cast<double>(released_m2) * 1e-6, 1e-6 * sum);
}

TEST(Outcomes, of_two_parts_merge_to_those_of_the_whole) {
  auto const plan = realistic_plan();
  auto first = empty_outcomes(odd_range.count);
  auto second = first;
  outcomes_into(plan, by_2035, {.first = 7, .count = 100}, 7, InstructionSet::sse42, first);
  outcomes_into(plan, by_2035, {.first = 107, .count = 233}, 7, InstructionSet::sse42, second);
  merge(first, second);
  auto const whole = outcomes_of(plan);
  EXPECT_EQ(first.complete, whole.complete);
  EXPECT_EQ(first.country_complete, whole.country_complete);
  EXPECT_EQ(first.released_km2, whole.released_km2);
}

TEST(Outcomes, have_the_same_bits_for_every_instruction_set) {
  auto const plan = realistic_plan();
  auto const expected = outcomes_of(plan);
  for (auto const set : {InstructionSet::avx2, InstructionSet::avx512}) {
    if (!available(set)) continue;
    auto const outcomes = outcomes_of(plan, set);
    EXPECT_EQ(outcomes.complete, expected.complete) << name_of(set);
    EXPECT_EQ(outcomes.country_complete, expected.country_complete) << name_of(set);
    EXPECT_EQ(outcomes.released_km2, expected.released_km2) << name_of(set);
  }
}

}  // namespace
}  // namespace minefree
