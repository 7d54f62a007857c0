#include <minefree/report/plan_report.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

using minefree::testing::published;

/// 12 km2 of confirmed land at a certain capacity of 1.5 km2 a year, and a plan for it.
StateData planning_state() {
  auto state = minefree::testing::simple_state("XXP", {.confirmed_km2 = 12}, 1.5);
  state.name = "Example";
  state.history = {
      {.year = 2018, .cleared_km2 = 1, .cancelled_km2 = 0.5, .source = published(2019, "old")},
      {.year = 2022, .released_km2 = 0, .source = published(2023, "quiet")},
      {.year = 2024, .confirmed_km2 = 12, .released_km2 = 0.9, .source = published(2025, "book")}};
  auto stated = published(2023, "plan");
  stated.reason = "as printed";
  state.plans = {{.published = 2023,
                  .stated_completion = Date{2029, 12, 31},
                  .planned_km2_per_year = 2,
                  .cost_musd = 40,
                  .source = stated}};
  return state;
}

PlanReport report_of(Scenario const& scenario) {
  auto const plan = make_plan(scenario);
  auto const summary =
      summarise(scenario, plan, run(plan, {0, scenario.trajectories}), {"0.1.0", "abc"});
  return report_plans(scenario, plan, summary);
}

Scenario one_plan() {
  auto scenario = minefree::testing::certain_scenario_of({planning_state()});
  scenario.name = "A plan";
  return scenario;
}

TEST(PlanReport, text_of_a_state_is_read_in_ten_seconds) {
  auto const text = to_text(report_of(one_plan()), {.columns = 100, .scenario_path = "mine.yaml"});
  EXPECT_EQ(
      text,
      "Example plans to finish by the end of 2029; it does so in none of 1,000 futures. That needs 2.40 km2\n"
      "a year from 2025 on, 1.6 times its best year (1.50 in 2018). It finishes by 2033 in four of five\n"
      "futures.\n"
      "\n"
      "  own plan      2029-12-31       2023, plan: as printed\n"
      "  stated cost   40.0 MUSD        2023, plan: as printed\n"
      "  plan met      0 %              of 1,000 futures\n"
      "  mined land    12.0 km2         2024, book\n"
      "  planned pace  2.00 km2 a year  1.3 times the best year; 2023, plan: as printed\n"
      "  needed pace   2.40 km2 a year  to meet the date from 2025 on\n"
      "  best year     1.50 km2 a year  2018; 0.50 km2 of it cancelled by survey\n"
      "  mean pace     0.45 km2 a year  newest reported years: 2022 and 2024\n"
      "  leads to      2030             at the planned pace\n"
      "  leads to      2051             at the mean pace (straight line)\n"
      "  P50           2033             complete by then in half of futures\n"
      "  P80           2033             in four of five\n"
      "\n"
      "Met: share of futures that are complete by the state's own date. Needed: newest stock / years from\n"
      "  the end of its year to that date. Best and mean: of all and of the newest three reported years,\n"
      "  with land that survey cancelled. Straight line: where the planned and the mean pace lead, from the\n"
      "  end of the stock's year. P50, P80: complete by then in 5 and 8 of 10 futures; >2060 is not within\n"
      "  the horizon. * rests on judgement or given values alone (prior).\n"
      "A plan: figures up to 2024, 1,000 futures, seed 1.\n"
      "Every number and its source: minefree explain mine.yaml XXP\n");
}

TEST(PlanReport, a_sentence_says_how_likely_the_plan_is_and_what_it_would_take) {
  auto plan = report_of(one_plan()).states.front();
  Provenance const provenance{.trajectories = 1000, .origin = 2024, .horizon = 2060};
  auto const with = [&](double met) {
    plan.probability_met = met;
    return sentence_of(plan, provenance);
  };
  EXPECT_NE(with(0.141).find("by the end of 2029; in 86 % of futures it does not."),
            std::string::npos)
      << with(0.141);
  EXPECT_NE(with(0.004).find("in more than 99 % of futures it does not"), std::string::npos);
  EXPECT_NE(with(0.7).find("in 70 % of futures it does."), std::string::npos);
  EXPECT_NE(with(1).find("in every future it does"), std::string::npos);

  plan.stated_completion = Date{2027, 3, 1};
  plan.needed_to_best_year = 1.02;
  EXPECT_NE(with(0.1).find("by 1 March 2027;"), std::string::npos);
  EXPECT_NE(with(0.1).find("as much as its best year"), std::string::npos);
  plan.needed_to_best_year = 0.5;
  plan.best_year_cancelled_km2 = 1.4;
  EXPECT_NE(with(0.1).find("50 % of its best year (1.50 in 2018, 93 % of it cancelled by survey)"),
            std::string::npos);
  plan.p80.reset();
  EXPECT_NE(with(0.1).find("in more than one of five it is not finished by 2060"),
            std::string::npos);
  plan.p50.reset();
  EXPECT_NE(with(0.1).find("In more than half of futures it is not finished by 2060."),
            std::string::npos);
  plan.probability_met.reset();
  EXPECT_NE(sentence_of(plan, provenance).find("that lies beyond the horizon 2060"),
            std::string::npos);
}

