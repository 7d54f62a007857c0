// Closed forms of the residual phase and of casualties (docs/model.md, section 7): on the double
// engine to 1e-5, and through the public path where a certain scenario reaches them.
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <minefree/ensemble/plan.hpp>
#include <minefree/model/step_optional_parts.hpp>

#include "run_text.hpp"

namespace minefree::model {
namespace {

using minefree::testing::run_text;

constexpr double digits = 1e-5;

Traits<double> traits_of_finds() {
  Traits<double> traits;
  traits.values.fill(0);
  traits[Parameter::finds_per_year] = 60;
  traits[Parameter::finds_decay_per_year] = 0.25;
  traits[Parameter::finds_floor_per_year] = 3;
  return traits;
}

TEST(ResidualFinds, of_ten_years_sum_to_the_integral_of_their_rate) {
  double sum = 0;
  for (int year = 0; year < 10; ++year)
    sum += expected_finds(traits_of_finds(), static_cast<double>(year));
  EXPECT_NEAR(sum, 60 / 0.25 * (1 - std::exp(-2.5)) + 3 * 10, digits);
  EXPECT_NEAR(sum, 250.2996, 1e-4);
}

TEST(ResidualFinds, without_decay_are_the_same_every_year) {
  auto traits = traits_of_finds();
  traits[Parameter::finds_decay_per_year] = 0;
  EXPECT_NEAR(expected_finds(traits, 0.0), 63, 1e-4);
  EXPECT_NEAR(expected_finds(traits, 30.0), 63, 2e-3);
}

// Two servers, forty arrivals a year, thirty served a year by each.
TEST(ResponseTime, is_that_of_an_m_m_m_queue) {
  double const load = 40.0 / 30;
  double blocked_share = 1;
  for (int servers = 1; servers <= 2; ++servers)
    blocked_share = next_blocked_share(blocked_share, servers, load);
  double const waiting = waiting_share(blocked_share, 2, load);
  EXPECT_NEAR(waiting, 0.533333, digits);
  EXPECT_NEAR(waiting / (2 * 30 - 40) * 365.25, 9.74, 1e-9);
  EXPECT_NEAR(late_share(waiting, 2, 40.0, 30.0, 30 / 365.25), 0.103176, digits);
}

TEST(ResponseTime, is_never_good_when_arrivals_exceed_what_is_served) {
  double blocked_share = 1;
  for (int servers = 1; servers <= 2; ++servers)
    blocked_share = next_blocked_share(blocked_share, servers, 2.5);
  double const waiting = waiting_share(blocked_share, 2, 2.5);
  EXPECT_EQ(waiting, 1);
  EXPECT_EQ(late_share(waiting, 2, 75.0, 30.0, 1.0), 1);
}

/// How a capacity that is kept with 0.9 and restarts with 0.3 does over many futures.
struct TeamYears {
  double available_late = 0;  // share of futures in the fortieth year
  double unbroken_ten = 0;    // share that is there in each of ten years
};

TeamYears team_years() {
  ResidualPlan const plan{.asked = true, .team_survival = 0.9, .team_restart = 0.3};
  constexpr int futures = 200'000;
  int late = 0;
  int unbroken = 0;
  for (std::uint32_t trajectory = 0; trajectory < futures; ++trajectory) {
    Residual<double> residual{};
    residual.team_alive = true;
    bool all_ten = true;
    for (std::uint32_t year = 0; year < 40; ++year) {
      keep_team(plan, OptionalDraws<double>(random::Key(7), trajectory, 2025 + year, 1000),
                residual);
      if (year < 10) all_ten = all_ten && residual.team_alive;
    }
    if (residual.team_alive) ++late;
    if (all_ten) ++unbroken;
  }
  return {static_cast<double>(late) / futures, static_cast<double>(unbroken) / futures};
}

TEST(Team, is_available_as_its_survival_and_restart_say) {
  auto const years = team_years();
  double const error_late = std::sqrt(0.75 * 0.25 / 200'000);
  double const error_unbroken = std::sqrt(0.348678 * 0.651322 / 200'000);
  EXPECT_NEAR(years.available_late, 0.75, 5 * error_late);
  EXPECT_NEAR(years.unbroken_ten, 0.348678, 5 * error_unbroken);
}

std::string scenario_text(std::string const& outputs, std::string const& state) {
  return "format: 1\nname: optional parts\norigin: 2024\nhorizon: 2060\ntrajectories: 40\nseed: 1\ncertain: true\n" +
         outputs + "states:\n  - code: XXA\n    name: Example\n    treaty: {party: false}\n" +
         state;
}

std::string state_text(std::string const& more) {
  return "    initial: {confirmed_km2: 20, suspected_km2: 100, undiscovered_km2: 0}\n"
         "    programme: {capacity_km2_per_year: 2.5, confirmed_share: 0.15, reduced_share: 0.4,"
         " survey_cost_ratio: 0.03, technical_survey_cost_ratio: 0.25, maturity_penalty: 0, survey_preference: 1,"
         " finds_per_year: 60}\n"
         "    funding: {international_musd: 5, national_musd: 1}\n" +
         more;
}

// W = 32.75 falls by 2.5 a year, and with omega 1 suspected and confirmed land fall in the same
// proportion.
TEST(Casualties, fall_with_a_power_of_the_mined_land) {
  auto const summary = run_text(scenario_text(
      "outputs: [casualties]\n",
      state_text(
          "    casualties: [{year: 2023, casualties: 900}, {year: 2024, casualties: 1100}]\n")));
  ASSERT_EQ(summary.states.size(), 1U);
  ASSERT_TRUE(summary.states.front().optional.casualties);
  auto const& casualties = summary.states.front().optional.casualties->casualties;
  double const mined = 20 + 0.15 * 100;
  for (int const years : {1, 5, 10}) {
    double const left = mined * (1 - 2.5 * years / 32.75);
    double const expected = 1000 * std::pow((left + 0.01) / (mined + 0.01), 0.7);
    EXPECT_NEAR(casualties.mean[static_cast<std::size_t>(years - 1)], expected, 1) << years;
  }
}

TEST(Casualties, take_the_declared_effect_of_risk_education_and_none_without_it) {
  auto const first_mean = [](std::string const& education) {
    auto const summary =
        run_text(scenario_text("outputs: [casualties]\n" + education,
                               state_text("    casualties: [{year: 2024, casualties: 1000}]\n")));
    return summary.states.front().optional.casualties->casualties.mean.front();
  };
  double const without = first_mean("");
  EXPECT_EQ(first_mean("risk_education: {coverage: 0.6}\n"), without);
  EXPECT_NEAR(first_mean("risk_education: {coverage: 0.6, effect: 0.5}\n"),
              without * std::exp(-0.3), 1);
}

TEST(Casualties, are_refused_where_none_are_reported) {
  auto const summary = run_text(scenario_text("outputs: [casualties]\n", state_text("")));
  ASSERT_TRUE(summary.states.front().optional.casualties);
  EXPECT_FALSE(summary.states.front().optional.casualties->reasons.empty());
  EXPECT_TRUE(summary.states.front().optional.casualties->casualties.mean.empty());
}

TEST(PeopleExposed, are_in_proportion_to_the_land_that_is_left) {
  auto const summary = run_text(scenario_text(
      "outputs: [people]\nrisk_education: {coverage: 0.5}\n",
      state_text(
          "    history: [{year: 2024, confirmed_km2: 20, suspected_km2: 100}]\n"
          "    people: [{year: 2024, people_exposed: 12000, people_exposed_women: 3000}]\n")));
  ASSERT_TRUE(summary.states.front().optional.people);
  auto const& people = *summary.states.front().optional.people;
  EXPECT_NEAR(people.people_exposed.mean[0], 12000 * 110.840 / 120, 1);
  EXPECT_NEAR(people.people_exposed.mean[9], 12000 * 28.397 / 120, 1);
  EXPECT_NEAR(people.reached[0], people.people_exposed.p50[0] / 2, 1);
  ASSERT_EQ(people.groups.size(), 2U);
  EXPECT_EQ(people.groups[0].group, "women");
  EXPECT_EQ(people.groups[0].share, 0.25);
  EXPECT_EQ(people.groups[1].share, 0.75) << "unknown";
}

// The state completes in 2038 and is declared at once: ten years of finds follow, 250.2996 in all
// with their floor.
TEST(ResidualPhase, of_a_certain_state_has_the_expected_finds_and_the_teams_they_need) {
  auto const summary =
      run_text(scenario_text("outputs: [residual]\nresidual: {teams: 4}\n", state_text("")));
  ASSERT_TRUE(summary.states.front().optional.residual);
  auto const& residual = *summary.states.front().optional.residual;
  ASSERT_TRUE(residual.judged);
  EXPECT_EQ(residual.judged_share, 1);
  EXPECT_NEAR(residual.finds_per_year.p50[0], 60 * (1 - std::exp(-0.25)) / 0.25 + 3, 1);
  EXPECT_EQ(residual.team_alive_every_year, 1) << "certain: no capacity is lost";
  EXPECT_EQ(residual.adequate_every_year, 1);
  // In the first year 56.09 finds: two teams serve 60, and of three too many finds wait two weeks
  // (10.5 %).
  for (std::size_t teams = 1; teams <= 3; ++teams)
    EXPECT_EQ(residual.keeps_up_every_year[teams - 1], 0) << teams;
  EXPECT_EQ(residual.keeps_up_every_year[3], 1);
  EXPECT_EQ(residual.smallest_teams, 4);
  EXPECT_EQ(residual.cost_musd_per_year_total.p50, 1);
}

TEST(ResidualPhase, of_a_state_declared_before_the_origin_goes_on_from_there) {
  auto const summary = run_text(scenario_text(
      "outputs: [residual]\n",
      "    status: {kind: declared, declared: 2019-12-31}\n    programme: {finds_per_year: 60}\n"));
  auto const& state = summary.states.front();
  EXPECT_FALSE(state.estimable());
  ASSERT_TRUE(state.optional.residual);
  // Five years after the declaration.
  double const expected = 60 * (1 - std::exp(-0.25)) / 0.25 * std::exp(-0.25 * 5) + 3;
  EXPECT_NEAR(state.optional.residual->finds_per_year.p50[0], expected, 1);
  EXPECT_EQ(summary.world.affected, 0);
}

TEST(ResidualPhase, means_of_ten_years_sum_to_the_closed_form_on_the_public_path) {
  auto const summary = run_text(scenario_text("outputs: [residual]\n", state_text("")));
  double sum = 0;
  for (double const mean : summary.states.front().optional.residual->finds_per_year.mean)
    sum += mean;
  EXPECT_NEAR(sum, 250.2996, 0.01);
}

// Complete in 2038, so a horizon of 2043 sees five years of the ten.
TEST(ResidualPhase, has_no_entry_for_years_that_no_future_reaches) {
  auto text = scenario_text("outputs: [residual]\n", state_text(""));
  text.replace(text.find("2060"), 4, "2043");
  auto const residual = *run_text(text).states.front().optional.residual;
  EXPECT_FALSE(residual.judged);
  EXPECT_EQ(residual.finds_per_year.p50.size(), 5U);
  EXPECT_EQ(residual.adequate.size(), 5U);
}

TEST(Casualties, are_not_ruled_out_by_a_year_without_any) {
  auto text = scenario_text("outputs: [casualties]\n",
                            state_text("    casualties: [{year: 2024, casualties: 0}]\n"));
  text.replace(text.find("certain: true\n"), 14, "");
  auto const summary = run_text(text);
  EXPECT_GT(summary.states.front().optional.casualties->casualties.p95.front(), 0);
}

}  // namespace
}  // namespace minefree::model
