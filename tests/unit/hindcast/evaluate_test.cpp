#include <minefree/hindcast/result.hpp>

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace minefree::hindcast {
namespace {

Distribution values(std::vector<double> of) { return Distribution(std::move(of)); }

/// A stock three years ahead: ours, persistence with spread, and what came.
Case stock_case(std::string state, double ours, double simple, double truth) {
  Case scored;
  scored.origin = 2017;
  scored.state = std::move(state);
  scored.horizon = 3;
  scored.truth = truth;
  scored.offset = 5;
  scored.forecasts.emplace(our_model, values({ours}));
  scored.forecasts.emplace("persistence_spread", values({simple}));
  return scored;
}

Case deadline_case(std::string state, double ours, double reference, bool met) {
  Case scored;
  scored.origin = 2017;
  scored.state = std::move(state);
  scored.variable = Variable::deadline_met;
  scored.truth = met ? 1 : 0;
  scored.forecasts.emplace(our_model, values({ours}));
  scored.forecasts.emplace("reference_class", values({reference}));
  return scored;
}

ScoreRow const* find(std::vector<ScoreRow> const& rows, std::string const& model,
                     std::string const& metric, std::optional<std::string> const& baseline,
                     std::optional<int> origin = std::nullopt) {
  auto const found = std::ranges::find_if(rows, [&](ScoreRow const& row) {
    return row.model == model && row.metric == metric && row.baseline == baseline &&
           row.origin == origin;
  });
  return found == rows.end() ? nullptr : &*found;
}

TEST(ScoreRows, are_on_the_log_scale_and_relative_to_each_baseline) {
  auto const rows =
      score_rows({stock_case("AAA", 50, 100, 50), stock_case("BBB", 40, 100, 60)}, false);
  double const ours = std::log(65.0 / 45) / 2;
  double const theirs = (std::log(105.0 / 55) + std::log(105.0 / 65)) / 2;
  EXPECT_NEAR(find(rows, "minefree", "wis", std::nullopt)->value, ours, 1e-9);
  auto const* relative = find(rows, "minefree", "relative_wis", "persistence_spread");
  ASSERT_TRUE(relative);
  EXPECT_NEAR(relative->value, ours / theirs, 1e-9);
  EXPECT_EQ(relative->n, 2u);
  EXPECT_NEAR(find(rows, "minefree", "relative_wis", "best_simple", 2017)->value, ours / theirs,
              1e-9);
  EXPECT_NEAR(find(rows, "best_simple", "wis", std::nullopt)->value, theirs, 1e-9);
}

TEST(ScoreRows, hold_models_against_each_other_on_the_cases_of_both) {
  auto alone = stock_case("CCC", 10, 10, 90);
  alone.forecasts.erase(alone.forecasts.find("persistence_spread"));
  auto const rows = score_rows({stock_case("AAA", 50, 100, 50), alone}, false);
  EXPECT_EQ(find(rows, "minefree", "wis", std::nullopt)->n, 2u);
  EXPECT_EQ(find(rows, "minefree", "relative_wis", "persistence_spread")->n, 1u);
}

TEST(ScoreRows, keep_redefined_cases_apart) {
  auto recounted = stock_case("AAA", 50, 100, 50);
  recounted.redefined = true;
  std::vector<Case> const cases{recounted, stock_case("BBB", 50, 100, 50)};
  EXPECT_EQ(find(score_rows(cases, false), "minefree", "wis", std::nullopt)->n, 1u);
  EXPECT_EQ(find(score_rows(cases, true), "minefree", "wis", std::nullopt)->n, 1u);
}

TEST(ScoreRows, give_the_better_simple_forecast_as_the_bar) {
  auto scored = stock_case("AAA", 50, 100, 50);
  scored.forecasts.emplace("remaining_over_mean_3_spread", values({60}));
  std::vector<Case> const cases{scored};
  EXPECT_EQ(better_simple({&cases[0]}), "remaining_over_mean_3_spread");
  auto const rows = score_rows(cases, false);
  EXPECT_NEAR(find(rows, "best_simple", "wis", std::nullopt)->value, std::log(65.0 / 55), 1e-9);
}

TEST(ScoreRows, of_an_event_are_brier_scores_and_skill) {
  auto const rows = score_rows(
      {deadline_case("AAA", 0.8, 0.5, true), deadline_case("BBB", 0.1, 0.5, false)}, false);
  EXPECT_NEAR(find(rows, "minefree", "brier", std::nullopt)->value, (0.04 + 0.01) / 2, 1e-12);
  EXPECT_NEAR(find(rows, "minefree", "brier_skill", "reference_class")->value, 1 - 0.05 / 0.5,
              1e-12);
}

TEST(PrimaryEndpoints, say_whether_their_aims_are_met) {
  auto const result =
      evaluate({stock_case("AAA", 50, 100, 50), stock_case("BBB", 50, 100, 50),
                deadline_case("AAA", 0.2, 0.5, true), deadline_case("BBB", 0.1, 0.5, false)},
               {}, {});
  ASSERT_EQ(result.primary.size(), 3u);
  EXPECT_TRUE(result.primary[0].met) << "relative WIS 0";
  EXPECT_FALSE(result.primary[1].met) << "worse than a coin";
  EXPECT_FALSE(result.primary[2].score) << "a point has no coverage";
}

TEST(Pit, counts_our_cases_alone) {
  auto scored = stock_case("AAA", 50, 100, 60);
  scored.forecasts.find(our_model)->second = values({10, 20, 30, 70});
  auto const pit = pit_counts({scored});
  ASSERT_EQ(pit.size(), 1u);
  EXPECT_EQ(pit[0].counts[7], 1) << "three of four values lie below";
}

TEST(Skill, is_given_by_what_a_result_rests_on) {
  auto of_data = stock_case("AAA", 50, 100, 50);
  auto of_prior = stock_case("BBB", 90, 100, 50);
  of_prior.basis = ResultBasis::prior;
  auto const skill = skill_rows({of_data, of_prior});
  auto const relative = std::ranges::count_if(
      skill, [](SkillRow const& row) { return row.score.metric == "relative_wis"; });
  EXPECT_EQ(relative, 2);
}

}  // namespace
}  // namespace minefree::hindcast
