#include <minefree/config/scalars.hpp>

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include <minefree/base/iso_code.hpp>
#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/domain/donors.hpp>

namespace minefree::config {

namespace {

std::optional<bool> read_yes_no(Tree const& tree, Reading const& reading, Shape const& shape) {
  auto const text = scalar_text(tree, reading, shape);
  if (!text) return std::nullopt;
  bool const is_bool = *text == "true" || *text == "false";
  if (is_bool && !tree.quoted) return *text == "true";
  if (is_bool) {
    reading.refuse(tree.place, fmt::format("is {} in quotes, which makes it a text. Write {} "
                                           "without quotes.",
                                           in_quotes(*text), *text));
  } else if (is_disputed_word(*text)) {
    reading.refuse(tree.place, fmt::format("is {} (YAML readers do not agree on that word). "
                                           "Write true or false.",
                                           in_quotes(*text)));
  } else {
    reading.refuse(tree.place, fmt::format("is {} (neither true nor false). Write true or false.",
                                           in_quotes(*text)));
  }
  return std::nullopt;
}

bool has_control_character(std::string_view text, bool lines_allowed) {
  return std::ranges::any_of(text, [lines_allowed](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(lines_allowed && (c == '\n' || c == '\r'))) || byte == 0x7F;
  });
}

Value<std::string> text_value(Shape shape, bool lines_allowed) {
  auto const read = [lines_allowed](Tree const& tree, Reading const& reading,
                                    Shape const& its) -> std::optional<std::string> {
    auto const text = scalar_text(tree, reading, its);
    if (!text) return std::nullopt;
    if (!tree.quoted && is_disputed_word(*text)) {
      reading.refuse(tree.place, fmt::format("is {} (some YAML readers take it for true or false). "
                                             "Put it in quotes.",
                                             in_quotes(*text)));
      return std::nullopt;
    }
    auto const whole = std::string(trimmed(*text));
    if (has_control_character(whole, lines_allowed)) {
      reading.refuse(tree.place, lines_allowed
                                     ? "holds a control character. Remove it."
                                     : "holds a line end or another control character. Write it in "
                                       "one line.");
      return std::nullopt;
    }
    return whole;
  };
  return value_of<std::string>(std::move(shape), read,
                               [](std::string const& text) { return text; });
}

std::optional<Date> read_date(Tree const& tree, Reading const& reading, Shape const& shape) {
  auto const text = scalar_text(tree, reading, shape);
  if (!text) return std::nullopt;
  auto const date = parse_date(*text);
  if (!date) {
    bool const looks_like_one = text->size() == 10 && (*text)[4] == '-' && (*text)[7] == '-' &&
                                text->find_first_not_of("0123456789-") == std::string::npos;
    reading.refuse(tree.place,
                   fmt::format("is {} ({}). {}", in_quotes(*text),
                               looks_like_one ? "no day of the calendar" : "not year-month-day",
                               wanted(shape)));
    return std::nullopt;
  }
  if (date->year < 1900 || date->year > 2200) {
    reading.refuse(tree.place, fmt::format("is {} (years from 1900 to 2200 are read). {}", *text,
                                           wanted(shape)));
    return std::nullopt;
  }
  return date;
}

Value<std::string> code_value(Shape shape,
                              std::optional<std::string> (*why_not)(std::string_view)) {
  auto const read = [why_not](Tree const& tree, Reading const& reading,
                              Shape const& its) -> std::optional<std::string> {
    auto const text = scalar_text(tree, reading, its);
    if (!text) return std::nullopt;
    if (auto const why = why_not(*text)) {
      reading.refuse(tree.place, fmt::format("is {} {}", in_quotes(*text), *why));
      return std::nullopt;
    }
    return text;
  };
  return value_of<std::string>(std::move(shape), read);
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  std::ranges::transform(capitals, capitals.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return capitals;
}

}  // namespace

Value<bool> yes_no() {
  Shape shape;
  shape.form = Shape::Form::yes_no;
  shape.words = "true or false";
  return value_of<bool>(std::move(shape), read_yes_no,
                        [](bool value) { return std::string(value ? "true" : "false"); });
}

Value<std::string> line_of_text(std::string_view example) {
  Shape shape;
  shape.words = "a text in one line";
  shape.example = example;
  return text_value(std::move(shape), false);
}

Value<std::string> free_text() {
  Shape shape;
  shape.words = "a text";
  return text_value(std::move(shape), true);
}

Value<Date> date() {
  Shape shape;
  shape.words = "a date as year-month-day";
  shape.example = "2030-03-01";
  shape.pattern = "^(19|20|21|22)[0-9]{2}-[0-1][0-9]-[0-3][0-9]$";
  return value_of<Date>(std::move(shape), read_date,
                        [](Date const& date) { return to_text(date); });
}

Value<std::string> state_code() {
  Shape shape;
  shape.words = "the code of a state, three capital letters (ISO 3166)";
  shape.example = "AGO";
  shape.pattern = "^[A-Z]{3}$";
  return code_value(std::move(shape), why_not_a_state_code);
}

Value<std::string> donor_code() {
  Shape shape;
  shape.form = Shape::Form::word;
  shape.words = "the code of a donor";
  shape.example = "USA";
  for (auto const& donor : donors()) shape.choices.emplace_back(donor.code);
  return code_value(std::move(shape), why_not_a_donor_code);
}

std::optional<std::string> why_not_a_state_code(std::string_view text) {
  if (is_state_code(text)) return std::nullopt;
  if (is_disputed_word(text)) {
    return "(some YAML readers take it for true or false, and the code of a state has three "
           "letters: Norway is NOR). Write three capital letters, such as AGO.";
  }
  auto const capitals = in_capitals(text);
  if (is_state_code(capitals)) {
    return fmt::format("(codes of states are capital letters). Write {}.", capitals);
  }
  return "(not the code of a state). Write three capital letters (ISO 3166), such as AGO.";
}

std::optional<std::string> why_not_a_donor_code(std::string_view text) {
  if (donor_named(text)) return std::nullopt;
  std::vector<std::string> codes;
  for (auto const& donor : donors()) {
    codes.emplace_back(donor.code);
    if (donor.name == text) return fmt::format("(donors are given by code). Write {}.", donor.code);
  }
  auto const hint = did_you_mean(text, codes);
  return hint.empty() ? "(not a donor of the register). docs/scenario-format.md lists the donors."
                      : "(not a donor of the register)." + hint;
}

Shape shape_of_words(std::vector<std::string> words) {
  Shape shape;
  shape.form = Shape::Form::word;
  shape.words = quoted_list(words);
  shape.example = words.front();
  shape.choices = std::move(words);
  return shape;
}

std::optional<std::size_t> read_word(Tree const& tree, Reading const& reading, Shape const& shape) {
  auto const text = scalar_text(tree, reading, shape);
  if (!text) return std::nullopt;
  auto const found = std::ranges::find(shape.choices, *text);
  if (found == shape.choices.end()) {
    reading.refuse(tree.place, fmt::format("is {}. Write {}.{}", in_quotes(*text), shape.words,
                                           did_you_mean(*text, shape.choices)));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - shape.choices.begin());
}

}  // namespace minefree::config
