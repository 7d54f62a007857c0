#include <minefree/report/words.hpp>

#include <gtest/gtest.h>

#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

TEST(Words, thousands_are_set_apart) {
  EXPECT_EQ(with_commas(0), "0");
  EXPECT_EQ(with_commas(999), "999");
  EXPECT_EQ(with_commas(1000), "1,000");
  EXPECT_EQ(with_commas(1234567), "1,234,567");
}

TEST(Words, an_area_has_the_decimals_it_needs) {
  EXPECT_EQ(area_text(0), "0");
  EXPECT_EQ(area_text(0.0041), "0.004");
  EXPECT_EQ(area_text(0.35), "0.35");
  EXPECT_EQ(area_text(9.9), "9.90");
  EXPECT_EQ(area_text(9.996), "10.0");
  EXPECT_EQ(area_text(57.905679), "57.9");
  EXPECT_EQ(area_text(823.4), "823");
  EXPECT_EQ(area_text(1213.5), "1,214");
}

TEST(Words, money_has_three_digits) {
  EXPECT_EQ(money_text(0), "0");
  EXPECT_EQ(money_text(0.046), "0.05");
  EXPECT_EQ(money_text(2.349), "2.35");
  EXPECT_EQ(money_text(57.94), "57.9");
  EXPECT_EQ(money_text(-57.94), "-57.9");
  EXPECT_EQ(money_text(1213.5), "1,214");
}

TEST(Words, none_and_all_are_said_only_when_they_are) {
  EXPECT_EQ(percent_text(0), "0 %");
  EXPECT_EQ(percent_text(0.0004), "<1 %");
  EXPECT_EQ(percent_text(0.145), "14 %");
  EXPECT_EQ(percent_text(0.9999), ">99 %");
  EXPECT_EQ(percent_text(1), "100 %");
}

TEST(Words, the_end_of_a_year_belongs_to_it) {
  EXPECT_EQ(calendar_year(2038.1), 2038);
  EXPECT_EQ(calendar_year(2031.0), 2030);
  EXPECT_EQ(calendar_year(2030.999), 2030);
}

TEST(Words, a_date_beyond_the_horizon_is_said_to_be) {
  EXPECT_EQ(year_text(2041.2, 2060), "2041");
  EXPECT_EQ(year_text(std::nullopt, 2060), ">2060");
}

TEST(Rounding, never_gives_minus_zero_and_keeps_nothing) {
  EXPECT_FALSE(std::signbit(rounded(-0.0000001, 3)));
  EXPECT_EQ(rounded(2038.0996, 3), 2038.1);
  EXPECT_EQ(rounded(-0.8124, 3), -0.812);
  EXPECT_FALSE(rounded(std::optional<double>{}, 3));
}

TEST(Words, a_straight_line_may_never_end_or_say_nothing) {
  EXPECT_EQ(line_text(2031.0, 2.0, 12.0), "2030");
  EXPECT_EQ(line_text(3500.0, 0.01, 12.0), ">2999");
  EXPECT_EQ(line_text({}, 0.0, 12.0), "never");
  EXPECT_EQ(line_text({}, 0.0, {}), "-");
  EXPECT_EQ(line_text({}, {}, 12.0), "-");
}

}  // namespace
}  // namespace minefree::report
