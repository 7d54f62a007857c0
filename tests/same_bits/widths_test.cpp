// 4, 8 and 16 lanes give the same counts. All three are compiled here for one instruction set, so
// that the 16 lanes of AVX-512 are tested on machines without it too.
#include <gtest/gtest.h>
#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>

#include <minefree/ensemble/kernel.hpp>

namespace minefree {
namespace {

using testing::same_counts;

template <int N>
Ensemble counts_of(Plan const& plan, Range range) {
  Ensemble out = empty_ensemble(plan);
  model::simulate_range<numeric::Lanes<N>>(plan, range, out);
  return out;
}

void expect_same_counts_for_all_widths(Plan const& plan, Range range) {
  Ensemble const four = counts_of<4>(plan, range);
  EXPECT_TRUE(same_counts(counts_of<8>(plan, range), four)) << "8 lanes against 4";
  EXPECT_TRUE(same_counts(counts_of<16>(plan, range), four)) << "16 lanes against 4";
  EXPECT_TRUE(same_counts(run(plan, range), four))
      << name_of(best_instruction_set()) << " against 4 lanes";
}

TEST(Widths, of_4_8_and_16_lanes_give_the_same_counts_on_a_realistic_scenario) {
  expect_same_counts_for_all_widths(make_plan(testing::realistic_scenario()),
                                    {.first = 5, .count = 501});
}

TEST(Widths, of_4_8_and_16_lanes_give_the_same_counts_on_random_scenarios) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Plan const plan = make_plan(testing::random_scenario(seed, testing::Money::shared));
    expect_same_counts_for_all_widths(plan, {.first = seed, .count = 37});
  }
}

TEST(Widths, give_the_same_paired_counts) {
  Scenario const scenario = testing::realistic_scenario();
  Scenario richer = scenario;
  richer.funding.world = {{.shape = FundingShape::change, .value = 0.2}};
  Plan const base = make_plan(scenario);
  Plan const other = make_plan(richer);
  Range const range{.first = 2, .count = 99};
  PairedEnsemble four = empty_pair(base, other);
  PairedEnsemble sixteen = empty_pair(base, other);
  model::simulate_pair_range<numeric::Lanes<4>>(base, other, range, four);
  model::simulate_pair_range<numeric::Lanes<16>>(base, other, range, sixteen);
  EXPECT_TRUE(same_counts(four, sixteen));
}

}  // namespace
}  // namespace minefree
