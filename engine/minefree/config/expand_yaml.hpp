#pragma once

#include <string_view>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/config/file_text.hpp>
#include <minefree/config/raw_nodes.hpp>
#include <minefree/config/tree.hpp>
#include <minefree/config/yaml_limits.hpp>

namespace minefree::config {

/// The tree of raw nodes, the first of which is its root: aliases written out within the limits,
/// keys, tags and quotes checked. The tree is of use only when no problem was added.
Tree expand_yaml(std::vector<RawNode> const& nodes, std::string_view text, LinePlaces const& places,
                 YamlLimits const& limits, Problems& problems);

}  // namespace minefree::config
