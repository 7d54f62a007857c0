#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <minefree/base/date.hpp>
#include <minefree/config/value.hpp>

namespace minefree::config {

/// true or false; nothing else that some YAML reader takes for one of them.
Value<bool> yes_no();

/// A text in one line.
Value<std::string> line_of_text(std::string_view example);
/// A text of any number of lines.
Value<std::string> free_text();

/// A day as 2030-03-01, from 1900 to 2200.
Value<Date> date();

/// The code of a state, three capital letters.
Value<std::string> state_code();
/// The code of a donor of the register.
Value<std::string> donor_code();

/// Why a text is no state code, with a hint; nothing when it is one.
std::optional<std::string> why_not_a_state_code(std::string_view text);
/// The same for a donor's code.
std::optional<std::string> why_not_a_donor_code(std::string_view text);

/// One of several words, by its index; used by one_word.
std::optional<std::size_t> read_word(Tree const&, Reading const&, Shape const&);
Shape shape_of_words(std::vector<std::string> words);

/// A word, and what it stands for.
template <class E>
using Meaning = std::pair<std::string_view, E>;

/// One of several words, each standing for the value of an enumeration at its place in `values`.
template <class E>
Value<E> one_word(std::vector<std::string> words, std::vector<E> values) {
  auto const read = [values](Tree const& tree, Reading const& reading,
                             Shape const& shape) -> std::optional<E> {
    auto const index = read_word(tree, reading, shape);
    return index ? std::optional(values[*index]) : std::nullopt;
  };
  auto const print = [values, words](E value) {
    auto const found = std::ranges::find(values, value);
    return found == values.end() ? std::string{}
                                 : words[static_cast<std::size_t>(found - values.begin())];
  };
  return value_of<E>(shape_of_words(words), read, print);
}

/// The same, of words with what they stand for.
template <class E>
Value<E> one_word(std::span<Meaning<E> const> meanings) {
  std::vector<std::string> words;
  std::vector<E> values;
  for (auto const& [word, value] : meanings) {
    words.emplace_back(word);
    values.push_back(value);
  }
  return one_word<E>(std::move(words), std::move(values));
}

/// The same, of words that stand in the call.
template <class E>
Value<E> one_word(std::initializer_list<Meaning<E>> meanings) {
  return one_word<E>(std::span(meanings.begin(), meanings.size()));
}

}  // namespace minefree::config
