#include <minefree/report/columns.hpp>

#include <gtest/gtest.h>

namespace minefree::report {
namespace {

Column column(std::string heading, std::string group, std::vector<std::string> cells,
              int importance = 9) {
  return {.heading = std::move(heading),
          .group = std::move(group),
          .align = Align::right,
          .importance = importance,
          .cells = std::move(cells)};
}

TEST(Columns, characters_are_counted_and_not_bytes) {
  EXPECT_EQ(width_of("Türkiye"), 7);
  EXPECT_EQ(width_of("Côte d’Ivoire"), 13);
}

TEST(Columns, a_long_text_is_cut_between_characters) {
  EXPECT_EQ(shortened("Angola", 6), "Angola");
  EXPECT_EQ(shortened("Angola", 5), "Ango…");
  EXPECT_EQ(shortened("Türkiye", 3), "Tü…");
  EXPECT_EQ(shortened("Bosnia and Herzegovina", 8), "Bosnia…");
}

TEST(Columns, stand_under_each_other_with_groups_above) {
  std::vector<Column> columns{column("State", "", {"Türkiye", "Peru"}),
                              column("a", "Both", {"1", "22"}), column("b", "Both", {"333", "4"})};
  columns[0].align = Align::left;
  EXPECT_EQ(lay_out(columns, 80, false),
            "           Both\n"
            "State     a   b\n"
            "Türkiye   1 333\n"
            "Peru     22   4\n");
}

TEST(Columns, give_way_in_the_order_of_their_importance) {
  std::vector<Column> const columns{column("one", "", {"1"}, 9), column("two", "", {"2"}, 3),
                                    column("three", "", {"3"}, 5)};
  EXPECT_EQ(lay_out(columns, 15, false), "\none  two  three\n  1    2      3\n");
  EXPECT_EQ(lay_out(columns, 14, false), "\none  three\n  1      3\n");
  EXPECT_EQ(lay_out(columns, 9, false), "\none\n  1\n");
  EXPECT_EQ(lay_out(columns, 1, false), "\none\n  1\n");
}

TEST(Columns, show_no_colour_unless_asked_to) {
  EXPECT_EQ(bold("x", false), "x");
  EXPECT_EQ(bold("x", true), "\033[1mx\033[0m");
  EXPECT_EQ(lay_out({column("a", "", {"1"})}, 80, false).find('\033'), std::string::npos);
}

TEST(Wrapped, lines_end_between_words_and_keep_their_indent) {
  EXPECT_EQ(wrapped("- ", "one two three", 2, 9), "- one two\n  three\n");
  EXPECT_EQ(wrapped("", "unbreakably long", 0, 5), "unbreakably\nlong\n");
  EXPECT_EQ(wrapped("lead", "", 2, 9), "lead\n");
}

}  // namespace
}  // namespace minefree::report
