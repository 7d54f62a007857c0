#include <minefree/config/numbers.hpp>

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::read_as;

TEST(Number, is_read_in_decimals_with_or_without_its_unit) {
  for (auto const& [yaml, value] :
       std::vector<std::pair<std::string, double>>{{"12", 12},
                                                   {"12.5", 12.5},
                                                   {"+3", 3},
                                                   {"1e3", 1000},
                                                   {"12 km2", 12},
                                                   {"12km2", 12},
                                                   {"'12 km2'", 12},
                                                   {"1e-3 km²", 0.001}}) {
    auto const read = read_as(area_km2(), yaml);
    EXPECT_EQ(read.value, value) << yaml << ": " << read.problems;
  }
  EXPECT_EQ(read_as(money_musd(), "10 MUSD").value, 10);
  EXPECT_EQ(read_as(money_musd(), "10 million USD").value, 10);
}

TEST(Number, in_percent_is_a_share) {
  EXPECT_EQ(read_as(share(), "20%").value, 0.2);
  EXPECT_EQ(read_as(share(), "+50 %").value, 0.5);
  EXPECT_EQ(read_as(share(), "0.2").value, 0.2);
  EXPECT_EQ(read_as(area_km2(), "20%").problems,
            "v is '20%' (the unit '%' does not fit here). Write an area in km2, 0 or more, such as "
            "12.5.");
}

TEST(Number, in_another_unit_is_refused_with_the_one_that_is_wanted) {
  EXPECT_EQ(read_as(area_km2(), "12 m2").problems,
            "v is '12 m2' (the unit 'm2' does not fit here). Write an area in km2, 0 or more, such "
            "as 12.5.");
  EXPECT_EQ(
      read_as(money_musd(), "10 EUR").problems,
      "v is '10 EUR' (the unit 'EUR' does not fit here). Write an amount in million USD, 0 or "
      "more, such as 10.");
  EXPECT_EQ(read_as(share(), "12 km2").problems,
            "v is '12 km2' (the unit 'km2' does not fit here). Write a share from 0 to 1, such as "
            "0.5 or 50%.");
}

TEST(Number, that_yaml_readers_do_not_agree_on_is_refused_with_the_reason) {
  for (auto const& [yaml, why] : std::vector<std::pair<std::string, std::string>>{
           {"010", "a number that starts with 0 is octal for some YAML readers; leave the 0 out"},
           {"-010", "a number that starts with 0 is octal for some YAML readers; leave the 0 out"},
           {"0x10", "not a decimal number"},
           {"0o17", "not a decimal number"},
           {".nan", "not a number at all"},
           {".NaN", "not a number at all"},
           {".inf", "infinity is not a number that can be used"},
           {"-.inf", "infinity is not a number that can be used"},
           {"1_000", "'_' is read differently by different YAML readers; leave it out"},
           {"'1,5'", "the mark of decimals is a point, and nothing parts thousands"},
           {"1 000", "nothing parts thousands"},
           {"1e400", "too large for a number"},
           {".5", "write the 0 before the point"},
           {"5.", "a digit follows the point"},
           {"1:30", "not a number"},
           {"abc", "not a number"},
           {"no", "not a number"},
           {"--1", "not a number"}}) {
    auto const read = read_as(area_km2(), yaml);
    EXPECT_EQ(read.value, std::nullopt) << yaml;
    EXPECT_NE(read.problems.find("(" + why + ")"), std::string::npos)
        << yaml << ": " << read.problems;
  }
}

TEST(Number, in_quotes_is_a_text) {
  EXPECT_EQ(read_as(area_km2(), "'12'").problems,
            "v is '12' in quotes, which makes it a text. Write 12 without quotes.");
}

TEST(Number, out_of_range_is_refused_with_the_reason_and_the_range) {
  EXPECT_EQ(read_as(area_km2(), "-3").problems,
            "v is -3 (an area cannot be negative). Write an area in km2, 0 or more, such as 12.5.");
  EXPECT_EQ(read_as(share(), "1.5").problems,
            "v is 1.5 (a share cannot be more than 1). Write a share from 0 to 1, such as 0.5 or "
            "50%.");
  EXPECT_EQ(
      read_as(number({.low = 0, .high = 5, .above_low = true, .too_low = "must be positive"}), "0")
          .problems,
      "v is 0 (must be positive). Write a number, above 0 and at most 5, such as 1.5.");
}

TEST(Number, must_be_one_value) {
  EXPECT_EQ(read_as(area_km2(), "").problems,
            "v is empty. Write an area in km2, 0 or more, such as 12.5.");
  EXPECT_EQ(read_as(area_km2(), "''").problems,
            "v is empty. Write an area in km2, 0 or more, such as 12.5.");
  EXPECT_EQ(read_as(area_km2(), "[1]").problems,
            "v is a list. Write an area in km2, 0 or more, such as 12.5.");
}

TEST(WholeNumber, may_be_written_with_zero_decimals_but_not_with_others) {
  EXPECT_EQ(read_as(year(), "2030").value, 2030);
  EXPECT_EQ(read_as(year(), "2030.0").value, 2030);
  EXPECT_EQ(read_as(year(), "2030.5").problems,
            "v is 2030.5 (not a whole number). Write a year from 1900 to 2200, such as 2026.");
  EXPECT_EQ(read_as(how_many("a number of people", "12"), "12.5").value, std::nullopt);
}

TEST(Year, is_one_in_which_mines_are_cleared) {
  for (std::string const yaml : {"1899", "2201", "3000", "0", "-2030", "203O", "2030-01-01"}) {
    EXPECT_EQ(read_as(year(), yaml).value, std::nullopt) << yaml;
  }
  EXPECT_EQ(read_as(year(), "3000").problems,
            "v is 3000 (no year that is read here). Write a year from 1900 to 2200, such as 2026.");
}

TEST(WholeNumber, keeps_every_digit_that_it_accepts) {
  auto const seed = whole<std::uint64_t>({.low = 0, .high = 9007199254740991.0});
  EXPECT_EQ(read_as(seed, "9007199254740991").value, 9007199254740991U);
  EXPECT_EQ(read_as(seed, "9007199254740993").value, std::nullopt);
}

}  // namespace
}  // namespace minefree::config
