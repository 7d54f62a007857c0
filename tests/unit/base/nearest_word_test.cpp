#include <minefree/base/nearest_word.hpp>

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/base/iso_code.hpp>

namespace minefree {
namespace {

std::vector<std::string> const keys{
    "confirmed_km2", "suspected_km2", "undiscovered_km2", "origin", "horizon", "seed", "party"};
std::vector<std::string> const codes{"AFG", "AGO", "KHM", "MMR"};

TEST(TypingDistance, counts_what_is_added_left_out_exchanged_or_swapped) {
  EXPECT_EQ(typing_distance("origin", "origin"), 0);
  EXPECT_EQ(typing_distance("orgin", "origin"), 1);
  EXPECT_EQ(typing_distance("originn", "origin"), 1);
  EXPECT_EQ(typing_distance("orixin", "origin"), 1);
  EXPECT_EQ(typing_distance("oirgin", "origin"), 1);
  EXPECT_EQ(typing_distance("ORIGIN", "origin"), 0);
  EXPECT_EQ(typing_distance("", "abc"), 3);
  EXPECT_EQ(typing_distance("abc", ""), 3);
  EXPECT_EQ(typing_distance("kitten", "sitting"), 3);
}

TEST(NearestWord, is_the_one_that_was_probably_meant) {
  EXPECT_EQ(nearest_word("confirmed_km", keys), "confirmed_km2");
  EXPECT_EQ(nearest_word("orgin", keys), "origin");
  EXPECT_EQ(nearest_word("Horizon", keys), "horizon");
  EXPECT_EQ(nearest_word("ag0", codes), "AGO");
  EXPECT_EQ(nearest_word("KMH", codes), "KHM");
}

TEST(NearestWord, is_nothing_when_all_are_far) {
  EXPECT_EQ(nearest_word("budget", keys), std::nullopt);
  EXPECT_EQ(nearest_word("USA", codes), std::nullopt);
  EXPECT_EQ(nearest_word("x", keys), std::nullopt);
  EXPECT_EQ(nearest_word("origin", {}), std::nullopt);
}

TEST(NearestWord, is_not_looked_for_when_the_word_is_a_paragraph) {
  std::vector<std::string> const long_word{std::string(1000, 'a')};
  EXPECT_EQ(nearest_word(std::string(1000, 'a'), long_word), std::nullopt);
}

TEST(DidYouMean, is_a_sentence_or_nothing) {
  EXPECT_EQ(did_you_mean("sed", keys), " Did you mean 'seed'?");
  EXPECT_EQ(did_you_mean("budget", keys), "");
}

TEST(StateCode, is_three_capital_letters) {
  EXPECT_TRUE(is_state_code("AGO"));
  EXPECT_TRUE(is_state_code("XXA"));
  for (auto const* const text : {"", "AG", "AGOO", "ago", "AG0", "A-O", "ÄGO"}) {
    EXPECT_FALSE(is_state_code(text)) << text;
  }
}

}  // namespace
}  // namespace minefree
