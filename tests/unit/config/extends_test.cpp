#include <minefree/config/extends.hpp>

#include <gtest/gtest.h>

#include <minefree/config/json_tree.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::text_files;

struct Merged {
  std::string json;
  std::vector<std::string> files;
  std::string problems;
};

Merged merge(std::map<std::string, std::string> texts, std::string const& path,
             std::string const& library = {}) {
  Problems problems;
  auto const whole = read_with_extends(path, text_files(std::move(texts)), library, problems);
  return {whole ? canonical_json(whole->tree) : "",
          whole ? whole->files : std::vector<std::string>{}, problems.text()};
}

TEST(Extends, lays_a_scenario_over_the_one_it_names) {
  auto const merged = merge({{"s/a.yaml", "extends: b.yaml\nx: 1\nlist: [1]\n"},
                             {"s/b.yaml", "x: 0\ny: 2\nlist: [2, 3]\n"}},
                            "s/a.yaml");
  EXPECT_EQ(merged.json, R"({"list":[1],"x":1,"y":2})");
  EXPECT_EQ(merged.files, (std::vector<std::string>{"s/a.yaml", "s/b.yaml"}));
}

TEST(Extends, follows_a_chain_through_folders) {
  auto const merged = merge({{"s/a.yaml", "extends: ../t/b.yaml\na: 1\n"},
                             {"t/b.yaml", "extends: c.yaml\nb: 1\n"},
                             {"t/c.yaml", "c: 1\na: 0\n"}},
                            "s/a.yaml");
  EXPECT_EQ(merged.json, R"({"a":1,"b":1,"c":1})");
}

TEST(Extends, looks_in_the_library_for_what_is_not_beside_the_file) {
  auto const merged =
      merge({{"mine/a.yaml", "extends: b.yaml\n"}, {"lib/b.yaml", "b: 1\n"}}, "mine/a.yaml", "lib");
  EXPECT_EQ(merged.json, R"({"b":1})");
}

TEST(Extends, can_override_a_switch) {
  auto const merged = merge(
      {{"a.yaml", "extends: b.yaml\ncertain: false\n"}, {"b.yaml", "certain: true\n"}}, "a.yaml");
  EXPECT_EQ(merged.json, R"({"certain":false})");
}

TEST(Extends, names_the_chain_that_leads_back_into_itself) {
  auto const merged = merge({{"a.yaml", "extends: b.yaml\n"},
                             {"b.yaml", "x: 1\nextends: ./c.yaml\n"},
                             {"c.yaml", "extends: b.yaml\n"}},
                            "a.yaml");
  EXPECT_EQ(merged.problems,
            "c.yaml:1:10: extends leads back into itself: b.yaml -> c.yaml -> b.yaml. Remove one "
            "'extends'.\n1 problem in c.yaml; nothing was run.\n");
  EXPECT_NE(merge({{"a.yaml", "extends: a.yaml\n"}}, "a.yaml").problems.find("a.yaml -> a.yaml"),
            std::string::npos);
}

TEST(Extends, says_where_it_looked_for_a_missing_file) {
  auto const merged = merge(
      {{"s/a.yaml", "extends: basline.yaml\n"}, {"s/baseline.yaml", "x: 1\n"}}, "s/a.yaml", "lib");
  EXPECT_EQ(merged.problems,
            "s/a.yaml:1:10: extends names 'basline.yaml', which is not there (looked for "
            "s/basline.yaml and lib/basline.yaml). Did you mean 'baseline.yaml'?\n"
            "1 problem in s/a.yaml; nothing was run.\n");
}

TEST(Extends, is_the_name_of_one_file) {
  EXPECT_NE(merge({{"a.yaml", "extends: [b.yaml]\n"}}, "a.yaml").problems.find("extends is a list"),
            std::string::npos);
  EXPECT_NE(merge({{"a.yaml", "extends:\n"}}, "a.yaml").problems.find("extends is empty"),
            std::string::npos);
}

TEST(Extends, gives_up_on_a_chain_without_end) {
  std::map<std::string, std::string> texts;
  for (int i = 0; i < 100; ++i) {
    texts["s" + std::to_string(i) + ".yaml"] = "extends: s" + std::to_string(i + 1) + ".yaml\n";
  }
  EXPECT_NE(merge(texts, "s0.yaml").problems.find("more than 32 scenarios extend one another"),
            std::string::npos);
}

}  // namespace
}  // namespace minefree::config
