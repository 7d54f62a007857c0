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

WorldComparison gains_of_the_world() {
  return {.states_complete = {{2030, 3.5, 4.25, 0.75, 0.02}},
          .remaining_km2 = {},
          .spent_musd = {{2030, 100, 150.5, 50.5, 1.5}},
          .people_exposed = {}};
}

TEST(Comparison, a_sentence_for_each_way_a_date_can_move) {
  auto const said = [](double earlier, double later, std::optional<double> years) {
    return sentence_of(moved(earlier, later, years), 2060);
  };
  EXPECT_EQ(said(0.93, 0.01, 2.4), "earlier in 93 % of futures, by a median of 2.4 years");
  EXPECT_EQ(said(0.02, 0.9, -1.3), "later in 90 % of futures, by a median of 1.3 years");
  EXPECT_EQ(said(0, 0.9, -1.0 / 12), "later in 90 % of futures, by a median of about a month");
  EXPECT_EQ(said(0.9, 0, 0), "earlier in 90 % of futures, by a median of less than a month");
  EXPECT_EQ(said(0.01, 0, std::nullopt), "earlier in 1 % of futures");
  EXPECT_EQ(said(0, 0, std::nullopt), "the same date in every future");
}

TEST(Comparison, futures_that_no_longer_complete_are_not_hidden_behind_a_median_of_the_others) {
  auto lost = moved(0, 1, -1.8);
  lost.no_longer_complete_share = 0.93;
  EXPECT_EQ(sentence_of(lost, 2060),
            "later in 100 % of futures: in 93 % it no longer completes by 2060");
  lost = moved(0, 0.9, -5.8);
  lost.no_longer_complete_share = 0.17;
  EXPECT_EQ(sentence_of(lost, 2060),
            "later in 90 % of futures: in 17 % it no longer completes by 2060, in the others it is "
            "later by a median of 5.8 years");
  auto won = moved(0.8, 0, 2);
  won.newly_complete_share = 0.5;
  EXPECT_EQ(sentence_of(won, 2050),
            "earlier in 80 % of futures: in 50 % it newly completes by 2050");
  won.newly_complete_share = 0.04;
  EXPECT_EQ(sentence_of(won, 2050), "earlier in 80 % of futures, by a median of 2.0 years");
}

TEST(Comparison, a_median_that_points_the_other_way_is_not_said) {
  auto torn = moved(0.45, 0.44, -2);
  torn.newly_complete_share = 0.3;
  EXPECT_EQ(sentence_of(torn, 2060),
            "earlier in 45 % of futures: in 30 % it newly completes by 2060");
  EXPECT_EQ(sentence_of(moved(0.5, 0.4, -0.2), 2060), "earlier in 50 % of futures");
}

TEST(Comparison, most_changed_is_the_state_whose_chance_moves_most) {
  auto often = moved(0, 0.98, -1.0 / 12), far = moved(0, 0.6, -0.4), blurred = moved(0, 0.7, -3);
  often.name = "Often";
  often.probability = {{2030, 0.9, 0.88, -0.02, 0.001}};
  far.name = "Far";
  far.probability = {{2030, 0.73, 0.65, -0.08, 0.004}};
  blurred.name = "Blurred";
  blurred.probability = {{2030, 0.5, 0.4, -0.1, 0.06}};
  auto const text = to_table(report_of({.states = {often, far, blurred}}), {.columns = 200});
  EXPECT_NE(text.find("Most changed is Far: complete by 2030 in 65 % of futures instead of 73 %; "
                      "later in 60 %"),
            std::string::npos)
      << text;
  EXPECT_LT(text.find("\nFar "), text.find("\nOften "));
  EXPECT_LT(text.find("\nOften "), text.find("\nBlurred "));
  EXPECT_TRUE(changes_more(often, blurred));  // what the simulation cannot tell comes last
}

TEST(Comparison, json_says_what_the_contract_promises) {
  auto report = report_of({.states = {moved(0.93, 0.01, 2.4)}, .world = gains_of_the_world()});
  report.others.front().changes = {
      {.path = "horizon", .base = "2060", .other = "2050", .place = {}}};
  report.others.front().idle_levers = {{.key = "survey.XXA", .why = ""}};
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
  auto const& world = other["world"];
  EXPECT_EQ(world["mean_states_complete_by_end_of"]["2030"]["difference"], 0.75);
  EXPECT_EQ(world["mean_states_complete_by_end_of"]["2030"]["standard_error"], 0.02);
  EXPECT_EQ(world["spent_musd_to_end_of"]["2030"]["other"], 150.5);
  EXPECT_FALSE(world.contains("people_exposed_at_end_of"));
  EXPECT_EQ(other["changes"][0].dump(), R"({"base":"2060","other":"2050","path":"horizon"})");
  EXPECT_EQ(other["levers_without_effect"][0].dump(), R"({"path":"survey.XXA","why":null})");
}

TEST(Comparison, csv_has_the_world_without_a_state_and_changes_in_a_table_of_their_own) {
  auto report = report_of({.states = {moved(0.93, 0.01, 2.4)}, .world = gains_of_the_world()});
  report.others.front().changes = {
      {.path = "survey.XXA", .base = std::nullopt, .other = "2 times, \"more\"", .place = {}}};
  auto const csv = to_csv(report);
  EXPECT_NE(csv.find("\nother,XXA,probability_difference,2030,0.1\n"), std::string::npos) << csv;
  EXPECT_NE(csv.find("\nother,,spent_musd_difference,2030,50.5\n"), std::string::npos) << csv;
  EXPECT_EQ(changes_csv(report),
            "scenario,path,base,other\nother,survey.XXA,\"\",\"2 times, \"\"more\"\"\"\n");
}

TEST(Comparison, the_table_lists_what_changes_and_the_world) {
  auto report = report_of(
      {.states = {moved(0.93, 0.01, 2.4)}, .world = gains_of_the_world(), .price_year = 2024});
  report.others.front().changes = {
      {.path = "funding.donors.USA", .base = std::nullopt, .other = "-50%", .place = {}}};
  auto const text = to_table(report, {});
  EXPECT_NE(text.find("  money of United States of America (USA): -50%\n"), std::string::npos);
  EXPECT_NE(text.find("spent since the origin, MUSD of 2024"), std::string::npos) << text;
  EXPECT_NE(text.find("+50.5"), std::string::npos) << text;
}

TEST(Comparison, changes_are_said_in_words) {
  auto const said = [](std::string path, std::optional<std::string> base,
                       std::optional<std::string> other) {
    return sentence_of(ScenarioChange{std::move(path), std::move(base), std::move(other), {}});
  };
  EXPECT_EQ(said("horizon", "2060", "2050"), "horizon: 2060 -> 2050");
  EXPECT_EQ(said("funding.world", std::nullopt, "+20%"), "all international money: +20%");
  EXPECT_EQ(said("funding.national.AGO", "+20%", std::nullopt), "own money of AGO: no longer +20%");
  EXPECT_EQ(said("funding.reallocate_share", std::nullopt, "0.5"), "reallocate_share: 0.5");
  EXPECT_EQ(said("state_overrides.NGA.confirmed_km2", "3", "4"), "confirmed_km2 of NGA: 3 -> 4");
}

TEST(Comparison, the_table_says_the_sentence_of_the_state_that_moves_most) {
  auto const report = report_of({.states = {moved(0.93, 0.01, 0.4), moved(0.4, 0.01, 2.4)}});
  auto const text = to_table(report, {});
  EXPECT_NE(text.find("earlier in 40 % of futures, by a median"), std::string::npos) << text;
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
