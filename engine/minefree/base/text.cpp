#include <minefree/base/text.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <system_error>
#include <vector>

#include <minefree/base/contract.hpp>
#include <minefree/base/shortest_digits.hpp>

namespace minefree {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits from `at` on; returns where they end.
std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

}  // namespace

bool is_json_number(std::string_view text) {
  std::size_t at = 0;
  if (at < text.size() && text[at] == '-') ++at;

  // Whole part: 0, or digits that do not start with 0.
  auto const whole = at;
  at = skip_digits(text, at);
  if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;

  if (at < text.size() && text[at] == '.') {
    auto const fraction = ++at;
    at = skip_digits(text, at);
    if (at == fraction) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    auto const exponent = at;
    at = skip_digits(text, at);
    if (at == exponent) return false;
  }
  return at == text.size();
}

std::optional<double> parse_number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  if (!is_json_number(text)) return std::nullopt;
  double number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range) {
    // Both 1e400 and 1e-400 are out of range. In a text of JSON's grammar only the sign of the
    // exponent can make a number tiny, but for plain digits such as 0.000...1.
    auto const e = text.find_first_of("eE");
    bool const tiny = e != std::string_view::npos ? text[e + 1] == '-' : text.find('.') <= 2;
    return tiny ? std::optional<double>(0.0) : std::nullopt;
  }
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  if (!is_json_number(text)) return std::nullopt;
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string shortest(double number) {
  MINEFREE_EXPECT(std::isfinite(number));
  if (number == 0) return "0";

  // Laid out by JavaScript's rule.
  auto const [digits, exponent] = shortest_digits(std::fabs(number));
  auto const count = static_cast<int>(digits.size());
  std::string text = number < 0 ? "-" : "";
  if (exponent >= 21 || exponent < -6) {
    text += digits.substr(0, 1);
    if (count > 1) text += '.' + digits.substr(1);
    return text + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
  }
  if (exponent < 0) {
    return text + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  }
  if (count <= exponent + 1) {
    return text + digits +
           std::string(static_cast<std::size_t>(exponent) + 1 - static_cast<std::size_t>(count),
                       '0');
  }
  auto const point = static_cast<std::size_t>(exponent) + 1;
  return text + digits.substr(0, point) + '.' + digits.substr(point);
}

std::string join(std::span<std::string const> words, std::string_view between,
                 std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? last : between;
    text += words[i];
  }
  return text;
}

std::string quoted_list(std::span<std::string const> words, std::string_view last) {
  std::vector<std::string> quoted;
  quoted.reserve(words.size());
  for (auto const& word : words) quoted.push_back('\'' + word + '\'');
  return join(quoted, ", ", last);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most_characters = 60;
  std::string quoted = "'";
  std::size_t characters = 0;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    bool const starts_character = (byte & 0xC0U) != 0x80U;
    if (starts_character && ++characters > most_characters) return quoted + "...'";
    quoted += byte < 0x20U || byte == 0x7FU ? '?' : c;
  }
  return quoted + '\'';
}

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-+:,@%";
  std::string word = text.starts_with('-') ? "./" : "";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos)
    return word.append(text);
  word += '\'';
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '\'') {
      word += R"('\'')";
    } else {
      word += byte < 0x20U || byte == 0x7FU ? '?' : c;
    }
  }
  return word + '\'';
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  auto const first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace minefree
