// The hindcast's scores beside a result: only where forecasts like it were scored.
#include <gtest/gtest.h>

#include <minefree/report/json.hpp>
#include <minefree/report/table.hpp>
#include <support/posterior.hpp>

#include <nlohmann/json.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

/// Two states as files give them, with a calibration and what is known of its forecasts.
Scenario scored_scenario() {
  auto scenario = minefree::testing::realistic_scenario();
  scenario.trajectories = 64;
  for (auto& state : scenario.states) state.inline_state = false;
  auto posterior = minefree::testing::empty_posterior(4);
  minefree::testing::common(posterior, Parameter::maturity_penalty) = {0.1, 0.2, 0.3, 0.4};
  posterior.calibrated = {Parameter::capacity_km2_per_year, Parameter::reduced_share};
  posterior.sha256 = "feed";
  scenario.posterior = minefree::testing::shared(posterior);
  SkillScore const score{.value = 0.876, .low = 0.5, .high = 1.25, .cases = 12};
  scenario.skill["data"] = {.relative_wis = score,
                            .coverage_80 = SkillScore{.value = 0.75, .cases = 12}};
  return scenario;
}

TEST(Skill, stands_beside_results_of_its_basis_and_not_beside_suppositions) {
  auto const summary = testing::summary_of(scored_scenario());
  int scored = 0;
  for (auto const& state : summary.states) {
    bool const expected = state.projection && state.basis == "data" && !state.conditional;
    EXPECT_EQ(state.skill.has_value(), expected) << state.code;
    scored += expected ? 1 : 0;
  }
  EXPECT_GT(scored, 0);
  auto inline_states = scored_scenario();
  for (auto& state : inline_states.states) state.inline_state = true;
  for (auto const& state : testing::summary_of(inline_states).states) EXPECT_FALSE(state.skill);
}

TEST(Skill, is_in_the_json_with_its_cases_and_the_hash_of_the_posterior) {
  auto const json = nlohmann::json::parse(to_json(testing::summary_of(scored_scenario())));
  EXPECT_EQ(json["provenance"]["posterior_sha256"], "feed");
  bool found = false;
  for (auto const& state : json["states"]) {
    if (state["skill"].is_null()) continue;
    found = true;
    EXPECT_EQ(state["skill"]["stock_3_years_relative_wis"]["value"], 0.876);
    EXPECT_EQ(state["skill"]["stock_3_years_relative_wis"]["n"], 12);
    EXPECT_TRUE(state["skill"]["stock_3_years_coverage_80"]["low"].is_null());
    EXPECT_TRUE(state["skill"]["deadline_met_brier_skill"].is_null());
  }
  EXPECT_TRUE(found);
}

TEST(Skill, is_told_in_the_table_and_below_it) {
  auto const text = to_table(testing::summary_of(scored_scenario()),
                             {.columns = 500, .scenario_path = "mine.yaml"});
  EXPECT_NE(text.find("to simple"), std::string::npos);
  EXPECT_NE(text.find("0.88"), std::string::npos);
  EXPECT_NE(text.find("was 0.88 (0.50 to 1.25) for states with data (n = 12)"), std::string::npos)
      << text;
  EXPECT_NE(
      text.find(
          "Fitted to the record (posterior/test.csv): each state's pace and how its land is released."),
      std::string::npos)
      << text;
  auto unscored = scored_scenario();
  unscored.skill.clear();
  auto const without =
      to_table(testing::summary_of(unscored), {.columns = 120, .scenario_path = "m"});
  EXPECT_EQ(without.find("to simple"), std::string::npos);
  auto certain = scored_scenario();
  certain.certain = true;
  for (auto const& state : testing::summary_of(certain).states) EXPECT_FALSE(state.skill);
}

}  // namespace
}  // namespace minefree::report
