#include <minefree/config/sources.hpp>

#include <gtest/gtest.h>

#include <minefree/config/price_index.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::lines_of;
using testing::read_as;

Sources two_sources() {
  Problems problems;
  return Sources::from_csv(
      "source_id,title,publisher,year,url\n"
      "lm2023-AGO,\"Angola, a report\",Monitor,2023,https://example.org\n"
      "mar2021-AGO,Angola,Review,2021,\n",
      "sources.csv", problems);
}

TEST(Sources, are_known_by_id_with_the_year_of_publication) {
  auto const sources = two_sources();
  EXPECT_EQ(sources.year("lm2023-AGO"), 2023);
  EXPECT_EQ(sources.year("mar2021-AGO"), 2021);
  EXPECT_EQ(sources.year("lm2024-AGO"), std::nullopt);
}

TEST(Sources, without_a_year_or_given_twice_are_problems_with_their_line) {
  Problems problems;
  Sources::from_csv("source_id,year\na,2020\nb,\na,2021\nc\nd,20x\n", "s", problems);
  EXPECT_EQ(lines_of(problems),
            "3:1: this source has no year of publication from 1900 to 2200. Add it.\n"
            "4:1: the source 'a' is there twice. Remove one.\n"
            "5:1: this source has no year of publication from 1900 to 2200. Add it.\n"
            "6:1: this source has no year of publication from 1900 to 2200. Add it.\n");
}

TEST(Sources, need_their_columns) {
  Problems problems;
  Sources::from_csv("id,year\na,2020\n", "s", problems);
  Sources::from_csv("", "t", problems);
  EXPECT_EQ(problems.count(), 2U);
}

TEST(SourceIds, are_one_or_a_list_and_count_from_the_latest) {
  auto const sources = two_sources();
  auto const record = source_ids(Sourcing::record);
  EXPECT_EQ(read_as(record, "lm2023-AGO", &sources).value->published, 2023);
  auto const both = read_as(record, "[mar2021-AGO, lm2023-AGO]", &sources).value;
  EXPECT_EQ(both->published, 2023);
  EXPECT_EQ(both->ids, (std::vector<std::string>{"mar2021-AGO", "lm2023-AGO"}));
  EXPECT_EQ(read_as(record, "[]", &sources).value, std::nullopt);
}

TEST(SourceIds, that_are_not_known_are_refused_with_the_nearest) {
  auto const sources = two_sources();
  EXPECT_EQ(read_as(source_ids(Sourcing::record), "lm2032-AGO", &sources).problems,
            "v is 'lm2032-AGO', which data/sources.csv does not have. Did you mean 'lm2023-AGO'?");
  EXPECT_EQ(read_as(source_ids(Sourcing::record), "myself", &sources).problems,
            "v is 'myself', which data/sources.csv does not have. Add the source there, or correct "
            "the id.");
  EXPECT_NE(read_as(source_ids(Sourcing::record), "own", &sources).problems, "");
}

TEST(SourceIds, of_a_user_may_be_their_own_but_not_nearly_one_of_the_record) {
  auto const sources = two_sources();
  auto const user = source_ids(Sourcing::user);
  EXPECT_EQ(read_as(user, "own", &sources).value->published, 0);
  EXPECT_EQ(read_as(user, "my field notes", &sources).value->published, 0);
  EXPECT_EQ(read_as(user, "lm2023-AGO", &sources).value->published, 2023);
  EXPECT_EQ(read_as(user, "lm2023-AG0", &sources).value, std::nullopt);
  EXPECT_EQ(read_as(user, "anything").value->published, 0);
}

TEST(PriceIndex, is_read_by_year_and_refuses_what_is_no_price) {
  Problems problems;
  auto const index = price_index_from_csv("year,us_cpi_u,source_id\n2023,304.7,a\n2024,313.7,a\n",
                                          "deflator.csv", problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(index, (std::map<int, double>{{2023, 304.7}, {2024, 313.7}}));
  price_index_from_csv("year,us_cpi_u\n2023,0\nx,1\n2024\n2025,1\n2025,1\n", "d", problems);
  EXPECT_EQ(problems.count(), 4U);
  price_index_from_csv("a,b\n", "d", problems);
  EXPECT_EQ(problems.count(), 5U);
}

TEST(Sources, tell_the_latest_year_that_a_reason_rests_on) {
  Problems problems;
  auto const sources = Sources::from_csv(
      "source_id,title,publisher,year,url\nlm2019-AGO,T,P,2019,u\nx_y-1,T,P,2021,u\n", "s.csv",
      problems);
  EXPECT_EQ(latest_year_named("two thirds (lm2019-AGO), and the rest", sources), 2019);
  EXPECT_EQ(latest_year_named("lm2019-AGO; x_y-1.", sources), 2021);
  EXPECT_EQ(latest_year_named("the survey of 2023 added some 17 (lm2019-AGO)", sources), 2023);
  EXPECT_EQ(latest_year_named("1,234 areas and 5000 m2", sources), 0);
  EXPECT_EQ(latest_year_named("", sources), 0);
}

}  // namespace
}  // namespace minefree::config
