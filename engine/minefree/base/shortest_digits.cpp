#include <minefree/base/shortest_digits.hpp>

#include <charconv>
#include <cstddef>
#include <string_view>
#include <system_error>

#include <minefree/base/contract.hpp>

namespace minefree {

ShortestDigits shortest_digits(double number) {
  char buffer[32];
  auto const [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
  MINEFREE_ENSURE(error == std::errc{});
  std::string_view const scientific(buffer, static_cast<std::size_t>(end - buffer));
  auto const e = scientific.find('e');
  ShortestDigits shortest{.digits = std::string(1, scientific[0])};
  if (e > 1) shortest.digits += scientific.substr(2, e - 2);
  // The buffer ends without a zero byte, and from_chars takes no plus sign.
  std::from_chars(buffer + e + 2, end, shortest.exponent);
  if (scientific[e + 1] == '-') shortest.exponent = -shortest.exponent;
  return shortest;
}

}  // namespace minefree
