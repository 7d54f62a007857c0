#include <minefree/report/table.hpp>

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include <minefree/report/columns.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

std::string table_of(Scenario const& scenario, int columns = 120) {
  return to_table(testing::summary_of(scenario),
                  {.columns = columns, .scenario_path = "mine.yaml"});
}

int widest_line(std::string const& text) {
  std::istringstream lines(text);
  int widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, width_of(line));
  return widest;
}

TEST(Table, answers_first_and_explains_after) {
  EXPECT_EQ(
      table_of(testing::closed_form_and_refused()),
      "A closed form\n"
      "\n"
      "In this scenario about 1 of 2 states complete by 2040 (80 %: 1 to 1).\n"
      "By 2030 it is 0 (0 to 0). For 1 of the 2 no date can be given; they are counted as not complete.\n"
      "\n"
      "            Mined land  Complete by  Completion year     Article 5   Own  Straight\n"
      "State        km2 as of   2030  2040    P10  P50  P90  deadline met  plan      line\n"
      "Example  *   120 given    0 % 100 %   2038 2038 2038   2030-03 0 %  2038         -\n"
      "\n"
      "No date can be given for\n"
      "  DR Refused  nobody has looked\n"
      "\n"
      "P10, P50, P90: complete by then in 1, 5 and 9 of 10 futures; >2060 is not within the horizon. Article 5: "
      "deadline in\n"
      "  force and chance to meet it. Own plan: date the state names. Straight line: area left / mean release of "
      "three years.\n"
      "* rests on judgement or given values alone (prior).\n"
      "Figures up to 2024. 1,000 futures, seed 1.\n"
      "Every number and its source: minefree explain mine.yaml XXA\n");
}

TEST(Table, never_is_wider_than_the_terminal_or_120_columns) {
  auto scenario = minefree::testing::realistic_scenario();
  scenario.trajectories = 100;
  for (auto& state : scenario.states) state.name = "A state with quite a long name " + state.code;
  EXPECT_LE(widest_line(table_of(scenario, 500)), 120);
  for (int const columns : {120, 100, 90})
    EXPECT_LE(widest_line(table_of(scenario, columns)), columns);
}

// A projection never stands without the state's own plan and the straight line.
TEST(Table, gives_up_the_deadline_first_and_keeps_dates_and_plain_figures) {
  auto scenario = minefree::testing::realistic_scenario();
  scenario.trajectories = 100;
  auto const heading = [](std::string const& table) {
    return table.substr(0, table.find("Nearly done"));
  };
  EXPECT_NE(heading(table_of(scenario, 120)).find("Article 5"), std::string::npos);
  auto const narrow = heading(table_of(scenario, 62));
  EXPECT_EQ(narrow.find("Article 5"), std::string::npos);
  for (auto const* kept : {"P50", "plan", "line"})
    EXPECT_NE(narrow.find(kept), std::string::npos) << kept;
}

TEST(Table, states_stand_in_the_order_of_their_median_date) {
  using minefree::testing::simple_state;
  auto scenario = minefree::testing::certain_scenario_of(
      {simple_state("XXA", {.confirmed_km2 = 90}, 1), simple_state("XXB", {.confirmed_km2 = 10}, 1),
       simple_state("XXC", {.confirmed_km2 = 5}, 1)});
  for (auto& state : scenario.states) state.name = "Name of " + state.code;
  auto const table = table_of(scenario);
  EXPECT_LT(table.find("Name of XXC"), table.find("Name of XXB"));
  EXPECT_LT(table.find("Name of XXB"), table.find("Name of XXA"));
  EXPECT_NE(table.find(">2060"), std::string::npos);
}

TEST(Table, a_straight_line_of_reported_zeros_never_ends) {
  auto scenario = testing::closed_form_and_refused();
  scenario.states[0].history = {{.year = 2024, .contamination_km2 = 36, .released_km2 = 0}};
  EXPECT_NE(table_of(scenario).find("2038     never\n"), std::string::npos);
}

TEST(Table, shows_what_was_reported_since_when_it_looks_back) {
  auto scenario = testing::closed_form_and_refused();
  scenario.states[0].history = {
      {.year = 2025, .contamination_km2 = 36.2, .source = minefree::testing::published(2026)}};
  EXPECT_EQ(table_of(scenario).find("Reported since"), std::string::npos);
  scenario.source_years = {{"later", scenario.origin + 5}};
  EXPECT_NE(table_of(scenario).find("36.2 (2025)"), std::string::npos);
  scenario.states[0].status = {.kind = StatusKind::declared, .declared = Date{2027, 5, 1}};
  EXPECT_NE(table_of(scenario).find("done 2027-05"), std::string::npos);
}

TEST(Table, of_refused_states_alone_has_reasons_and_no_columns) {
  auto scenario = minefree::testing::certain_scenario_of({testing::refused_state()});
  auto const table = table_of(scenario);
  EXPECT_NE(table.find("nobody has looked"), std::string::npos);
  EXPECT_EQ(table.find("P50"), std::string::npos);
}

TEST(Table, has_colour_only_when_asked_to) {
  auto const summary = testing::summary_of(testing::closed_form_and_refused());
  EXPECT_EQ(to_table(summary, {}).find('\033'), std::string::npos);
  EXPECT_NE(to_table(summary, {.colour = true}).find('\033'), std::string::npos);
}

}  // namespace
}  // namespace minefree::report
