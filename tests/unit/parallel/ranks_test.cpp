// However many processes share a run, each gets the bits of one that does it alone.
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/ensemble/walk_counts.hpp>
#include <minefree/parallel/rank_part.hpp>
#include <minefree/parallel/rank_sums.hpp>
#include <minefree/parallel/threads.hpp>
#include <support/build_scenario.hpp>
#include <support/compare_ensembles.hpp>
#include <support/thread_ranks.hpp>

namespace minefree {
namespace {

using testing::on_ranks;
using testing::same_counts;

constexpr Range odd_range{.first = 5, .count = 2003};
constexpr unsigned sizes[] = {1, 2, 3, 5};

/// Four states, with every optional part.
Scenario scenario_of_all_counts() {
  auto scenario = testing::realistic_scenario();
  scenario.outputs = {.casualties = true, .people = false, .residual = true};
  for (auto& state : scenario.states) {
    state.casualties = {{.year = 2023, .casualties = 12, .source = testing::published(2024)}};
  }
  return scenario;
}

Plan plan_of_all_counts() { return make_plan(scenario_of_all_counts()); }

Plan richer_plan() {
  auto scenario = scenario_of_all_counts();
  scenario.funding.world.push_back({.shape = FundingShape::change, .value = 0.2});
  return make_plan(scenario);
}

Threads on(Ranks& ranks) { return {.count = 2, .ranks = &ranks}; }

TEST(Ranks, each_get_the_bits_of_one_run) {
  auto const plan = plan_of_all_counts();
  auto const alone = run(plan, odd_range);
  for (unsigned const size : sizes) {
    auto const results =
        on_ranks(size, [&](Ranks& ranks) { return run_on_threads(plan, odd_range, on(ranks)); });
    for (auto const& result : results) {
      ASSERT_TRUE(result) << size;
      EXPECT_TRUE(same_counts(*result, alone)) << size << " ranks";
    }
  }
}

TEST(Ranks, may_be_more_than_there_are_batches) {
  auto const plan = plan_of_all_counts();
  Range const few{.first = 0, .count = 20};
  auto const results =
      on_ranks(5, [&](Ranks& ranks) { return run_on_threads(plan, few, on(ranks)); });
  for (auto const& result : results) EXPECT_TRUE(same_counts(result.value(), run(plan, few)));
}

TEST(Ranks, each_get_the_bits_of_one_paired_run) {
  auto const base = plan_of_all_counts();
  auto const other = richer_plan();
  auto const alone = run_pair(base, other, odd_range);
  for (unsigned const size : sizes) {
    auto const results = on_ranks(
        size, [&](Ranks& ranks) { return run_pair_on_threads(base, other, odd_range, on(ranks)); });
    for (auto const& result : results) {
      EXPECT_TRUE(same_counts(result.value(), alone)) << size << " ranks";
    }
  }
}

TEST(Ranks, each_get_the_same_groups) {
  auto const plan = plan_of_all_counts();
  auto const alone = run_groups_on_threads(plan, 1000, {.count = 1}).value();
  for (unsigned const size : sizes) {
    auto const results =
        on_ranks(size, [&](Ranks& ranks) { return run_groups_on_threads(plan, 1000, on(ranks)); });
    for (auto const& result : results) {
      ASSERT_TRUE(result);
      for (std::size_t group = 0; group < alone.size(); ++group) {
        EXPECT_TRUE(same_counts((*result)[group], alone[group])) << size << " ranks, " << group;
      }
    }
  }
}

TEST(Ranks, note_the_same_outcome_of_every_trajectory) {
  auto const plan = plan_of_all_counts();
  OutcomeQuestion const question{.by = 2035, .country = 0};
  auto const alone = outcomes_on_threads(plan, question, odd_range, {.count = 1}).value();
  for (unsigned const size : sizes) {
    auto const results = on_ranks(size, [&](Ranks& ranks) {
      return outcomes_on_threads(plan, question, odd_range, on(ranks));
    });
    for (auto const& result : results) {
      ASSERT_TRUE(result);
      EXPECT_EQ(result->complete, alone.complete) << size << " ranks";
      EXPECT_EQ(result->country_complete, alone.country_complete) << size << " ranks";
      EXPECT_EQ(result->released_km2, alone.released_km2) << size << " ranks";
    }
  }
}

TEST(Ranks, keep_the_same_samples) {
  auto const plan = plan_of_all_counts();
  Range const range{.first = 3, .count = 101};
  auto alone = sample_on_threads(plan, range, {.count = 1}).value();
  for (unsigned const size : sizes) {
    auto results =
        on_ranks(size, [&](Ranks& ranks) { return sample_on_threads(plan, range, on(ranks)); });
    for (auto& result : results) {
      ASSERT_TRUE(result);
      for (std::size_t state = 0; state < alone.size(); ++state) {
        auto const columns = columns_of((*result)[state]);
        auto const expected = columns_of(alone[state]);
        for (std::size_t k = 0; k < columns.size(); ++k) {
          EXPECT_EQ(*columns[k], *expected[k]) << size << " ranks, column " << k;
        }
      }
    }
  }
}

TEST(Ranks, double_until_it_is_good_enough_together) {
  auto const plan = plan_of_all_counts();
  auto const enough = [](Ensemble const& ensemble) { return ensemble.trajectories >= 700; };
  auto const results =
      on_ranks(3, [&](Ranks& ranks) { return run_until(plan, 100, 100'000, enough, on(ranks)); });
  for (auto const& result : results) {
    EXPECT_TRUE(same_counts(result.value(), run(plan, {.first = 0, .count = 800})));
  }
}

TEST(Ranks, all_stop_when_one_is_told_to) {
  auto const plan = plan_of_all_counts();
  auto const results = on_ranks(3, [&](Ranks& ranks) {
    std::stop_source source;
    if (ranks.rank() == 1) source.request_stop();
    auto threads = on(ranks);
    threads.stop = source.get_token();
    return run_on_threads(plan, odd_range, threads);
  });
  for (auto const& result : results) EXPECT_FALSE(result);
}

TEST(Ranks, tell_the_progress_of_the_whole_range) {
  auto const plan = plan_of_all_counts();
  auto const told = on_ranks(3, [&](Ranks& ranks) {
    std::vector<std::uint64_t> numbers;
    auto threads = on(ranks);
    threads.progress = [&](std::uint64_t done) { numbers.push_back(done); };
    EXPECT_TRUE(run_on_threads(plan, {.first = 0, .count = 15'000}, threads));
    return numbers;
  });
  for (auto const& numbers : told) {
    ASSERT_GT(numbers.size(), 1U);
    for (std::size_t k = 1; k < numbers.size(); ++k) EXPECT_GT(numbers[k], numbers[k - 1]);
    EXPECT_EQ(numbers.back(), 15'000U);
  }
}

std::size_t number_of_lists(auto& counts) {
  std::size_t lists = 0;
  walk_counts(counts, counts, [&](auto&, auto const&) { ++lists; });
  return lists;
}

TEST(Ranks, wait_for_each_other_a_few_times_and_not_for_each_count) {
  auto const plan = plan_of_all_counts();
  auto ensemble = empty_ensemble(plan);
  auto const sums = on_ranks(2, [&](testing::ThreadRanks& ranks) {
    EXPECT_TRUE(run_on_threads(plan, {.first = 0, .count = 64}, on(ranks)));
    return ranks.sums();
  });
  EXPECT_LT(sums.front(), number_of_lists(ensemble) / 3);
}

/// The k-th list of counts becomes that of another result.
void put_back(std::size_t k, Ensemble& into, Ensemble const& from) {
  std::size_t place = 0;
  walk_counts(into, from, [&](auto& counts, auto const& others) {
    if (place++ == k) counts = others;
  });
}

TEST(Ranks, would_show_any_count_that_was_not_summed) {
  auto const plan = plan_of_all_counts();
  auto alone = run(plan, odd_range);
  auto const own = run(plan, part_of_rank(odd_range, 2, 0));
  auto const of_a_state = number_of_lists(alone.states.front());
  auto const of_all_states = of_a_state * alone.states.size();
  std::vector<bool> shows(of_a_state);
  for (std::size_t k = 0; k < number_of_lists(alone); ++k) {
    auto forgetful = alone;
    put_back(k, forgetful, own);
    bool const differs = !same_counts(forgetful, alone);
    bool const is_of_a_state = k >= 1 && k <= of_all_states;  // after the number of trajectories
    if (is_of_a_state) {
      auto const kind = (k - 1) % of_a_state;
      shows[kind] =
          shows[kind] || differs;  // in some state: not each has land to find, or relapses
    } else {
      EXPECT_TRUE(differs) << "list " << k;
    }
  }
  for (std::size_t kind = 0; kind < of_a_state; ++kind) EXPECT_TRUE(shows[kind]) << "kind " << kind;
}

}  // namespace
}  // namespace minefree
