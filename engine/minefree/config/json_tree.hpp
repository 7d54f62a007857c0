#pragma once

#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/config/tree.hpp>

namespace minefree::config {

/// The tree of one JSON text, or its problems; the same bounds as for YAML. Problems carry `file`
/// and no line: the text is made by a program (the page), not by a person.
/// A JSON string becomes a scalar in quotes; numbers, true and false plain ones.
Outcome<Tree> parse_json(std::string_view text, std::string const& file);

/// The one JSON text of a tree, whatever file it came from (RFC 8785): keys sorted by their bytes,
/// no spaces, shortest numbers. A plain scalar in JSON's number grammar is a number, `true` and
/// `false` are booleans, an empty one is null; everything else is a string. A number too large for
/// a double stays a string.
std::string canonical_json(Tree const& tree);

}  // namespace minefree::config
