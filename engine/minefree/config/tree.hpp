#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minefree/base/problem.hpp>

namespace minefree::config {

/// What an input file says, before anything knows what it means: maps with their keys in the order
/// of the file, lists, and scalars as text. Every node knows where it stands. Knows neither YAML
/// nor JSON; both lead here.
struct Tree {
  enum class Kind { null, scalar, list, map };
  struct Entry;

  Kind kind = Kind::null;
  Place place;
  std::string text;         // of a scalar
  bool quoted = false;      // a scalar in quotes (or a block of text): never a number or true/false
  std::vector<Tree> items;  // of a list
  std::vector<Entry> entries;  // of a map; every key once

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  /// The value of that key, or nullptr; also nullptr when this is not a map.
  Tree const* find(std::string_view key) const;
  /// The whole entry of that key, or nullptr.
  Entry const* entry(std::string_view key) const;
};

struct Tree::Entry {
  std::string key;
  Place key_place;
  Tree value;
};

/// `change` laid over `base`: maps are merged key by key, anything else replaces what was there.
/// Every node keeps its own place, and so its own file.
Tree merged(Tree base, Tree const& change);

/// Without the entry of that key.
Tree without(Tree map, std::string_view key);

/// `a list`, `a map`, `a single value`, `empty`: for messages.
std::string kind_in_words(Tree const&);

}  // namespace minefree::config
