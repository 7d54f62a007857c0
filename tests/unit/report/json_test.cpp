#include <minefree/report/json.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

nlohmann::ordered_json json_of(Scenario const& scenario) {
  return nlohmann::ordered_json::parse(to_json(testing::summary_of(scenario)));
}

TEST(SummaryJson, says_what_the_contract_promises_in_its_order) {
  auto const json = json_of(testing::closed_form_and_refused());
  EXPECT_EQ(json["format"], 1);
  EXPECT_EQ(json["provenance"]["scenario"], "closed");
  EXPECT_TRUE(json["provenance"]["posterior_sha256"].is_null());
  auto const& state = json["states"][0];
  EXPECT_EQ(state["code"], "XXA");
  EXPECT_EQ(state["estimable"], true);
  EXPECT_EQ(state["completion"]["by_month"]["first"], "2025-01");
  EXPECT_EQ(state["completion"]["by_month"]["counts"].size(), 432U);
  EXPECT_NEAR(state["completion"]["quantiles"]["0.5"].get<double>(), 2038.1, 0.05);
  EXPECT_EQ(state["probability"]["by"]["2040"], 1.0);
  EXPECT_EQ(state["probability"]["deadline"], "2030-03-01");
  EXPECT_EQ(state["plain"]["own_plan"], "2038-12-31");
  EXPECT_TRUE(state["skill"].is_null());
  EXPECT_EQ(state["remaining_km2"]["year"].size(), 36U);
  EXPECT_EQ(state["remaining_km2"]["year"][0], 2025);
}

TEST(SummaryJson, a_refused_state_has_no_completion) {
  auto const json = json_of(testing::closed_form_and_refused());
  auto const& state = json["states"][1];
  EXPECT_EQ(state["estimable"], false);
  EXPECT_EQ(state["reasons"][0], "nobody has looked");
  EXPECT_EQ(state["needs"][0], "survey");
  EXPECT_FALSE(state.contains("completion"));
  EXPECT_FALSE(state.contains("probability"));
}

TEST(SummaryJson, a_date_beyond_the_horizon_is_null) {
  auto const scenario = minefree::testing::certain_scenario_of(
      {minefree::testing::simple_state("XXA", {.confirmed_km2 = 90}, 1)});
  auto const json = json_of(scenario);
  auto const& completion = json["states"][0]["completion"];
  EXPECT_TRUE(completion["quantiles"]["0.5"].is_null());
  EXPECT_TRUE(completion["monte_carlo_error_months"].is_null());
  EXPECT_EQ(completion["never_share"], 1.0);
}

TEST(SummaryJson, has_a_line_for_each_state) {
  auto const text = to_json(testing::summary_of(testing::closed_form_and_refused()));
  EXPECT_NE(text.find("\n  {\"code\":\"XXA\""), std::string::npos);
  EXPECT_NE(text.find("\n  {\"code\":\"XXR\""), std::string::npos);
  EXPECT_EQ(text.back(), '\n');
}

}  // namespace
}  // namespace minefree::report
