#include <minefree/config/frozen_draws.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

#include <minefree/base/sha256.hpp>

namespace minefree::config {
namespace {

Tree scenario_of(std::string const& yaml) { return *testing::text_files({}).parse(yaml, "f.json"); }

TEST(FrozenDraws, are_found_in_the_first_folder_that_has_them_with_their_hash) {
  auto const files = testing::text_files({{"kept/draws/mine.csv", "other"},
                                          {"today/draws/mine.csv", "mine"},
                                          {"library/draws/mine.csv", "mine"}});
  auto const scenario = scenario_of("posterior: draws/mine.csv\n");
  auto const draws =
      find_frozen_draws(scenario, sha256_hex("mine"), {"kept", "today", "library"}, files);
  EXPECT_EQ(draws.path, "today/draws/mine.csv");
  EXPECT_TRUE(draws.same);
  EXPECT_EQ(with_draws_at(scenario, *draws.path).find("posterior")->text, "today/draws/mine.csv");
}

TEST(FrozenDraws, are_found_beside_the_frozen_file_whatever_folder_they_lay_in) {
  auto const files = testing::text_files({{"kept/mine.csv", "mine"}});
  for (auto const* const name : {"../draws/mine.csv", "/draws/mine.csv", "mine.csv"}) {
    auto const scenario = scenario_of(std::string("posterior: ") + name + "\n");
    auto const draws = find_frozen_draws(scenario, sha256_hex("mine"), {"kept"}, files);
    EXPECT_EQ(draws.path, "kept/mine.csv") << name;
  }
}

TEST(FrozenDraws, with_another_hash_are_taken_only_where_no_others_are) {
  auto const files = testing::text_files({{"kept/mine.csv", "other"}});
  auto const scenario = scenario_of("posterior: draws/mine.csv\n");
  auto const draws = find_frozen_draws(scenario, sha256_hex("mine"), {"kept"}, files);
  EXPECT_EQ(draws.path, "kept/mine.csv");
  EXPECT_FALSE(draws.same);
  auto const none = find_frozen_draws(scenario, sha256_hex("mine"), {"elsewhere"}, files);
  EXPECT_FALSE(none.path);
  EXPECT_EQ(none.looked_for,
            (std::vector<std::string>{"elsewhere/draws/mine.csv", "elsewhere/mine.csv"}));
}

TEST(FrozenDraws, are_none_where_the_scenario_names_none) {
  auto const files = testing::text_files({});
  EXPECT_EQ(find_frozen_draws(scenario_of("name: x\n"), "e", {"kept"}, files).name, "");
  EXPECT_EQ(find_frozen_draws(scenario_of("posterior: none\n"), "e", {"kept"}, files).name, "");
}

}  // namespace
}  // namespace minefree::config
