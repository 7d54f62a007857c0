#pragma once

#include <string>
#include <vector>

#include <minefree/config/tree.hpp>

namespace minefree::config {

/// The keys of a path into a tree: `funding.world.0.change` and `funding.world[0].change` as
/// funding, world, 0, change.
std::vector<std::string> keys_of_path(std::string const& path);

/// Puts a value where the path leads. Maps that are not there are made; a list, and the entry of a
/// list, must be. False when the path leads nowhere, which is reported at the value's place.
bool put_at(std::string const& path, Tree value, Tree& tree, Problems& problems);

}  // namespace minefree::config
