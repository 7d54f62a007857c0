// Lanes of floats against the double reference, with the same draws: probabilities to 0.002,
// quantiles of dates to a month and of areas to a bin.
#include <cmath>
#include <cstdlib>

#include <gtest/gtest.h>
#include <support/random_scenario.hpp>

#include <minefree/ensemble/run.hpp>
#include <minefree/numeric/counts.hpp>

namespace minefree {
namespace {

constexpr Range range{.first = 0, .count = 20'000};

std::vector<std::uint32_t> months_of_completion(StateCounts const& state, int months) {
  std::vector<std::uint32_t> all(static_cast<std::size_t>(months) + 1);
  for (std::size_t k = 0; k < state.completion.size(); ++k)
    all[k % all.size()] += state.completion[k];
  return all;
}

/// Both runs of the realistic scenario, made once.
struct BothRuns {
  Plan plan = make_plan(testing::realistic_scenario());
  Ensemble lanes = run(plan, range);
  Ensemble reference = run_reference(plan, range);
};
BothRuns const& both_runs() {
  static BothRuns const runs;
  return runs;
}

TEST(Reference, completion_has_the_same_probability_by_every_month) {
  auto const& [plan, lanes, reference] = both_runs();
  for (std::size_t k = 0; k < lanes.states.size(); ++k) {
    auto const in_lanes = months_of_completion(lanes.states[k], lanes.months());
    auto const in_double = months_of_completion(reference.states[k], lanes.months());
    for (std::size_t months = 1; months < in_lanes.size(); ++months) {
      EXPECT_NEAR(numeric::share_before(in_lanes, range.count, months),
                  numeric::share_before(in_double, range.count, months), 0.002)
          << plan.countries[k].code << " by month " << months;
    }
  }
}

TEST(Reference, quantiles_of_the_completion_date_agree_to_a_month) {
  auto const& [plan, lanes, reference] = both_runs();
  int dates = 0;
  for (std::size_t k = 0; k < lanes.states.size(); ++k) {
    auto const in_lanes = months_of_completion(lanes.states[k], lanes.months());
    auto const in_double = months_of_completion(reference.states[k], lanes.months());
    for (double const p : {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95}) {
      // The last bin is "never within the horizon" and has no date.
      auto const within = [](std::vector<std::uint32_t> const& months) {
        return std::span(months).first(months.size() - 1);
      };
      auto const one = numeric::quantile_of_months(within(in_lanes), range.count, p);
      auto const other = numeric::quantile_of_months(within(in_double), range.count, p);
      ASSERT_EQ(one.has_value(), other.has_value()) << plan.countries[k].code << " P" << 100 * p;
      if (!one) continue;
      EXPECT_NEAR(*one, *other, 1) << plan.countries[k].code << " P" << 100 * p;
      ++dates;
    }
  }
  EXPECT_GE(dates, 15) << "the scenario should have dates to compare";
}

TEST(Reference, remaining_land_has_the_same_quantiles_to_one_percent) {
  auto const& [plan, lanes, reference] = both_runs();
  for (std::size_t k = 0; k < lanes.states.size(); ++k) {
    auto const& bins = plan.bins[k].area_km2;
    auto const of_year = [&](StateCounts const& state, int year) {
      return std::span(state.remaining)
          .subspan(static_cast<std::size_t>(year) * static_cast<std::size_t>(bins.count),
                   static_cast<std::size_t>(bins.count));
    };
    for (int const year : {0, 2, 5, 10, 20, 35}) {
      for (double const p : {0.1, 0.5, 0.9}) {
        double const one = numeric::quantile(bins, of_year(lanes.states[k], year), p);
        double const other = numeric::quantile(bins, of_year(reference.states[k], year), p);
        EXPECT_NEAR(one, other, 0.01 * other + bins.low)
            << plan.countries[k].code << " year " << year << " P" << p;
      }
    }
  }
}

TEST(Reference, deadlines_declarations_and_relapses_have_the_same_probability) {
  auto const& [plan, lanes, reference] = both_runs();
  auto const share = [](std::uint64_t count) {
    return static_cast<double>(count) / static_cast<double>(range.count);
  };
  for (std::size_t k = 0; k < lanes.states.size(); ++k) {
    StateCounts const& one = lanes.states[k];
    StateCounts const& other = reference.states[k];
    EXPECT_NEAR(share(one.deadline_met), share(other.deadline_met), 0.002)
        << plan.countries[k].code;
    EXPECT_NEAR(share(one.declared), share(other.declared), 0.002) << plan.countries[k].code;
    EXPECT_NEAR(share(one.followed_up), share(other.followed_up), 0.002) << plan.countries[k].code;
    EXPECT_NEAR(share(one.reopened), share(other.reopened), 0.002) << plan.countries[k].code;
    EXPECT_NEAR(share(one.extensions), share(other.extensions), 0.005) << plan.countries[k].code;
  }
}

TEST(Reference, the_number_of_complete_states_has_the_same_distribution) {
  auto const& [plan, lanes, reference] = both_runs();
  for (std::size_t k = 0; k < lanes.complete_by.size(); ++k) {
    auto const one = static_cast<double>(lanes.complete_by[k]);
    auto const other = static_cast<double>(reference.complete_by[k]);
    EXPECT_NEAR(one / range.count, other / range.count, 0.002) << "entry " << k;
  }
}

TEST(Reference, random_scenarios_agree_as_well) {
  constexpr Range few{.first = 0, .count = 512};
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Plan const plan = make_plan(testing::random_scenario(seed, testing::Money::shared));
    Ensemble const lanes = run(plan, few);
    Ensemble const reference = run_reference(plan, few);
    for (std::size_t k = 0; k < lanes.states.size(); ++k) {
      auto const in_lanes = months_of_completion(lanes.states[k], lanes.months());
      auto const in_double = months_of_completion(reference.states[k], lanes.months());
      for (std::size_t months = 12; months < in_lanes.size(); months += 12) {
        // A trajectory near an edge may fall to either side; three of 512 may not.
        EXPECT_NEAR(numeric::share_before(in_lanes, few.count, months),
                    numeric::share_before(in_double, few.count, months), 2.5 / 512)
            << "seed " << seed << ", state " << k << ", by month " << months;
      }
    }
  }
}

}  // namespace
}  // namespace minefree
