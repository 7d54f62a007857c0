#include <minefree/config/collections.hpp>

namespace minefree::config {

namespace {

std::string size_in_words(Shape const& shape) {
  if (shape.at_most && *shape.at_most == shape.at_least) {
    return fmt::format("exactly {}", shape.at_least);
  }
  if (shape.at_most) return fmt::format("{} to {}", shape.at_least, *shape.at_most);
  return fmt::format("at least {}", shape.at_least);
}

}  // namespace

std::string entry_of_example(Shape const& shape) {
  auto const& example = shape.example;
  if (shape.form != Shape::Form::record || example.size() < 2) return example;
  return '{' + example.substr(1, example.size() - 2) + '}';
}

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

bool check_map(Tree const& tree, Reading const& reading, Shape const& shape) {
  if (tree.is_map()) return true;
  reading.refuse(tree.place, fmt::format("is {}. {}", kind_in_words(tree), wanted(shape)));
  return false;
}

}  // namespace minefree::config
