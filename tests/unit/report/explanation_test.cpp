#include <minefree/report/explanation.hpp>

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include <minefree/report/columns.hpp>

#include "a_run.hpp"

namespace minefree::report {
namespace {

Explanation explained(Scenario const& scenario, std::string const& code) {
  return explain(scenario, make_plan(scenario), code,
                 {{"book", {"A book", "A house", "2024", ""}}});
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
  state.treaty = {
      .party = true,
      .deadlines = {{.date = {2028, 12, 31}, .granted = 2017, .source = published(2018)},
                    {.date = {2035, 12, 31}, .granted = 2028, .source = published(2028)}}};
  state.history = {
      {.year = 2022, .confirmed_km2 = 30, .suspected_km2 = 60, .source = published(2023, "book")},
      {.year = 2023,
       .cleared_km2 = 3,
       .reduced_km2 = 1,
       .cancelled_km2 = 8,
       .source = published(2024, "book")},
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
  scenario.states.front().programme = {
      minefree::testing::given(Parameter::survey_preference, Spread{1, 2, 3})};
  auto const explanation = explained(scenario, "XSA");
  EXPECT_EQ(named(explanation, "maturity_penalty").front().source, "parameters of the scenario");
  EXPECT_EQ(named(explanation, "survey_preference").front().value, "2 (1 to 3)");
  EXPECT_EQ(named(explanation, "hiring_speed").front().kind, "prior");
}

TEST(Explanation, tells_what_the_scenario_changes) {
  auto scenario = reported_scenario();
  scenario.funding.world = {
      {.shape = FundingShape::change, .value = 0.2, .from = 2026, .to = 2030}};
  scenario.survey["XSA"] = {{.intensity = 2, .from = 2026}};
  auto const explanation = explained(scenario, "XSA");
  auto const money = named(explanation, "all international money");
  ASSERT_EQ(money.size(), 1U);
  EXPECT_EQ(money.front().value, "+20 %");
  EXPECT_EQ(money.front().unit, "2026 to 2030");
  EXPECT_EQ(named(explanation, "survey intensity").front().unit, "from 2026");
}

TEST(Explanation, tells_money_that_comes_sooner_and_pledges_in_words) {
  auto scenario = reported_scenario();
  scenario.funding.world = {
      {.shape = FundingShape::front_load, .value = 0.5, .from = 2026, .to = 2035, .years = 4}};
  scenario.funding.recipients["XSA"] = {
      {.shape = FundingShape::pledge, .value = 240, .years = 6, .default_risk = 0.3}};
  auto const explanation = explained(scenario, "XSA");
  auto const sooner = named(explanation, "all international money");
  ASSERT_EQ(sooner.size(), 1U);
  EXPECT_EQ(sooner.front().value, "50 % in 4 years");
  EXPECT_EQ(sooner.front().unit, "2026 to 2035");
  EXPECT_NE(sooner.front().note.find("whose total stays"), std::string::npos);
  auto const pledge = named(explanation, "international money of XSA");
  ASSERT_EQ(pledge.size(), 1U);
  EXPECT_EQ(pledge.front().value, "+40 MUSD a year");
  EXPECT_EQ(pledge.front().unit, "2025 to 2030");
  EXPECT_EQ(pledge.front().note, "a pledge of 240 MUSD in all, broken early with probability 0.3");
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
  explanation.numbers = {{.section = "Land",
                          .name = "a",
                          .value = "1",
                          .unit = "km2",
                          .year = {},
                          .source = "own",
                          .published = {},
                          .kind = "prior",
                          .note = ""},
                         {.section = "Land",
                          .name = "b",
                          .value = "9.176 (6.281 to 13.406)",
                          .unit = "km2 a year",
                          .year = {},
                          .source = "own",
                          .published = {},
                          .kind = "estimated from data",
                          .note = ""}};
  EXPECT_NE(to_text(explanation, 100).find("km2 a year  estimated from data"), std::string::npos);
}

TEST(Explanation, text_is_never_wider_than_the_terminal) {
  for (int const columns : {120, 100, 90}) {
    std::istringstream lines(to_text(explained(reported_scenario(), "XSA"), columns));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), columns) << line;
  }
}

// Two rows of one source and year, each with a reason of its own.
TEST(Explanation, a_figure_has_the_reason_of_its_own_row) {
  using minefree::testing::published;
  auto scenario = reported_scenario();
  auto source = published(2024, "book");
  auto const row = [&](std::string reason) {
    source.reason = std::move(reason);
    return source;
  };
  auto& state = scenario.states.front();
  state.series = {.use = Series::mine_action_review, .reason = "the lower one"};
  state.history = {{.year = 2023,
                    .contamination_km2 = 900,
                    .series = Series::official,
                    .source = row("of the state")},
                   {.year = 2023,
                    .contamination_km2 = 50,
                    .series = Series::mine_action_review,
                    .source = row("of the review")},
                   {.year = 2023, .cleared_km2 = 2, .source = row("as first reported")},
                   {.year = 2023, .cleared_km2 = 3, .source = row("as revised")}};
  auto const explanation = explained(scenario, "XSA");
  auto const stocks = named(explanation, "contamination_km2");
  ASSERT_GE(stocks.size(), 2U);
  EXPECT_EQ(stocks[0].value, "50");
  EXPECT_EQ(stocks[0].note, "of the review");
  EXPECT_EQ(named(explanation, "cleared_km2").front().note, "as revised");
}

TEST(Explanation, figures_of_another_counting_stand_apart_with_how_to_choose_them) {
  using minefree::testing::published;
  auto scenario = reported_scenario();
  auto& state = scenario.states.front();
  state.series = {.use = Series::official, .reason = "it is what must be released"};
  state.history = {{.year = 2024,
                    .contamination_km2 = 900,
                    .series = Series::official,
                    .source = published(2025, "book")},
                   {.year = 2026,
                    .contamination_km2 = 800,
                    .series = Series::official,
                    .source = published(2027, "late")},
                   {.year = 2026,
                    .contamination_km2 = 40,
                    .series = Series::mine_action_review,
                    .source = published(2027, "late")}};
  auto const explanation = explained(scenario, "XSA");
  for (auto const& number : named(explanation, "contamination_km2")) {
    auto const section =
        number.value == "800" ? "Reported after the origin" : "Of another counting";
    if (!number.used) {
      EXPECT_EQ(number.section, section);
    }
    EXPECT_EQ(number.used, number.value == "900") << number.value;
  }
  EXPECT_EQ(named(explanation, "series").front().note, "it is what must be released");
  EXPECT_NE(named(explanation, "also offered")
                .front()
                .note.find("state_overrides: {XSA: {series: mine_action_review}}"),
            std::string::npos);
}

TEST(Explanation, shows_casualties_people_and_finds_after_completion_with_their_sources) {
  using minefree::testing::published;
  auto scenario = reported_scenario();
  auto& state = scenario.states.front();
  state.casualties = {{.year = 2023, .killed = 3, .source = published(2024, "book")}};
  state.people = {{.year = 2021, .people_exposed = 9000, .source = published(2022, "book")}};
  state.residual = {{.year = 2020, .residual_items = 7, .source = published(2021, "book")}};
  auto const explanation = explained(scenario, "XSA");
  for (auto const* name : {"killed", "people_exposed", "residual_items"}) {
    auto const numbers = named(explanation, name);
    ASSERT_EQ(numbers.size(), 1U) << name;
    EXPECT_EQ(numbers.front().source, "book");
    EXPECT_TRUE(numbers.front().year);
    EXPECT_FALSE(numbers.front().used) << "no date rests on it";
  }
}

TEST(Explanation, of_a_state_that_is_left_out_says_why) {
  auto const scenario = reported_scenario();
  StateData done;
  done.code = "XSD";
  done.name = "Done";
  done.status = {.kind = StatusKind::declared,
                 .declared = Date{2015, 9, 17},
                 .source = minefree::testing::published(2016, "book")};
  auto const complete = explain_left_out(scenario, done, {});
  EXPECT_EQ(complete.not_in_run, "declared complete on 2015-09-17");
  auto const text = to_text(complete, 100);
  EXPECT_NE(text.find("Not in this run: declared complete on 2015-09-17."), std::string::npos);
  EXPECT_EQ(text.find("No date can be given"), std::string::npos) << "it is said once";
  EXPECT_EQ(text.find("Parameters in force"), std::string::npos) << "it is not simulated";

  auto affected = scenario.states.front();
  affected.code = "XSE";
  EXPECT_EQ(explain_left_out(scenario, affected, {}).not_in_run,
            "the scenario does not ask for it");
}

}  // namespace
}  // namespace minefree::report
