#pragma once

#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/config/tree.hpp>
#include <minefree/config/yaml_limits.hpp>

namespace minefree::config {

/// The tree of one YAML file, or every problem of its form. Refused, since readers of YAML differ
/// on them or nobody needs them here: tabs, repeated keys, keys that are not words, merge keys,
/// tags, several documents, bytes that are not UTF-8. `file` is the name that problems carry. This
/// is the one part that knows yaml-cpp.
Outcome<Tree> parse_yaml(std::string_view bytes, std::string const& file,
                         YamlLimits const& limits = {});

}  // namespace minefree::config
