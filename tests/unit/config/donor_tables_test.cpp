#include <minefree/config/donor_tables.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

Sources two_sources() {
  Problems problems;
  return Sources::from_csv("source_id,year\nlm2021,2021\nlm2023,2023\n", "sources.csv", problems);
}

TEST(DonorTables, take_donors_by_their_names_and_leave_sums_of_several_out) {
  Problems problems;
  auto const totals = donor_totals_from_csv(
      "donor,year,musd,source_id,note\nUnited States,2020,202.6,lm2021,\nGermany,2022,78.8,lm2023,\n"
      "NOR,2022,1,lm2023,\nTop five donors,2020,426.1,lm2021,\n",
      "donors.csv", two_sources(), problems);
  EXPECT_TRUE(problems.empty()) << testing::lines_of(problems);
  ASSERT_EQ(totals.size(), 3U);
  EXPECT_EQ(totals[0].donor, "USA");
  EXPECT_EQ(totals[0].musd, 202.6);
  EXPECT_EQ(totals[0].source.published, 2021);
  EXPECT_EQ(totals[1].donor, "DEU");
  EXPECT_EQ(totals[2].donor, "NOR");
}

TEST(DonorTables, collect_recipients_that_have_no_state_file) {
  Problems problems;
  auto const others = other_recipients_from_csv(
      "donor,iso3,year,musd,source_id\nUSA,AGO,2020,4,lm2021\nUSA,WLD,2020,7,lm2021\n"
      "AUS,PLW,2020,1,lm2021\nGBR,WLD,2022,2,lm2023\n",
      "donor_recipient.csv", {"AGO"}, two_sources(), problems);
  ASSERT_EQ(others.size(), 2U);
  EXPECT_EQ(others[0].code, "WLD");
  ASSERT_EQ(others[0].donor_shares.size(), 2U);
  EXPECT_EQ(others[0].donor_shares[1].donor, "GBR");
  EXPECT_EQ(others[0].donor_shares[1].year, 2022);
  EXPECT_FALSE(others[0].funding);
}

TEST(DonorTables, take_reported_money_of_the_world) {
  Problems problems;
  auto const world = world_totals_from_csv(
      "iso3,year,metric,value,unit,source_id,quality\n"
      "WLD,2020,funding_international_musd,565.2,musd,lm2021,reported\n"
      "WLD,2021,funding_international_musd,1000,musd,lm2023,approx\n"
      "WLD,2020,casualties,7000,count,lm2021,reported\n"
      "AGO,2020,funding_international_musd,15,musd,lm2021,reported\n",
      "annual.csv", two_sources(), problems);
  ASSERT_EQ(world.size(), 1U);
  EXPECT_EQ(world[0].musd, 565.2);
}

TEST(DonorTables, name_the_line_of_a_bad_row_and_a_missing_column) {
  Problems problems;
  donor_totals_from_csv(
      "donor,year,musd,source_id\nGermany,2020,-1,lm2021\nGermany,2021,5,nobody\nGermany,x,5,lm2021\n",
      "donors.csv", two_sources(), problems);
  EXPECT_EQ(problems.count(), 3U);
  EXPECT_EQ(problems.sorted().front().line, 2);
  Problems without_column;
  donor_totals_from_csv("donor,year\n", "donors.csv", two_sources(), without_column);
  EXPECT_EQ(without_column.count(), 2U);
}

}  // namespace
}  // namespace minefree::config
