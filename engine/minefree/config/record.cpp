#include <minefree/config/record.hpp>

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

bool has_all_required(Tree const& tree, std::vector<FieldShape> const& fields) {
  return std::ranges::all_of(fields, [&tree](FieldShape const& field) {
    return !field.required || tree.find(field.name) != nullptr;
  });
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
    auto const example = field.shape->example.empty()
                             ? std::string{}
                             : fmt::format(", such as '{}: {}'", field.name, field.shape->example);
    reading.problem(tree.place, fmt::format("'{}' is missing in this {} ({}). Add it{}.",
                                            field.name, record.record, field.help, example));
  }
  return true;
}

RecordKind::RecordKind(std::string_view name, std::string_view help) : Kind(Shape{}) {
  shape().form = Shape::Form::record;
  shape().words = "a map of keys";
  shape().record = name;
  shape().help = help;
}

void RecordKind::add(AnyField field) {
  auto const& shape_of_field = field.shape;
  if (shape_of_field.required && shape().example.empty()) {
    shape().example = fmt::format("'{}: {}'", shape_of_field.name, shape_of_field.shape->example);
  }
  shape().fields.push_back(std::move(field.shape));
  readers_.push_back(std::move(field.read));
}

bool RecordKind::read_into(Tree const& tree, Reading const& reading, void* owner) const {
  if (!check_keys(tree, reading, shape())) return false;
  auto const problems_before = reading.problems_so_far();
  std::set<std::string, std::less<>> good;
  auto const& fields = shape().fields;
  for (auto const& entry : tree.entries) {
    auto const field = std::ranges::find(fields, entry.key, &FieldShape::name);
    if (field == fields.end()) continue;
    auto const& read_field = readers_[static_cast<std::size_t>(field - fields.begin())];
    if (read_field(entry.value, reading.inside(entry.key), owner)) good.insert(entry.key);
  }
  Given const given(tree, std::move(good));
  for (auto const& check : checks_) check(owner, given, reading);
  return reading.problems_so_far() == problems_before && has_all_required(tree, fields);
}

}  // namespace minefree::config
