#pragma once

// The public path in one call: the text of a scenario in, the summary of its run out.
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <minefree/config/read_scenario.hpp>
#include <minefree/config/yaml_tree.hpp>
#include <minefree/ensemble/run.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::testing {

/// Reads and runs a scenario that needs no other file. A problem in it fails the test and gives an
/// empty summary.
inline report::RunSummary run_text(std::string const& text) {
  config::Files const files{
      .read = [&](std::string const& path) -> std::optional<std::string> {
        if (path == "test.yaml") return text;
        return std::nullopt;
      },
      .list = [](std::string const&) { return std::vector<std::string>{}; },
      .parse = [](std::string_view bytes,
                  std::string const& file) { return config::parse_yaml(bytes, file); }};
  auto const scenario = config::read_scenario("test.yaml", files);
  if (!scenario) {
    for (auto const& problem : scenario.problems.sorted()) ADD_FAILURE() << problem.what;
    return {};
  }
  Plan const plan = make_plan(*scenario);
  return report::summarise(*scenario, plan, run(plan, {0, scenario->trajectories}), {});
}

}  // namespace minefree::testing
