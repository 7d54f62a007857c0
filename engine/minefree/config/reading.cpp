#include <minefree/config/reading.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace minefree::config {

Reading Reading::inside(std::string_view key) const {
  return named(name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key));
}

void Reading::refuse(Place const& place, std::string_view predicate) const {
  problems_->add(place, fmt::format("{} {}", name_.empty() ? "this" : name_, predicate));
}

void Reading::problem(Place const& place, std::string what) const {
  problems_->add(place, std::move(what));
}

std::optional<std::string> scalar_text(Tree const& tree, Reading const& reading,
                                       Shape const& shape) {
  if (tree.is_null() || (tree.is_scalar() && tree.text.empty())) {
    reading.refuse(tree.place, fmt::format("is empty. {}", wanted(shape)));
    return std::nullopt;
  }
  if (!tree.is_scalar()) {
    reading.refuse(tree.place, fmt::format("is {}. {}", kind_in_words(tree), wanted(shape)));
    return std::nullopt;
  }
  return tree.text;
}

std::string wanted(Shape const& shape) {
  if (shape.example.empty()) return fmt::format("Write {}.", shape.words);
  return fmt::format("Write {}, such as {}.", shape.words, shape.example);
}

bool is_disputed_word(std::string_view text) {
  static constexpr std::array<std::string_view, 8> words{"yes",  "no",    "on", "off",
                                                         "true", "false", "y",  "n"};
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::ranges::find(words, small) != words.end();
}

}  // namespace minefree::config
