#include <minefree/report/inputs.hpp>

#include <gtest/gtest.h>

#include <minefree/report/explanation.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

ExplainedNumber number(std::string kind, std::optional<int> year = {}, bool used = true) {
  ExplainedNumber number;
  number.section = year ? reported_history : "Parameters in force";
  number.kind = std::move(kind);
  number.year = year;
  number.used = used;
  return number;
}

TEST(Inputs, are_counted_by_kind_and_only_when_used) {
  Explanation explanation;
  explanation.origin = 2024;
  explanation.numbers = {number("data", 2020), number("data", 2022), number("data", 2026, false),
                         number("prior"),      number("prior"),      number("prior", {}, false),
                         number("literature"), number("calibrated"), number("estimated from data"),
                         number("lever"),      number("scenario")};
  auto const inputs = inputs_of(explanation);
  EXPECT_EQ(inputs.reported, 2);
  EXPECT_EQ(inputs.prior, 2);
  EXPECT_EQ(inputs.literature, 1);
  EXPECT_EQ(inputs.calibrated, 1);
  EXPECT_EQ(inputs.estimated, 1);
  EXPECT_EQ(inputs.scenario, 2);
  EXPECT_EQ(inputs.newest_report_year, 2022);
  EXPECT_EQ(inputs.newest_report_age_years, 2);
}

TEST(Inputs, of_a_state_given_whole_have_no_report) {
  auto const summary = testing::summary_of(testing::closed_form_and_refused());
  EXPECT_EQ(summary.states.front().inputs.reported, 0);
  EXPECT_GT(summary.states.front().inputs.scenario, 0);
  EXPECT_FALSE(summary.states.front().inputs.newest_report_year);
  EXPECT_FALSE(summary.states.front().inputs.newest_report_age_years);
}

}  // namespace
}  // namespace minefree::report
