#include <minefree/config/yaml_tree.hpp>

#include <string>

#include <gtest/gtest.h>

#include <minefree/config/json_tree.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::lines_of;

std::string problems_of(std::string_view yaml, YamlLimits const& limits = {}) {
  auto const parsed = parse_yaml(yaml, "f", limits);
  return parsed ? "none" : lines_of(parsed.problems);
}

std::string json_of(std::string_view yaml) {
  auto const parsed = parse_yaml(yaml, "f");
  return parsed ? canonical_json(*parsed) : parsed.problems.text();
}

void expect_place(Tree const* tree, int line, int column) {
  ASSERT_NE(tree, nullptr);
  EXPECT_EQ(tree->place.line, line);
  EXPECT_EQ(tree->place.column, column);
}

TEST(YamlTree, holds_maps_lists_texts_and_empty_values) {
  EXPECT_EQ(json_of("a: 1\nb: [x, 'y', {c: }]\nd: |\n  two\n  lines\ne: ~\nf: true\ng: \"true\"\n"),
            R"({"a":1,"b":["x","y",{"c":null}],"d":"two\nlines\n","e":null,"f":true,"g":"true"})");
}

TEST(YamlTree, knows_line_and_column_of_everything_counted_from_one) {
  auto const tree = parse_yaml("a: 1\nb:\n  - x\n  - {c: 2}\n", "f");
  ASSERT_TRUE(tree);
  expect_place(tree->find("a"), 1, 4);
  expect_place(&tree->find("b")->items[0], 3, 5);
  expect_place(tree->find("b")->items[1].find("c"), 4, 9);
  EXPECT_EQ(tree->entry("b")->key_place.line, 2);
  EXPECT_EQ(tree->entry("b")->key_place.column, 1);
}

TEST(YamlTree, counts_columns_in_characters_not_bytes) {
  auto const tree = parse_yaml("{ä: 1, ö: 2, 日本: 3}\n", "f");
  ASSERT_TRUE(tree) << tree.problems.text();
  expect_place(tree->find("ä"), 1, 5);
  expect_place(tree->find("ö"), 1, 11);
  expect_place(tree->find("日本"), 1, 18);
}

TEST(YamlTree, puts_an_empty_value_where_its_key_is) {
  auto const tree = parse_yaml("a: 1\nb:\nc: 2\n", "f");
  ASSERT_TRUE(tree);
  expect_place(tree->find("b"), 2, 1);
}

TEST(YamlTree, reads_windows_line_ends_and_a_byte_order_mark) {
  EXPECT_EQ(json_of("\xEF\xBB\xBF"
                    "a: 1\r\nb: 2\r\n"),
            R"({"a":1,"b":2})");
}

TEST(YamlTree, knows_what_stood_in_quotes) {
  auto const tree = parse_yaml("a: 1\nb: '1'\nc: \"1\"\nd: |\n  1\n", "f");
  ASSERT_TRUE(tree);
  EXPECT_FALSE(tree->find("a")->quoted);
  EXPECT_TRUE(tree->find("b")->quoted);
  EXPECT_TRUE(tree->find("c")->quoted);
  EXPECT_TRUE(tree->find("d")->quoted);
}

TEST(YamlTree, writes_aliases_out) {
  EXPECT_EQ(json_of("a: &x {k: [1, 2]}\nb: *x\nc: [*x, *x]\n"),
            R"({"a":{"k":[1,2]},"b":{"k":[1,2]},"c":[{"k":[1,2]},{"k":[1,2]}]})");
}

TEST(YamlTree, refuses_aliases_that_grow_without_bound) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    auto const now = std::to_string(i);
    auto const before = std::to_string(i - 1);
    bomb += "a" + now + ": &a" + now + " [";
    for (int k = 0; k < 10; ++k) bomb += (k ? ", *a" : "*a") + before;
    bomb += "]\n";
  }
  EXPECT_EQ(
      problems_of(bomb),
      "5:5: with its aliases ('*...') written out, the file holds more than 100000 values, or "
      "nests deeper than 64. Use fewer aliases.\n");
}

TEST(YamlTree, refuses_an_alias_inside_what_it_repeats) {
  EXPECT_EQ(problems_of("a: &a [1, *a]\n"),
            "1:11: this alias stands inside the value that it repeats, so it has no end. Write the "
            "value out.\n");
}

TEST(YamlTree, refuses_depth_beyond_reason_whatever_the_style) {
  std::string dashes;
  for (int i = 0; i < 5000; ++i) dashes += "- ";
  for (auto const& deep : {std::string(100'000, '['), std::string(100'000, '{'), dashes}) {
    EXPECT_NE(problems_of(deep).find("nested more than 64 deep here. Is it the right file?"),
              std::string::npos);
  }
  EXPECT_EQ(problems_of(std::string(64, '[') + std::string(64, ']')), "none");
}

TEST(YamlTree, reads_long_lines_in_a_time_that_grows_with_their_length) {
  std::string line = "[";
  while (line.size() < 6'000'000) line += "'" + std::string(60, 'x') + "ü', ";
  EXPECT_EQ(problems_of(line + "1]\n"), "none");
}

TEST(YamlTree, refuses_depth_that_aliases_build) {
  std::string yaml = "a0: &a0 [x]\n";
  for (int i = 1; i < 70; ++i) {
    yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) +
            "]\n";
  }
  EXPECT_NE(problems_of(yaml).find("nests deeper than 64"), std::string::npos);
}

