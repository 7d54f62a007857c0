#include <minefree/report/survey_report.hpp>

#include <gtest/gtest.h>

namespace minefree::report {
namespace {

Provenance baseline() {
  Provenance provenance;
  provenance.origin = 2024;
  provenance.horizon = 2060;
  return provenance;
}

StateSurvey angola() {
  StateSurvey state{.code = "AGO", .name = "Angola", .value = StateSurveyValue{}};
  auto& value = *state.value;
  value.range = p10_to_p90;
  value.width = {.value = 14.2, .standard_error = 0.2};
  value.completed_share = 0.9;
  SurveyValueAt at{.musd = 5};
  at.narrowing.back().years = {.value = 2.3, .standard_error = 0.1};
  value.at.push_back(at);
  return state;
}

TEST(SurveySentence, says_from_what_to_what_the_date_narrows) {
  EXPECT_EQ(
      sentence_of(angola(), 0, baseline()),
      "5 million USD of survey in Angola narrows P10 to P90 of the completion date from 14.2 to 11.9 "
      "years.");
}

TEST(SurveySentence, does_not_sell_chance_as_a_finding) {
  auto state = angola();
  state.value->at[0].narrowing.back().years = {.value = 0.3, .standard_error = 0.2};
  EXPECT_EQ(
      sentence_of(state, 0, baseline()),
      "5 million USD of survey in Angola does not measurably narrow P10 to P90 of the completion "
      "date: 14.2 years.");
}

TEST(SurveySentence, says_when_p90_lies_beyond_the_horizon) {
  auto state = angola();
  state.value->range = p10_to_p50;
  EXPECT_NE(
      sentence_of(state, 0, baseline())
          .find(
              "P10 to P50 of the completion date (P90 is too near the horizon 2060 or beyond it)"),
      std::string::npos);
  state.value->range.reset();
  state.value->completed_share = 0.14;
  EXPECT_EQ(
      sentence_of(state, 0, baseline()),
      "What 5 million USD of survey in Angola narrows is not measurable within the horizon 2060: only "
      "14 % of futures complete by then.");
}

TEST(SurveySentence, gives_the_reason_of_a_refusal) {
  StateSurvey const state{.code = "MMR",
                          .name = "Myanmar",
                          .reasons = {"no figure of mined area exists, for any year"}};
  EXPECT_EQ(sentence_of(state, 0, baseline()),
            "For Myanmar no number can be given: no figure of mined area exists, for any year.");
}

TEST(SurveyTable, tells_where_a_baseline_survey_is_missing) {
  SurveyReport report{.provenance = baseline(), .name = "Today's course", .musd = {5}};
  report.states = {angola(),
                   {.code = "MMR",
                    .name = "Myanmar",
                    .status = StateStatus::not_estimable,
                    .reasons = {"no figure of mined area"},
                    .needs = {"access", "survey"}},
                   {.code = "CYP",
                    .name = "Cyprus",
                    .status = StateStatus::not_estimable,
                    .reasons = {"cannot be entered"},
                    .needs = {"access"}}};
  auto const text = to_table(report, {.columns = 120, .colour = false, .scenario_path = {}});
  auto const waiting = text.find("a baseline survey is worth most here");
  auto const others = text.find("survey alone would not change that");
  ASSERT_NE(waiting, std::string::npos);
  ASSERT_NE(others, std::string::npos);
  EXPECT_LT(text.find("Myanmar"), others);
  EXPECT_GT(text.find("Cyprus"), others);
}

}  // namespace
}  // namespace minefree::report
