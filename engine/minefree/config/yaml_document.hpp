#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/config/raw_nodes.hpp>
#include <minefree/config/tree.hpp>
#include <minefree/config/yaml_limits.hpp>

namespace minefree::config {

/// Why a parser of YAML stopped: what is wrong in words of the user, and where; the file as a whole
/// when it does not say.
struct YamlStop {
  struct At {
    std::size_t line = 0;  // counted from 0, as is the byte in it
    std::size_t byte = 0;
  };
  std::optional<At> at;
  std::string what;
};

/// A parser of YAML, which reports a text to the nodes. The program has yaml-cpp, the page a
/// library of JavaScript.
using YamlParser = std::function<std::optional<YamlStop>(std::string_view text, RawNodes&)>;

/// The tree of one YAML file, or every problem of its form, whichever parser reads it. `file` is
/// the name that problems carry.
Outcome<Tree> parse_yaml_with(YamlParser const& parser, std::string_view bytes,
                              std::string const& file, YamlLimits const& limits = {});

}  // namespace minefree::config
