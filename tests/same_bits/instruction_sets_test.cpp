// SSE4.2, AVX2 and AVX-512 give the same counts, wherever the trajectories are cut.
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {

/// For the names GoogleTest prints.
void PrintTo(InstructionSet set, std::ostream* out) { *out << name_of(set); }

namespace {

using testing::same_counts;

class EveryInstructionSet : public ::testing::TestWithParam<InstructionSet> {
 protected:
  void SetUp() override {
    if (!available(GetParam())) {
      GTEST_SKIP() << "NOT TESTED: this processor has no " << name_of(GetParam())
                   << ", so its kernel cannot run here. Lanes of its width are held to the same "
                      "counts by Widths.*; the kernel itself needs a machine that has it.";
    }
  }
};

TEST_P(EveryInstructionSet, gives_the_counts_of_sse42_on_a_realistic_scenario) {
  Plan const plan = make_plan(testing::realistic_scenario());
  Range const range{.first = 0, .count = 2000};
  EXPECT_TRUE(same_counts(run(plan, range, GetParam()), run(plan, range, InstructionSet::sse42)));
}

TEST_P(EveryInstructionSet, gives_the_counts_of_sse42_on_random_scenarios) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Plan const plan = make_plan(testing::random_scenario(seed, testing::Money::shared));
    Range const range{.first = 64 * seed, .count = 64};
    EXPECT_TRUE(same_counts(run(plan, range, GetParam()), run(plan, range, InstructionSet::sse42)))
        << "seed " << seed;
  }
}

TEST_P(EveryInstructionSet, gives_the_counts_of_sse42_for_paired_runs) {
  Scenario const scenario = testing::realistic_scenario();
  Scenario poorer = scenario;
  poorer.funding.donors["USA"] = {{.shape = FundingShape::change, .value = -0.5}};
  poorer.funding.world = {{.shape = FundingShape::pay_by_results, .value = 1.5, .cap_musd = 20}};
  Plan const base = make_plan(scenario);
  Plan const other = make_plan(poorer);
  Range const range{.first = 11, .count = 333};
  EXPECT_TRUE(same_counts(run_pair(base, other, range, GetParam()),
                          run_pair(base, other, range, InstructionSet::sse42)));
}

TEST_P(EveryInstructionSet, may_be_cut_at_odd_places) {
  Plan const plan = make_plan(testing::realistic_scenario());
  Ensemble const whole = run(plan, {.first = 0, .count = 150}, InstructionSet::sse42);
  for (std::uint64_t const cut : {1, 3, 7, 15, 16, 17, 31, 64, 149}) {
    Ensemble pieces = run(plan, {.first = 0, .count = cut}, GetParam());
    run_into(plan, {.first = cut, .count = 150 - cut}, GetParam(), pieces);
    EXPECT_TRUE(same_counts(pieces, whole)) << "cut at " << cut;
  }
}

TEST_P(EveryInstructionSet, may_run_one_trajectory_at_a_time) {
  Plan const plan = make_plan(testing::realistic_scenario());
  Ensemble singles = empty_ensemble(plan);
  for (std::uint64_t n = 1000; n < 1040; ++n) {
    run_into(plan, {.first = n, .count = 1}, GetParam(), singles);
  }
  EXPECT_TRUE(same_counts(singles, run(plan, {.first = 1000, .count = 40}, InstructionSet::sse42)));
}

TEST_P(EveryInstructionSet, counts_other_futures_with_another_seed) {
  Scenario scenario = testing::realistic_scenario();
  Range const range{.first = 0, .count = 64};
  Ensemble const first = run(make_plan(scenario), range, GetParam());
  ++scenario.seed;
  EXPECT_FALSE(same_counts(first, run(make_plan(scenario), range, GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Kernel, EveryInstructionSet,
                         ::testing::Values(InstructionSet::sse42, InstructionSet::avx2,
                                           InstructionSet::avx512),
                         [](auto const& set) { return std::string(name_of(set.param)); });

}  // namespace
}  // namespace minefree
