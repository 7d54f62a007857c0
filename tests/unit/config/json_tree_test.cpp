#include <minefree/config/json_tree.hpp>

#include <gtest/gtest.h>

#include <minefree/config/provenance.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

std::string json_of_yaml(std::string const& yaml) {
  auto const parsed = parse_yaml(yaml, "f");
  return parsed ? canonical_json(*parsed) : parsed.problems.text();
}

std::string json_of_json(std::string const& json) {
  auto const parsed = parse_json(json, "f");
  return parsed ? canonical_json(*parsed) : parsed.problems.text();
}

TEST(CanonicalJson, sorts_keys_and_leaves_no_spaces) {
  EXPECT_EQ(json_of_yaml("b: 1\na: {d: [], c: {}}\n"), R"({"a":{"c":{},"d":[]},"b":1})");
}

TEST(CanonicalJson, writes_plain_numbers_in_their_shortest_form_and_quoted_ones_as_text) {
  EXPECT_EQ(json_of_yaml("[1.0, 1.50, 1e3, -0, 0.10, '1.0', 2030-01-01, +20%, 1e400, 010, 1_000]"),
            R"([1,1.5,1000,0,0.1,"1.0","2030-01-01","+20%","1e400","010","1_000"])");
}

TEST(CanonicalJson, takes_true_and_false_alone_for_booleans) {
  EXPECT_EQ(json_of_yaml("[true, false, True, yes, 'true', null, ~]"),
            R"([true,false,"True","yes","true",null,null])");
}

TEST(CanonicalJson, escapes_as_rfc_8785_does) {
  EXPECT_EQ(json_of_yaml(R"(["a\"\\\b\f\n\r\t\x01é日"])"), R"(["a\"\\\b\f\n\r\t\u0001é日"])");
}

TEST(CanonicalJson, is_its_own_canonical_form) {
  std::string const json = json_of_yaml(
      "z: [1, -2.5e-9, 'x', true, ~, {b: 1, a: \"\\u0007\\n\"}]\na: 2030-01-01\nc: '12'\nd: 1e21\n");
  EXPECT_EQ(json_of_json(json), json);
  EXPECT_EQ(json_of_yaml(json), json);  // JSON is YAML
}

TEST(CanonicalJson, of_a_scenario_is_the_same_from_yaml_and_from_the_json_of_a_page) {
  EXPECT_EQ(json_of_json(R"({"seed": 1, "name": "no", "share": "+20%", "list": [1.0, 2e0]})"),
            json_of_yaml("list: [1, 2]\nname: 'no'\nseed: 1\nshare: +20%\n"));
}

TEST(ParseJson, refuses_what_is_no_json_and_repeated_keys) {
  EXPECT_FALSE(parse_json("", "f"));
  EXPECT_FALSE(parse_json("{\"a\": 1", "f"));
  EXPECT_FALSE(parse_json("{\"a\": 1} 2", "f"));
  EXPECT_FALSE(parse_json("{\"a\": 1e400}", "f"));
  EXPECT_FALSE(parse_json("[NaN]", "f"));
  EXPECT_EQ(json_of_json(R"({"a": 1, "a": 2})"),
            "f: the key 'a' is given twice. Remove one.\n1 problem in f; nothing was run.\n");
}

TEST(ParseJson, has_the_bounds_of_yaml) {
  EXPECT_FALSE(parse_json(std::string(100'000, '['), "f"));
  std::string many = "[1";
  for (int i = 0; i < 100'000; ++i) many += ",1";
  EXPECT_FALSE(parse_json(many + "]", "f"));
}

TEST(ScenarioSha256, does_not_depend_on_the_order_of_keys_comments_or_spelling_of_numbers) {
  auto const hash = [](std::string const& yaml) { return scenario_sha256(*parse_yaml(yaml, "f")); };
  EXPECT_EQ(hash("a: 1\nb: 2.50\n"), hash("# hello\nb: 2.5\na: 1.0\n"));
  EXPECT_NE(hash("a: 1\n"), hash("a: 2\n"));
  EXPECT_NE(hash("a: 1\n"), hash("a: '1'\n"));
}

TEST(DataFiles, give_one_hash_that_knows_names_and_bytes_but_not_the_order) {
  DataFiles one, other, third;
  EXPECT_EQ(one.sha256(), std::nullopt);
  one.add("a", "1");
  one.add("b", "2");
  other.add("b", "2");
  other.add("a", "1");
  third.add("a", "2");
  third.add("b", "1");
  EXPECT_EQ(one.sha256(), other.sha256());
  EXPECT_NE(one.sha256(), third.sha256());
}

}  // namespace
}  // namespace minefree::config
