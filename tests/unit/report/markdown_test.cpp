#include <minefree/report/markdown.hpp>

#include <gtest/gtest.h>

namespace minefree::report {
namespace {

TEST(MarkdownTable, stands_in_columns_and_escapes_bars) {
  EXPECT_EQ(markdown_table({{.heading = "Year", .cells = {"2025", "2026"}},
                            {.heading = "Who", .align = Align::left, .cells = {"a|b", "Türkiye"}}}),
            "| Year | Who     |\n"
            "| ---: | :------ |\n"
            "| 2025 | a\\|b    |\n"
            "| 2026 | Türkiye |\n");
}

TEST(MarkdownTable, has_rules_of_at_least_three_characters) {
  EXPECT_EQ(markdown_table({{.heading = "a", .cells = {}}}), "|    a |\n| ---: |\n");
}

TEST(MarkdownItem, goes_on_under_its_text) {
  auto const text = markdown_item(std::string(60, 'x') + " " + std::string(60, 'y'));
  EXPECT_EQ(text, "- " + std::string(60, 'x') + "\n  " + std::string(60, 'y') + "\n");
}

}  // namespace
}  // namespace minefree::report
