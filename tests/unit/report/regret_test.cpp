#include <minefree/report/regret.hpp>

#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace minefree::report {
namespace {

Study study_of_two() {
  Study study;
  study.id = "which";
  study.name = "Which use?";
  study.base.name = "Today's course";
  study.base.origin = 2024;
  study.target = {.by = 2030, .states_complete = 10, .state = std::nullopt};
  study.strategies = {{.name = "All to Angola", .description = {}},
                      {.name = "A \"split\"", .description = {}}};
  study.futures = {{.name = "As calibrated", .description = {}}};
  return study;
}

/// The first brings 9.5, the second 9.0, give or take 0.1.
Regret regret_of_two(bool told_apart = true) {
  Regret regret;
  regret.futures = 1;
  double const error = told_apart ? 0.1 : 0.4;
  regret.cells = {
      {.target = {.value = 0.5, .standard_error = 0.01}, .outcome = {.value = 9.5}, .regret = {}},
      {.target = {.value = 0.4, .standard_error = 0.01},
       .outcome = {.value = 9},
       .regret = {.value = 0.5, .standard_error = error}}};
  regret.strategies.resize(2);
  regret.strategies[1].largest_regret = regret.cells[1].regret;
  regret.all_alike_share = 0.3;
  if (!told_apart) regret.minimax_regret.as_good = {1};
  return regret;
}

TEST(RegretReport, answers_first) {
  auto const study = study_of_two();
  EXPECT_TRUE(
      answer(study, regret_of_two())
          .starts_with(
              "'All to Angola' does at least as well as every other strategy in every future."));
  EXPECT_NE(answer(study, regret_of_two(false))
                .find("; 'A \"split\"' cannot be told apart from it with these draws."),
            std::string::npos);
}

TEST(RegretReport, says_plainly_what_the_safest_choice_loses) {
  auto const study = study_of_two();
  auto regret = regret_of_two();
  regret.strategies[0].largest_regret = {.value = 0.011, .standard_error = 0.006};
  EXPECT_TRUE(answer(study, regret)
                  .starts_with("'All to Angola' is the safest choice: it loses least where it is "
                               "wrong, 0.011 states in the future 'As calibrated' (its largest "
                               "regret)."))
      << answer(study, regret);
}

TEST(RegretReport, counts_draws_and_not_futures) {
  auto const study = study_of_two();
  auto const regret = regret_of_two();
  auto const table = [&](std::uint64_t trajectories) {
    Provenance provenance;
    provenance.trajectories = trajectories;
    auto text = to_table({.provenance = provenance, .study = study, .regret = regret}, {});
    std::ranges::replace(text, '\n', ' ');
    return text;
  };
  EXPECT_NE(table(1).find("the same 1 draw of"), std::string::npos) << table(1);
  EXPECT_NE(table(2000).find("the same 2,000 draws of"), std::string::npos) << table(2000);
}

TEST(RegretReport, says_what_it_compares) {
  auto study = study_of_two();
  EXPECT_EQ(outcome_in_words(study), "mean number of states complete by 2030");
  EXPECT_EQ(target_in_words(study.target), "at least 10 states complete by 2030");
  study.outcome = StudyOutcome::released_km2;
  EXPECT_EQ(outcome_in_words(study), "mean km2 released from 2025 to 2030");
  study.outcome = StudyOutcome::target_probability;
  study.target = {.by = 2035, .states_complete = std::nullopt, .state = "AGO"};
  EXPECT_EQ(outcome_in_words(study), "probability of AGO complete by 2035");
}

TEST(RegretReport, marks_what_cannot_be_told_apart) {
  auto const study = study_of_two();
  auto const apart = regret_of_two();
  auto const not_apart = regret_of_two(false);
  auto const table = [&](Regret const& regret) {
    return to_table({.provenance = {}, .study = study, .regret = regret}, {});
  };
  EXPECT_EQ(table(apart).find("0.500 ~"), std::string::npos);
  EXPECT_NE(table(not_apart).find("0.500 ~"), std::string::npos);
}

TEST(RegretReport, json_and_csv_say_the_same) {
  auto const study = study_of_two();
  auto const regret = regret_of_two();
  RegretReport const report{.provenance = {}, .study = study, .regret = regret};
  auto const json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["outcome"], "expected_completions");
  EXPECT_EQ(json["target"]["states_complete"], 10);
  EXPECT_EQ(json["cells"][1]["regret"]["value"], 0.5);
  EXPECT_EQ(json["cells"][1]["strategy"], "A \"split\"");
  EXPECT_EQ(json["minimax_regret"]["strategy"], "All to Angola");
  auto const csv = to_csv(report);
  EXPECT_TRUE(csv.starts_with("strategy,future,result,value\n"));
  EXPECT_NE(csv.find("\n\"A \"\"split\"\"\",\"As calibrated\",regret,0.5\n"), std::string::npos)
      << csv;
}

}  // namespace
}  // namespace minefree::report
