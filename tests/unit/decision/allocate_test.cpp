#include <minefree/decision/allocate.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

using testing::elastic;
using testing::given;
using testing::simple_state;

/// Confirmed land, a capacity and money that moves it one to one within the year.
StateData funded_state(std::string const& code, double confirmed_km2, double capacity) {
  auto state = simple_state(code, {.confirmed_km2 = confirmed_km2}, capacity);
  state.funding = FundingData{};
  state.funding->international_musd = 5;
  return state;
}

AllocationQuestion question_for(Plan const& plan, double budget_musd) {
  AllocationQuestion question{.budget_musd = budget_musd, .by = 2029, .years = {2025, 2029}};
  question.lumps = 10;
  question.takes_part.assign(plan.affected, true);
  question.limits.resize(plan.affected);
  question.people_per_km2.resize(plan.affected);
  return question;
}

std::optional<std::vector<Ensemble>> grouped(Plan const& plan, std::uint64_t trajectories) {
  std::vector<Ensemble> groups;
  for (auto const& ranges : ranges_of_groups(trajectories, plan.world.calibration_rows)) {
    groups.push_back(empty_ensemble(plan));
    for (Range const range : ranges) merge(groups.back(), run(plan, range));
  }
  return groups;
}

Allocation allocated(Scenario const& scenario, Plan const& plan,
                     AllocationQuestion const& question) {
  auto const n = scenario.trajectories;
  return *allocate(
      plan, question, run(plan, {0, n}), [=](Plan const& one) { return run(one, {0, n}); },
      [=](Plan const& one) { return grouped(one, n); });
}

// Twice the pace costs five million more: only one of the two can be completed by 2029.
TEST(Allocate, completes_the_one_that_the_budget_can_complete) {
  auto const scenario = elastic(
      testing::certain_scenario_of({funded_state("XXA", 20, 2), funded_state("XXB", 40, 2)}));
  auto const plan = make_plan(scenario);
  auto const split = allocated(scenario, plan, question_for(plan, 6));
  EXPECT_GE(split.best.musd[0], 5);
  EXPECT_EQ(split.best.musd[1], 0);
  EXPECT_EQ(split.best.gain.value, 1);
  EXPECT_EQ(split.equal.musd, (std::vector{3.0, 3.0}));
  EXPECT_EQ(split.equal.gain.value, 0);
  EXPECT_EQ(split.best_less_equal.value, 1);
}

// Money of ten million each: a million more adds 0.4 km2 a year to the one, 0.2 to the other.
TEST(Allocate, releases_land_where_a_million_releases_most) {
  auto const scenario = elastic(
      testing::certain_scenario_of({funded_state("XXA", 90, 1), funded_state("XXB", 90, 2)}));
  auto const plan = make_plan(scenario);
  auto question = question_for(plan, 10);
  question.objective = Objective::area;
  auto const split = allocated(scenario, plan, question);
  EXPECT_EQ(split.best.musd, (std::vector{0.0, 10.0}));
  EXPECT_NEAR(split.best.gain.value, 5 * 4, 0.05);  // five years, 4 km2 a year more
  EXPECT_NEAR(split.curves[0].of_one_million.value, 5 * 0.2, 0.01);
  EXPECT_NEAR(split.curves[1].of_one_million.value, 5 * 0.4, 0.01);
  EXPECT_NEAR(split.promised_gain, split.best.gain.value, 1e-6);
}

TEST(Allocate, keeps_to_its_limits) {
  auto const scenario = elastic(
      testing::certain_scenario_of({funded_state("XXA", 90, 1), funded_state("XXB", 90, 2)}));
  auto const plan = make_plan(scenario);
  auto question = question_for(plan, 10);
  question.objective = Objective::area;
  question.limits = {{.least = 3}, {.most = 5}};
  EXPECT_EQ(allocated(scenario, plan, question).best.musd, (std::vector{5.0, 5.0}));
  question.limits = {{.least = 3}, {}};
  EXPECT_EQ(allocated(scenario, plan, question).best.musd, (std::vector{3.0, 7.0}));
}

TEST(Allocate, gives_no_more_than_teams_take_up) {
  auto scenario = elastic(
      testing::certain_scenario_of({funded_state("XXA", 90, 1), funded_state("XXB", 90, 2)}));
  for (auto& parameter : scenario.parameters) {
    if (parameter.id == Parameter::max_growth) parameter = given(Parameter::max_growth, 0.02);
  }
  auto const plan = make_plan(scenario);
  auto question = question_for(plan, 100);
  question.objective = Objective::area;
  auto const split = allocated(scenario, plan, question);
  for (auto const& curve : split.curves) {
    EXPECT_LT(curve.most_lumps, 10);
    for (double const unspent : curve.unspent) EXPECT_LE(unspent, question.most_unspent_share);
  }
}

TEST(Allocate, leaves_out_states_without_a_figure_of_people) {
  auto const scenario = elastic(
      testing::certain_scenario_of({funded_state("XXA", 90, 1), funded_state("XXB", 90, 2)}));
  auto const plan = make_plan(scenario);
  auto question = question_for(plan, 10);
  question.objective = Objective::people_years;
  question.people_per_km2 = {100.0, std::nullopt};
  question.takes_part = {true, false};
  auto const split = allocated(scenario, plan, question);
  EXPECT_TRUE(split.curves[1].gain.empty());
  EXPECT_EQ(split.best.musd, (std::vector{10.0, 0.0}));
  EXPECT_EQ(split.equal.musd, (std::vector{10.0, 0.0}));
  // 2 km2 a year more: 2, 4, ... 10 km2 free at the ends of five years.
  EXPECT_NEAR(split.best.gain.value, 100 * (2 + 4 + 6 + 8 + 10), 5);
}

TEST(Allocate, groups_share_no_row_of_a_calibration_and_hold_every_trajectory_once) {
  for (std::uint32_t const rows : {0U, 500U, 2000U, 9000U}) {
    for (std::uint64_t const trajectories : {5U, 125U, 2100U, 4100U}) {
      std::set<std::uint64_t> seen;
      std::set<std::uint64_t> rows_seen;
      std::size_t rows_of_groups = 0;
      std::size_t used = 0;
      for (auto const& ranges : ranges_of_groups(trajectories, rows)) {
        std::set<std::uint64_t> rows_of_group;
        for (Range const range : ranges) {
          for (auto n = range.first; n < range.first + range.count; ++n) {
            EXPECT_TRUE(seen.insert(n).second);
            if (rows > 0) rows_of_group.insert(n % rows);
          }
        }
        used += ranges.empty() ? 0 : 1;
        rows_of_groups += rows_of_group.size();
        rows_seen.insert(rows_of_group.begin(), rows_of_group.end());
      }
      EXPECT_EQ(seen.size(), trajectories);
      EXPECT_EQ(used, std::min<std::uint64_t>(trajectories, 16));
      EXPECT_EQ(rows_of_groups, rows_seen.size()) << rows;
    }
  }
}

TEST(Estimate, of_groups_is_the_mean_over_their_members) {
  // Two groups of one and three: members 8 and 4, 4, 4.
  auto const estimate = mean_of_groups(std::array{8.0, 4.0}, std::array{1.0, 3.0});
  EXPECT_DOUBLE_EQ(estimate.value, 5);
  EXPECT_DOUBLE_EQ(mean_of_groups(std::array{1.0, 3.0}, std::array{7.0, 7.0}).standard_error, 1);
  EXPECT_EQ(mean_of_groups(std::array{1.0}, std::array{7.0}).standard_error, 0);
}

}  // namespace
}  // namespace minefree
