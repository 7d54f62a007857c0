#include <minefree/report/sentences.hpp>

#include <gtest/gtest.h>

namespace minefree::report {
namespace {

StateSummary state_completing(std::string name, std::optional<double> p10,
                              std::optional<double> p50, std::optional<double> p90) {
  StateSummary state;
  state.code = "XXA";
  state.name = std::move(name);
  state.basis = "data";
  StateProjection projection;
  projection.completion.quantiles = {{0.1, p10}, {0.5, p50}, {0.9, p90}};
  state.projection = projection;
  return state;
}

/// Two states, one of them refused; three targets.
RunSummary two_states() {
  RunSummary summary;
  summary.provenance.origin = 2024;
  summary.provenance.horizon = 2030;
  summary.provenance.trajectories = 20000;
  summary.provenance.seed = 7;
  summary.years = {2025, 2026, 2027, 2028, 2029, 2030};
  summary.targets = {2026, 2028, 2030};
  summary.states = {state_completing("Example", 2026.2, 2028.5, std::nullopt), {}};
  summary.states[1].status = StateStatus::not_estimable;
  summary.world = {.affected = 2,
                   .estimable = 1,
                   .p10 = {0, 0, 0, 0, 0, 0},
                   .p50 = {0, 0, 0, 1, 1, 1},
                   .p90 = {0, 1, 1, 1, 1, 1}};
  return summary;
}

TEST(Sentences, the_first_one_answers_the_question_for_the_middle_target) {
  EXPECT_EQ(main_sentence(two_states()),
            "On today's course about 1 of 2 states complete by 2028 (80 %: 0 to 1).");
}

TEST(Sentences, the_other_targets_and_the_refused_states_follow) {
  EXPECT_EQ(
      further_sentence(two_states()),
      "By 2026 it is 0 (0 to 1), by 2030 it is 1 (0 to 1). For 1 of the 2 no date can be given; they are "
      "counted as not complete.");
}

TEST(Sentences, without_targets_the_horizon_is_told_of) {
  auto summary = two_states();
  summary.targets.clear();
  EXPECT_EQ(main_sentence(summary),
            "On today's course about 1 of 2 states complete by 2030 (80 %: 0 to 1).");
}

TEST(Sentences, levers_make_it_a_scenario_and_an_old_origin_the_course_of_then) {
  auto summary = two_states();
  summary.newest_source_year = 2027;
  EXPECT_TRUE(is_looking_back(summary));
  EXPECT_TRUE(main_sentence(summary).starts_with("On the course of 2024 about"));
  summary.changes_course = true;
  EXPECT_TRUE(main_sentence(summary).starts_with("In this scenario about"));
  summary.newest_source_year = 2026;
  EXPECT_FALSE(is_looking_back(summary));
}

TEST(Sentences, a_state_alone_gets_its_date) {
  auto summary = two_states();
  summary.states.pop_back();
  EXPECT_EQ(main_sentence(summary),
            "On today's course Example completes in 2028 (80 %: 2026 to after 2030).");
  EXPECT_EQ(further_sentence(summary), "");
  summary.states = {state_completing("Example", 2029.0, std::nullopt, std::nullopt)};
  EXPECT_EQ(main_sentence(summary),
            "On today's course Example completes after 2030 (80 %: 2028 to after 2030).");
}

TEST(Sentences, a_condition_is_said_first) {
  auto summary = two_states();
  summary.states.pop_back();
  summary.states.front().conditional = true;
  summary.states.front().condition = "a ceasefire in 2026";
  EXPECT_TRUE(main_sentence(summary).starts_with(
      "Supposing a ceasefire in 2026, Example completes in 2028"));
}

TEST(Sentences, the_notes_say_how_old_the_stocks_are) {
  auto summary = two_states();
  auto const all_of = [&] {
    std::string text;
    for (auto const& note : notes_of(summary, "mine.yaml")) text += note + "\n";
    return text;
  };
  EXPECT_EQ(all_of().find("Newest stock"), std::string::npos) << "given by hand";
  summary.states.push_back(state_completing("Peru", 2026.2, 2028.5, std::nullopt));
  summary.states[0].last_stock_year = 2024;
  summary.states[2].last_stock_year = 2024;
  EXPECT_NE(all_of().find("Figures up to 2024. Newest stock: 2024. 20,000 futures"),
            std::string::npos);
  summary.states[2].last_stock_year = 2019;
  EXPECT_NE(all_of().find("Newest stock: 2024 for 1 state, oldest 2019 (Peru)."),
            std::string::npos);
}

TEST(Sentences, notes_explain_every_mark_that_is_there_and_no_other) {
  auto summary = two_states();
  auto const all_of = [&] {
    std::string text;
    for (auto const& note : notes_of(summary, "mine.yaml")) text += note + "\n";
    return text;
  };
  EXPECT_EQ(all_of().find("* rests"), std::string::npos);
  summary.states.front().basis = "prior";
  EXPECT_NE(all_of().find("* rests"), std::string::npos);
  EXPECT_EQ(all_of().find("+ rests"), std::string::npos);
  summary.states.front().basis = "mixed";
  EXPECT_NE(all_of().find("+ rests"), std::string::npos);
  EXPECT_NE(all_of().find("20,000 futures, seed 7"), std::string::npos);
  EXPECT_NE(all_of().find("minefree explain mine.yaml XXA"), std::string::npos);
}

}  // namespace
}  // namespace minefree::report