TEST(YamlTree, refuses_more_values_and_bytes_than_a_person_writes) {
  std::string many = "[";
  for (int i = 0; i < 2000; ++i) many += "1,";
  EXPECT_EQ(problems_of(many + "1]\n", {.nodes = 1000}),
            "1:2000: the file holds more than 1000 values. Is it the right file?\n");
  EXPECT_EQ(problems_of(std::string((8U << 20U) + 1, '#')),
            "0:0: the file is longer than 8 MiB. Is it the right file?\n");
}

TEST(YamlTree, reads_a_file_of_eight_mebibytes) {
  std::string comment(8U << 20U, '#');
  comment.replace(comment.size() - 6, 6, "\na: 1\n");
  EXPECT_EQ(problems_of(comment), "none");
}

TEST(YamlTree, names_every_repeated_key_at_once_with_the_line_of_the_first) {
  EXPECT_EQ(problems_of("a: 1\nb: {c: 1, c: 2}\na: 3\n"),
            "2:11: the key 'c' is given twice (first at line 2). Remove one.\n"
            "3:1: the key 'a' is given twice (first at line 1). Remove one.\n");
}

TEST(YamlTree, refuses_what_is_no_text_with_the_place_of_the_first_bad_byte) {
  EXPECT_EQ(problems_of("a: ä\nb: \xff\n"),
            "2:4: byte 0xff is not UTF-8. Save the file with the encoding UTF-8.\n");
  EXPECT_EQ(
      problems_of(std::string_view("a: \0\n", 5)),
      "1:4: byte 0x00 is a control character, so this is not a text file. Remove it, or check "
      "that it is the right file.\n");
  // Overlong forms, surrogates, more than U+10FFFF, cut characters.
  for (std::string const bad : {"\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                "\xf8\x88\x80\x80\x80", "\xc3", "\xe2\x82", "\x80"}) {
    EXPECT_NE(problems_of("a: " + bad).find("is not UTF-8"), std::string::npos);
  }
  EXPECT_EQ(problems_of("a: '\xf0\x9f\x8c\x8d \xef\xbf\xbd'\n"), "none");
}

TEST(YamlTree, refuses_tabs_and_says_how_many_there_are) {
  EXPECT_EQ(problems_of("a:\n\tb: 1\n"),
            "2:1: a tab; its width is not defined in YAML. Use spaces.\n");
  EXPECT_EQ(
      problems_of("a:\t1\nb:\t2\nc:\t3\n"),
      "1:3: a tab (and 2 more in this file); its width is not defined in YAML. Use spaces.\n");
}

TEST(YamlTree, refuses_tags_merge_keys_odd_keys_and_second_documents) {
  EXPECT_NE(problems_of("a: !!str 1\n").find("1:4: tags"), std::string::npos);
  EXPECT_NE(problems_of("a: ! 1\n").find("1:4: tags"), std::string::npos);
  EXPECT_NE(problems_of("a: !mine {b: 1}\n").find("1:4: tags"), std::string::npos);
  EXPECT_NE(problems_of("a: &x {b: 1}\nc: {<<: *x}\n").find("2:5: merge keys"), std::string::npos);
  EXPECT_NE(problems_of("? [a, b]\n: 1\n").find("1:3: a list or a map"), std::string::npos);
  EXPECT_NE(problems_of(": 1\n").find("there is no key"), std::string::npos);
  EXPECT_NE(problems_of("a: 1\n---\nb: 2\n").find("2:1: a second document"), std::string::npos);
}

TEST(YamlTree, takes_one_document_with_its_marks) {
  EXPECT_EQ(json_of("%YAML 1.2\n---\na: 1\n...\n"), R"({"a":1})");
}

TEST(YamlTree, refuses_an_empty_file) {
  for (std::string const empty : {"", "\n\n", "# only a comment\n", "---\n", "~\n"}) {
    EXPECT_NE(problems_of(empty).find("the file is empty"), std::string::npos) << empty;
  }
}

TEST(YamlTree, notices_quotes_that_are_not_closed) {
  std::string const what =
      "1:4: a text in quotes starts here and does not end. Add the closing quote.\n";
  for (std::string const open :
       {"a: 'open\n", "a: \"open\nb: 1\n", "a: 'it''s\n", "a: \"x\\\"\n"}) {
    EXPECT_EQ(problems_of(open), what) << open;
  }
  EXPECT_EQ(problems_of("a: 'it''s'\nb: \"\\\"\"\r\nc: ''\n"), "none");
}

TEST(YamlTree, says_syntax_errors_in_plain_words) {
  for (std::string const broken :
       {"a: [1, 2\n", "a: {b: 1\n", "a: 'open\n", "a: \"\\q\"\n", "a: 1\n  b: 2\n", "a: b: c\n",
        "- 1\na: 2\n", "a: ]\n", "a: @b\n", "a: *none\n", "a: &\n", "a: |0\n x\n", "a: \"\\xZZ\"\n",
        "a: \"\\ud800\"\n", "[a]: b: c\n"}) {
    auto const problems = problems_of(broken);
    EXPECT_NE(problems, "none") << broken;
    EXPECT_EQ(problems.find("this is not YAML that can be read"), std::string::npos)
        << broken << problems;
  }
}

}  // namespace
}  // namespace minefree::config
