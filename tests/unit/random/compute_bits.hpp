#pragma once

// What the files bits_of_<set>.cpp compute, each with its own instruction set and width. Nothing of
// the standard library is used here: its inline functions would be shared between the sets.

#include <minefree/random/draws.hpp>

#include "bits_of_set.hpp"

namespace minefree::random {
inline namespace MINEFREE_INSTRUCTION_SET {

/// `function` of first, first + step, ... in vectors of this set's width.
template <class Function>
void fill(FunctionBits& row, char const* name, double first, double step, Function function) {
  using R = numeric::Lanes<numeric::native_lanes>;
  row.function = name;
  for (int k = 0; k < FunctionBits::count; k += numeric::lanes_in<R>) {
    R x{};
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      x[i] = static_cast<float>(first + (k + i) * step);
    }
    R const y = function(x);
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      row.bits[k + i] = __builtin_bit_cast(std::uint32_t, static_cast<float>(y[i]));
    }
  }
}

/// Words of 16 trajectories and 12 purposes a year, until the row is full.
inline void fill_with_draws(FunctionBits& row) {
  using R = numeric::Lanes<numeric::native_lanes>;
  enum class Purpose : unsigned {};
  row.function = "words of draws";
  for (int k = 0; k < FunctionBits::count; ++k) {
    auto const trajectory = static_cast<std::uint32_t>(k % 16);
    numeric::UintOf<R> trajectories{};
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      trajectories[i] = trajectory + static_cast<std::uint32_t>(i);
    }
    Draws<R, 3> const draws(Key(2025), trajectories, 2025 + static_cast<std::uint32_t>(k / 192), 7);
    row.bits[k] = draws.word(Purpose{static_cast<unsigned>(k / 16 % 12)})[0];
  }
}

inline void compute_bits(FunctionBits* rows) {
  fill(rows[0], "exp", -100, 0.19531, [](auto x) { return numeric::exp(x); });
  fill(rows[1], "log", 0, 0.0123, [](auto x) { return numeric::log(x); });
  fill(rows[2], "expm1", -20, 0.1063, [](auto x) { return numeric::expm1(x); });
  fill(rows[3], "log1p", -1, 0.00391, [](auto x) { return numeric::log1p(x); });
  fill(rows[4], "logistic", -90, 0.1777, [](auto x) { return numeric::logistic(x); });
  fill(rows[5], "square_root", 0, 0.777, [](auto x) { return numeric::square_root(x); });
  fill(rows[6], "normal_quantile near 0", 0x1p-24, 0x1p-23,
       [](auto x) { return numeric::normal_quantile(x); });
  fill(rows[7], "normal_quantile", 0.0005, 0.000976,
       [](auto x) { return numeric::normal_quantile(x); });
  fill_with_draws(rows[8]);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
