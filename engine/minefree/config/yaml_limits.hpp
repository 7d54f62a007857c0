#pragma once

#include <cstddef>

#include <minefree/config/files.hpp>

namespace minefree::config {

/// Bounds on what a file may hold, so that no file can exhaust memory or stack.
struct YamlLimits {
  std::size_t bytes = most_bytes_of_a_file;
  std::size_t nodes = 100'000;  // after aliases are expanded
  int depth = 64;
};

}  // namespace minefree::config
