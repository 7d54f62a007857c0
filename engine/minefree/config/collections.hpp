#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/config/value.hpp>

namespace minefree::config {

/// How many entries a list has.
struct ListSize {
  std::size_t at_least = 0;
  std::optional<std::size_t> at_most;
};

/// True when the tree is a list of a fitting size; otherwise it reports why not.
bool check_list(Tree const&, Reading const&, Shape const&);

/// What a list of any type does to become empty, and to get one more entry.
struct ListWays {
  void (*clear)(void* list);
  void* (*add)(void* list);
};

/// The same of a map from codes.
struct MapWays {
  void (*clear)(void* map);
  void* (*add)(void* map, std::string const& key);
};

/// Says why a text is no key of a map, with a hint; nothing when it is one.
using WhyNotAKey = std::optional<std::string> (*)(std::string_view text);

std::shared_ptr<Kind const> list_kind(std::shared_ptr<Kind const> const& entry, ListSize size,
                                      ListWays ways);
std::shared_ptr<Kind const> map_kind(Shape const& key_shape, WhyNotAKey why_not_a_key,
                                     std::shared_ptr<Kind const> const& entry, MapWays ways);

/// A list of values of one kind. Every entry is read, also after a bad one.
template <class T>
Value<std::vector<T>> list_of(Value<T> const& value, ListSize size = {}) {
  using List = std::vector<T>;
  return Value<List>(list_kind(
      value.kind(), size,
      {.clear = [](void* list) { static_cast<List*>(list)->clear(); },
       .add = [](void* list) -> void* { return &static_cast<List*>(list)->emplace_back(); }}));
}

/// A map from codes to values of one kind. `key_shape` is the shape of the codes.
template <class T>
Value<std::map<std::string, T>> map_of(Shape const& key_shape, WhyNotAKey why_not_a_key,
                                       Value<T> const& value) {
  using Map = std::map<std::string, T>;
  return Value<Map>(map_kind(key_shape, why_not_a_key, value.kind(),
                             {.clear = [](void* map) { static_cast<Map*>(map)->clear(); },
                              .add = [](void* map, std::string const& key) -> void* {
                                return &(*static_cast<Map*>(map))[key];
                              }}));
}

}  // namespace minefree::config
