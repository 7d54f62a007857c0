// No input makes the readers crash, hang or throw: good files with bytes changed, cut, doubled and
// spliced, and bytes of no sense at all. Runs under the sanitizers in the `dev` preset.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/config/json_tree.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/config/read_state.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

// A small generator of its own (splitmix64), so that every machine sees the same inputs.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ += 0x9e3779b97f4a7c15U;
    auto x = state_;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return static_cast<std::size_t>((x ^ (x >> 31U)) % bound);
  }

 private:
  std::uint64_t state_;
};

std::string const scenario = R"(format: 1
name: "A \"name\" with é"
origin: 2024
horizon: 2060
seed: 1
certain: false
targets: &t [2030, 2035]
funding:
  world: [{change: +20%, from: 2026}]
  donors: {USA: [{change: -50%}]}
parameters: {maturity_penalty: {low: 0.1, best: 0.4, high: 0.9, source: own}}
state_overrides: {XXA: {confirmed_km2: 12 km2, starts: 2026}}
description: |
  Two
  lines.
states:
  - code: XXA
    treaty: {party: true, deadline: 2030-03-01}
    initial: {confirmed_km2: 20, suspected_km2: 100}
    programme: {capacity_km2_per_year: 2.5, regime_jumps: [[0, 1, 0], [1, 0, 0], [0, 1, 0]]}
    security: [{from: 2003, to: 2020, regime: open}]
  - XXB
)";

std::string const state = R"(format: 1
code: XXB
name: B
baseline: partial
treaty:
  party: true
  deadlines: [{date: 2013-01-01, granted: 2003, source: lm2023-XXA}]
status: {kind: affected}
history:
  - {year: 2022, confirmed_km2: 65.36, suspected_km2: 2.64, source: lm2023-XXA, reason: why}
programme: {confirmed_share: {low: 0.1, best: 0.2, high: 0.3, source: own, reason: guess}}
)";

std::string const sources = "source_id,title,year\nlm2023-XXA,\"A, B\",2023\n";

std::vector<std::string> const pieces{"\n",
                                      "  ",
                                      "\t",
                                      ":",
                                      ": ",
                                      "- ",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      ",",
                                      "'",
                                      "\"",
                                      "|",
                                      ">",
                                      "&a ",
                                      "*a",
                                      "*t",
                                      "!",
                                      "!!int ",
                                      "<<: ",
                                      "? ",
                                      "---\n",
                                      "...\n",
                                      "%",
                                      "#",
                                      "@",
                                      "`",
                                      "~",
                                      "null",
                                      "no",
                                      "010",
                                      ".nan",
                                      "1e400",
                                      "-1",
                                      "\\",
                                      "\"\\x",
                                      std::string(1, '\0'),
                                      "\xff",
                                      "\xc3",
                                      "\r",
                                      "extends: t.yaml\n",
                                      "states: all\n",
                                      "XXA",
                                      std::string(70, '['),
                                      std::string(2000, '9')};

std::string mutated(std::string text, Dice& dice) {
  for (auto changes = 1 + dice.below(4); changes > 0 && !text.empty(); --changes) {
    auto const at = dice.below(text.size());
    switch (dice.below(6)) {
      case 0:
        text[at] = static_cast<char>(dice.below(256));
        break;
      case 1:
        text.erase(at, 1 + dice.below(12));
        break;
      case 2:
        text.insert(at, pieces[dice.below(pieces.size())]);
        break;
      case 3:
        text.insert(at, text.substr(dice.below(text.size()), dice.below(80)));
        break;
      case 4:
        text.resize(at);
        break;
      default:
        text.replace(at, 1, pieces[dice.below(pieces.size())]);
        break;
    }
  }
  return text;
}

Files files_with(std::string const& scenario_text, std::string const& state_text,
                 std::string const& sources_text) {
  return testing::text_files({{"t.yaml", scenario_text},
                              {"states/XXB.yaml", state_text},
                              {"data/sources.csv", sources_text}});
}

// There is a value or there are problems, never both or neither; every problem can be printed.
template <class T>
void expect_an_answer(Outcome<T> const& outcome, std::string const& input) {
  EXPECT_NE(outcome.value.has_value(), !outcome.problems.empty()) << input;
  for (auto const& problem : outcome.problems.sorted()) {
    EXPECT_FALSE(problem.file.empty() || problem.what.empty()) << input;
    EXPECT_GE(problem.line, 0) << input;
    EXPECT_EQ(problem.line == 0, problem.column == 0) << input;
  }
}

TEST(AnyBytes, in_a_scenario_are_read_or_refused) {
  ASSERT_TRUE(read_scenario("t.yaml", files_with(scenario, state, sources)));
  Dice dice(1);
  int good = 0;
  for (int i = 0; i < 3000; ++i) {
    auto const text = mutated(scenario, dice);
    auto const outcome = read_scenario("t.yaml", files_with(text, state, sources));
    expect_an_answer<Scenario>(outcome, text);
    good += outcome ? 1 : 0;
  }
  EXPECT_GT(good, 20);  // mutations that change nothing that matters
  EXPECT_LT(good, 2000);
}

TEST(AnyBytes, in_a_state_file_are_read_or_refused) {
  Dice dice(2);
  for (int i = 0; i < 2000; ++i) {
    auto const text = mutated(state, dice);
    expect_an_answer(read_state("states/XXB.yaml", files_with(scenario, text, sources)), text);
  }
}

TEST(AnyBytes, in_the_list_of_sources_are_read_or_refused) {
  Dice dice(3);
  for (int i = 0; i < 500; ++i) {
    auto const text = mutated(sources, dice);
    expect_an_answer(read_state("states/XXB.yaml", files_with(scenario, state, text)), text);
  }
}

TEST(AnyBytes, without_any_sense_are_refused) {
  Dice dice(4);
  for (int i = 0; i < 2000; ++i) {
    std::string text(1 + dice.below(200), ' ');
    for (auto& c : text) {
      auto const& piece = pieces[dice.below(pieces.size())];
      c = dice.below(3) == 0 && !piece.empty() ? piece[0] : static_cast<char>(32 + dice.below(95));
    }
    expect_an_answer<Scenario>(read_scenario("t.yaml", files_with(text, state, sources)), text);
    expect_an_answer(parse_json(text, "f"), text);
  }
}

TEST(AnyBytes, that_are_json_keep_their_canonical_form) {
  auto const json = canonical_json(*parse_yaml(scenario, "f"));
  Dice dice(5);
  for (int i = 0; i < 1500; ++i) {
    auto const text = mutated(json, dice);
    auto const tree = parse_json(text, "f");
    expect_an_answer(tree, text);
    if (!tree) continue;
    auto const once = canonical_json(*tree);
    auto const twice = parse_json(once, "f");
    ASSERT_TRUE(twice) << once;
    EXPECT_EQ(canonical_json(*twice), once);
  }
}

}  // namespace
}  // namespace minefree::config
