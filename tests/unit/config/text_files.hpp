#pragma once

// Files that are texts in memory, and shortcuts to read values from a line of YAML.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <minefree/config/files.hpp>
#include <minefree/config/value.hpp>
#include <minefree/config/yaml_tree.hpp>

namespace minefree::config::testing {

/// A world of files by path.
inline Files text_files(std::map<std::string, std::string> texts) {
  auto const list = [texts](std::string const& folder) {
    std::set<std::string> names;
    for (auto const& [path, text] : texts) {
      if (folder_of(path) == folder)
        names.insert(path.substr(folder.empty() ? 0 : folder.size() + 1));
    }
    return std::vector<std::string>(names.begin(), names.end());
  };
  return {.read = [texts](std::string const& path) -> std::optional<std::string> {
            auto const found = texts.find(path);
            return found == texts.end() ? std::nullopt : std::optional(found->second);
          },
          .list = list,
          .parse = [](std::string_view bytes,
                      std::string const& file) { return parse_yaml(bytes, file); }};
}

/// The messages of all problems, one a line, each with `line:column: `.
inline std::string lines_of(Problems const& problems) {
  std::string text;
  for (auto const& problem : problems.sorted()) {
    text += std::to_string(problem.line) + ':' + std::to_string(problem.column) + ": " +
            problem.what + '\n';
  }
  return text;
}

/// What a kind of value makes of the value of `v: ...`: the value, or what it says.
template <class T>
struct ReadResult {
  std::optional<T> value;
  std::string problems;
};

template <class T>
ReadResult<T> read_as(Value<T> const& kind, std::string const& yaml,
                      Sources const* sources = nullptr) {
  auto const parsed = parse_yaml("v: " + yaml + "\n", "f");
  if (!parsed) return {std::nullopt, "not YAML: " + lines_of(parsed.problems)};
  Problems problems;
  auto value = kind.read(*parsed->find("v"), Reading(problems, sources, "v"));
  std::string what;
  for (auto const& problem : problems.sorted()) what += (what.empty() ? "" : "\n") + problem.what;
  return {std::move(value), std::move(what)};
}

}  // namespace minefree::config::testing
