#include <minefree/config/read_skill.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

constexpr auto head = "basis,variable,horizon,metric,value,low,high,n\n";

TEST(ReadSkill, keeps_what_a_run_prints) {
  Problems problems;
  auto const table = skill_from_csv(std::string(head) +
                                        "data,stock,1,relative_wis,0.7,0.6,0.8,9\n"
                                        "data,stock,3,relative_wis,0.85,0.4,1.7,12\n"
                                        "data,stock,3,coverage_80,0.75,,,12\n"
                                        "mixed,deadline_met,,brier_skill,-0.25,-1,0.5,44\n",
                                    "skill.csv", problems);
  EXPECT_TRUE(problems.empty());
  auto const& data = table.at("data");
  EXPECT_EQ(data.relative_wis->value, 0.85);
  EXPECT_EQ(data.relative_wis->high, 1.7);
  EXPECT_EQ(data.relative_wis->cases, 12U);
  EXPECT_EQ(data.coverage_80->low, std::nullopt);
  EXPECT_FALSE(data.brier_skill);
  EXPECT_EQ(table.at("mixed").brier_skill->value, -0.25);
}

TEST(ReadSkill, says_which_row_is_none) {
  Problems problems;
  skill_from_csv("basis,value\n", "skill.csv", problems);
  EXPECT_NE(problems.text().find("the first line is not that of a table of skill"),
            std::string::npos);
  Problems of_rows;
  skill_from_csv(std::string(head) + "data,stock,3,relative_wis,x,0,1,9\n" + "data,stock,3\n" +
                     "data,stock,3,coverage_80,0.5,0,1,-2\n",
                 "skill.csv", of_rows);
  EXPECT_EQ(of_rows.count(), 3U);
  EXPECT_NE(testing::lines_of(of_rows).find("2:1: this row is not a score"), std::string::npos);
}

}  // namespace
}  // namespace minefree::config
