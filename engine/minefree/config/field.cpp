#include <minefree/config/field.hpp>

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>

namespace minefree::config {

namespace {

std::string with_article(std::string const& noun) {
  bool const vowel = std::string_view("aeio").find(noun[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + noun;
}

// What could have been meant: the nearest key, or all of them when they are few.
std::string hint(std::string const& key, Shape const& record) {
  constexpr std::size_t few = 12;
  std::vector<std::string> names;
  for (auto const& field : record.fields) names.push_back(field.name);
  auto const nearest = did_you_mean(key, names);
  if (!nearest.empty()) return nearest;
  if (names.size() > few) return " docs/scenario-format.md lists its fields.";
  return fmt::format(" Its fields are {}.", quoted_list(names, " and "));
}

}  // namespace

bool check_keys(Tree const& tree, Reading const& reading, Shape const& record) {
  if (!tree.is_map()) {
    reading.refuse(tree.place, fmt::format("is {}. {}", kind_in_words(tree), wanted(record)));
    return false;
  }
  auto const known = [&record](std::string const& key) {
    return std::ranges::find(record.fields, key, &FieldShape::name) != record.fields.end();
  };
  for (auto const& entry : tree.entries) {
    if (known(entry.key)) continue;
    reading.problem(entry.key_place,
                    fmt::format("{} is not a field of {}.{}", in_quotes(entry.key),
                                with_article(record.record), hint(entry.key, record)));
  }
  for (auto const& field : record.fields) {
    if (!field.required || tree.find(field.name)) continue;
    auto const example = field.shape.example.empty()
                             ? std::string{}
                             : fmt::format(", such as '{}: {}'", field.name, field.shape.example);
    reading.problem(tree.place, fmt::format("'{}' is missing in this {} ({}). Add it{}.",
                                            field.name, record.record, field.help, example));
  }
  return true;
}

}  // namespace minefree::config
