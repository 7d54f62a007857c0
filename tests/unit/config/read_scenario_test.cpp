#include <minefree/config/read_scenario.hpp>

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/config/json_tree.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::lines_of;
using testing::text_files;

std::string const head = "format: 1\norigin: 2024\nhorizon: 2060\nseed: 1\n";

std::string state_text(std::string const& code, std::string const& party,
                       std::string const& status) {
  return "format: 1\ncode: " + code + "\nname: Name\nbaseline: none\ntreaty: {party: " + party +
         "}\nstatus: " + status + "\n";
}

// Four states: affected and party, affected and no party, declared in 2020, declared in 2026.
std::map<std::string, std::string> world() {
  return {
      {"s/states/XXA.yaml", state_text("XXA", "true", "{kind: affected}")},
      {"s/states/XXB.yaml", state_text("XXB", "false", "{kind: affected}")},
      {"s/states/XXC.yaml", state_text("XXC", "true", "{kind: declared, declared: 2020-05-01}")},
      {"s/states/XXD.yaml", state_text("XXD", "true", "{kind: declared, declared: 2026-02-01}")},
      {"s/states/README.md", "not a state"},
      {"s/data/sources.csv", "source_id,year\na,2020\n"},
      {"s/data/deflator.csv", "year,us_cpi_u\n2020,250\n2021,260\n"}};
}

ScenarioOutcome read(std::string const& scenario,
                     std::map<std::string, std::string> files = world(),
                     std::string const& library = {}) {
  files["s/test.yaml"] = scenario;
  return read_scenario("s/test.yaml", text_files(files), library);
}

std::vector<std::string> codes_of(ScenarioOutcome const& outcome) {
  std::vector<std::string> codes;
  if (!outcome) ADD_FAILURE() << outcome.problems.text();
  if (outcome) {
    for (auto const& state : outcome->states) codes.push_back(state.code);
  }
  return codes;
}

std::string problems_of(std::string const& scenario) { return lines_of(read(scenario).problems); }

using Codes = std::vector<std::string>;

TEST(ReadScenario, gives_what_the_file_says_and_defaults_for_the_rest) {
  auto const outcome = read(head + "states: [XXA]\ntargets: [2035, 2030]\n");
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_EQ(outcome->id, "test");
  EXPECT_EQ(outcome->name, "test");
  EXPECT_EQ(outcome->origin, 2024);
  EXPECT_EQ(outcome->horizon, 2060);
  EXPECT_EQ(outcome->trajectories, 20000U);
  EXPECT_EQ(outcome->seed, 1U);
  EXPECT_EQ(outcome->targets, (std::vector<int>{2030, 2035}));
  EXPECT_FALSE(outcome->certain);
  EXPECT_EQ(outcome->source_years.at("a"), 2020);
  EXPECT_TRUE(outcome.notes.empty());
}

TEST(ReadScenario, chooses_states_by_status_at_the_origin) {
  EXPECT_EQ(codes_of(read(head + "states: all\n")), (Codes{"XXA", "XXB", "XXC", "XXD"}));
  EXPECT_EQ(codes_of(read(head + "states: affected\n")), (Codes{"XXA", "XXB", "XXD"}));
  EXPECT_EQ(codes_of(read(head + "states: parties\n")), (Codes{"XXA", "XXD"}));
  EXPECT_EQ(codes_of(read(head + "states: {except: [XXD]}\n")), (Codes{"XXA", "XXB"}));
  EXPECT_EQ(codes_of(read(head + "states: [XXC, XXA]\n")), (Codes{"XXC", "XXA"}));
  auto const early = "format: 1\norigin: 2015\nhorizon: 2060\nseed: 1\nstates: affected\n";
  EXPECT_EQ(codes_of(read(early)), (Codes{"XXA", "XXB", "XXC", "XXD"}));
}

TEST(ReadScenario, needs_no_folder_for_states_given_whole) {
  auto const outcome = read_scenario(
      "t.yaml",
      text_files({{"t.yaml", head + "states: [{code: XXA, initial: {confirmed_km2: 1}}]\n"}}));
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_TRUE(outcome->states[0].inline_state);
  EXPECT_EQ(outcome->states[0].name, "XXA");
  EXPECT_EQ(outcome->data_sha256, std::nullopt);
  EXPECT_TRUE(outcome->price_index.empty());
  EXPECT_EQ(outcome->funding.price_year, 2024);
}

