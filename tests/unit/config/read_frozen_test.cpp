#include <minefree/config/read_frozen.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

#include <minefree/config/json_tree.hpp>
#include <minefree/config/provenance.hpp>
#include <minefree/report/freeze.hpp>

namespace minefree::config {
namespace {

FrozenForecast a_forecast() {
  FrozenForecast frozen;
  frozen.name = "Today's course";
  frozen.provenance = {.build = {"0.1.0", "abc"}, .scenario = "baseline"};
  frozen.provenance.data_sha256 = "d";
  frozen.provenance.seed = 7;
  frozen.provenance.trajectories = 1000;
  frozen.provenance.origin = 2024;
  frozen.provenance.horizon = 2060;
  frozen.scenario_json = R"({"funding":{"world":["+20%"]},"name":"Today's course","origin":2024})";
  frozen.years = {2025, 2026};
  FrozenState state;
  state.code = "XXA";
  state.name = "Example";
  state.estimable = true;
  state.basis = "data";
  state.last_stock_year = 2024;
  state.last_stock_km2 = 0.00001;
  state.remaining_km2 = {{0.1, {1, 0}}, {0.5, {2.25, 1}}, {0.9, {3, 2}}};
  state.released_km2 = {1, 1};
  state.discovered_km2 = {0, 0};
  state.completion = {{0.5, 2030.25}, {0.9, std::nullopt}};
  state.complete_by = {{2025, 0}, {2030, 0.5}};
  state.declared_by = {{2025, 0}, {2030, 0.25}};
  FrozenState refused;
  refused.code = "XXR";
  refused.name = "Refused";
  refused.reasons = {"nobody has \"looked\": no, never"};
  frozen.states = {state, refused};
  return frozen;
}

/// As `minefree freeze` writes it.
std::string file_of(FrozenForecast frozen) {
  auto const scenario = parse_json(frozen.scenario_json, "x");
  frozen.provenance.scenario_sha256 = scenario_sha256(*scenario);
  frozen.states_sha256 = sha256_of_frozen_states(*parse_json(report::to_json(frozen), "x"));
  frozen.file_sha256 = sha256_of_frozen_file(*parse_json(report::to_json(frozen), "x"));
  return report::to_json(frozen);
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
  auto const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string problems_of(std::string const& text) {
  auto const outcome = read_frozen(text, "f.json", testing::text_files({}));
  EXPECT_EQ(outcome.value.has_value(), outcome.problems.empty());
  return testing::lines_of(outcome.problems);
}

TEST(ReadFrozen, reads_back_what_was_written) {
  auto const text = file_of(a_forecast());
  auto const outcome = read_frozen(text, "f.json", testing::text_files({}));
  ASSERT_TRUE(outcome) << outcome.problems.text();
  auto const& read = outcome->forecast;
  EXPECT_EQ(read.provenance.build.commit, "abc");
  EXPECT_FALSE(read.provenance.posterior_sha256);
  EXPECT_EQ(read.states[0].remaining_km2.at(0.5), (std::vector<double>{2.25, 1}));
  EXPECT_FALSE(read.states[0].completion.at(0.9));
  EXPECT_EQ(read.states[1].reasons.at(0), "nobody has \"looked\": no, never");
  EXPECT_EQ(report::to_json(read), text) << "the same bytes";
}

TEST(ReadFrozen, says_what_a_file_is_when_it_is_another) {
  EXPECT_EQ(problems_of("{\"format\": 1}"),
            "0:0: this is no frozen forecast. Make one with 'minefree freeze SCENARIO --out "
            "FILE'.\n");
  EXPECT_EQ(problems_of(replaced(file_of(a_forecast()), "\"format\": 1", "\"format\": 2")),
            "1:12: format is '2', and this version of minefree reads format 1. Read the file "
            "with the version that froze it.\n");
}

TEST(ReadFrozen, refuses_a_truncated_file_with_its_line) {
  auto const text = file_of(a_forecast());
  auto const problems = problems_of(text.substr(0, text.size() / 2));
  EXPECT_NE(problems, "");
  EXPECT_FALSE(problems.starts_with("0:0")) << problems;
}

TEST(ReadFrozen, refuses_unknown_keys_and_wrong_types_all_at_once) {
  auto text = replaced(file_of(a_forecast()), "\"years\"", "\"yeers\"");
  text = replaced(text, "\"estimable\":true", "\"estimable\":\"perhaps\"");
  auto const problems = problems_of(text);
  EXPECT_NE(problems.find("6:2: 'yeers' is not a field of a frozen forecast. Did you mean "
                          "'years'?"),
            std::string::npos)
      << problems;
  EXPECT_NE(problems.find("'years' is missing"), std::string::npos) << problems;
  EXPECT_NE(problems.find("estimable is"), std::string::npos) << problems;
}

TEST(ReadFrozen, refuses_a_forecast_that_was_edited) {
  auto const text = file_of(a_forecast());
  EXPECT_EQ(problems_of(replaced(text, "2030.25", "2029.25")),
            "9:12: the forecast is not the one that states_sha256 stands for: it was edited "
            "since. Take the file as it was frozen.\n");
  EXPECT_EQ(problems_of(replaced(text, "+20%", "+30%")),
            "5:14: the scenario is not the one that provenance.scenario_sha256 stands for: it "
            "was edited since. Take the file as it was frozen.\n");
}

TEST(ReadFrozen, refuses_years_that_are_not_those_of_its_scenario) {
  auto frozen = a_forecast();
  frozen.scenario_json = R"({"horizon":2060,"name":"x","origin":2024})";
  frozen.provenance.horizon = 2050;
  frozen.provenance.origin = 2017;
  EXPECT_EQ(
      problems_of(file_of(frozen)),  // though every hash fits
      "4:237: provenance.origin is 2017, but the scenario that was frozen has '2024': one of "
      "them was edited since. Take the file as it was frozen.\n"
      "4:252: provenance.horizon is 2050, but the scenario that was frozen has '2060': one of "
      "them was edited since. Take the file as it was frozen.\n");
}

TEST(ReadFrozen, refuses_a_provenance_a_name_or_years_that_were_edited) {
  auto const text = file_of(a_forecast());
  std::string const refused =
      "8:17: the file is not the one that file_sha256 stands for: its provenance, its name, its "
      "years or a hash was edited since. Take the file as it was frozen.\n";
  std::vector<std::pair<std::string, std::string>> const edits{
      {R"("seed":7)", R"("seed":8)"},
      {R"("horizon":2060)", R"("horizon":2059)"},
      {R"("trajectories":1000)", R"("trajectories":2000)"},
      {R"("commit":"abc")", R"("commit":"abd")"},
      {R"("data_sha256":"d")", R"("data_sha256":null)"},
      {R"("posterior_sha256":null)", R"("posterior_sha256":"e")"},
      {R"("name": "Today's course")", R"("name": "Another")"},
      {"[2025,2026]", "[2026,2027]"}};
  for (auto const& [from, to] : edits) {
    EXPECT_EQ(problems_of(replaced(text, from, to)), refused) << from;
  }
}

TEST(ReadFrozen, refuses_yearly_values_of_another_number_of_years) {
  auto frozen = a_forecast();
  frozen.years = {2025};
  EXPECT_NE(problems_of(file_of(frozen)).find("its yearly values are not 1 each"),
            std::string::npos);
}

}  // namespace
}  // namespace minefree::config
