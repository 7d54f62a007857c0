#include <minefree/config/read_state.hpp>

#include <gtest/gtest.h>

#include <minefree/config/state_fields.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::lines_of;
using testing::text_files;

std::string const sources = "source_id,year\nlm2023-XXA,2023\nsup2024-XXA,2024\n";

std::string const head =
    "format: 1\ncode: XXA\nname: Example\nbaseline: partial\n"
    "treaty: {party: true, entry_into_force: 2003-01-01}\nstatus: {kind: affected}\n";

Outcome<StateData> read(std::string const& more, std::string const& start = head) {
  return read_state("s/states/XXA.yaml", text_files({{"s/states/XXA.yaml", start + more},
                                                     {"s/data/sources.csv", sources}}));
}

std::string problems_of(std::string const& more, std::string const& start = head) {
  return lines_of(read(more, start).problems);
}

TEST(StateFile, gives_every_section) {
  auto const state = read(R"(history:
  - {year: 2022, confirmed_km2: 5, suspected_km2: 7.5, source: lm2023-XXA, reason: why}
  - {year: 2023, contamination_km2: 11, cleared_km2: 1, redefined: true, source: [lm2023-XXA, sup2024-XXA]}
programme:
  capacity_km2_per_year: {low: 1, best: 2, high: 3, source: lm2023-XXA}
funding:
  years:
    - {year: 2022, international_musd: 3, national_musd: 1, source: lm2023-XXA}
donor_shares:
  - {donor: USA, year: 2022, musd: 2, source: lm2023-XXA}
security:
  - {from: 2003, to: 2010, regime: conflict, source: lm2023-XXA}
  - {from: 2011, to: 2024, regime: open, source: lm2023-XXA}
casualties:
  - {year: 2022, casualties: 12, killed: 4, source: lm2023-XXA}
people:
  - {year: 2022, people_exposed: 1000, source: lm2023-XXA}
plans:
  - {published: 2023, stated_completion: 2028-12-31, planned_km2_per_year: 2, source: lm2023-XXA}
notes: |
  For readers.
)");
  ASSERT_TRUE(state) << state.problems.text();
  EXPECT_EQ(state->code, "XXA");
  EXPECT_FALSE(state->inline_state);
  EXPECT_EQ(state->baseline, Baseline::partial);
  ASSERT_EQ(state->history.size(), 2U);
  EXPECT_EQ(state->history[0].suspected_km2, 7.5);
  EXPECT_EQ(state->history[0].source.reason, "why");
  EXPECT_EQ(state->history[0].source.published, 2023);
  EXPECT_EQ(state->history[1].source.published, 2024);
  EXPECT_TRUE(state->history[1].redefined);
  EXPECT_EQ(state->programme.front().id, Parameter::capacity_km2_per_year);
  EXPECT_EQ(state->funding->years.front().national_musd, 1);
  EXPECT_EQ(state->donor_shares.front().donor, "USA");
  EXPECT_EQ(state->security.back().regime, Regime::open);
  EXPECT_EQ(state->casualties.front().killed, 4);
  EXPECT_EQ(state->people.front().people_exposed, 1000);
  EXPECT_EQ(state->plans.front().stated_completion, (Date{2028, 12, 31}));
  EXPECT_EQ(state->notes, "For readers.");
}

TEST(StateFile, is_called_by_its_code) {
  auto const files = text_files({{"s/states/XXB.yaml", head}, {"s/data/sources.csv", sources}});
  EXPECT_EQ(lines_of(read_state("s/states/XXB.yaml", files).problems),
            "2:7: code is 'XXA', but the file is called 'XXB.yaml'. Correct one.\n");
}

TEST(StateFile, lies_beside_the_list_of_sources) {
  EXPECT_EQ(
      read_state("s/states/XXA.yaml", text_files({{"s/states/XXA.yaml", head}})).problems.text(),
      "s/data/sources.csv: the list of sources is not there, and a state file cites them. Keep "
      "state files in a folder 'states' beside 'data'.\n"
      "1 problem in s/data/sources.csv; nothing was run.\n");
  EXPECT_FALSE(read_state("s/states/XXA.yaml", text_files({})));
}

TEST(StateFile, needs_a_source_for_every_row) {
  EXPECT_EQ(
      problems_of("history: [{year: 2022, confirmed_km2: 5}]\n"),
      "7:11: 'source' is missing in this row of history (id in data/sources.csv, or a list of "
      "ids). Add it, such as 'source: lm2023-AGO'.\n");
}

TEST(StateFile, cannot_cite_a_source_for_a_later_year) {
  EXPECT_EQ(problems_of("history: [{year: 2024, confirmed_km2: 5, source: lm2023-XXA}]\n"),
            "7:50: lm2023-XXA was published in 2023 and cannot know a figure of 2024. Correct the "
            "year or the source.\n");
}

TEST(StateFile, has_rows_that_say_something) {
  EXPECT_NE(problems_of("people: [{year: 2022, source: lm2023-XXA}]\n").find("holds no figure"),
            std::string::npos);
}

