#include <minefree/config/changes.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

Tree tree_of(std::string const& yaml) {
  auto const parsed = parse_yaml(yaml, "f.yaml");
  EXPECT_TRUE(parsed) << testing::lines_of(parsed.problems);
  return parsed ? *parsed : Tree{};
}

/// `path: base -> other`, one a line; `-` where a file is silent.
std::string changes(std::string const& base, std::string const& other) {
  std::string text;
  for (auto const& change : changes_between(tree_of(base), tree_of(other))) {
    text +=
        change.path + ": " + change.base.value_or("-") + " -> " + change.other.value_or("-") + "\n";
  }
  return text;
}

TEST(Changes, are_none_between_equal_scenarios_however_they_are_written) {
  EXPECT_EQ(changes("a: 1\nb: {c: [1, 2]}\n", "b:\n  c:\n    - 1\n    - 2\na: 1\n"), "");
  EXPECT_EQ(changes("a: 0.50\n", "a: 0.5\n"), "");
}

TEST(Changes, leave_out_what_says_nothing_of_the_model) {
  EXPECT_EQ(changes("name: one\n", "name: two\ndescription: other\n"), "");
}

TEST(Changes, name_the_deepest_key_in_order) {
  EXPECT_EQ(changes("horizon: 2060\nfunding: {price_year: 2024}\n",
                    "horizon: 2050\nfunding: {price_year: 2020, reallocate_share: 0.5}\n"),
            "funding.price_year: 2024 -> 2020\nfunding.reallocate_share: - -> 0.5\n"
            "horizon: 2060 -> 2050\n");
}

TEST(Changes, take_a_list_of_levers_and_a_spread_as_one_value) {
  EXPECT_EQ(
      changes("funding: {donors: {USA: [{change: -50%}]}}\nx: 1\n",
              "funding: {donors: {USA: [{change: -50%, from: 2026, to: 2030}, {add_musd: 3}]}}\n"
              "x: {low: 1, best: 2, high: 3}\n"),
      "funding.donors.USA: -50% -> -50% from 2026 to 2030; 3 million USD a year on top\n"
      "x: 1 -> low 1, best 2, high 3\n");
}

TEST(Changes, know_every_shape_of_a_lever) {
  auto const said = [](std::string const& entry) { return in_words(tree_of(entry)); };
  EXPECT_EQ(said("{front_load: {years: 3, share: 60%}, from: 2026, to: 2035}"),
            "moved forward: years 3, share 60% from 2026 to 2035");
  EXPECT_EQ(said("{pledge: {musd: 240, over: 6, default_risk: 0.3}, from: 2026}"),
            "pledge of 240 million USD, over 6 years, at a risk of 0.3 from 2026");
  EXPECT_EQ(said("{set_musd: 5}"), "5 million USD a year in all");
  EXPECT_EQ(said("{regime: open, from: 2028}"), "open from 2028");
  EXPECT_EQ(said("{intensity: 2}"), "2 times the usual survey");
  EXPECT_EQ(said("[]"), "none");
}

TEST(Changes, tell_states_that_are_given_whole_apart_by_their_codes) {
  EXPECT_EQ(changes("states: [{code: XXA, initial: {confirmed_km2: 1}}, {code: XXB}]\n",
                    "states: [{code: XXA, initial: {confirmed_km2: 2}}, {code: XXC}]\n"),
            "states.XXA.initial.confirmed_km2: 1 -> 2\nstates.XXB.code: XXB -> -\n"
            "states.XXC.code: - -> XXC\n");
}

TEST(Changes, stand_where_the_other_file_makes_them) {
  auto const changes = changes_between(tree_of("a: 1\nb: 2\n"), tree_of("\n\n\na: 3\n"));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].place.line, 4);
  EXPECT_EQ(changes[1].place.line, 2);  // of the base: the other is silent
}

}  // namespace
}  // namespace minefree::config