TEST(ReadScenario, finds_states_beside_itself_then_beside_what_it_extends_then_in_the_library) {
  std::map<std::string, std::string> const files{
      {"me/a.yaml", "extends: ../base/b.yaml\nstates: [XXA, XXB, XXC]\n"},
      {"me/states/XXA.yaml", state_text("XXA", "true", "{kind: affected}")},
      {"me/data/sources.csv", "source_id,year\n"},
      {"base/b.yaml", head + "states: all\n"},
      {"base/states/XXA.yaml", state_text("XXA", "false", "{kind: affected}")},
      {"base/states/XXB.yaml", state_text("XXB", "false", "{kind: affected}")},
      {"base/data/sources.csv", "source_id,year\n"},
      {"lib/states/XXB.yaml", state_text("XXB", "true", "{kind: affected}")},
      {"lib/states/XXC.yaml", state_text("XXC", "true", "{kind: affected}")},
      {"lib/data/sources.csv", "source_id,year\n"}};
  auto const outcome = read_scenario("me/a.yaml", text_files(files), "lib");
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_TRUE(outcome->states[0].treaty.party);
  EXPECT_FALSE(outcome->states[1].treaty.party);
  EXPECT_TRUE(outcome->states[2].treaty.party);
}

TEST(ReadScenario, hashes_the_merged_scenario_and_the_files_it_used) {
  auto const one = read(head + "states: [XXA]\n");
  auto files = world();
  files["s/base.yaml"] = head;
  auto const extended = read("extends: base.yaml\nstates: [XXA]\n", files);
  ASSERT_TRUE(one && extended) << extended.problems.text();
  EXPECT_EQ(one->scenario_sha256, extended->scenario_sha256);
  EXPECT_EQ(one->data_sha256, extended->data_sha256);
  files["s/states/XXB.yaml"] += "notes: x\n";
  EXPECT_EQ(read(head + "states: [XXA]\n", files)->data_sha256, one->data_sha256);
  files["s/states/XXA.yaml"] += "notes: x\n";
  EXPECT_NE(read(head + "states: [XXA]\n", files)->data_sha256, one->data_sha256);
}

TEST(ReadScenario, takes_the_price_year_that_the_record_has) {
  EXPECT_EQ(read(head + "states: [XXA]\n")->funding.price_year, 2021);
  EXPECT_EQ(read(head + "states: [XXA]\nfunding: {price_year: 2020}\n")->funding.price_year, 2020);
  EXPECT_EQ(
      problems_of(head + "states: [XXA]\nfunding: {price_year: 2030}\n"),
      "6:23: funding.price_year is 2030, but the record has prices of 2020 to 2021. Choose one "
      "of these years.\n");
}