TEST(PlanReport, a_date_that_has_passed_is_said_to_have) {
  auto scenario = one_plan();
  scenario.states.front().plans.front().stated_completion = Date{2024, 12, 31};
  auto const report = report_of(scenario);
  EXPECT_FALSE(report.states.front().needed_km2_per_year);
  EXPECT_NE(sentence_of(report.states.front(), report.provenance).find("and that day has passed."),
            std::string::npos);
  EXPECT_NE(to_table(report, {}).find("passed"), std::string::npos);
}

TEST(PlanReport, table_puts_the_likeliest_plan_first_and_tells_why_others_are_missing) {
  auto late = planning_state();
  auto soon = planning_state();
  auto none = planning_state();
  soon.code = "XXS";
  soon.name = "Sooner";
  soon.plans.front().stated_completion = Date{2040, 12, 31};
  none.code = "XXN";
  none.name = "Without";
  none.plans.clear();
  auto refused = testing::refused_state();
  auto refused_with_plan = refused;
  refused_with_plan.code = "XXQ";
  refused_with_plan.name = "Planner";
  refused_with_plan.plans = late.plans;
  auto const report = report_of(
      minefree::testing::certain_scenario_of({late, soon, none, refused, refused_with_plan}));
  auto const table = to_table(report, {.columns = 120, .scenario_path = "mine.yaml"});
  EXPECT_NE(
      table.find(
          "Of 2 own plans, 1 is met in more than half of futures and 1 in fewer than one in ten. 1 would"),
      std::string::npos)
      << table;
  EXPECT_LT(table.find("Sooner"), table.find("Example"));
  EXPECT_NE(table.find("  Without  P50 2033, P80 2033"), std::string::npos);
  EXPECT_NE(table.find("  Planner  2029-12  nobody has looked"), std::string::npos);
  EXPECT_NE(table.find("  DR Refused  nobody has looked"), std::string::npos);
}

TEST(PlanReport, of_nothing_that_can_be_judged_still_gives_the_reasons) {
  auto const report = report_of(minefree::testing::certain_scenario_of({testing::refused_state()}));
  EXPECT_FALSE(report.states.front().judged());
  EXPECT_NE(to_table(report, {}).find("nobody has looked"), std::string::npos);
  EXPECT_TRUE(sentence_of(report.states.front(), report.provenance)
                  .ends_with("known at the origin 2024. No date can be given: nobody has looked."));
}

TEST(PlanReport, gives_no_straight_line_to_a_state_that_gets_no_date) {
  auto state = planning_state();
  state.status = {.kind = StatusKind::not_estimable, .reasons = {"nobody has looked"}};
  auto const text = to_text(report_of(minefree::testing::certain_scenario_of({state})), {});
  EXPECT_NE(text.find("mined land    12.0 km2"), std::string::npos);
  EXPECT_EQ(text.find("leads to"), std::string::npos);
  EXPECT_EQ(text.find("needed pace"), std::string::npos);
}

TEST(PlanReport, json_and_csv_say_the_same) {
  auto const report = report_of(one_plan());
  auto const json = nlohmann::json::parse(to_json(report));
  auto const& state = json["states"][0];
  EXPECT_EQ(state["plan"]["stated_completion"], "2029-12-31");
  EXPECT_EQ(state["plan"]["stated_in"]["source"], "plan");
  EXPECT_EQ(state["plan"]["probability_met"], 0);
  EXPECT_EQ(state["needed_km2_per_year"], 2.4);
  EXPECT_EQ(state["best_year"]["year"], 2018);
  EXPECT_EQ(state["remaining_over_planned"], 2031);
  auto const csv = to_csv(report);
  EXPECT_TRUE(csv.starts_with(
      "state,result,value\nXXP,stated_completion_year,2030\nXXP,probability_met,0\n"));
  EXPECT_NE(csv.find("XXP,needed_km2_per_year,2.4\n"), std::string::npos);
}

}  // namespace
}  // namespace minefree::report
