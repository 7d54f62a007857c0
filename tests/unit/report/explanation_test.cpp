#include <minefree/report/explanation.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include "a_run.hpp"

namespace minefree::report {
namespace {

Explanation explained(Scenario const& scenario, std::string const& code) {
  return explain(scenario, make_plan(scenario), code, {{"book", {"A book", "A house", "2024", ""}}});
}

/// The numbers of that name.
std::vector<ExplainedNumber> named(Explanation const& explanation, std::string const& name) {
  std::vector<ExplainedNumber> found;
  std::ranges::copy_if(explanation.numbers, std::back_inserter(found),
                       [&](ExplainedNumber const& number) { return number.name == name; });
  return found;
}

Scenario reported_scenario() {
  using minefree::testing::published;
  StateData state;
  state.code = "XSA";
  state.name = "Reported";
  state.baseline = Baseline::partial;
  state.treaty = {.party = true,
                  .deadlines = {{.date = {2028, 12, 31}, .granted = 2017, .source = published(2018)},
                                {.date = {2035, 12, 31}, .granted = 2028, .source = published(2028)}}};
  state.history = {{.year = 2022, .confirmed_km2 = 30, .suspected_km2 = 60, .source = published(2023, "book")},
                   {.year = 2023, .cleared_km2 = 3, .reduced_km2 = 1, .cancelled_km2 = 8, .source = published(2024, "book")},
                   {.year = 2023, .confirmed_km2 = 27, .suspected_km2 = 49, .source = published(2024, "book")},
                   {.year = 2024, .cleared_km2 = 4, .source = published(2027, "late")},
                   {.year = 2026, .confirmed_km2 = 20, .source = published(2027, "late")}};
  return minefree::testing::scenario_of({state});
}

TEST(Explanation, every_number_has_a_source_and_a_kind) {
  for (auto const& scenario : {reported_scenario(), minefree::testing::realistic_scenario(),
                               testing::closed_form_and_refused()}) {
    for (auto const& state : scenario.states) {
      auto const explanation = explained(scenario, state.code);
      EXPECT_FALSE(explanation.numbers.empty());
      for (auto const& number : explanation.numbers) {
        EXPECT_FALSE(number.source.empty()) << state.code << ' ' << number.name;
        EXPECT_FALSE(number.kind.empty()) << state.code << ' ' << number.name;
        EXPECT_FALSE(number.value.empty()) << state.code << ' ' << number.name;
      }
    }
  }
}

TEST(Explanation, tells_what_was_not_yet_known_and_that_it_is_not_used) {
  auto const explanation = explained(reported_scenario(), "XSA");
  int unused = 0;
  for (auto const& number : explanation.numbers) {
    if (number.source != "late") continue;
    EXPECT_FALSE(number.used) << number.name;
    EXPECT_NE(number.note.find("not used"), std::string::npos);
    ++unused;
  }
  EXPECT_EQ(unused, 2);
  auto const deadlines = named(explanation, "deadline");
  ASSERT_EQ(deadlines.size(), 2U);
  EXPECT_EQ(deadlines[0].note, "in force at the origin");
  EXPECT_FALSE(deadlines[1].used);
}

TEST(Explanation, tells_the_work_of_each_year_and_the_capacity_made_of_it) {
  auto const explanation = explained(reported_scenario(), "XSA");
  auto const work = named(explanation, "work_km2");
  ASSERT_FALSE(work.empty());
  EXPECT_EQ(work.front().kind, "estimated from data");
  EXPECT_EQ(named(explanation, "capacity_km2_per_year").size(), 1U);
}

TEST(Explanation, a_parameter_says_which_place_gave_it) {
  auto scenario = reported_scenario();
  scenario.parameters = {minefree::testing::given(Parameter::maturity_penalty, 0.7)};
  scenario.states.front().programme = {minefree::testing::given(Parameter::survey_preference, Spread{1, 2, 3})};
  auto const explanation = explained(scenario, "XSA");
  EXPECT_EQ(named(explanation, "maturity_penalty").front().source, "parameters of the scenario");
  EXPECT_EQ(named(explanation, "survey_preference").front().value, "2 (1 to 3)");
  EXPECT_EQ(named(explanation, "hiring_speed").front().kind, "prior");
}

TEST(Explanation, tells_what_the_scenario_changes) {
  auto scenario = reported_scenario();
  scenario.funding.world = {{.shape = FundingShape::change, .value = 0.2, .from = 2026, .to = 2030}};
  scenario.survey["XSA"] = {{.intensity = 2, .from = 2026}};
  auto const explanation = explained(scenario, "XSA");
  auto const money = named(explanation, "all international money");
  ASSERT_EQ(money.size(), 1U);
  EXPECT_EQ(money.front().value, "+20 %");
  EXPECT_EQ(money.front().unit, "2026 to 2030");
  EXPECT_EQ(named(explanation, "survey intensity").front().unit, "from 2026");
}

TEST(Explanation, names_the_titles_of_its_sources_and_no_others) {
  auto const explanation = explained(reported_scenario(), "XSA");
  ASSERT_EQ(explanation.sources.size(), 1U);
  EXPECT_EQ(explanation.sources.at("book").title, "A book");
  EXPECT_NE(to_text(explanation, 120).find("book A book. A house, 2024"), std::string::npos);
}

TEST(Explanation, a_refused_state_says_why_and_what_it_needs) {
  auto const explanation = explained(testing::closed_form_and_refused(), "XXR");
  EXPECT_FALSE(explanation.estimable);
  auto const text = to_text(explanation, 100);
  EXPECT_NE(text.find("nobody has looked"), std::string::npos);
  EXPECT_NE(text.find("What would change that: survey"), std::string::npos);
}

TEST(Explanation, text_marks_judgement) {
  auto const text = to_text(explained(reported_scenario(), "XSA"), 120);
  EXPECT_NE(text.find("*prior*"), std::string::npos);
  EXPECT_NE(text.find("not used"), std::string::npos);
}

// Once the kind stood in the value: `9.176 (6.281 to 13.406) km2 a yearestimated from data`.
TEST(Explanation, text_keeps_a_gap_after_a_wide_value) {
  Explanation explanation;
  explanation.numbers = {{.section = "Land", .name = "a", .value = "1", .unit = "km2", .year = {}, .source = "own",
                          .published = {}, .kind = "prior", .note = ""},
                         {.section = "Land", .name = "b", .value = "9.176 (6.281 to 13.406)", .unit = "km2 a year",
                          .year = {}, .source = "own", .published = {}, .kind = "estimated from data", .note = ""}};
  EXPECT_NE(to_text(explanation, 100).find("km2 a year  estimated from data"), std::string::npos);
}

}  // namespace
}  // namespace minefree::report
