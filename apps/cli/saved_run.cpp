#include "saved_run.hpp"

#include <utility>

#include <fmt/format.h>

#include <minefree/config/changes.hpp>
#include <minefree/config/extends.hpp>

#include "input_files.hpp"
#include "scenario_file.hpp"
#include "source_titles.hpp"
#include "terminal.hpp"

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

std::optional<report::SavedFile> read(std::string const& folder, std::string_view name) {
  auto path = config::joined(folder, std::string(name));
  auto text = input_files().read(path);
  if (text) return report::SavedFile{.path = std::move(path), .text = std::move(*text)};
  Problems problems;
  problems.add(Place::whole(folder),
               fmt::format("there is no {} in this folder. Make a folder to report on with "
                           "'minefree run SCENARIO --out DIR', or name the scenario itself.",
                           name));
  say(problems.text());
  return std::nullopt;
}

}  // namespace

report::ReportFacts facts_of(Arguments const& arguments, Simulated const& run) {
  auto const& path = arguments.files.front();
  return report::report_facts(
      run.scenario, run.plan, run.ensemble, run.summary,
      {.based = changes_of(path),
       .asked = {.states = arguments.run.states, .targets = arguments.run.targets},
       .titles = source_titles(path)});
}

std::optional<report::SavedRun> read_saved_run(std::string const& folder) {
  auto const summary = read(folder, name_of_summary);
  if (!summary) return std::nullopt;
  auto const facts = read(folder, name_of_facts);
  if (!facts) return std::nullopt;
  auto outcome = report::read_saved_run(*summary, *facts);
  if (!outcome) say(outcome.problems.text());
  return std::move(outcome.value);
}

}  // namespace minefree::cli
