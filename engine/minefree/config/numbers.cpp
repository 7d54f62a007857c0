#include <minefree/config/numbers.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>

namespace minefree::config {

namespace {

using Unit = std::pair<std::string_view, std::vector<std::string>>;

// How a unit may be written behind a number; the first is how we write it.
std::vector<std::string> spellings(std::string_view unit) {
  static std::vector<Unit> const known{
      {"km2", {"km2", "km²"}},
      {"MUSD", {"MUSD", "million USD"}},
      {"km2 a year", {"km2 a year", "km2/year", "km²/year"}},
      {"MUSD a year", {"MUSD a year", "MUSD/year", "MUSD", "million USD"}},
      {"MUSD per km2", {"MUSD per km2", "MUSD/km2"}},
      {"years", {"years", "year"}},
      {"days", {"days", "day"}},
      {"share", {"%"}},
  };
  auto const found = std::ranges::find(known, unit, &Unit::first);
  return found == known.end() ? std::vector<std::string>{} : found->second;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_with_sign(std::string_view text) {
  return text.starts_with('+') || text.starts_with('-');
}

struct Quantity {
  double number = 0;
  std::string unit;
};

// `12 km2` as 12 and `km2`. The unit starts with no digit and no mark of a number.
std::optional<Quantity> split_quantity(std::string_view text) {
  constexpr std::size_t longest_number = 32;
  for (auto length = std::min(text.size(), longest_number); length > 0; --length) {
    auto const parsed = parse_number(text.substr(0, length));
    if (!parsed) continue;
    auto const unit = trimmed(text.substr(length));
    if (unit.empty() || is_digit(unit[0]) ||
        std::string_view("._,+-:/").find(unit[0]) != std::string_view::npos) {
      return std::nullopt;
    }
    return Quantity{*parsed, std::string(unit)};
  }
  return std::nullopt;
}

std::string range_in_words(NumberRule const& rule) {
  bool const has_low = rule.low > -practically_unlimited;
  bool const has_high = rule.high < practically_unlimited;
  auto const low = has_low ? shortest(rule.low) : "";
  auto const high = has_high ? shortest(rule.high) : "";
  if (has_low && has_high && !rule.above_low && !rule.below_high) {
    return fmt::format(" from {} to {}", low, high);
  }
  auto const low_words = rule.above_low ? "above " + low : low + " or more";
  auto const high_words = (rule.below_high ? "below " : "at most ") + high;
  if (has_low && has_high) return fmt::format(", {} and {}", low_words, high_words);
  if (has_low) return ", " + low_words;
  return has_high ? ", " + high_words : "";
}

bool below(double value, NumberRule const& rule) {
  return rule.above_low ? value <= rule.low : value < rule.low;
}

bool beyond(double value, NumberRule const& rule) {
  return rule.below_high ? value >= rule.high : value > rule.high;
}

// The number of a text, with or without a unit, in the unit of the shape; or why not.
struct Parsed {
  std::optional<double> number;
  std::string refusal;
};

Parsed parse_quantity(std::string const& text, bool quoted, Shape const& shape) {
  if (auto const plain = parse_number(text)) {
    if (!quoted) return {plain, {}};
    return {{},
            fmt::format("is {} in quotes, which makes it a text. Write {} without quotes.",
                        in_quotes(text), text)};
  }
  auto const quantity = split_quantity(text);
  bool const is_special = is_json_number(text) || text.starts_with("0x") ||
                          text.starts_with("0X") || text.starts_with("0o");
  if (!quantity || is_special) {
    return {{},
            fmt::format("is {} ({}). {}", in_quotes(text), why_not_a_number(text), wanted(shape))};
  }
  if (std::ranges::find(shape.units, quantity->unit) == shape.units.end()) {
    return {{},
            fmt::format("is {} (the unit '{}' does not fit here). {}", in_quotes(text),
                        quantity->unit, wanted(shape))};
  }
  return {quantity->unit == "%" ? quantity->number / 100 : quantity->number, {}};
}

std::optional<double> read_number(Tree const& tree, Reading const& reading, NumberRule const& rule,
                                  Shape const& shape) {
  auto const text = scalar_text(tree, reading, shape);
  if (!text) return std::nullopt;
  auto const parsed = parse_quantity(*text, tree.quoted, shape);
  if (!parsed.number) {
    reading.refuse(tree.place, parsed.refusal);
    return std::nullopt;
  }
  auto const value = *parsed.number;
  if (below(value, rule) || beyond(value, rule)) {
    reading.refuse(tree.place,
                   fmt::format("is {} ({}). {}", *text,
                               below(value, rule) ? rule.too_low : rule.too_high, wanted(shape)));
    return std::nullopt;
  }
  return value;
}

}  // namespace

Shape shape_of(NumberRule const& rule, Shape::Form form) {
  Shape shape;
  shape.form = form;
  shape.units = spellings(rule.unit);
  bool const names_unit = !shape.units.empty() && rule.unit != "share" && rule.unit != "MUSD";
  if (!rule.words.empty())
    shape.words = rule.words;
  else
    shape.words = fmt::format("{}{}{}{}", rule.thing, names_unit ? " in " : "",
                              names_unit ? rule.unit : "", range_in_words(rule));
  shape.example = rule.example;
  if (std::isfinite(rule.low)) shape.low = rule.low;
  if (std::isfinite(rule.high)) shape.high = rule.high;
  shape.above_low = rule.above_low;
  shape.below_high = rule.below_high;
  return shape;
}

Value<double> number(NumberRule rule) {
  auto shape = shape_of(rule, Shape::Form::number);
  auto const read = [rule = std::move(rule)](Tree const& tree, Reading const& reading,
                                             Shape const& its) {
    return read_number(tree, reading, rule, its);
  };
  return value_of<double>(std::move(shape), read, [](double value) { return shortest(value); });
}

std::optional<std::int64_t> read_whole(Tree const& tree, Reading const& reading,
                                       NumberRule const& rule, Shape const& shape) {
  auto const value = read_number(tree, reading, rule, shape);
  if (!value) return std::nullopt;
  // Beyond 2^53 a double, and so JSON, does not hold every whole number.
  constexpr double exact = 9007199254740992.0;
  if (*value != std::floor(*value) || std::fabs(*value) > exact) {
    reading.refuse(tree.place,
                   fmt::format("is {} (not a whole number). {}", tree.text, wanted(shape)));
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*value);
}

Value<int> year(std::string_view example) {
  return whole<int>({.thing = "a year",
                     .low = 1900,
                     .high = 2200,
                     .too_low = "no year that is read here",
                     .too_high = "no year that is read here",
                     .example = std::string(example)});
}

NumberRule area_rule() {
  return {.thing = "an area",
          .unit = "km2",
          .low = 0,
          .high = practically_unlimited,
          .too_low = "an area cannot be negative",
          .example = "12.5"};
}

Value<double> area_km2() { return number(area_rule()); }

Value<double> money_musd() {
  return number({.thing = "an amount in million USD",
                 .unit = "MUSD",
                 .low = 0,
                 .high = practically_unlimited,
                 .too_low = "an amount cannot be negative",
                 .too_high = "too large; amounts are in million USD",
                 .example = "10"});
}

Value<double> share() {
  return number({.thing = "a share",
                 .unit = "share",
                 .low = 0,
                 .high = 1,
                 .too_low = "a share cannot be negative",
                 .too_high = "a share cannot be more than 1",
                 .example = "0.5 or 50%"});
}

Value<double> how_many(std::string_view thing, std::string_view example) {
  NumberRule const rule{.thing = thing,
                        .low = 0,
                        .high = practically_unlimited,
                        .too_low = "cannot be negative",
                        .example = std::string(example)};
  auto const read = [rule](Tree const& tree, Reading const& reading,
                           Shape const& shape) -> std::optional<double> {
    auto const value = read_whole(tree, reading, rule, shape);
    return value ? std::optional<double>(static_cast<double>(*value)) : std::nullopt;
  };
  return value_of<double>(shape_of(rule, Shape::Form::whole_number), read,
                          [](double value) { return shortest(value); });
}

std::string why_not_a_number(std::string_view text) {
  auto const body = starts_with_sign(text) ? text.substr(1) : text;
  auto const has = [&text](std::string_view marks) {
    return text.find_first_of(marks) != std::string_view::npos;
  };
  bool const digits_and_marks =
      text.find_first_not_of("0123456789.,_ '+-") == std::string_view::npos;
  if (is_json_number(body) && !starts_with_sign(body)) return "too large for a number";
  if (body.starts_with("0x") || body.starts_with("0X") || body.starts_with("0o")) {
    return "not a decimal number";
  }
  if (body == ".nan" || body == ".NaN" || body == ".NAN" || body == "nan" || body == "NaN") {
    return "not a number at all";
  }
  if (body == ".inf" || body == ".Inf" || body == ".INF" || body == "inf" || body == "infinity") {
    return "infinity is not a number that can be used";
  }
  if (digits_and_marks && has("0123456789")) {
    if (has("_")) return "'_' is read differently by different YAML readers; leave it out";
    if (has(",")) return "the mark of decimals is a point, and nothing parts thousands";
    if (has(" '")) return "nothing parts thousands";
    if (body.size() > 1 && body[0] == '0' && is_digit(body[1])) {
      return "a number that starts with 0 is octal for some YAML readers; leave the 0 out";
    }
    if (body.starts_with('.')) return "write the 0 before the point";
    if (body.ends_with('.')) return "a digit follows the point";
  }
  return "not a number";
}

}  // namespace minefree::config
