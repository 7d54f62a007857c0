#include <minefree/report/comparison.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

StateComparison moved(double earlier, double later, std::optional<double> years) {
  StateComparison state;
  state.code = "XXA";
  state.name = "Example";
  state.earlier_share = earlier;
  state.later_share = later;
  state.same_share = 1 - earlier - later;
  state.median_years_gained = years;
  state.probability = {
      {.target = 2030, .base = 0.2, .other = 0.3, .value = 0.1, .standard_error = 0.01}};
  return state;
}

ComparisonReport report_of(Comparison comparison) {
  ComparisonReport report;
  report.base.scenario = "base";
  report.base.trajectories = 1000;
  report.base_name = "The base";
  report.others.push_back(
      {.provenance = {}, .name = "The other", .comparison = std::move(comparison)});
  report.others.front().provenance.scenario = "other";
  return report;
}

TEST(Comparison, a_sentence_for_each_way_a_date_can_move) {
  EXPECT_EQ(sentence_of(moved(0.93, 0.01, 2.4)),
            "earlier in 93 % of futures, by a median of 2.4 years");
  EXPECT_EQ(sentence_of(moved(0.02, 0.9, -1.3)),
            "later in 90 % of futures, by a median of 1.3 years");
  EXPECT_EQ(sentence_of(moved(0.01, 0, std::nullopt)), "earlier in 1 % of futures");
  EXPECT_EQ(sentence_of(moved(0, 0, std::nullopt)), "the same date in every future");
}

TEST(Comparison, json_says_what_the_contract_promises) {
  auto const report = report_of({.states = {moved(0.93, 0.01, 2.4)}, .world = {{2030, 3.5, 4.25}}});
  auto const json = nlohmann::json::parse(to_json(report));
  auto const& other = json["others"][0];
  EXPECT_EQ(other["scenario"], "other");
  auto const& state = other["states"][0];
  EXPECT_EQ(state["code"], "XXA");
  EXPECT_EQ(state["earlier_share"], 0.93);
  EXPECT_EQ(state["median_years_gained"], 2.4);
  EXPECT_EQ(state["probability_difference"]["2030"]["value"], 0.1);
  EXPECT_EQ(state["probability_difference"]["2030"]["standard_error"], 0.01);
  EXPECT_TRUE(state["variance_reduction"].is_null());
  EXPECT_EQ(other["world"]["mean_states_complete_by_end_of"]["2030"]["difference"], 0.75);
}

TEST(Comparison, the_table_says_the_sentence_of_the_state_that_moves_most) {
  auto const report = report_of({.states = {moved(0.4, 0.01, 0.4), moved(0.93, 0.01, 2.4)}});
  auto const text = to_table(report, {});
  EXPECT_NE(text.find("earlier in 93 % of futures, by a median of 2.4 years"), std::string::npos);
  EXPECT_NE(text.find("+10.0"), std::string::npos);
}

TEST(Comparison, the_table_says_when_nothing_moves_or_nothing_can_be_compared) {
  auto const still = report_of({.states = {moved(0, 0, std::nullopt)}, .changes_nothing = true});
  EXPECT_NE(to_table(still, {}).find("Nothing changes"), std::string::npos);
  EXPECT_NE(to_table(report_of({}), {}).find("No state can be estimated"), std::string::npos);
}

TEST(Comparison, the_table_needs_no_targets) {
  auto state = moved(0.5, 0, 1.0);
  state.probability.clear();
  EXPECT_NE(to_table(report_of({.states = {state}}), {}).find("Example"), std::string::npos);
}

}  // namespace
}  // namespace minefree::report
