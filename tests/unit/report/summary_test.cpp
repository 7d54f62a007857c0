#include <minefree/report/summary.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include <minefree/ensemble/run.hpp>
#include <minefree/report/json.hpp>
#include <minefree/report/sentences.hpp>
#include <support/build_scenario.hpp>

namespace minefree::report {
namespace {

using testing::certain_scenario_of;
using testing::closed_form_state;

RunSummary summary_of(Scenario const& scenario) {
  auto const plan = make_plan(scenario);
  return summarise(scenario, plan, run(plan, {0, scenario.trajectories}), {"0.1.0", "abc"});
}

TEST(Summary, the_closed_form_completes_after_13_1_years) {
  auto const summary = summary_of(certain_scenario_of({closed_form_state("XXA")}));
  ASSERT_TRUE(summary.states.front().projection);
  auto const& projection = *summary.states.front().projection;
  for (auto const& quantile : projection.completion.quantiles) {
    ASSERT_TRUE(quantile.year) << quantile.share;
    // Dates are counted by month: all of them lie in February 2038.
    EXPECT_GT(*quantile.year, 2038 + 1 / 12.0) << quantile.share;
    EXPECT_LT(*quantile.year, 2038 + 2 / 12.0) << quantile.share;
    if (quantile.share == 0.5) {
      EXPECT_NEAR(*quantile.year, 2038.1, 0.05);
    }
  }
  EXPECT_EQ(projection.completion.never_share, 0);
  EXPECT_EQ(projection.completion.monte_carlo_error_months, 0);
  EXPECT_EQ(projection.completion.by_month.size(), 12U * 36U);
  EXPECT_EQ(projection.completion.by_month[13 * 12 + 1], 1000U);  // February 2038
  EXPECT_EQ(summary.states.front().probability.by.at(2030), 0);
  EXPECT_EQ(summary.states.front().probability.by.at(2040), 1);
}

TEST(Summary, land_at_the_start_and_by_year_is_as_in_the_closed_form) {
  auto state = closed_form_state("XXA");
  state.programme.push_back(
      minefree::testing::given(Parameter::survey_preference, 1));  // a straight line
  auto const summary = summary_of(certain_scenario_of({state}));
  auto const& projection = *summary.states.front().projection;
  EXPECT_EQ(projection.initial.confirmed_km2, 20);
  EXPECT_EQ(projection.initial.suspected_km2, 100);
  EXPECT_NEAR(projection.remaining_km2.mean[0], 110.840, 0.001);
  EXPECT_NEAR(projection.remaining_km2.mean[4], 74.198, 0.001);
  EXPECT_NEAR(projection.remaining_km2.p50[4], 74.198, 0.75);  // a bin is 1 %
  EXPECT_EQ(projection.remaining_km2.p95[20], 0);
  auto const& released = projection.released_km2;
  double all = 0;
  for (std::size_t k = 0; k < summary.years.size(); ++k) {
    all +=
        released.cancelled[k] + released.reduced[k] + released.cleared[k] - released.discovered[k];
  }
  EXPECT_NEAR(all, 120, 0.001);
}

TEST(Summary, deadlines_plans_and_their_probabilities) {
  auto state = closed_form_state("XXA");
  state.treaty = {.party = true, .deadline = Date{2030, 3, 1}};
  state.plans = {
      {.published = 2023, .stated_completion = Date{2038, 12, 31}, .planned_km2_per_year = 9},
      {.published = 2026, .stated_completion = Date{2050, 1, 1}}};
  auto const summary = summary_of(certain_scenario_of({state})).states.front();
  EXPECT_EQ(summary.probability.deadline, "2030-03-01");
  EXPECT_EQ(summary.probability.deadline_met, 0);
  EXPECT_GT(*summary.probability.expected_extensions, 0);
  EXPECT_EQ(summary.plain.own_plan, "2038-12-31");  // what is published in 2026 was not known
  EXPECT_EQ(summary.plan.probability_met, 1);
  EXPECT_EQ(summary.plan.km2_per_year, 9);
}

TEST(Summary, a_state_that_is_no_party_has_no_deadline) {
  auto state = closed_form_state("XXA");
  state.treaty = {};
  auto const summary = summary_of(certain_scenario_of({state})).states.front();
  EXPECT_FALSE(summary.probability.deadline);
  EXPECT_FALSE(summary.probability.deadline_met);
  EXPECT_FALSE(summary.probability.expected_extensions);
}

TEST(Summary, what_is_reported_after_the_origin_stands_beside_and_changes_nothing) {
  auto scenario = testing::realistic_scenario();
  scenario.trajectories = 200;
  auto const before = summary_of(scenario);
  auto& state = scenario.states.front();
  state.history.push_back(
      {.year = 2025, .confirmed_km2 = 50, .suspected_km2 = 70, .source = testing::published(2026)});
  state.status = {.kind = StatusKind::declared,
                  .declared = Date{2027, 5, 1},
                  .source = testing::published(2027)};
  auto const after = summary_of(scenario);
  EXPECT_EQ(after.states.front().reported.year, std::vector{2025});
  EXPECT_EQ(after.states.front().reported.remaining_km2, std::vector{120.0});
  EXPECT_EQ(after.states.front().reported.declared, "2027-05-01");
  EXPECT_EQ(after.states.front().projection->completion.by_month,
            before.states.front().projection->completion.by_month);
}

TEST(Summary, a_refused_state_has_reasons_and_no_projection) {
  StateData refused;
  refused.code = "XXB";
  refused.name = "Refused";
  refused.status = {.kind = StatusKind::not_estimable,
                    .reasons = {"nobody has looked"},
                    .needs = {Need::access, Need::survey}};
  auto const summary = summary_of(certain_scenario_of({closed_form_state("XXA"), refused}));
  auto const& state = summary.states[1];
  EXPECT_FALSE(state.estimable());
  EXPECT_EQ(state.status, StateStatus::not_estimable);
  EXPECT_EQ(state.reasons, std::vector<std::string>{"nobody has looked"});
  EXPECT_EQ(state.needs, (std::vector<std::string>{"access", "survey"}));
  EXPECT_EQ(summary.world.affected, 2);
  EXPECT_EQ(summary.world.estimable, 1);
}

TEST(Summary, a_state_declared_by_the_origin_is_not_affected) {
  auto declared = closed_form_state("XXB");
  declared.status = {.kind = StatusKind::declared, .declared = Date{2023, 12, 31}};
  auto const summary = summary_of(certain_scenario_of({closed_form_state("XXA"), declared}));
  EXPECT_EQ(summary.states[1].status, StateStatus::declared);
  EXPECT_EQ(summary.states[1].reasons, std::vector<std::string>{"declared complete on 2023-12-31"});
  EXPECT_EQ(summary.world.affected, 1);
}

TEST(Summary, of_some_states_tells_of_them_what_the_whole_does) {
  StateData refused;
  refused.code = "XXR";
  refused.status = {.kind = StatusKind::not_estimable, .reasons = {"why"}, .needs = {}};
  auto const scenario = certain_scenario_of(
      {closed_form_state("XXA"), refused, closed_form_state("XXB"), closed_form_state("XXC")});
  auto const plan = make_plan(scenario);
  auto const counts = run(plan, {0, scenario.trajectories});
  auto const whole = summarise(scenario, plan, counts, {});
  auto const all = to_json(whole);
  EXPECT_TRUE(whole.largest_error_months);
  for (std::size_t first = 0; first <= scenario.states.size(); ++first) {
    for (std::size_t end = first; end <= scenario.states.size(); ++end) {
      auto part = summarise(scenario, plan, counts, {}, {.first = first, .end = end});
      ASSERT_EQ(part.states.size(), end - first);
      auto joined = whole;
      std::ranges::move(part.states, joined.states.begin() + static_cast<std::ptrdiff_t>(first));
      EXPECT_EQ(to_json(joined), all) << first << " to " << end;
    }
  }
}

TEST(Summary, the_world_counts_states_complete_by_the_end_of_each_year) {
  auto const summary =
      summary_of(certain_scenario_of({closed_form_state("XXA"), closed_form_state("XXB")}));
  auto const& world = summary.world;
  ASSERT_EQ(world.p50.size(), 36U);
  EXPECT_EQ(world.p50[2037 - 2025], 0);
  EXPECT_EQ(world.p10[2038 - 2025], 2);
  EXPECT_EQ(world.p90[2060 - 2025], 2);
}

TEST(Summary, counts_of_complete_states_are_ordered_quantiles) {
  Ensemble ensemble;
  ensemble.trajectories = 10;
  ensemble.years = 1;
  ensemble.states.resize(3);
  ensemble.complete_by = {1, 5, 3, 1};
  EXPECT_EQ(quantile_of_complete_states(ensemble, 0.1), std::vector{0});
  EXPECT_EQ(quantile_of_complete_states(ensemble, 0.5), std::vector{1});
  EXPECT_EQ(quantile_of_complete_states(ensemble, 0.9), std::vector{2});
  EXPECT_EQ(quantile_of_complete_states(ensemble, 0.95), std::vector{3});
}

TEST(Summary, provenance_names_what_was_run) {
  auto scenario = certain_scenario_of({closed_form_state("XXA")});
  scenario.id = "closed-form";
  scenario.scenario_sha256 = "aa";
  auto const provenance = summary_of(scenario).provenance;
  EXPECT_EQ(provenance.scenario, "closed-form");
  EXPECT_EQ(provenance.scenario_sha256, "aa");
  EXPECT_FALSE(provenance.data_sha256);
  EXPECT_EQ(provenance.trajectories, 1000U);
  EXPECT_EQ(provenance.build.commit, "abc");
}

TEST(Summary, quantiles_never_cross) {
  auto scenario = testing::realistic_scenario();
  scenario.trajectories = 400;
  for (auto const& state : summary_of(scenario).states) {
    if (!state.projection) continue;
    auto const& quantiles = state.projection->completion.quantiles;
    for (std::size_t k = 1; k < quantiles.size(); ++k) {
      if (!quantiles[k].year) break;
      EXPECT_GE(*quantiles[k].year, *quantiles[k - 1].year) << state.code;
    }
    auto const& area = state.projection->remaining_km2;
    for (std::size_t k = 0; k < area.p05.size(); ++k) {
      EXPECT_LE(area.p05[k], area.p25[k]);
      EXPECT_LE(area.p25[k], area.p50[k]);
      EXPECT_LE(area.p50[k], area.p75[k]);
      EXPECT_LE(area.p75[k], area.p95[k]);
    }
  }
}

}  // namespace
}  // namespace minefree::report
