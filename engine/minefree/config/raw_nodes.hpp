#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include <minefree/config/tree.hpp>
#include <minefree/config/yaml_limits.hpp>

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

/// What a parser of YAML reports at one place. Anchors are numbered from 1; 0 is none. A tag that
/// the text does not write is `?`, or `!` for a scalar in quotes and for a lone `!`.
struct YamlEvent {
  std::size_t line = 0;  // counted from 0, as is the byte in it
  std::size_t byte = 0;
  std::size_t anchor = 0;
  std::string tag = {};
};

/// The nodes of one document, from what a parser reports in the order of the text. Each report
/// gives what is wrong with it, in words of the user; empty when nothing is. After that the parser
/// is to stop.
class RawNodes {
 public:
  explicit RawNodes(YamlLimits const& limits) : limits_(limits) {}

  std::vector<RawNode> const& all() const { return nodes_; }

  std::string start_document();
  std::string add_null(YamlEvent const&);
  std::string add_scalar(YamlEvent const&, std::string text);
  /// The value of an anchor, which the parser has seen before.
  std::string repeat(std::size_t anchor);
  std::string enter_list(YamlEvent const& event) { return enter(Tree::Kind::list, event); }
  std::string enter_map(YamlEvent const& event) { return enter(Tree::Kind::map, event); }
  void leave();

 private:
  std::string add(Tree::Kind, YamlEvent const&);
  std::string enter(Tree::Kind, YamlEvent const&);

  YamlLimits limits_;
  std::vector<RawNode> nodes_;
  int documents_ = 0;
  std::vector<NodeIndex> parents_;
  std::unordered_map<std::size_t, NodeIndex> anchors_;
};

}  // namespace minefree::config
