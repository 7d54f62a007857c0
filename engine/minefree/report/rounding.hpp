#pragma once

#include <cmath>
#include <optional>

namespace minefree::report {

/// `value` to so many decimals, so that it prints short and the same everywhere.
inline double rounded(double value, int decimals) {
  double scale = 1;
  for (int k = 0; k < decimals; ++k) scale *= 10;
  double const result = std::floor(value * scale + 0.5) / scale;
  return result == 0 ? 0.0 : result;  // never -0
}

inline std::optional<double> rounded(std::optional<double> const& value, int decimals) {
  if (!value) return std::nullopt;
  return rounded(*value, decimals);
}

// Areas to the square metre; dates to a third of a day; money to a thousand USD.
inline constexpr int area_decimals = 6;
inline constexpr int date_decimals = 3;
inline constexpr int money_decimals = 3;
inline constexpr int share_decimals = 6;
inline constexpr int month_decimals = 3;

}  // namespace minefree::report
