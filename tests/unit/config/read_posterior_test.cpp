#include <minefree/config/read_posterior.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

#include <minefree/config/read_scenario.hpp>

namespace minefree::config {
namespace {

constexpr auto head = "# minefree posterior: 1\n# origin: 2024\n# seed: 7\n# draws: 2\n";

std::string with(std::string const& columns, std::string const& row) {
  return head + ("draw," + columns + "\n0," + row + "\n1," + row + "\n");
}

/// What is wrong with the text.
std::string problems_of(std::string const& text) {
  Problems problems;
  auto const posterior = posterior_from_csv(text, "p.csv", problems);
  EXPECT_EQ(posterior.has_value(), problems.empty());
  return testing::lines_of(problems);
}

TEST(ReadPosterior, puts_each_column_where_it_belongs) {
  Problems problems;
  auto const text =
      "# minefree posterior: 1\n# origin: 2021\n# draws: 2\n"
      "# calibrated: maturity_penalty reduced_share\n"
      "draw,maturity_penalty,AGO.reduced_share,AGO.log_deviation,"
      "other.reduced_share.logit_mean,other.reduced_share.logit_sd,"
      "other.capacity_over_peak_work.log_mean,other.capacity_over_peak_work.log_sd\n"
      "0,0.25,0.5,-0.125,0,0.5,-2,0\n"
      "1,0.75,0.25,1e-3,-1,1,-3,2\n";
  auto const posterior = posterior_from_csv(text, "p.csv", problems);
  ASSERT_TRUE(posterior) << problems.text();
  EXPECT_EQ(posterior->origin, 2021);
  EXPECT_EQ(posterior->draws, 2U);
  EXPECT_EQ(posterior->sha256.size(), 64U);
  auto const at = [](Parameter id) { return static_cast<std::size_t>(id); };
  EXPECT_EQ(posterior->common[at(Parameter::maturity_penalty)], (DrawColumn{0.25, 0.75}));
  auto const& angola = posterior->states.at("AGO");
  EXPECT_EQ(angola.parameters[at(Parameter::reduced_share)], (DrawColumn{0.5, 0.25}));
  EXPECT_EQ(angola.log_deviation, (DrawColumn{-0.125, 0.001}));
  auto const& capacity = posterior->between_states[at(Parameter::capacity_km2_per_year)];
  EXPECT_EQ(capacity.mean, (DrawColumn{-2, -3}));
  EXPECT_EQ(capacity.sd, (DrawColumn{0, 2}));
  EXPECT_TRUE(is_calibrated(*posterior, Parameter::maturity_penalty));
  EXPECT_FALSE(is_calibrated(*posterior, Parameter::confirmed_share));
}

TEST(ReadPosterior, says_what_is_wrong_and_where) {
  EXPECT_EQ(
      problems_of("draw\n"),
      "0:0: this is not a posterior of format 1, which starts with '# minefree posterior: 1'. "
      "Make the file again with ./dev calibrate.\n");
  EXPECT_EQ(problems_of(with("maturity_penalty", "-1")),
            "6:1: maturity_penalty is '-1', not a number above 0. Make the file again with ./dev "
            "calibrate.\n"
            "7:1: maturity_penalty is '-1', not a number above 0. Make the file again with ./dev "
            "calibrate.\n");
  EXPECT_NE(problems_of(with("AGO.reduced_share", "1")).find("not a share between 0 and 1"),
            std::string::npos);
  EXPECT_NE(problems_of(with("other.reduced_share.logit_mean", "0")).find("without an sd"),
            std::string::npos);
  EXPECT_NE(problems_of(with("maturity_penalty,maturity_penalty", "1,1")).find("there twice"),
            std::string::npos);
  EXPECT_NE(problems_of(with("maturity_penalty", "nan")).find("'nan'"), std::string::npos);
  EXPECT_NE(problems_of(with("maturity_penalty", "1,2")).find("has 3 cells"), std::string::npos);
  EXPECT_NE(
      problems_of(std::string(head) + "draw,maturity_penalty\n0,1\n").find("there are 1 draws"),
      std::string::npos);
}

TEST(ReadPosterior, refuses_columns_that_nothing_draws) {
  for (auto const* const column :
       {"no_such", "regime_jumps", "AGO.maturity_penalty", "AGO.regime_output", "ago.reduced_share",
        "other.capacity_km2_per_year.log_mean", "other.reduced_share.log_mean",
        "other.maturity_penalty.log_sd", "other.reduced_share", "", ".", "a.b.c.d"}) {
    EXPECT_NE(problems_of(with(column, "0.5")).find("is of no parameter that can be drawn"),
              std::string::npos)
        << column;
  }
}

TEST(ReadPosterior, passes_over_a_byte_order_mark_and_reads_lines_of_windows) {
  std::string const text = with("maturity_penalty", "0.5");
  std::string windows;
  for (char const c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(problems_of("\xEF\xBB\xBF" + text), "");
  EXPECT_EQ(problems_of(windows), "");
}

TEST(ReadPosterior, stops_complaining_after_ten) {
  std::string text =
      "# minefree posterior: 1\n# origin: 2024\n# draws: 40\ndraw,maturity_penalty\n";
  for (int row = 0; row < 40; ++row) text += std::to_string(row) + ",x\n";
  Problems problems;
  EXPECT_FALSE(posterior_from_csv(text, "p.csv", problems));
  EXPECT_EQ(problems.count(), 10U);
}

// ---- which posterior a scenario is run with
// ------------------------------------------------------

constexpr auto sources = "source_id,title,publisher,year,url\nsrc,Title,Us,2024,https://x\n";
constexpr auto state =
    "format: 1\ncode: XXA\nname: A\nbaseline: none\ntreaty: {party: false}\nstatus: {kind: affected}\n"
    "history:\n  - {year: 2024, confirmed_km2: 5, suspected_km2: 1, cleared_km2: 1, source: src}\n";

std::string scenario(std::string const& more, int origin = 2024) {
  return "format: 1\norigin: " + std::to_string(origin) + "\nhorizon: 2040\nseed: 1\n" + more +
         "\n";
}

ScenarioOutcome read(std::string const& text) {
  return read_scenario(
      "s.yaml", testing::text_files({{"s.yaml", text},
                                     {"states/XXA.yaml", state},
                                     {"data/sources.csv", sources},
                                     {"posterior/2024.csv", with("maturity_penalty", "0.5")}}));
}

TEST(ChoosePosterior, takes_that_of_the_origin_where_states_come_from_files) {
  auto const outcome = read(scenario("states: [XXA]"));
  ASSERT_TRUE(outcome) << outcome.problems.text();
  ASSERT_TRUE(outcome->posterior);
  EXPECT_EQ(outcome->posterior->name, "posterior/2024.csv");
  EXPECT_FALSE(read(scenario("states: [XXA]", 2025))->posterior) << "another origin";
}

TEST(ChoosePosterior, takes_none_where_none_is_asked_for) {
  EXPECT_FALSE(read(scenario("states: [XXA]\nposterior: none"))->posterior);
  auto const own = scenario(
      "states: [{code: XXB, initial: {confirmed_km2: 1}, programme: {capacity_km2_per_year: 1}}]");
  ASSERT_TRUE(read(own)) << read(own).problems.text();
  EXPECT_FALSE(read(own)->posterior) << "a scenario that gives its states whole";
  EXPECT_TRUE(read(own + "posterior: posterior/2024.csv\n")->posterior);
}

TEST(ChoosePosterior, refuses_draws_that_know_the_future) {
  auto const outcome = read(scenario("states: [XXA]\nposterior: posterior/2024.csv", 2020));
  EXPECT_FALSE(outcome);
  EXPECT_NE(outcome.problems.text().find("the run would know its future"), std::string::npos);
  EXPECT_TRUE(read(scenario("states: [XXA]\nposterior: posterior/2024.csv", 2025))->posterior)
      << "an older one may be used";
}

TEST(ChoosePosterior, knows_the_skill_of_the_usual_draws_also_by_their_name) {
  auto const files = testing::text_files(
      {{"s.yaml", scenario("states: [XXA]\nposterior: posterior/2024.csv")},
       {"t.yaml", scenario("states: [XXA]\nposterior: posterior/mine.csv")},
       {"states/XXA.yaml", state},
       {"data/sources.csv", sources},
       {"hindcast/skill.csv",
        "basis,variable,horizon,metric,value,low,high,n\ndata,stock,3,relative_wis,0.9,,,5\n"},
       {"posterior/2024.csv", with("maturity_penalty", "0.5")},
       {"posterior/mine.csv", with("maturity_penalty", "0.5")}});
  EXPECT_EQ(read_scenario("s.yaml", files)->skill.size(), 1U);
  EXPECT_TRUE(read_scenario("t.yaml", files)->skill.empty()) << "these were never scored";
}

TEST(ChoosePosterior, says_what_may_be_meant_by_a_word) {
  auto const text = read(scenario("states: [XXA]\nposterior: None")).problems.text();
  EXPECT_NE(text.find("Did you mean 'none'?"), std::string::npos) << text;
}

TEST(ChoosePosterior, says_where_it_looked_and_what_may_be_meant) {
  auto const text = read(scenario("states: [XXA]\nposterior: posterior/2025.csv")).problems.text();
  EXPECT_NE(
      text.find("s.yaml:6:12: posterior names 'posterior/2025.csv', which is not there (looked "
                "for posterior/2025.csv). Did you mean '2024.csv'?"),
      std::string::npos)
      << text;
}

}  // namespace
}  // namespace minefree::config
