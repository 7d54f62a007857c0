// Every scenario and state file of the repository can be read. The tests run in its root.
#include <string>

#include <gtest/gtest.h>

#include <minefree/config/disk.hpp>
#include <minefree/config/read_scenario.hpp>

namespace minefree::config {
namespace {

TEST(ShippedFiles, are_without_a_problem) {
  auto const files = disk_files();
  int read = 0;
  for (std::string const folder : {"scenarios", "scenarios/states", "scenarios/studies"}) {
    for (auto const& name : files.list(folder)) {
      if (!name.ends_with(".yaml")) continue;
      EXPECT_EQ(check_file(joined(folder, name), files).text(), "");
      ++read;
    }
  }
  EXPECT_GT(read, 6);
}

TEST(ShippedFiles, give_every_affected_state_to_the_baseline) {
  auto const outcome = read_scenario("scenarios/baseline.yaml", disk_files());
  ASSERT_TRUE(outcome) << outcome.problems.text();
  EXPECT_GE(outcome->states.size(), 12U);
  EXPECT_TRUE(outcome.notes.empty());
  EXPECT_TRUE(outcome->data_sha256);
  EXPECT_FALSE(outcome->price_index.empty());
}

}  // namespace
}  // namespace minefree::config
