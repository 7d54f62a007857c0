#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/config/files.hpp>

namespace minefree::config {

/// A scenario with all that it extends merged in, without the key `extends`.
struct WholeScenario {
  Tree tree;
  std::vector<std::string> files;  // the scenario, then what it extends, nearest first
};

/// The tree of a file that the user named; says so when it is not there.
Outcome<Tree> tree_of_file(std::string const& path, Files const& files);

/// Follows `extends` from a scenario file. A name is looked for beside the file that says it, then
/// in the `library` folder. Refused: files that are missing, and chains that lead back into
/// themselves.
std::optional<WholeScenario> read_with_extends(std::string const& path, Files const& files,
                                               std::string const& library, Problems& problems);
/// The same from a tree that is already there.
std::optional<WholeScenario> extend(Tree scenario, std::string const& path, Files const& files,
                                    std::string const& library, Problems& problems);

/// True when the value of `key` in `file` names a scenario file that is there, beside that file or
/// in the library; otherwise it reports why not.
bool names_a_scenario(std::string_view key, Tree const& name, std::string const& file,
                      Files const& files, std::string const& library, Problems& problems);

}  // namespace minefree::config