TEST(StateFile, has_one_regime_a_year) {
  EXPECT_EQ(problems_of("security:\n"
                        "  - {from: 2003, to: 2010, regime: open, source: lm2023-XXA}\n"
                        "  - {from: 2010, to: 2024, regime: conflict, source: lm2023-XXA}\n"
                        "  - {from: 2030, to: 2025, regime: open, source: lm2023-XXA}\n"),
            "10:22: this span ends in 2025, before it starts in 2030. Correct one.\n");
  EXPECT_EQ(problems_of("security:\n"
                        "  - {from: 2003, to: 2010, regime: open, source: lm2023-XXA}\n"
                        "  - {from: 2010, to: 2024, regime: conflict, source: lm2023-XXA}\n"),
            "9:5: the span 2010 to 2024 overlaps 2003 to 2010 at line 8. A year has one regime; "
            "correct one span.\n");
}

TEST(StateFile, has_deadlines_oldest_first_and_only_for_a_party) {
  auto const start = [](std::string const& treaty) {
    return "format: 1\ncode: XXA\nname: E\nbaseline: none\nstatus: {kind: affected}\ntreaty:\n" +
           treaty;
  };
  EXPECT_EQ(
      problems_of("", start("  party: true\n  deadlines:\n"
                            "    - {date: 2018-01-01, granted: 2012, source: lm2023-XXA}\n"
                            "    - {date: 2013-01-01, granted: 2003, source: lm2023-XXA}\n")),
      "10:7: this deadline, 2013-01-01, is not later than the one before, 2018-01-01. Give them "
      "oldest first.\n");
  EXPECT_EQ(
      problems_of("", start("  party: false\n  deadlines:\n"
                            "    - {date: 2018-01-01, granted: 2020, source: lm2023-XXA}\n")),
      "9:5: a state that is not a party has no deadline. Remove 'deadlines', or write 'party: "
      "true'.\n"
      "9:35: a deadline of 2018-01-01 cannot be granted in 2020. Correct one.\n");
}

TEST(StateFile, has_a_status_that_fits_its_kind) {
  auto const start = [](std::string const& status) {
    return "format: 1\ncode: XXA\nname: E\nbaseline: none\ntreaty: {party: false}\nstatus: " +
           status + "\n";
  };
  EXPECT_TRUE(read("", start("{kind: declared, declared: 2026-02-27, source: lm2023-XXA}")));
  EXPECT_TRUE(read("", start("{kind: not_estimable, reasons: [war], needs: [access, survey]}")));
  EXPECT_NE(problems_of("", start("{kind: declared}")).find("needs the day of its declaration"),
            std::string::npos);
  EXPECT_NE(problems_of("", start("{kind: affected, declared: 2026-02-27}")).find("Remove it"),
            std::string::npos);
  EXPECT_NE(problems_of("", start("{kind: not_estimable}")).find("needs its reasons"),
            std::string::npos);
  EXPECT_NE(problems_of("", start("{kind: affected, reasons: [x]}")).find("'reasons'"),
            std::string::npos);
  EXPECT_NE(problems_of("", start("{kind: not_estimable, reasons: [x], needs: [survey, access]}"))
                .find("in the order"),
            std::string::npos);
}

TEST(StateFile, has_no_stock_by_hand) {
  EXPECT_NE(
      problems_of("initial: {confirmed_km2: 5}\n").find("'initial' is not a field of a state"),
      std::string::npos);
}

TEST(InlineState, needs_nothing_but_its_code) {
  auto const parsed = parse_yaml("code: XXA\n", "f");
  Problems problems;
  auto const state =
      state_record(StateForm::inside_scenario).read(*parsed, Reading(problems, nullptr));
  ASSERT_TRUE(state) << problems.text();
  EXPECT_EQ(state->baseline, Baseline::none);
  EXPECT_FALSE(state->treaty.party);
}

TEST(InlineState, gives_figures_without_sources) {
  auto const parsed = parse_yaml(R"(code: XXA
treaty: {party: true, deadlines: [{date: 2030-01-01}]}
initial: {confirmed_km2: 20, suspected_km2: {low: 1, best: 2, high: 3}}
history: [{year: 2022, confirmed_km2: 5}]
programme: {capacity_km2_per_year: 2.5, regime_output: [1, 0.5, 0.1]}
funding: {international_musd: 5, national_musd: 1}
)",
                                 "f");
  Problems problems;
  auto const state =
      state_record(StateForm::inside_scenario).read(*parsed, Reading(problems, nullptr));
  ASSERT_TRUE(state) << problems.text();
  EXPECT_EQ(state->history[0].source.published, 0);
  EXPECT_EQ(state->initial.suspected_km2->high, 3);
  EXPECT_EQ(state->funding->international_musd, 5);
  EXPECT_TRUE(state->programme.front().stated_by_scenario);
}

}  // namespace
}  // namespace minefree::config
