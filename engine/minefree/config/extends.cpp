#include <minefree/config/extends.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>

namespace minefree::config {

namespace {

// A scenario that changes a scenario that changes a scenario ... is a slip beyond this.
constexpr std::size_t longest_chain = 32;

struct Found {
  std::string path;
  std::string bytes;
};

// Where a name leads: beside the file that says it, or in the library.
std::vector<std::string> candidates(std::string const& name, std::string const& file,
                                    std::string const& library) {
  std::vector<std::string> paths{joined(folder_of(file), name)};
  if (!library.empty() && !name.starts_with('/')) {
    auto const in_library = joined(library, name);
    if (in_library != paths.front()) paths.push_back(in_library);
  }
  return paths;
}

std::optional<Found> find(std::vector<std::string> const& paths, Files const& files) {
  for (auto const& path : paths) {
    if (auto bytes = files.read(path)) return Found{path, std::move(*bytes)};
  }
  return std::nullopt;
}

std::string hint(std::string const& name, std::vector<std::string> const& paths,
                 Files const& files) {
  if (name.find('/') != std::string::npos) return {};
  for (auto const& path : paths) {
    auto const nearest = did_you_mean(name, files.list(folder_of(path)));
    if (!nearest.empty()) return nearest;
  }
  return {};
}

// The file that the value of `key` names, in `file`.
std::optional<Found> named_by(std::string_view key, Tree const& name, std::string const& file,
                              Files const& files, std::string const& library, Problems& problems) {
  if (!name.is_scalar() || name.text.empty()) {
    problems.add(name.place, fmt::format("{} is {}. Write the name of one scenario file, such as "
                                         "baseline.yaml.",
                                         key, name.is_scalar() ? "empty" : kind_in_words(name)));
    return std::nullopt;
  }
  auto const paths = candidates(name.text, file, library);
  auto found = find(paths, files);
  if (!found) {
    problems.add(name.place, fmt::format("{} names {}, which is not there (looked for {}).{}", key,
                                         in_quotes(name.text), join(paths, ", ", " and "),
                                         hint(name.text, paths, files)));
  }
  return found;
}

std::optional<Found> next_of(Tree const& extends, std::vector<std::string> const& chain,
                             Files const& files, std::string const& library, Problems& problems) {
  auto found = named_by("extends", extends, chain.back(), files, library, problems);
  if (!found) return std::nullopt;
  auto const seen = std::ranges::find(chain, found->path);
  if (seen != chain.end()) {
    std::vector<std::string> circle(seen, chain.end());
    circle.push_back(found->path);
    problems.add(extends.place,
                 fmt::format("extends leads back into itself: {}. Remove one 'extends'.",
                             join(circle, " -> ", " -> ")));
    return std::nullopt;
  }
  if (chain.size() >= longest_chain) {
    problems.add(
        extends.place,
        fmt::format("more than {} scenarios extend one another. Merge some.", longest_chain));
    return std::nullopt;
  }
  return found;
}

}  // namespace

bool names_a_scenario(std::string_view key, Tree const& name, std::string const& file,
                      Files const& files, std::string const& library, Problems& problems) {
  return named_by(key, name, file, files, library, problems).has_value();
}

Outcome<Tree> tree_of_file(std::string const& path, Files const& files) {
  if (auto const bytes = files.read(path)) return files.parse(*bytes, path);
  Outcome<Tree> missing;
  missing.problems.add(Place::whole(path),
                       "the file is not there, or cannot be read. Check its name.");
  return missing;
}

std::optional<WholeScenario> read_with_extends(std::string const& path, Files const& files,
                                               std::string const& library, Problems& problems) {
  auto parsed = tree_of_file(path, files);
  problems.add_all(parsed.problems);
  if (!parsed.value) return std::nullopt;
  return extend(std::move(*parsed.value), path, files, library, problems);
}

std::optional<WholeScenario> extend(Tree scenario, std::string const& path, Files const& files,
                                    std::string const& library, Problems& problems) {
  std::vector<std::string> chain{joined("", path)};
  std::vector<Tree> trees{std::move(scenario)};
  while (auto const* const extends = trees.back().find("extends")) {
    auto const found = next_of(*extends, chain, files, library, problems);
    if (!found) return std::nullopt;
    auto parsed = files.parse(found->bytes, found->path);
    problems.add_all(parsed.problems);
    if (!parsed.value) return std::nullopt;
    if (!parsed.value->is_map()) {
      problems.add(parsed.value->place, "a scenario is a map of keys, such as 'origin: 2024'.");
      return std::nullopt;
    }
    chain.push_back(found->path);
    trees.push_back(std::move(*parsed.value));
  }
  auto whole = without(std::move(trees.back()), "extends");
  for (auto i = trees.size() - 1; i-- > 0;)
    whole = merged(std::move(whole), without(trees[i], "extends"));
  return WholeScenario{std::move(whole), std::move(chain)};
}

}  // namespace minefree::config
