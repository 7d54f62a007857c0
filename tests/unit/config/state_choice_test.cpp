#include <minefree/config/state_choice.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using Kind = StateChoice::Kind;
using testing::read_as;

TEST(StateChoice, is_a_word_a_list_or_an_exception) {
  EXPECT_EQ(read_as(state_choice(), "all").value->kind, Kind::all);
  EXPECT_EQ(read_as(state_choice(), "affected").value->kind, Kind::affected);
  EXPECT_EQ(read_as(state_choice(), "parties").value->kind, Kind::parties);
  auto const listed = read_as(state_choice(), "[KHM, AGO]").value;
  EXPECT_EQ(listed->kind, Kind::listed);
  ASSERT_EQ(listed->entries.size(), 2U);
  EXPECT_EQ(listed->entries[0].code, "KHM");
  auto const except = read_as(state_choice(), "{except: [UKR]}").value;
  EXPECT_EQ(except->kind, Kind::except);
  EXPECT_EQ(except->entries[0].code, "UKR");
}

TEST(StateChoice, may_mix_codes_with_states_given_whole) {
  auto const mixed = read_as(state_choice(), "[AGO, {code: XXA}]").value;
  ASSERT_EQ(mixed->entries.size(), 2U);
  EXPECT_FALSE(mixed->entries[0].is_inline);
  EXPECT_TRUE(mixed->entries[1].is_inline);
  EXPECT_EQ(mixed->entries[1].code, "XXA");
}

TEST(StateChoice, refuses_a_state_given_twice_with_the_line_of_the_first) {
  EXPECT_EQ(read_as(state_choice(), "[AGO, KHM, AGO]").problems,
            "state 'AGO' is given twice (first at line 1). Remove one.");
  EXPECT_EQ(read_as(state_choice(), "[XXA, {code: XXA}]").problems,
            "state 'XXA' is given twice (first at line 1). Remove one.");
}

TEST(StateChoice, refuses_anything_else_with_what_is_wanted) {
  EXPECT_EQ(read_as(state_choice(), "AGO").problems,
            "v is 'AGO'. A single state is a list too: write [AGO].");
  EXPECT_EQ(read_as(state_choice(), "everyone").problems,
            "v is 'everyone'. Write 'all', 'affected', 'parties', a list of codes or states, or "
            "{except: [codes]}, such as [AGO, KHM].");
  EXPECT_EQ(read_as(state_choice(), "[]").problems, "v has 0 entries. Give at least 1.");
  EXPECT_NE(read_as(state_choice(), "{excpt: [UKR]}").problems.find("Did you mean 'except'?"),
            std::string::npos);
  EXPECT_NE(read_as(state_choice(), "[NO]").problems.find("Norway is NOR"), std::string::npos);
}

}  // namespace
}  // namespace minefree::config
