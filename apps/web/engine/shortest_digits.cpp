#include <minefree/base/shortest_digits.hpp>

#include <fmt/format.h>

namespace minefree {

// By fmt, which is here anyway: the standard library's way brings tables of 150 kB along.
ShortestDigits shortest_digits(double number) {
  auto const decimal = fmt::detail::dragonbox::to_decimal(number);
  ShortestDigits shortest{.digits = std::to_string(decimal.significand)};
  shortest.exponent = decimal.exponent + static_cast<int>(shortest.digits.size()) - 1;
  while (shortest.digits.size() > 1 && shortest.digits.back() == '0') shortest.digits.pop_back();
  return shortest;
}

}  // namespace minefree
