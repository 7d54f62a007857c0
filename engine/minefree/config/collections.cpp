#include <minefree/config/collections.hpp>

#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>

namespace minefree::config {

namespace {

std::string size_in_words(Shape const& shape) {
  if (shape.at_most && *shape.at_most == shape.at_least) {
    return fmt::format("exactly {}", shape.at_least);
  }
  if (shape.at_most) return fmt::format("{} to {}", shape.at_least, *shape.at_most);
  return fmt::format("at least {}", shape.at_least);
}

// An example of a value as it stands in a list: `{name: A}`, where a sentence has 'name: A'.
std::string entry_of_example(Shape const& shape) {
  auto const& example = shape.example;
  if (shape.form != Shape::Form::record || example.size() < 2) return example;
  return '{' + example.substr(1, example.size() - 2) + '}';
}

bool check_map(Tree const& tree, Reading const& reading, Shape const& shape) {
  if (tree.is_map()) return true;
  reading.refuse(tree.place, fmt::format("is {}. {}", kind_in_words(tree), wanted(shape)));
  return false;
}

SharedShape shape_of(std::shared_ptr<Kind const> const& kind) { return {kind, &kind->shape()}; }

class ListKind : public Kind {
 public:
  ListKind(Shape shape, std::shared_ptr<Kind const> entry, ListWays ways)
      : Kind(std::move(shape)), entry_(std::move(entry)), ways_(ways) {}

  bool read_into(Tree const& tree, Reading const& reading, void* into) const override {
    if (!check_list(tree, reading, shape())) return false;
    ways_.clear(into);
    bool good = true;
    for (auto const& item : tree.items) {
      // A row with keys of its own needs no further name.
      auto const name = item.is_map() ? std::string{} : "an entry of " + reading.name();
      good = entry_->read(item, reading.named(name), ways_.add(into)) && good;
    }
    return good;
  }

 private:
  std::shared_ptr<Kind const> entry_;
  ListWays ways_;
};

class MapKind : public Kind {
 public:
  MapKind(Shape shape, WhyNotAKey why_not_a_key, std::shared_ptr<Kind const> entry, MapWays ways)
      : Kind(std::move(shape)),
        why_not_a_key_(why_not_a_key),
        entry_(std::move(entry)),
        ways_(ways) {}

  bool read_into(Tree const& tree, Reading const& reading, void* into) const override {
    if (!check_map(tree, reading, shape())) return false;
    ways_.clear(into);
    bool good = true;
    for (auto const& entry : tree.entries) {
      if (auto const why = why_not_a_key_(entry.key)) {
        reading.problem(entry.key_place, fmt::format("the key {} of {} is wrong {}",
                                                     in_quotes(entry.key), reading.name(), *why));
        good = false;
      }
      good =
          entry_->read(entry.value, reading.inside(entry.key), ways_.add(into, entry.key)) && good;
    }
    return good;
  }

 private:
  WhyNotAKey why_not_a_key_;
  std::shared_ptr<Kind const> entry_;
  MapWays ways_;
};

}  // namespace

bool check_list(Tree const& tree, Reading const& reading, Shape const& shape) {
  if (!tree.is_list()) {
    reading.refuse(tree.place, fmt::format("is {}. {}", kind_in_words(tree), wanted(shape)));
    return false;
  }
  auto const size = tree.items.size();
  if (size < shape.at_least || (shape.at_most && size > *shape.at_most)) {
    reading.refuse(tree.place, fmt::format("has {} {}. Give {}.", size,
                                           size == 1 ? "entry" : "entries", size_in_words(shape)));
    return false;
  }
  return true;
}

std::shared_ptr<Kind const> list_kind(std::shared_ptr<Kind const> const& entry, ListSize size,
                                      ListWays ways) {
  Shape shape;
  shape.form = Shape::Form::list;
  shape.words = "a list";
  shape.example = fmt::format("[{}]", entry_of_example(entry->shape()));
  shape.at_least = size.at_least;
  shape.at_most = size.at_most;
  shape.parts = {shape_of(entry)};
  return std::make_shared<ListKind>(std::move(shape), entry, ways);
}

std::shared_ptr<Kind const> map_kind(Shape const& key_shape, WhyNotAKey why_not_a_key,
                                     std::shared_ptr<Kind const> const& entry, MapWays ways) {
  Shape shape;
  shape.form = Shape::Form::map;
  shape.words = "a map";
  shape.example = fmt::format("{{{}: {}}}", key_shape.example, entry->shape().example);
  shape.key_pattern = key_shape.pattern;
  shape.keys = key_shape.choices;
  shape.parts = {shape_of(entry)};
  return std::make_shared<MapKind>(std::move(shape), why_not_a_key, entry, ways);
}

}  // namespace minefree::config
