#pragma once

// One call of each building block, for whatever instruction set includes this file. Only plain
// functions: a std::string used here would be compiled for AVX-512 and shared with code that is not
// (tools/check_kernel_symbols.py looks).

#include <minefree/random/draws.hpp>

#include "instruction_sets.hpp"

namespace minefree::bench {
inline namespace MINEFREE_INSTRUCTION_SET {

using namespace numeric;

/// Tells the compiler that these numbers may have changed, so that each round computes anew.
template <class T>
void may_have_changed(T& numbers) {
  asm volatile("" : : "r"(&numbers) : "memory");
}

/// Numbers to compute with: enough that none can be foreseen, few enough for the nearest cache.
template <class R>
struct Arguments {
  R values[calls_of_round];

  Arguments(double low, double high) {
    std::uint32_t word = 1;
    for (R& value : values) {
      for (int i = 0; i < lanes_in<R>; ++i) {
        word = word * 1664525 + 1013904223;
        double const share = (word >> 9) * 0x1p-23;
        set_lane(value, i, static_cast<ScalarOf<R>>(low + (high - low) * share));
      }
    }
  }
};

template <class R>
double sum_of_lanes(R const& numbers) {
  double sum = 0;
  for (int i = 0; i < lanes_in<R>; ++i) sum += static_cast<double>(lane(numbers, i));
  return sum;
}

// clang-format off
struct Normal { static constexpr double low = 1e-6, high = 1 - 1e-6; template <class R> static R of(R x) { return normal_quantile(x); } };
struct Exp { static constexpr double low = -5, high = 5; template <class R> static R of(R x) { return exp(x); } };
struct Log { static constexpr double low = 1e-3, high = 1e3; template <class R> static R of(R x) { return log(x); } };
struct Expm1 { static constexpr double low = -2, high = 2; template <class R> static R of(R x) { return expm1(x); } };
struct Log1p { static constexpr double low = -0.5, high = 5; template <class R> static R of(R x) { return log1p(x); } };
struct SquareRoot { static constexpr double low = 0, high = 5; template <class R> static R of(R x) { return square_root(x); } };
// clang-format on

template <class R, class Function>
double call_function(std::uint64_t rounds) {
  Arguments<R> arguments(Function::low, Function::high);
  R sum = broadcast<R>(0);
  for (std::uint64_t round = 0; round < rounds; ++round) {
    may_have_changed(arguments);
    for (R const x : arguments.values) sum = sum + Function::of(x);
  }
  return sum_of_lanes(sum);
}

/// Philox as the model calls it: `Blocks` blocks of four words at one address.
template <class R, int Blocks>
double draw_words(std::uint64_t rounds) {
  UintOf<R> sum{};
  for (std::uint64_t round = 0; round < rounds; ++round) {
    for (std::uint32_t code = 0; code < calls_of_round; ++code) {
      random::Draws<R, Blocks> const draws(random::Key(2025), UintOf<R>{},
                                           static_cast<std::uint32_t>(round), code);
      for (int k = 0; k < 4 * Blocks; ++k) sum = sum ^ draws.word(k);
    }
  }
  return sum_of_lanes(sum);
}

template <class R>
inline constexpr NumericCase numeric_cases[numeric_case_count] = {
    {"philox_1_block", 4, draw_words<R, 1>}, {"philox_5_blocks", 20, draw_words<R, 5>},
    {"normal", 1, call_function<R, Normal>}, {"exp", 1, call_function<R, Exp>},
    {"log", 1, call_function<R, Log>},       {"expm1", 1, call_function<R, Expm1>},
    {"log1p", 1, call_function<R, Log1p>},   {"square_root", 1, call_function<R, SquareRoot>},
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::bench
