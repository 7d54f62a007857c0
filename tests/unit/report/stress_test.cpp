#include <minefree/report/stress.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace minefree::report {
namespace {

StateComparison moved(std::string code, double later, double difference) {
  StateComparison state;
  state.code = code;
  state.name = "State " + code;
  state.later_share = later;
  state.same_share = 1 - later;
  state.median_years_gained = -1.5;
  state.probability = {{.target = 2030,
                        .base = 0.5,
                        .other = 0.5 + difference,
                        .value = difference,
                        .standard_error = 0.01}};
  return state;
}

StressReport report_of_one_donor() {
  StressReport report;
  report.name = "Today's course";
  report.price_year = 2024;
  report.usual_year = true;
  report.provenance.trajectories = 1000;
  report.stress.from = 2026;
  report.stress.named_share = 0.6;
  report.stress.states = {
      {.code = "XXA",
       .name = "State XXA",
       .international_musd = 5,
       .donors = {{.donor = "USA", .share = 0.5}, {.donor = "NOR", .share = 0.25}}},
      {.code = "XXB",
       .name = "State XXB",
       .international_musd = std::nullopt,
       .donors = {{.donor = "USA", .share = 1}}},
      {.code = "XXC", .name = "State XXC", .international_musd = 2, .donors = {}}};
  report.stress.donors = {
      {.donor = "USA",
       .name = "United States of America",
       .musd_per_year = 2.5,
       .states = {moved("XXA", 0.9, -0.2), moved("XXB", 0.8, -0.3)},
       .amount_unknown = {"XXB"},
       .complete =
           {{.target = 2030, .base = 8, .other = 7.5, .value = -0.5, .standard_error = 0.02}},
       .complete_where_reported = {
           {.target = 2030, .base = 8, .other = 7.8, .value = -0.2, .standard_error = 0.01}}}};
  return report;
}

TEST(StressReport, begins_with_the_donor_that_moves_most) {
  EXPECT_EQ(strongest_sentence(report_of_one_donor().stress, 2060),
            "Without the United States of America, 0.20 fewer states complete by 2030 on average "
            "(7.80 instead of 8.00); most hurt is State XXA, later in 90 % of futures, by a median "
            "of 1.5 years (by 2030: 30 % instead of 50 %). That is of states whose money is "
            "reported; with those where the amount is supposed it is 0.50.");
}

TEST(StressReport, says_when_no_donor_is_known_and_when_nothing_moves) {
  EXPECT_EQ(strongest_sentence({}, 2060),
            "No donor is named by the record for any of these states.");
  Stress still;
  still.donors = {{.donor = "NOR", .name = "Norway"}};
  EXPECT_EQ(strongest_sentence(still, 2060),
            "Without Norway, every date stays the same in every future.");
  still.share = 0.5;
  EXPECT_TRUE(strongest_sentence(still, 2060).starts_with("With 50 % less from Norway"));
}

TEST(StressReport, table_says_what_cannot_be_seen) {
  auto const text = to_table(report_of_one_donor(), {});
  for (std::string const words : {"60 % of the international money",
                                  "No donor is known, so that nothing can be seen: State XXC",
                                  "State XXB (USA, 100 %, amount supposed)",
                                  "State XXA (USA, 50 %)", "second simulated year", "2.5 ?"}) {
    auto unbroken = text;
    for (std::size_t at; (at = unbroken.find("\n  ")) != std::string::npos;)
      unbroken.replace(at, 3, " ");
    EXPECT_NE(unbroken.find(words), std::string::npos) << words << "\n" << text;
  }
}

TEST(StressReport, json_has_the_states_of_compare) {
  auto const json = nlohmann::json::parse(to_json(report_of_one_donor()));
  auto const& donor = json["donors"][0];
  EXPECT_EQ(donor["donor"], "USA");
  EXPECT_EQ(donor["musd_per_year"], 2.5);
  EXPECT_EQ(donor["states"][0]["later_share"], 0.9);
  EXPECT_EQ(donor["states"][0]["probability_difference"]["2030"]["value"], -0.2);
  auto const& world = donor["world"]["mean_states_complete_by_end_of"]["2030"];
  EXPECT_EQ(world["difference"], -0.5);
  EXPECT_EQ(world["standard_error"], 0.02);
  ASSERT_EQ(json["single_donor_states"].size(), 1U);
  EXPECT_EQ(json["single_donor_states"][0]["code"], "XXB");
  EXPECT_EQ(json["single_donor_states"][0]["amount"], "prior");
  EXPECT_EQ(json["states"][2]["largest_donor"], nullptr);
}

TEST(StressReport, csv_has_one_value_a_row) {
  auto const text = to_csv(report_of_one_donor());
  EXPECT_TRUE(text.starts_with("donor,state,result,target_year,value\nUSA,,musd_per_year,,2.5\n"));
  EXPECT_NE(text.find("\nUSA,XXA,probability_difference,2030,-0.2\n"), std::string::npos);
  EXPECT_NE(text.find("\nNOR,XXA,share_of_international_money,,0.25\n"), std::string::npos);
}

}  // namespace
}  // namespace minefree::report
