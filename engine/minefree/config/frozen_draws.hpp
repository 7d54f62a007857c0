#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/config/files.hpp>
#include <minefree/config/tree.hpp>

namespace minefree::config {

/// Where the draws are that a frozen scenario names by a path of its day.
struct FrozenDraws {
  std::string name;                     // as `posterior` says it; empty: it names none
  std::vector<std::string> looked_for;  // in this order
  std::optional<std::string> path;      // the first with the hash, else the first that is there
  bool same = false;                    // it has the hash
};

/// Looks for the named draws in each folder under their whole name, then under the name of the file
/// alone.
FrozenDraws find_frozen_draws(Tree const& scenario, std::optional<std::string> const& sha256,
                              std::vector<std::string> const& folders, Files const&);

/// The scenario with `posterior` naming that path.
Tree with_draws_at(Tree scenario, std::string const& path);

}  // namespace minefree::config
