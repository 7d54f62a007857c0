#include <minefree/config/record.hpp>

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/config/collections.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/scalars.hpp>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::read_as;

struct Team {
  std::string name;
  int since = 2020;
  std::optional<double> area_km2;
  std::vector<int> years;
};

Record<Team> team_record() {
  return Record<Team>(
             "team", "A team of deminers.",
             {
                 field("name", &Team::name, line_of_text("Alpha"), "what it is called").required(),
                 field("since", &Team::since, year(), "first year"),
                 field("area_km2", &Team::area_km2, area_km2(), "cleared so far"),
                 field("years", &Team::years, list_of(year(), {1, 3}), "busy years"),
                 refused<Team>("dogs", "cannot be read by this version. Leave them out."),
             })
      .checked([](Team const& team, Given const& given, Reading const& reading) {
        if (given.has("since") && team.since > 2100) {
          reading.problem(given.at("since").place, "too far away.");
        }
      });
}

TEST(Record, reads_its_fields_and_keeps_defaults_for_the_others) {
  auto const team =
      read_as(team_record().value(), "{name: A, area_km2: 2 km2, years: [2021, 2022]}");
  ASSERT_TRUE(team.value) << team.problems;
  EXPECT_EQ(team.value->name, "A");
  EXPECT_EQ(team.value->since, 2020);
  EXPECT_EQ(team.value->area_km2, 2.0);
  EXPECT_EQ(team.value->years, (std::vector<int>{2021, 2022}));
}

TEST(Record, reports_every_problem_and_never_stops_at_the_first) {
  auto const parsed = parse_yaml(
      "since: x\nyears: [1, 2021, y]\narea_km: 3\ndogs: 2\nare_km2: 3\narea_km2: -1\n", "f");
  Problems problems;
  EXPECT_EQ(team_record().read(*parsed, Reading(problems, nullptr)), std::nullopt);
  EXPECT_EQ(
      testing::lines_of(problems),
      "1:1: 'name' is missing in this team (what it is called). Add it, such as 'name: "
      "Alpha'.\n"
      "1:8: since is 'x' (not a number). Write a year from 1900 to 2200, such as 2026.\n"
      "2:9: an entry of years is 1 (no year that is read here). Write a year from 1900 to "
      "2200, such as 2026.\n"
      "2:18: an entry of years is 'y' (not a number). Write a year from 1900 to 2200, such as "
      "2026.\n"
      "3:1: 'area_km' is not a field of a team. Did you mean 'area_km2'?\n"
      "4:7: dogs cannot be read by this version. Leave them out.\n"
      "5:1: 'are_km2' is not a field of a team. Did you mean 'area_km2'?\n"
      "6:11: area_km2 is -1 (an area cannot be negative). Write an area in km2, 0 or more, "
      "such as 12.5.\n");
}

TEST(Record, names_its_fields_when_none_is_near) {
  EXPECT_EQ(
      read_as(team_record().value(), "{name: A, budget: 3}").problems,
      "'budget' is not a field of a team. Its fields are 'name', 'since', 'area_km2', 'years' "
      "and 'dogs'.");
}

TEST(Record, is_a_map) {
  EXPECT_EQ(read_as(team_record().value(), "[1]").problems,
            "v is a list. Write a map of keys, such as 'name: Alpha'.");
  EXPECT_EQ(read_as(team_record().value(), "").problems,
            "v is empty. Write a map of keys, such as 'name: Alpha'.");
}

TEST(Record, checks_across_fields_see_only_what_was_read_well) {
  EXPECT_EQ(read_as(team_record().value(), "{name: A, since: 2150}").problems, "too far away.");
  EXPECT_EQ(read_as(team_record().value(), "{name: A}").problems, "");
}

TEST(Record, describes_what_it_reads) {
  auto const shape = team_record().shape();
  ASSERT_EQ(shape.fields.size(), 5U);
  EXPECT_TRUE(shape.fields[0].required);
  EXPECT_EQ(shape.fields[1].fallback, "2020");
  EXPECT_EQ(shape.fields[2].fallback, "");
  EXPECT_EQ(shape.fields[2].shape->low, 0.0);
  EXPECT_TRUE(shape.fields[4].refused);
}

TEST(ListOf, has_a_size_where_one_is_asked_for) {
  auto const years = list_of(year(), {2, 3});
  EXPECT_EQ(read_as(years, "[2020]").problems, "v has 1 entry. Give 2 to 3.");
  EXPECT_EQ(read_as(years, "[2020, 2021, 2022, 2023]").problems, "v has 4 entries. Give 2 to 3.");
  EXPECT_EQ(read_as(list_of(year(), {2, 2}), "[]").problems, "v has 0 entries. Give exactly 2.");
  EXPECT_EQ(read_as(years, "2020").problems, "v is a single value. Write a list, such as [2026].");
}

TEST(MapOf, names_the_key_in_what_it_says) {
  auto const map = map_of(*state_code().shape(), why_not_a_state_code, list_of(year()));
  EXPECT_EQ(
      read_as(map, "{AGO: [2020], khm: [2021], KHM: [x]}").problems,
      "the key 'khm' of v is wrong (codes of states are capital letters). Write KHM.\n"
      "an entry of v.KHM is 'x' (not a number). Write a year from 1900 to 2200, such as 2026.");
  EXPECT_EQ(read_as(map, "{AGO: [2020]}").value->at("AGO"), std::vector<int>{2020});
}

}  // namespace
}  // namespace minefree::config