TEST(ReadScenario, reads_levers) {
  auto const outcome = read(head + R"(states: [XXA]
funding:
  world: [{change: +20%, from: 2026, to: 2030}, {set_musd: 5 MUSD, from: 2031}]
  donors: {USA: [{change: -50%}]}
  recipients: {XXA: [{add_musd: 10}]}
  national: {XXA: [{change: 0.25}]}
  reallocate_share: 50%
survey: {XXA: [{intensity: 2, from: 2026}]}
security: {XXA: [{regime: conflict, from: 2028, to: 2029}]}
parameters: {maturity_penalty: {low: 0.1, best: 0.4, high: 0.9, source: own}}
state_overrides:
  XXA: {confirmed_km2: 60, suspected_km2: {low: 1, best: 3, high: 8, source: own}, starts: 2028,
        condition: peace, deadline: 2031-06-01, capacity_km2_per_year: 2, undiscovered_km2: 5 km2}
)");
  ASSERT_TRUE(outcome) << outcome.problems.text();
  auto const& funding = outcome->funding;
  ASSERT_EQ(funding.world.size(), 2U);
  EXPECT_EQ(funding.world[0].shape, FundingShape::change);
  EXPECT_EQ(funding.world[0].value, 0.2);
  EXPECT_EQ(funding.world[0].to, 2030);
  EXPECT_EQ(funding.world[1].shape, FundingShape::set_musd);
  EXPECT_EQ(funding.world[1].to, std::nullopt);
  EXPECT_EQ(funding.donors.at("USA")[0].value, -0.5);
  EXPECT_EQ(funding.recipients.at("XXA")[0].shape, FundingShape::add_musd);
  EXPECT_EQ(funding.reallocate_share, 0.5);
  EXPECT_EQ(outcome->survey.at("XXA")[0].intensity, 2);
  EXPECT_EQ(outcome->security.at("XXA")[0].regime, Regime::conflict);
  EXPECT_EQ(outcome->parameters[0].id, Parameter::maturity_penalty);
  auto const& override = outcome->state_overrides.at("XXA");
  EXPECT_EQ(override.stock.confirmed_km2->best, 60);
  EXPECT_EQ(override.stock.undiscovered_km2->best, 5);
  EXPECT_EQ(override.starts, 2028);
  EXPECT_EQ(override.condition, "peace");
  EXPECT_EQ(override.deadline, (Date{2031, 6, 1}));
  EXPECT_EQ(override.parameters[0].id, Parameter::capacity_km2_per_year);
}

TEST(ReadScenario, reads_the_shapes_of_money) {
  auto const outcome = read(head + R"(states: [XXA]
funding:
  world: [{front_load: {years: 3, share: 60%}, from: 2026, to: 2035}]
  donors: {USA: [{pledge: {musd: 240 MUSD, over: 6, default_risk: 0.3}}]}
  recipients: {XXA: [{front_load: {years: 1, share: 0.6}, from: 2030, to: 2031}]}
  national: {XXA: [{pledge: {musd: 5, over: 1, default_risk: 0}, from: 2030}]}
)");
  ASSERT_TRUE(outcome) << outcome.problems.text();
  auto const& funding = outcome->funding;
  auto const& sooner = funding.world.at(0);
  EXPECT_EQ(sooner.shape, FundingShape::front_load);
  EXPECT_EQ(sooner.value, 0.6);
  EXPECT_EQ(sooner.years, 3);
  EXPECT_EQ(sooner.from, 2026);
  EXPECT_EQ(last_year(sooner, 2024), 2035);
  auto const& pledge = funding.donors.at("USA").at(0);
  EXPECT_EQ(pledge.shape, FundingShape::pledge);
  EXPECT_EQ(pledge.value, 240);
  EXPECT_EQ(pledge.years, 6);
  EXPECT_EQ(pledge.default_risk, 0.3);
  EXPECT_EQ(last_year(pledge, 2024), 2030) << "it begins with the first simulated year";
  EXPECT_EQ(funding.recipients.at("XXA").at(0).shape, FundingShape::front_load);
  EXPECT_EQ(last_year(funding.national.at("XXA").at(0), 2024), 2030);
  EXPECT_TRUE(outcome.notes.empty());
}

TEST(ReadScenario, notes_shapes_of_money_that_have_no_effect_or_reach_beyond_the_horizon) {
  auto const outcome = read(head + R"(states: [XXA]
funding:
  world:
    - {pledge: {musd: 9, over: 3, default_risk: 0.5}, from: 2022}
    - {pledge: {musd: 9, over: 4, default_risk: 0.5}, from: 2022}
    - {pledge: {musd: 9, over: 3, default_risk: 0.5}, from: 2061}
    - {front_load: {years: 3, share: 0.6}, from: 2010, to: 2020}
    - {front_load: {years: 3, share: 0.6}, from: 2055, to: 2070}
)");
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_EQ(
      lines_of(outcome.notes),
      "8:7: this entry has no effect: the simulated years are 2025 to 2060.\n"
      "10:7: this entry has no effect: the simulated years are 2025 to 2060.\n"
      "11:7: this entry has no effect: the simulated years are 2025 to 2060.\n"
      "12:7: this entry moves the money of 2055 to 2070, beyond the horizon, 2060: up to there "
      "the total is not the same.\n");
}

