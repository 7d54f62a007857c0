#include <minefree/config/describe.hpp>

#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include <minefree/config/json_schema.hpp>
#include <minefree/config/json_tree.hpp>
#include <minefree/config/parameter_fields.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/config/scenario_fields.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

bool contains(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

TEST(Schema, is_json_of_draft_07_and_knows_every_key) {
  for (auto const& schema : {scenario_schema(), state_schema(), study_schema(), sweep_schema()}) {
    auto const tree = parse_json(schema, "schema");
    ASSERT_TRUE(tree) << tree.problems.text();
    EXPECT_EQ(tree->find("$schema")->text, "http://json-schema.org/draft-07/schema#");
  }
  auto const tree = parse_json(scenario_schema(), "schema");
  auto const* const properties = tree->find("properties");
  ASSERT_NE(properties, nullptr);
  for (auto const& field : scenario_record().shape().fields) {
    EXPECT_EQ(properties->find(field.name) != nullptr, !field.refused) << field.name;
  }
}

void expect_no_dangling_reference(Tree const& tree, Tree const& definitions) {
  if (auto const* const reference = tree.find("$ref")) {
    std::string const start = "#/definitions/";
    ASSERT_TRUE(reference->text.starts_with(start));
    EXPECT_NE(definitions.find(reference->text.substr(start.size())), nullptr) << reference->text;
  }
  for (auto const& item : tree.items) expect_no_dangling_reference(item, definitions);
  for (auto const& entry : tree.entries) expect_no_dangling_reference(entry.value, definitions);
}

TEST(Schema, refers_only_to_what_it_defines) {
  for (auto const& schema : {scenario_schema(), state_schema(), study_schema(), sweep_schema()}) {
    auto const tree = parse_json(schema, "schema");
    ASSERT_NE(tree->find("definitions"), nullptr);
    expect_no_dangling_reference(*tree, *tree->find("definitions"));
  }
}

TEST(Schema, lets_a_scenario_that_extends_another_leave_keys_out) {
  auto const tree = parse_json(scenario_schema(), "schema");
  ASSERT_NE(tree->find("anyOf"), nullptr);
  EXPECT_EQ(canonical_json(tree->find("anyOf")->items[0]), R"({"required":["extends"]})");
}

TEST(Reference, has_a_section_a_record_and_a_row_a_key) {
  auto const text = scenario_format_markdown();
  for (std::string const heading :
       {"## Scenario\n", "## State\n", "## State in a scenario\n", "## Row of history\n",
        "## Funding levers\n", "## Donors\n", "## Study\n", "## Strategy\n", "## Future\n",
        "## Piece of scenario\n"}) {
    EXPECT_TRUE(contains(text, heading)) << heading;
  }
  for (auto const& info : parameter_table()) {
    EXPECT_TRUE(contains(text, "| `" + std::string(info.key) + "` |")) << info.key;
  }
  EXPECT_TRUE(contains(text, "[row of history](#row-of-history)"));
  EXPECT_TRUE(contains(text, "| `posterior` | "));
}

TEST(Reference, has_the_same_number_of_cells_in_every_row_of_a_table) {
  auto const text = scenario_format_markdown();
  for (std::size_t at = 0; at < text.size();) {
    auto const end = text.find('\n', at);
    auto const line = text.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with("| `")) continue;
    auto const bars = std::count(line.begin(), line.end(), '|');
    EXPECT_TRUE(bars == 5 || bars == 3) << line;  // keys; donors
  }
}

std::map<std::string, std::string> with_base(std::string const& starter) {
  return {{"s/new.yaml", starter},
          {"s/baseline.yaml",
           "format: 1\norigin: 2024\nhorizon: 2060\nseed: 1\nstates: [{code: AGO}, {code: KHM}]\n"},
          {"s/states/AGO.yaml",
           "format: 1\ncode: AGO\nname: A\nbaseline: none\ntreaty: {party: true}\n"
           "status: {kind: affected}\n"},
          {"s/states/KHM.yaml",
           "format: 1\ncode: KHM\nname: K\nbaseline: none\ntreaty: {party: true}\n"
           "status: {kind: affected}\n"},
          {"s/data/sources.csv", "source_id,year\n"}};
}

TEST(Starter, can_be_run_as_it_is) {
  auto const starter = starter_scenario("My \"own\" question", "baseline.yaml");
  auto const outcome = read_scenario("s/new.yaml", testing::text_files(with_base(starter)));
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_EQ(outcome->name, "My \"own\" question");
}

// Every comment that is a line of YAML is taken in; the sentences at the top are not.
TEST(Starter, holds_comments_that_are_all_ready_to_use) {
  auto starter = starter_scenario("all of it", "baseline.yaml");
  for (auto at = starter.find("\n# ", starter.find("extends:")); at != std::string::npos;
       at = starter.find("\n# ", at + 1)) {
    starter.erase(at + 1, 2);
  }
  auto const outcome = read_scenario("s/new.yaml", testing::text_files(with_base(starter)));
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_EQ(outcome->states.size(), 2U);
  EXPECT_EQ(outcome->funding.world.size(), 1U);
  EXPECT_EQ(outcome->state_overrides.size(), 1U);
}

}  // namespace
}  // namespace minefree::config
