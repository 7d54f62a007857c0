#include "saved_run.hpp"

#include <utility>

#include <fmt/format.h>

#include "input_files.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

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
