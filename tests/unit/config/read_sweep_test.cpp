#include <minefree/config/read_sweep.hpp>

#include <string>

#include <gtest/gtest.h>

#include <minefree/config/tree_path.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

std::string const base =
    "format: 1\norigin: 2024\nhorizon: 2060\ntrajectories: 100\nseed: 1\n"
    "states: [{code: XXA, name: A, treaty: {party: true}, initial: {confirmed_km2: 2, suspected_km2: 3}, "
    "programme: {capacity_km2_per_year: 1}, funding: {international_musd: 5, national_musd: 1}}]\n";

std::string const money = "{name: money, path: funding.world.0.change, low: -50%, high: 0.5}";

std::string sweep(std::string const& parameters, std::string const& more = "") {
  return "format: 1\nbase: base.yaml\nchanges: {funding: {world: [{change: 0%}]}}\n"
         "parameters: [" +
         parameters + "]\n" +
         (more.find("design") == std::string::npos ? "design: {method: lhs, n: 4}\n" : "") +
         (more.find("outputs") == std::string::npos
              ? "outputs: [{result: states_complete, by: 2030}]\n"
              : "") +
         more;
}

SweepOutcome read(std::string const& text, std::string const& csv = "") {
  return read_sweep(
      "s/sweep.yaml",
      testing::text_files({{"s/sweep.yaml", text}, {"s/base.yaml", base}, {"s/points.csv", csv}}));
}

std::string problems_of(std::string const& text, std::string const& csv = "") {
  return read(text, csv).problems.text();
}

