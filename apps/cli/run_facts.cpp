#include "run_facts.hpp"

#include <optional>
#include <string>

#include <minefree/config/changes.hpp>
#include <minefree/config/extends.hpp>

#include "input_files.hpp"
#include "scenario_file.hpp"
#include "source_titles.hpp"

namespace minefree::cli {

namespace {

/// What a scenario changes against the one that it extends; none for one that extends no other.
std::optional<report::BaseChanges> changes_of(std::string const& path) {
  auto const files = input_files();
  Problems problems;  // none: the scenario was read before
  auto const whole = config::read_with_extends(path, files, scenario_library(), problems);
  if (!whole || whole->files.size() < 2) return std::nullopt;
  auto const& base_path = whole->files[1];
  auto const base = config::read_with_extends(base_path, files, scenario_library(), problems);
  if (!base) return std::nullopt;
  return report::BaseChanges{
      .base = base_path.substr(base_path.rfind('/') + 1),
      .changes = report::sentences_of(config::changes_between(base->tree, whole->tree))};
}

}  // namespace

report::ReportFacts facts_of(Arguments const& arguments, Scenario const& scenario, Plan const& plan,
                             Ensemble const& ensemble, report::RunSummary const& summary) {
  auto const& path = arguments.files.front();
  return report::report_facts(
      scenario, plan, ensemble, summary,
      {.based = changes_of(path),
       .asked = {.states = arguments.run.states, .targets = arguments.run.targets},
       .titles = source_titles(path)});
}

}  // namespace minefree::cli
