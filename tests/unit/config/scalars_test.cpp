#include <minefree/config/scalars.hpp>

#include <string>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::read_as;

TEST(YesNo, is_true_or_false_and_nothing_else) {
  EXPECT_EQ(read_as(yes_no(), "true").value, true);
  EXPECT_EQ(read_as(yes_no(), "false").value, false);
  for (std::string const word :
       {"yes", "no", "on", "off", "NO", "Yes", "True", "FALSE", "y", "n"}) {
    EXPECT_EQ(read_as(yes_no(), word).problems,
              "v is '" + word + "' (YAML readers do not agree on that word). Write true or false.");
  }
  EXPECT_EQ(read_as(yes_no(), "1").problems,
            "v is '1' (neither true nor false). Write true or false.");
  EXPECT_EQ(read_as(yes_no(), "'true'").problems,
            "v is 'true' in quotes, which makes it a text. Write true without quotes.");
  EXPECT_EQ(read_as(yes_no(), "").problems, "v is empty. Write true or false.");
}

TEST(Text, is_taken_as_it_stands_without_spaces_around_it) {
  EXPECT_EQ(read_as(line_of_text("x"), "a name").value, "a name");
  EXPECT_EQ(read_as(line_of_text("x"), "' a name '").value, "a name");
  EXPECT_EQ(read_as(line_of_text("x"), "2030").value, "2030");
  EXPECT_EQ(read_as(line_of_text("x"), "'no'").value, "no");
}

TEST(Text, that_some_readers_take_for_true_or_false_needs_quotes) {
  EXPECT_EQ(read_as(line_of_text("x"), "no").problems,
            "v is 'no' (some YAML readers take it for true or false). Put it in quotes.");
}

TEST(Text, of_one_line_has_no_line_end_and_no_text_has_control_characters) {
  EXPECT_EQ(read_as(line_of_text("x"), "|\n  a\n  b").value, std::nullopt);
  EXPECT_EQ(read_as(free_text(), "|\n  a\n  b").value, "a\nb");
  EXPECT_EQ(read_as(free_text(), R"("a\0b")").value, std::nullopt);
  EXPECT_EQ(read_as(line_of_text("x"), R"("a\eb")").value, std::nullopt);
}

TEST(DateValue, is_a_day_as_year_month_day) {
  EXPECT_EQ(read_as(date(), "2030-03-01").value, (Date{2030, 3, 1}));
  EXPECT_EQ(read_as(date(), "'2030-03-01'").value, (Date{2030, 3, 1}));
  EXPECT_EQ(read_as(date(), "2030-02-30").problems,
            "v is '2030-02-30' (no day of the calendar). Write a date as year-month-day, such as "
            "2030-03-01.");
  EXPECT_EQ(read_as(date(), "1.3.2030").problems,
            "v is '1.3.2030' (not year-month-day). Write a date as year-month-day, such as "
            "2030-03-01.");
  EXPECT_EQ(read_as(date(), "1899-12-31").problems,
            "v is 1899-12-31 (years from 1900 to 2200 are read). Write a date as year-month-day, "
            "such as 2030-03-01.");
}

TEST(StateCodeValue, is_three_capital_letters_and_norway_is_not_no) {
  EXPECT_EQ(read_as(state_code(), "AGO").value, "AGO");
  EXPECT_EQ(read_as(state_code(), "ago").problems,
            "v is 'ago' (codes of states are capital letters). Write AGO.");
  EXPECT_EQ(read_as(state_code(), "NO").problems,
            "v is 'NO' (some YAML readers take it for true or false, and the code of a state has "
            "three letters: Norway is NOR). Write three capital letters, such as AGO.");
  EXPECT_EQ(read_as(state_code(), "Angola").problems,
            "v is 'Angola' (not the code of a state). Write three capital letters (ISO 3166), such "
            "as AGO.");
}

TEST(DonorCodeValue, is_one_of_the_register) {
  EXPECT_EQ(read_as(donor_code(), "USA").value, "USA");
  EXPECT_EQ(read_as(donor_code(), "EU").value, "EU");
  EXPECT_EQ(read_as(donor_code(), "USAA").problems,
            "v is 'USAA' (not a donor of the register). Did you mean 'USA'?");
  EXPECT_EQ(read_as(donor_code(), "Norway").problems,
            "v is 'Norway' (donors are given by code). Write NOR.");
  EXPECT_EQ(read_as(donor_code(), "Atlantis").problems,
            "v is 'Atlantis' (not a donor of the register). docs/scenario-format.md lists the "
            "donors.");
}

TEST(OneWord, is_one_of_those_listed) {
  enum class Colour { red, green };
  auto const colour = one_word<Colour>({{"red", Colour::red}, {"green", Colour::green}});
  EXPECT_EQ(read_as(colour, "green").value, Colour::green);
  EXPECT_EQ(read_as(colour, "gren").problems,
            "v is 'gren'. Write 'red' or 'green'. Did you mean 'green'?");
  EXPECT_EQ(colour.print(Colour::red), "red");
}

}  // namespace
}  // namespace minefree::config
