#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/config/files.hpp>
#include <minefree/config/tree.hpp>

namespace minefree::config {

/// Bounds on what a file may hold, so that no file can exhaust memory or stack.
struct YamlLimits {
  std::size_t bytes = most_bytes_of_a_file;
  std::size_t nodes = 100'000;  // after aliases are expanded
  int depth = 64;
};

/// The tree of one YAML file, or every problem of its form. Refused, since readers of YAML differ
/// on them or nobody needs them here: tabs, repeated keys, keys that are not words, merge keys,
/// tags, several documents, bytes that are not UTF-8. `file` is the name that problems carry. This
/// is the one part that knows yaml-cpp.
Outcome<Tree> parse_yaml(std::string_view bytes, std::string const& file,
                         YamlLimits const& limits = {});

}  // namespace minefree::config
