#pragma once

#include <string>

namespace minefree {

/// The shortest decimal number that reads back as a double, and of these the nearest:
/// d.ddd times ten to the exponent.
struct ShortestDigits {
  std::string digits;  // without the point and without zeros at the end
  int exponent = 0;
};

/// Of a finite number above zero.
ShortestDigits shortest_digits(double number);

}  // namespace minefree
