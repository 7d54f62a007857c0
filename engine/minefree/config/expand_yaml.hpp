#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/config/file_text.hpp>
#include <minefree/config/tree.hpp>
#include <minefree/config/yaml_tree.hpp>

namespace minefree::config {

/// Where a node stands in a list of nodes.
using NodeIndex = std::size_t;

/// A node as the parser reports it. A map's children alternate key, value; an alias is the index of
/// the node it stands for, so that nothing is copied yet.
struct RawNode {
  Tree::Kind kind = Tree::Kind::null;
  std::size_t line = 0;  // counted from 0, as is the byte in it
  std::size_t byte = 0;
  std::string text;
  std::string tag;
  bool quoted = false;
  bool open = true;  // a list or map that has not ended
  std::vector<NodeIndex> children;
};

/// The tree of raw nodes, the first of which is its root: aliases written out within the limits,
/// keys, tags and quotes checked. The tree is of use only when no problem was added.
Tree expand_yaml(std::vector<RawNode> const& nodes, std::string_view text, LinePlaces const& places,
                 YamlLimits const& limits, Problems& problems);

}  // namespace minefree::config
