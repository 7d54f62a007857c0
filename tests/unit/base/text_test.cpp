#include <minefree/base/text.hpp>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace minefree {
namespace {

TEST(JsonNumber, is_what_rfc_8259_says) {
  for (auto const* const text :
       {"0", "-0", "1", "-12", "1.5", "0.5", "1e3", "1E+3", "1.25e-7", "120"}) {
    EXPECT_TRUE(is_json_number(text)) << text;
  }
  for (auto const* const text :
       {"", "-", "+1", "01", "-01", ".5", "1.", "1e", "1e+", "0x1", "1_000", "1,5", "nan", "inf",
        ".nan", "1 ", " 1", "1e3.5", "--1"}) {
    EXPECT_FALSE(is_json_number(text)) << text;
  }
}

TEST(ParseNumber, takes_a_leading_plus_beside_the_grammar_of_json) {
  EXPECT_EQ(parse_number("+20"), 20.0);
  EXPECT_EQ(parse_number("-0.25"), -0.25);
  EXPECT_EQ(parse_number("+-20"), std::nullopt);
  EXPECT_EQ(parse_number("++20"), std::nullopt);
  EXPECT_EQ(parse_number("010"), std::nullopt);
}

TEST(ParseNumber, refuses_what_no_double_holds_and_rounds_what_is_tiny_to_zero) {
  EXPECT_EQ(parse_number("1e400"), std::nullopt);
  EXPECT_EQ(parse_number("-1e400"), std::nullopt);
  EXPECT_EQ(parse_number("1e-400"), 0.0);
  EXPECT_EQ(parse_number("0." + std::string(400, '0') + "1"), 0.0);
  EXPECT_EQ(parse_number("1" + std::string(400, '0')), std::nullopt);
}

TEST(ParseInteger, takes_digits_alone) {
  EXPECT_EQ(parse_integer("2030"), 2030);
  EXPECT_EQ(parse_integer("-7"), -7);
  EXPECT_EQ(parse_integer("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
  for (auto const* const text : {"", "2.0", "1e3", "010", "9223372036854775808", "+-1", "a"}) {
    EXPECT_EQ(parse_integer(text), std::nullopt) << text;
  }
}

// The examples of RFC 8785, appendix B, that are finite.
TEST(Shortest, writes_numbers_as_rfc_8785_does) {
  struct Example {
    std::uint64_t bits;
    char const* text;
  };
  for (auto const& [bits, text] : std::vector<Example>{
           {0x0000000000000000U, "0"},
           {0x8000000000000000U, "0"},
           {0x0000000000000001U, "5e-324"},
           {0x8000000000000001U, "-5e-324"},
           {0x7fefffffffffffffU, "1.7976931348623157e+308"},
           {0x4340000000000000U, "9007199254740992"},
           {0xc340000000000000U, "-9007199254740992"},
           {0x4430000000000000U, "295147905179352830000"},
           {0x44b52d02c7e14af5U, "9.999999999999997e+22"},
           {0x44b52d02c7e14af6U, "1e+23"},
           {0x44b52d02c7e14af7U, "1.0000000000000001e+23"},
           {0x444b1ae4d6e2ef4eU, "999999999999999700000"},
           {0x444b1ae4d6e2ef4fU, "999999999999999900000"},
           {0x444b1ae4d6e2ef50U, "1e+21"},
           {0x3eb0c6f7a0b5ed8cU, "9.999999999999997e-7"},
           {0x3eb0c6f7a0b5ed8dU, "0.000001"},
           {0x41b3de4355555553U, "333333333.3333332"},
           {0x41b3de4355555554U, "333333333.33333325"},
           {0xbecbf647612f3696U, "-0.0000033333333333333333"},
           {0x43143ff3c1cb0959U, "1424953923781206.2"},
       }) {
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    EXPECT_EQ(shortest(number), text);
  }
}

TEST(Shortest, reads_back_as_the_same_number) {
  for (double number = 1e-9; number < 1e24; number *= 1.37) {
    EXPECT_EQ(parse_number(shortest(number)), number);
    EXPECT_EQ(parse_number(shortest(-number)), -number);
  }
  EXPECT_EQ(shortest(12), "12");
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(1000000), "1000000");
  EXPECT_EQ(shortest(-2.5), "-2.5");
}

TEST(Join, puts_another_word_before_the_last) {
  std::vector<std::string> const words{"a", "b", "c"};
  EXPECT_EQ(join(words, ", ", " or "), "a, b or c");
  EXPECT_EQ(join({words.data(), 1}, ", ", " or "), "a");
  EXPECT_EQ(join({words.data(), 2}, ", ", " or "), "a or b");
  EXPECT_EQ(join({}, ", ", " or "), "");
  EXPECT_EQ(quoted_list(words, " and "), "'a', 'b' and 'c'");
}

TEST(InQuotes, shortens_long_texts_between_characters_and_hides_control_characters) {
  EXPECT_EQ(in_quotes("a"), "'a'");
  EXPECT_EQ(in_quotes("a\nb\x7f"), "'a?b?'");
  EXPECT_EQ(in_quotes(std::string(100, 'a')), "'" + std::string(60, 'a') + "...'");
  std::string umlauts;
  for (int i = 0; i < 61; ++i) umlauts += "ü";
  EXPECT_EQ(in_quotes(umlauts), "'" + umlauts.substr(0, 120) + "...'");
}

TEST(ShellWord, quotes_what_a_shell_or_a_terminal_would_obey) {
  EXPECT_EQ(shell_word("scenarios/us-halves.yaml"), "scenarios/us-halves.yaml");
  EXPECT_EQ(shell_word("a;touch X.yaml"), "'a;touch X.yaml'");
  EXPECT_EQ(shell_word("it's $(x).yaml"), R"('it'\''s $(x).yaml')");
  EXPECT_EQ(shell_word("a\nb\x03"), "'a?b?'");
  EXPECT_EQ(shell_word("-rf.yaml"), "./-rf.yaml");
  EXPECT_EQ(shell_word("~/x.yaml"), "'~/x.yaml'");
  EXPECT_EQ(shell_word(""), "''");
}

TEST(Trimmed, leaves_what_is_between) {
  EXPECT_EQ(trimmed("  a b\r\n"), "a b");
  EXPECT_EQ(trimmed(" \t\n"), "");
}

}  // namespace
}  // namespace minefree
