#include <minefree/config/tree.hpp>

#include <gtest/gtest.h>

#include <minefree/config/json_tree.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

Tree tree_of(std::string const& yaml, std::string const& file = "f") {
  auto parsed = parse_yaml(yaml, file);
  if (!parsed) ADD_FAILURE() << parsed.problems.text();
  return parsed ? *parsed.value : Tree{};
}

TEST(Tree, keeps_the_keys_of_a_map_in_the_order_of_the_file) {
  auto const tree = tree_of("b: 1\na: 2\nc: 3\n");
  ASSERT_EQ(tree.entries.size(), 3U);
  EXPECT_EQ(tree.entries[0].key, "b");
  EXPECT_EQ(tree.entries[2].key, "c");
}

TEST(Tree, finds_a_key_or_nothing) {
  auto const tree = tree_of("a: 1\n");
  ASSERT_NE(tree.find("a"), nullptr);
  EXPECT_EQ(tree.find("a")->text, "1");
  EXPECT_EQ(tree.find("b"), nullptr);
  EXPECT_EQ(tree.find("a")->find("b"), nullptr);
}

TEST(Merged, maps_are_merged_key_by_key_and_everything_else_is_replaced) {
  auto const base = tree_of("a: {x: 1, y: 2}\nlist: [1, 2, 3]\nkept: base\n");
  auto const change = tree_of("a: {y: 3, z: 4}\nlist: [9]\nnew: here\n");
  EXPECT_EQ(canonical_json(merged(base, change)),
            R"({"a":{"x":1,"y":3,"z":4},"kept":"base","list":[9],"new":"here"})");
}

TEST(Merged, a_value_takes_the_place_of_a_map_and_the_other_way_round) {
  EXPECT_EQ(canonical_json(merged(tree_of("a: {x: 1}"), tree_of("a: 2"))), R"({"a":2})");
  EXPECT_EQ(canonical_json(merged(tree_of("a: 2"), tree_of("a: {x: 1}"))), R"({"a":{"x":1}})");
}

TEST(Merged, every_value_keeps_its_own_file_and_place) {
  auto const tree =
      merged(tree_of("a: 1\nb: {x: 1,\n    y: 2}\n", "base"), tree_of("\n\nb: {y: 3}\n", "change"));
  EXPECT_EQ(*tree.find("a")->place.file, "base");
  EXPECT_EQ(*tree.find("b")->find("x")->place.file, "base");
  auto const& changed = tree.find("b")->find("y")->place;
  EXPECT_EQ(*changed.file, "change");
  EXPECT_EQ(changed.line, 3);
  EXPECT_EQ(changed.column, 8);
}

TEST(Without, leaves_one_key_out) {
  EXPECT_EQ(canonical_json(without(tree_of("a: 1\nb: 2\n"), "a")), R"({"b":2})");
}

}  // namespace
}  // namespace minefree::config
