#pragma once

#include <bit>

#include <minefree/numeric/lanes.hpp>

namespace minefree::numeric {
inline namespace MINEFREE_INSTRUCTION_SET {

namespace detail {

template <class R, int First, int Count>
[[gnu::always_inline]] inline R part_of_polynomial(R const* powers, double const* coefficients) {
  if constexpr (Count == 1) {
    return broadcast<R>(coefficients[First]);
  } else {
    constexpr int level = std::bit_width(unsigned{Count - 1}) - 1;
    constexpr int low = 1 << level;
    return part_of_polynomial<R, First, low>(powers, coefficients) +
           powers[level] * part_of_polynomial<R, First + low, Count - low>(powers, coefficients);
  }
}

}  // namespace detail

/// c0 + c1 x + c2 x^2 + ... of up to 16 terms, by halves (Estrin): a processor works on both halves
/// at once, where Horner's rule would make it wait for each step.
template <class R, class... Doubles>
[[gnu::always_inline]] inline R polynomial(R x, Doubles... c) {
  static_assert(sizeof...(c) <= 16);
  double const coefficients[] = {c...};
  R const square = x * x;
  R const fourth = square * square;
  R const powers[] = {x, square, fourth, fourth * fourth};  // x^(2^level)
  return detail::part_of_polynomial<R, 0, sizeof...(c)>(powers, coefficients);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::numeric
