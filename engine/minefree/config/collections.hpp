#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/value.hpp>

namespace minefree::config {

/// How many entries a list has.
struct ListSize {
  std::size_t at_least = 0;
  std::optional<std::size_t> at_most;
};

/// True when the tree is a list of a fitting size; otherwise it reports why not.
bool check_list(Tree const&, Reading const&, Shape const&);
/// True when the tree is a map; otherwise it reports what is wanted.
bool check_map(Tree const&, Reading const&, Shape const&);

/// An example of a value as it stands in a list: `{name: A}`, where a sentence has 'name: A'.
std::string entry_of_example(Shape const&);

/// A list of values of one kind. Every entry is read, also after a bad one.
template <class T>
Value<std::vector<T>> list_of(Value<T> value, ListSize size = {}) {
  Shape shape;
  shape.form = Shape::Form::list;
  shape.words = "a list";
  shape.example = fmt::format("[{}]", entry_of_example(value.shape));
  shape.at_least = size.at_least;
  shape.at_most = size.at_most;
  shape.parts = {value.shape};
  auto const read = [value = std::move(value), shape](
                        Tree const& tree, Reading const& reading) -> std::optional<std::vector<T>> {
    if (!check_list(tree, reading, shape)) return std::nullopt;
    std::vector<T> list;
    bool good = true;
    for (auto const& item : tree.items) {
      // A row with keys of its own needs no further name.
      auto const name = item.is_map() ? std::string{} : "an entry of " + reading.name();
      auto entry = value.read(item, reading.named(name));
      good = good && entry.has_value();
      if (entry) list.push_back(std::move(*entry));
    }
    return good ? std::optional(std::move(list)) : std::nullopt;
  };
  return {.read = read, .shape = std::move(shape), .print = {}};
}

/// Says why a text is no key of a map, with a hint; nothing when it is one.
using WhyNotAKey = std::optional<std::string> (*)(std::string_view text);

/// A map from codes to values of one kind. `key_shape` is the shape of the codes.
template <class T>
Value<std::map<std::string, T>> map_of(Shape const& key_shape, WhyNotAKey why_not_a_key,
                                       Value<T> value) {
  Shape shape;
  shape.form = Shape::Form::map;
  shape.words = "a map";
  shape.example = fmt::format("{{{}: {}}}", key_shape.example, value.shape.example);
  shape.key_pattern = key_shape.pattern;
  shape.keys = key_shape.choices;
  shape.parts = {value.shape};
  auto const read = [value = std::move(value), shape, why_not_a_key](
                        Tree const& tree,
                        Reading const& reading) -> std::optional<std::map<std::string, T>> {
    if (!check_map(tree, reading, shape)) return std::nullopt;
    std::map<std::string, T> map;
    bool good = true;
    for (auto const& entry : tree.entries) {
      if (auto const why = why_not_a_key(entry.key)) {
        reading.problem(entry.key_place, fmt::format("the key {} of {} is wrong {}",
                                                     in_quotes(entry.key), reading.name(), *why));
        good = false;
      }
      auto read_value = value.read(entry.value, reading.inside(entry.key));
      good = good && read_value.has_value();
      if (read_value) map.emplace(entry.key, std::move(*read_value));
    }
    return good ? std::optional(std::move(map)) : std::nullopt;
  };
  return {.read = read, .shape = std::move(shape), .print = {}};
}

}  // namespace minefree::config