bool says(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

TEST(ReadSweep, knows_what_varies_and_what_is_noted) {
  auto const result = read(sweep(
      money +
          ", {name: penalty, path: [parameters.maturity_penalty], low: 0.1, high: 0.9, scale: log}",
      "trajectories: 50\nseed: 7\n"));
  ASSERT_TRUE(result) << result.problems.text();
  EXPECT_EQ(result->id, "sweep");
  EXPECT_EQ(result->base.trajectories, 50U);
  EXPECT_EQ(result->base.seed, 7U);
  EXPECT_EQ(result->base.id, "base");
  ASSERT_EQ(result->parameters.size(), 2U);
  EXPECT_EQ(result->parameters[0].low, -0.5);
  EXPECT_EQ(result->parameters[1].scale, SweepScale::log);
  EXPECT_EQ(column_of(result->outputs[0]), "states_complete_by_2030");
}

TEST(ReadSweep, makes_the_scenario_of_a_point) {
  auto const text =
      sweep(money + ", {name: penalty, path: parameters.maturity_penalty, low: 0, high: 1}");
  auto const files = testing::text_files({{"s/sweep.yaml", text}, {"s/base.yaml", base}});
  auto const result = read_sweep("s/sweep.yaml", files);
  ASSERT_TRUE(result) << result.problems.text();
  PointReader const points(result, files, "");
  auto const scenario = points.at({-0.25, 0.75});
  ASSERT_TRUE(scenario) << scenario.problems.text();
  EXPECT_EQ(scenario->funding.world[0].value, -0.25);
  ASSERT_EQ(scenario->parameters.size(), 1U);
  EXPECT_EQ(scenario->parameters[0].id, Parameter::maturity_penalty);
  EXPECT_EQ(points.at({0.25, 0})->funding.world[0].value, 0.25) << "each point from the base anew";
}

TEST(ReadSweep, refuses_a_path_that_leads_nowhere) {
  EXPECT_TRUE(
      says(problems_of(sweep("{name: a, path: funding.world.3.change, low: 0, high: 1}")),
           "the path 'funding.world.3.change' leads nowhere: funding.world has 1 entry, counted "
           "from 0. Give the list in 'changes'."));
  EXPECT_TRUE(
      says(problems_of(sweep("{name: a, path: funding.donors.USA.0.change, low: 0, high: 1}")),
           "there is no list funding.donors.USA. Give it in 'changes'."));
  EXPECT_TRUE(
      says(problems_of(sweep("{name: a, path: parameters.maturity_penaltie, low: 0, high: 1}")),
           "Did you mean 'maturity_penalty'?"));
  EXPECT_TRUE(says(problems_of(sweep("{name: a, path: seed, low: 0, high: 1}")),
                   "'seed' must be the same at all points. Vary something else."));
}

TEST(ReadSweep, refuses_ends_that_no_scenario_may_have) {
  auto const text =
      problems_of(sweep("{name: a, path: funding.world.0.change, low: -200%, high: 0}"));
  EXPECT_TRUE(says(text, "s/sweep.yaml:4:")) << "at the end itself: " << text;
  EXPECT_TRUE(says(problems_of(sweep("{name: a, path: funding.world.0.change, low: 1, high: 1}")),
                   "high is 1, and low is 1. Let low be below high."));
  EXPECT_TRUE(
      says(problems_of(
               sweep("{name: a, path: parameters.maturity_penalty, low: 0, high: 1, scale: log}")),
           "low is 0, and a log scale starts above 0."));
  EXPECT_TRUE(says(problems_of(sweep("{name: a, path: funding.world.0.change, low: 0}")),
                   "this parameter has no 'high'."));
}

TEST(ReadSweep, refuses_a_design_that_is_none) {
  EXPECT_TRUE(says(problems_of(sweep(money, "design: {method: sobol, n: 100}\n")),
                   "a Sobol sequence is balanced for powers of 2 only"));
  EXPECT_TRUE(
      says(problems_of(sweep(money, "design: {n: 100}\n")), "does not say where its points lie"));
  EXPECT_TRUE(
      says(problems_of(sweep(money, "design: {method: lhs}\n")), "does not say how many points"));
  EXPECT_TRUE(says(problems_of(sweep(money, "design: {method: morris, n: 4, levels: 5}\n")),
                   "Write an even number"));
  EXPECT_TRUE(says(
      problems_of(sweep(money + ", {name: b, path: parameters.maturity_penalty, low: 0, high: 1}",
                        "design: {method: grid, n: 2000}\n")),
      "more than 1,000,000 points"));
}

TEST(ReadSweep, refuses_outputs_that_say_too_little_or_too_much) {
  EXPECT_TRUE(says(problems_of(sweep(money, "outputs: [{result: probability, by: 2030}]\n")),
                   "probability needs the state it is of"));
  EXPECT_TRUE(
      says(problems_of(sweep(money, "outputs: [{result: never_share, state: XXA, by: 2030}]\n")),
           "never_share is of no year"));
  EXPECT_TRUE(says(problems_of(sweep(money, "outputs: [{result: states_complete, by: 2090}]\n")),
                   "by is 2090, outside the simulated years of the base, 2025 to 2060"));
  EXPECT_TRUE(
      says(problems_of(sweep(money, "outputs: [{result: probability, state: XXB, by: 2030}]\n")),
           "state is XXB, which is not among the states of the base. Did you mean 'XXA'?"));
  EXPECT_TRUE(says(problems_of(sweep(money,
                                     "outputs: [{result: states_complete, by: 2030}, "
                                     "{result: states_complete, by: 2030}]\n")),
                   "states_complete_by_2030 is among the outputs twice"));
  EXPECT_TRUE(
      says(problems_of(sweep(money + ", " + money)), "money is among the parameters twice"));
}

TEST(ReadSweep, refuses_what_would_hide_something) {
  EXPECT_TRUE(says(
      problems_of(sweep(money + ", {name: b, path: 'funding.world[0].change', low: 0, high: 1}")),
      "leads where money leads too"));
  EXPECT_TRUE(
      says(problems_of(sweep("{name: a, path: parameters.maturity_penalty, low: 0, high: 1}, "
                             "{name: b, path: parameters.maturity_penalty.best, low: 0, high: 1}")),
           "leads where a leads too"));
  EXPECT_TRUE(says(
      problems_of(sweep("{name: remaining_km2_2030, path: funding.world.0.change, low: 0, high: 1}",
                        "outputs: [{result: remaining_km2, by: 2030}]\n")),
      "'remaining_km2_2030' is the column of an output too. Rename the parameter."));
}

TEST(ReadSweep, sees_between_the_ends_where_whole_numbers_are_wanted) {
  std::string const teams = "{name: teams, path: residual.teams, low: 1, high: 3";
  EXPECT_TRUE(says(problems_of(sweep(teams + "}")), "not a whole number"));
  EXPECT_TRUE(read(sweep(teams + ", scale: whole}")))
      << problems_of(sweep(teams + ", scale: whole}"));
}

TEST(ReadSweep, refuses_a_table_that_cannot_be_analysed) {
  std::string const design = "design: {csv: points.csv}\n";
  std::string const parameter = "{name: money, path: funding.world.0.change";
  EXPECT_TRUE(says(problems_of(sweep(parameter + "}", design), "money\n0.5\n0.5\n"),
                   "money is 0.5 in every row of the table"));
  EXPECT_TRUE(says(problems_of(sweep(parameter + ", scale: log}", design), "money\n0\n0.5\n"),
                   "money has 0 in the table, and a log scale starts above 0"));
  auto const unread = problems_of(sweep(parameter + "}", design), "money\nx\n");
  EXPECT_TRUE(says(unread, "1 problem in")) << "nothing more is said of it: " << unread;
  EXPECT_TRUE(read(sweep(parameter + "}", design), "money\n0.5\n")) << "one point is a sweep too";
}

TEST(ReadSweep, is_named_where_a_scenario_is_wanted) {
  auto const files = testing::text_files({{"s/sweep.yaml", sweep(money)}, {"s/base.yaml", base}});
  EXPECT_EQ(read_scenario("s/sweep.yaml", files).problems.text(),
            "s/sweep.yaml: this is no scenario but a sweep. Run it with 'minefree sweep'.\n"
            "1 problem in s/sweep.yaml; nothing was run.\n");
}

TEST(ReadSweep, takes_its_points_from_a_table) {
  std::string const design = "design: {csv: points.csv}\n";
  auto const result = read(sweep("{name: money, path: funding.world.0.change}", design),
                           "other,money\n7,-0.5\n8,0.25\n");
  ASSERT_TRUE(result) << result.problems.text();
  EXPECT_EQ(result->table, (std::vector<std::vector<double>>{{-0.5}, {0.25}}));
  EXPECT_EQ(result->parameters[0].low, -0.5);
  EXPECT_EQ(result->parameters[0].high, 0.25);
  EXPECT_NE(result->study_sha256, read(sweep("{name: money, path: funding.world.0.change}", design),
                                       "other,money\n7,-0.5\n8,0.26\n")
                                      ->study_sha256)
      << "another table is another sweep";
  EXPECT_TRUE(
      says(problems_of(sweep(money, design), "money\nx\n"), "s/points.csv:2:1: money is 'x'"));
  EXPECT_TRUE(says(problems_of(sweep(money, design), "other\n1\n"), "money"));
  EXPECT_TRUE(says(problems_of(sweep(money, design), "money\n"), "there is no row below"));
  EXPECT_TRUE(says(problems_of(sweep(money, "design: {csv: none.csv}\n")), "which is not there"));
}

TEST(ReadSweep, is_told_from_a_scenario) {
  auto const files = testing::text_files({});
  auto const is = [&](std::string const& text) { return is_sweep(*files.parse(text, "x").value); };
  EXPECT_TRUE(is("design: {}"));
  EXPECT_TRUE(is("parameters: []"));
  EXPECT_FALSE(is("parameters: {maturity_penalty: 0.5}"));
}

TEST(TreePath, has_keys_between_points_or_in_brackets) {
  EXPECT_EQ(keys_of_path("a.b.0.c"), (std::vector<std::string>{"a", "b", "0", "c"}));
  EXPECT_EQ(keys_of_path("a.b[0].c"), keys_of_path("a.b.0.c"));
}

}  // namespace
}  // namespace minefree::config
