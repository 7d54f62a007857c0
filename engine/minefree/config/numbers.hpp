#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <minefree/config/value.hpp>

namespace minefree::config {

/// What a number must be. `too_low` and `too_high` say why, inside the parentheses of a message.
/// The texts but for the example are kept as they are given: literals.
struct NumberRule {
  std::string_view thing = "a number";
  std::string_view unit =
      {};  // km2, MUSD, share ...: also read behind the number, as '12 km2', '20%'
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool above_low = false;  // the bound itself is refused
  bool below_high = false;
  std::string_view too_low = "too small";
  std::string_view too_high = "too large";
  std::string example = "1.5";
  std::string_view words = {};  // instead of those made from the rest
};

/// Bounds at or beyond this are there against slips only, and are not written out.
inline constexpr double practically_unlimited = 1e9;

/// A number within the rule. A share may be a text with %, which is divided by 100: +20% is 0.2.
Value<double> number(NumberRule rule);

/// A whole number within the rule, by its reader.
std::optional<std::int64_t> read_whole(Tree const&, Reading const&, NumberRule const&,
                                       Shape const&);
Shape shape_of(NumberRule const&, Shape::Form);

/// A whole number within the rule; the rule's bounds must fit the type.
template <std::integral Int>
Value<Int> whole(NumberRule const& rule) {
  auto const read = [rule](Tree const& tree, Reading const& reading,
                           Shape const& shape) -> std::optional<Int> {
    auto const value = read_whole(tree, reading, rule, shape);
    return value ? std::optional<Int>(static_cast<Int>(*value)) : std::nullopt;
  };
  return value_of<Int>(shape_of(rule, Shape::Form::whole_number), read,
                       [](Int value) { return std::to_string(value); });
}

/// A calendar year from 1900 to 2200.
Value<int> year(std::string_view example = "2026");
/// km2, 0 or more.
NumberRule area_rule();
Value<double> area_km2();
/// Million USD, 0 or more.
Value<double> money_musd();
/// 0 to 1, or in percent.
Value<double> share();
/// How many: a whole number from 0 on, kept as a real one.
Value<double> how_many(std::string_view thing, std::string_view example);

/// Why a text is no number, in the words of a message (`is '010' (...)`).
std::string why_not_a_number(std::string_view text);

}  // namespace minefree::config
