#pragma once

#include <cstddef>
#include <optional>
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
Value<std::string> line_of_text(std::string example);
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

/// One of several words, each standing for a value of an enumeration.
template <class E>
Value<E> one_word(std::vector<std::pair<std::string, E>> const& meanings) {
  std::vector<std::string> words;
  for (auto const& meaning : meanings) words.push_back(meaning.first);
  auto const shape = shape_of_words(std::move(words));
  return {.read = [meanings, shape](Tree const& tree, Reading const& reading) -> std::optional<E> {
            auto const index = read_word(tree, reading, shape);
            return index ? std::optional<E>(meanings[*index].second) : std::nullopt;
          },
          .shape = shape,
          .print =
              [meanings](E const& value) {
                for (auto const& [word, meaning] : meanings) {
                  if (meaning == value) return word;
                }
                return std::string{};
              }};
}

}  // namespace minefree::config
