#include <minefree/config/hindcast_tables.hpp>

#include <gtest/gtest.h>

namespace minefree::config {
namespace {

constexpr char const* calls_head =
    "iso3,edition_year,publisher,deadline,deadline_call,likelihood_2025,performance_score,source_id\n";

std::vector<AnalystCall> calls(std::string const& rows, Problems& problems) {
  return calls_from_csv(calls_head + rows, "calls.csv", problems);
}

TEST(Calls, are_read_with_what_each_says) {
  Problems problems;
  auto const read = calls(
      "COD,2019,Mine Action Review,2021-01-01,on_track,high,,x\n"
      "BIH,2019,Mine Action Review,2021-03-01,,low,,x\n"
      "AFG,2018,Landmine Monitor,2023-03-01,unclear,,,x\n",
      problems);
  EXPECT_TRUE(problems.empty()) << problems.text();
  ASSERT_EQ(read.size(), 3u);
  EXPECT_EQ(read[0].edition, 2019);
  EXPECT_EQ(read[0].deadline, (Date{2021, 1, 1}));
  EXPECT_EQ(read[0].on_deadline, DeadlineCall::on_track);
  EXPECT_EQ(read[0].on_2025, LikelihoodCall::high);
  EXPECT_FALSE(read[1].on_deadline);
  EXPECT_EQ(read[1].on_2025, LikelihoodCall::low);
  EXPECT_EQ(read[2].on_deadline, DeadlineCall::unclear);
}

TEST(Calls, that_are_broken_are_named_with_their_line) {
  Problems problems;
  calls("COD,soon,x,2021-01-01,on_track,,,x\nBIH,2019,x,2021-13-01,,,,x\n", problems);
  EXPECT_EQ(problems.text(),
            "calls.csv:2:1: this row has no year of its edition, or a deadline that is no day. "
            "Correct it.\n"
            "calls.csv:3:1: this row has no year of its edition, or a deadline that is no day. "
            "Correct it.\n"
            "2 problems in calls.csv; nothing was run.\n");
}

TEST(Calls, need_their_columns) {
  Problems problems;
  EXPECT_TRUE(calls_from_csv("iso3,publisher\n", "calls.csv", problems).empty());
  EXPECT_NE(problems.text().find("has no column 'edition_year'. Restore the first line."),
            std::string::npos);
}

TEST(WorldFigures, leave_out_what_mixes_definitions) {
  Problems problems;
  auto const read = world_figures_from_csv(
      "iso3,year,metric,value,unit,source_id,quality,note\n"
      "WLD,2017,funding_international_musd,673.2,musd,a,reported,\n"
      "WLD,2024,funding_international_musd,1000,musd,a,approx,unknown split\n"
      "WLD,2017,casualties,7239,count,a,reported,\n"
      "AGO,2017,funding_international_musd,5,musd,a,reported,\n",
      "annual.csv", "funding_international_musd", {{"a", 2018}}, problems);
  EXPECT_TRUE(problems.empty()) << problems.text();
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].year, 2017);
  EXPECT_EQ(read[0].value, 673.2);
  EXPECT_EQ(read[0].published, 2018);
}

TEST(WorldFigures, need_a_source_that_is_known) {
  Problems problems;
  world_figures_from_csv(
      "iso3,year,metric,value,unit,source_id,quality,note\n"
      "WLD,2017,funding_international_musd,673.2,musd,b,reported,\n",
      "annual.csv", "funding_international_musd", {{"a", 2018}}, problems);
  EXPECT_EQ(problems.sorted().front().line, 2);
}

}  // namespace
}  // namespace minefree::config
