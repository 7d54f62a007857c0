#include <minefree/report/html/page.hpp>

#include <gtest/gtest.h>

#include <algorithm>

#include <minefree/report/html/phrases.hpp>
#include <minefree/report/html/sections.hpp>
#include <minefree/report/json.hpp>
#include <minefree/report/report_facts.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

SavedRun a_report() {
  auto const scenario = testing::closed_form_and_refused();
  auto const plan = make_plan(scenario);
  auto const ensemble = run(plan, {0, scenario.trajectories});
  SavedRun report{.summary = summarise(scenario, plan, ensemble, {"0.1.0", "abc"}), .facts = {}};
  report.facts = report_facts(scenario, plan, ensemble, report.summary,
                              {.based = BaseChanges{.base = "base.yaml", .changes = {"a: 1 -> 2"}},
                               .asked = {.states = {"XXA"}, .targets = {2031}},
                               .titles = {}});
  return report;
}

Outcome<SavedRun> read_again(SavedRun const& saved) {
  return read_saved_run({.path = "summary.json", .text = to_json(saved.summary)},
                        {.path = "report.json", .text = to_json(saved.facts, saved.summary)});
}

TEST(SavedRun, is_read_as_it_was_written) {
  auto const report = a_report();
  auto const again = read_again(report);
  ASSERT_TRUE(again) << again.problems.text();
  EXPECT_EQ(to_json(again->summary), to_json(report.summary));
  EXPECT_EQ(to_json(again->facts, again->summary), to_json(report.facts, report.summary));
  EXPECT_EQ(html::report_page(again->summary, again->facts),
            html::report_page(report.summary, report.facts));
}

TEST(SavedRun, says_all_that_is_wrong_at_once) {
  auto report = a_report();
  report.summary.states.front().projection->remaining_km2.p95.pop_back();
  report.summary.world.p10.pop_back();
  auto const again = read_again(report);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.problems.count(), 2U) << again.problems.text();
}

TEST(SavedRun, a_target_outside_of_the_run_is_refused) {
  auto report = a_report();
  report.summary.targets = {2090};
  EXPECT_FALSE(read_again(report));
}

TEST(SavedRun, numbers_that_do_not_fit_are_refused) {
  auto const report = a_report();
  auto text = to_json(report.summary);
  auto const at = text.find("\"estimable\":true");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, 16, "\"estimable\":3e9 ");
  EXPECT_FALSE(read_saved_run({"summary.json", text},
                              {"report.json", to_json(report.facts, report.summary)}));
}

TEST(ReportFacts, ten_futures_are_as_likely_as_one_another_and_rise) {
  auto const report = a_report();
  ASSERT_EQ(report.facts.ten_futures.size(), report.summary.targets.size());
  for (auto const& [target, complete] : report.facts.ten_futures) {
    EXPECT_EQ(complete.size(), 10U);
    EXPECT_TRUE(std::ranges::is_sorted(complete));
  }
}

TEST(ReportPage, the_command_is_safe_to_type_whatever_the_scenario_is_called) {
  auto report = a_report();
  report.summary.provenance.scenario = "a;touch X";
  EXPECT_TRUE(html::command_again(report.summary, report.facts)
                  .starts_with("minefree report 'a;touch X.yaml' --seed 1 "));
  auto const page = html::report_page(report.summary, report.facts);
  EXPECT_EQ(page.find("explain a;touch"), std::string::npos);
  EXPECT_EQ(page.find("report a;touch"), std::string::npos);
}

TEST(ReportPage, rows_of_states_know_their_headings_for_a_narrow_page) {
  auto const report = a_report();
  auto const page = html::report_page(report.summary, report.facts);
  EXPECT_NE(page.find("<div class=\"scroll cards wide\""), std::string::npos);
  EXPECT_NE(page.find("data-label=\"Why no date can be given\">nobody has looked"),
            std::string::npos);
}

TEST(ReportPage, holds_what_it_is_to_say) {
  auto const report = a_report();
  auto const page = html::report_page(report.summary, report.facts);
  for (auto const* const part :
       {"<html lang=\"en\">", "<title>A closed form</title>",
        "Against base.yaml, which it extends:", "a: 1 -&gt; 2", "nobody has looked", "id=\"XXA\"",
        "own plan 2038-12", "deadline 2030-03", "P50 2038", "P80 2038",
        "minefree report closed.yaml --seed 1 --trajectories 1000 --state XXA --target 2031"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
  EXPECT_NE(page.find(html::made_by), std::string::npos);
  EXPECT_LT(page.find(html::made_by), 1000U);  // where the command line looks for it
}

TEST(Phrases, shares_are_told_in_futures) {
  EXPECT_EQ(html::of_futures(0), "none");
  EXPECT_EQ(html::of_futures(1), "all");
  EXPECT_EQ(html::of_futures(0.004), "fewer than 1 of 100");
  EXPECT_EQ(html::of_futures(0.996), "more than 99 of 100");
  EXPECT_EQ(html::of_futures(0.31), "3 of 10");
  EXPECT_EQ(html::of_futures(0.17), "17 of 100");
  EXPECT_EQ(html::of_futures(0.03), "3 of 100");
}

TEST(Phrases, a_date_beyond_the_horizon_is_never) {
  EXPECT_EQ(html::year_or_never(std::nullopt, 2060), "never within the horizon (2060)");
  EXPECT_EQ(html::year_or_never(2031.0, 2060), "2030");
  EXPECT_EQ(html::day_in_words("2030-03-01"), "1 March 2030");
}

TEST(Phrases, telling_years_hold_targets_and_the_horizon) {
  auto report = a_report();
  report.summary.targets = {2033};
  auto const years = html::telling_years(report.summary);
  EXPECT_EQ(years.front(), 2025);
  EXPECT_EQ(years.back(), report.summary.provenance.horizon);
  EXPECT_NE(std::ranges::find(years, 2033), years.end());
  EXPECT_EQ(std::ranges::find(years, 2034), years.end());
}

}  // namespace
}  // namespace minefree::report
