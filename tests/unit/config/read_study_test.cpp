#include <minefree/config/read_study.hpp>

#include <map>
#include <string>

#include <gtest/gtest.h>

#include <minefree/config/combine_changes.hpp>
#include <minefree/config/read_scenario.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

std::string const base =
    "format: 1\norigin: 2024\nhorizon: 2060\ntrajectories: 100\nseed: 1\n"
    "funding: {recipients: {XXA: [{change: 10%}]}}\n"
    "states: [{code: XXA, name: A, treaty: {party: true}, initial: {confirmed_km2: 2, suspected_km2: 3}, "
    "programme: {capacity_km2_per_year: 1}}]\n";

/// A study with these changes of its first strategy and its first future.
std::string study(std::string const& strategy, std::string const& future,
                  std::string const& target = "{by: 2030, states_complete: 1}") {
  return "format: 1\nbase: base.yaml\ntarget: " + target +
         "\nstrategies: [{name: One, changes: " + strategy + "}, {name: Two}]\n" +
         "futures: [{name: First, changes: " + future + "}, {name: Second}]\n";
}

StudyResult read(std::string const& text) {
  return read_study("s/study.yaml",
                    testing::text_files({{"s/study.yaml", text}, {"s/base.yaml", base}}));
}

TEST(ReadStudy, makes_a_scenario_of_each_strategy_in_each_future) {
  auto const result = read(study("{funding: {recipients: {XXA: [{add_musd: 5}]}}}",
                                 "{security: {XXA: [{regime: conflict}]}}"));
  ASSERT_TRUE(result) << result.problems.text();
  auto const& read_study = *result;
  EXPECT_EQ(read_study.id, "study");
  EXPECT_EQ(read_study.name, "study");
  EXPECT_EQ(read_study.base.id, "base");
  ASSERT_EQ(read_study.cells.size(), 4U);
  EXPECT_EQ(read_study.cell(0, 0).name, "One / First");
  EXPECT_EQ(read_study.cell(0, 0).security.size(), 1U);
  EXPECT_EQ(read_study.cell(0, 1).security.size(), 0U);
  EXPECT_EQ(read_study.cell(1, 0).security.size(), 1U);
  auto const& levers = read_study.cell(0, 1).funding.recipients.at("XXA");
  ASSERT_EQ(levers.size(), 1U) << "lists of the base are replaced";
  EXPECT_EQ(levers[0].shape, FundingShape::add_musd);
  EXPECT_EQ(read_study.cell(1, 1).funding.recipients.at("XXA")[0].value, 0.1);
}

TEST(ReadStudy, joins_the_lists_of_a_strategy_and_a_future) {
  auto const result = read(study("{funding: {recipients: {XXA: [{add_musd: 5}]}}}",
                                 "{funding: {recipients: {XXA: [{change: -50%}]}}}"));
  ASSERT_TRUE(result) << result.problems.text();
  auto const& levers = result->cell(0, 0).funding.recipients.at("XXA");
  ASSERT_EQ(levers.size(), 2U);
  EXPECT_EQ(levers[0].shape, FundingShape::add_musd);
  EXPECT_EQ(levers[1].value, -0.5);
}

TEST(ReadStudy, takes_the_scenarios_as_a_file_that_extends_the_base_says_them) {
  auto const changes = "{parameters: {maturity_penalty: 0.2}}";
  auto const result = read(study(changes, "{survey: {XXA: [{intensity: 2}]}}"));
  ASSERT_TRUE(result) << result.problems.text();
  auto const files = testing::text_files(
      {{"s/base.yaml", base},
       {"s/same.yaml",
        "extends: base.yaml\nparameters: {maturity_penalty: 0.2}\nsurvey: {XXA: [{intensity: 2}]}\n"}});
  auto const same = read_scenario("s/same.yaml", files);
  ASSERT_TRUE(same) << same.problems.text();
  auto const& cell = result->cell(0, 0);
  EXPECT_EQ(cell.parameters.size(), same->parameters.size());
  EXPECT_EQ(cell.survey.at("XXA")[0].intensity, same->survey.at("XXA")[0].intensity);
  EXPECT_EQ(cell.seed, same->seed);
  EXPECT_EQ(cell.states.size(), same->states.size());
}

TEST(ReadStudy, refuses_what_a_strategy_and_a_future_both_give) {
  auto const result =
      read(study("{parameters: {maturity_penalty: {low: 0.1, best: 0.2, high: 0.3}}}",
                 "{parameters: {maturity_penalty: {low: 0.2, best: 0.3, high: 0.4}}}"));
  EXPECT_EQ(result.problems.count(), 1U) << result.problems.text();
  EXPECT_NE(
      result.problems.text().find(
          "parameters.maturity_penalty.low is given by the future 'First' and by the strategy 'One'"),
      std::string::npos)
      << result.problems.text();
}

TEST(ReadStudy, finds_all_problems_at_once) {
  auto const result =
      read(study("{fundng: {}}", "{origin: 2020}", "{by: 2070, states_complete: 3, state: XXA}"));
  auto const text = testing::lines_of(result.problems);
  for (std::string const words :
       {"Did you mean 'funding'?", "origin must be the same in all", "not by both"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
}

TEST(ReadStudy, holds_the_target_against_the_base) {
  auto const text = testing::lines_of(read(study("{}", "{}", "{by: 2070, state: XXB}")).problems);
  EXPECT_NE(text.find("outside the simulated years of the base, 2025 to 2060"), std::string::npos);
  EXPECT_NE(text.find("not among the states of the base. Did you mean 'XXA'?"), std::string::npos)
      << text;
}

TEST(ReadStudy, is_checked_like_any_other_file) {
  auto const files =
      testing::text_files({{"s/study.yaml", study("{fundng: {}}", "{}")}, {"s/base.yaml", base}});
  EXPECT_EQ(check_file("s/study.yaml", files).count(), 1U);
}

TEST(RememberedFiles, are_read_and_parsed_once) {
  int reads = 0;
  int parses = 0;
  auto plain = testing::text_files({{"a.yaml", "a: 1\n"}});
  Files const counting{
      .read =
          [&, read = plain.read](std::string const& path) {
            ++reads;
            return read(path);
          },
      .list = plain.list,
      .parse =
          [&, parse = plain.parse](std::string_view bytes, std::string const& file) {
            ++parses;
            return parse(bytes, file);
          }};
  auto const files = remembered(counting);
  for (int k = 0; k < 3; ++k) {
    EXPECT_EQ(files.read("a.yaml"), "a: 1\n");
    EXPECT_FALSE(files.read("b.yaml"));
    EXPECT_EQ(files.parse("a: 1\n", "a.yaml")->find("a")->text, "1");
  }
  EXPECT_EQ(reads, 2);
  EXPECT_EQ(parses, 1);
}

}  // namespace
}  // namespace minefree::config
