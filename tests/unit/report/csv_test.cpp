#include <minefree/report/csv.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include "a_run.hpp"

namespace minefree::report {
namespace {

std::ptrdiff_t lines_of(std::string const& text) { return std::ranges::count(text, '\n'); }

TEST(Csv, has_a_header_and_one_value_a_row) {
  auto const files = csv_files(testing::summary_of(testing::closed_form_and_refused()));
  EXPECT_TRUE(files.at("completion.csv").starts_with("state,month,count\nXXA,2025-01,0\n"));
  EXPECT_EQ(lines_of(files.at("completion.csv")), 1 + 432);
  EXPECT_NE(files.at("completion.csv").find("\nXXA,2038-02,1000\n"), std::string::npos);
  EXPECT_TRUE(files.at("remaining.csv").starts_with("state,year,quantile,area_km2\n"));
  EXPECT_EQ(lines_of(files.at("remaining.csv")), 1 + 36 * 5);
  EXPECT_EQ(lines_of(files.at("release.csv")), 1 + 36 * 4);
  EXPECT_EQ(lines_of(files.at("funding.csv")), 1 + 36 * 4);
  EXPECT_EQ(lines_of(files.at("world.csv")), 1 + 36 * 3);
}

TEST(Csv, tells_each_probability_with_what_it_is_about) {
  auto const files = csv_files(testing::summary_of(testing::closed_form_and_refused()));
  EXPECT_EQ(files.at("probability.csv"),
            "state,event,by,probability\n"
            "XXA,complete,2030,0\n"
            "XXA,complete,2040,1\n"
            "XXA,deadline_met,2030-03-01,0\n"
            "XXA,plan_met,2038-12-31,1\n"
            "XXA,never_within_horizon,2060,0\n"
            "XXA,reopened_within_10_years,,0\n");
}

TEST(Csv, leaves_a_date_beyond_the_horizon_empty) {
  auto const scenario = minefree::testing::certain_scenario_of(
      {minefree::testing::simple_state("XXA", {.confirmed_km2 = 90}, 1)});
  auto const files = csv_files(testing::summary_of(scenario));
  EXPECT_NE(files.at("dates.csv").find("\nXXA,completion,0.5,\n"), std::string::npos);
}

}  // namespace
}  // namespace minefree::report