TEST(ReadScenario, refuses_levers_for_states_that_are_not_in_the_run) {
  EXPECT_EQ(
      problems_of(head + "states: [XXA, XXB]\nsurvey: {XAX: [{intensity: 2}]}\n"
                         "state_overrides: {KHM: {starts: 2028}}\n"),
      "6:10: survey names 'XAX', which is not among the states of this run. Did you mean "
      "'XXA'?\n"
      "7:19: state_overrides names 'KHM', which is not among the states of this run. Add it to "
      "'states', or remove the entry.\n");
}

TEST(ReadScenario, notes_what_has_no_effect) {
  auto const outcome = read(head +
                            "states: [XXA]\nfunding: {world: [{change: 10%, to: 2020}]}\n"
                            "outputs: [casualties]\nresidual: {teams: 3}\n");
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_EQ(
      lines_of(outcome.notes),
      "6:19: this entry has no effect: the simulated years are 2025 to 2060.\n"
      "8:1: 'residual' has no effect, as the scenario does not ask for it. Add 'outputs: [residual]'.\n");
  EXPECT_TRUE(outcome->outputs.casualties);
  EXPECT_FALSE(outcome->outputs.residual);
  EXPECT_EQ(outcome->residual.teams, 3);
}

TEST(ReadScenario, reports_problems_of_all_its_files_at_once) {
  auto files = world();
  files["s/base.yaml"] = "format: 1\norigin: 2024\nhorizn: 2060\nstates: all\n";
  files["s/states/XXB.yaml"] += "historie: []\n";
  files["s/test.yaml"] = "extends: base.yaml\nseed: x\n";
  EXPECT_EQ(read_scenario("s/test.yaml", text_files(files)).problems.text(),
            "s/base.yaml:3:1: 'horizn' is not a field of a scenario. Did you mean 'horizon'?\n"
            "s/states/XXB.yaml:7:1: 'historie' is not a field of a state. Did you mean 'history'?\n"
            "s/test.yaml:1:1: 'horizon' is missing in this scenario (last simulated year). Add it, "
            "such as 'horizon: 2060'.\n"
            "s/test.yaml:2:7: seed is 'x' (not a number). Write a whole number, 0 or "
            "more, such as 2025.\n"
            "4 problems in 3 files; nothing was run.\n");
}

TEST(ReadScenario, reads_a_tree_as_the_page_has_it) {
  auto const yaml = head + "states: [{code: XXA}]\n";
  auto const page = parse_json(
      R"({"format":1,"origin":2024,"horizon":2060,"seed":1,"states":[{"code":"XXA"}]})", "page");
  ASSERT_TRUE(page);
  auto const from_page = read_scenario_tree(*page, "page", text_files({}));
  auto const from_file = read_scenario("t.yaml", text_files({{"t.yaml", yaml}}));
  ASSERT_TRUE(from_page && from_file) << from_page.problems.text();
  EXPECT_EQ(from_page->scenario_sha256, from_file->scenario_sha256);
}

TEST(ReadScenario, says_what_is_wrong_with_a_file_that_is_no_scenario) {
  EXPECT_NE(problems_of("[1, 2]\n").find("this is a list. Write a map of keys"), std::string::npos);
  EXPECT_NE(problems_of("hello\n").find("this is a single value"), std::string::npos);
  EXPECT_EQ(read_scenario("none.yaml", text_files({})).problems.text(),
            "none.yaml: the file is not there, or cannot be read. Check its name.\n"
            "1 problem in none.yaml; nothing was run.\n");
}

TEST(CheckFile, knows_scenarios_from_state_files) {
  auto files = world();
  files["s/test.yaml"] = head + "states: [XXA]\n";
  EXPECT_TRUE(check_file("s/test.yaml", text_files(files)).empty());
  EXPECT_TRUE(check_file("s/states/XXA.yaml", text_files(files)).empty());
  files["s/states/XXA.yaml"] += "x: 1\n";
  EXPECT_EQ(check_file("s/states/XXA.yaml", text_files(files)).count(), 1U);
}

}  // namespace
}  // namespace minefree::config
