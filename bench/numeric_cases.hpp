#pragma once

// One call of each building block, for whatever instruction set includes this file.

#include <array>
#include <string>

#include <benchmark/benchmark.h>

#include <minefree/random/draws.hpp>

namespace minefree::bench {
inline namespace MINEFREE_INSTRUCTION_SET {

using namespace numeric;

/// Numbers to compute with: enough that none can be foreseen, few enough for the nearest cache.
template <class R>
struct Arguments {
  static constexpr int count = 64;
  std::array<R, count> values;

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

/// A call is one of a vector; `numbers_per_second` counts each number that each lane got.
template <class R>
void report_calls(benchmark::State& state, int calls, int numbers_of_a_call = 1) {
  auto const in_all = static_cast<double>(state.iterations()) * calls;
  state.counters["ns_per_call"] = benchmark::Counter(
      in_all * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["numbers_per_second"] =
      benchmark::Counter(in_all * lanes_in<R> * numbers_of_a_call, benchmark::Counter::kIsRate);
}

template <class R, class Function>
void add_function(std::string const& name, double low, double high, Function function) {
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    Arguments<R> const arguments(low, high);
    for (auto _ : state) {
      R sum{};
      for (R const x : arguments.values) sum = sum + function(x);
      benchmark::DoNotOptimize(sum);
    }
    report_calls<R>(state, Arguments<R>::count);
  });
}

/// Philox as the model calls it: `Blocks` blocks of four words at one address.
template <class R, int Blocks>
void add_draws(std::string const& name) {
  benchmark::RegisterBenchmark(name.c_str(), [](benchmark::State& state) {
    constexpr std::uint32_t addresses = 64;
    std::uint32_t year = 0;
    for (auto _ : state) {
      UintOf<R> sum{};
      ++year;
      for (std::uint32_t code = 0; code < addresses; ++code) {
        random::Draws<R, Blocks> const draws(random::Key(2025), UintOf<R>{}, year, code);
        for (int k = 0; k < 4 * Blocks; ++k) sum = sum ^ draws.word(k);
      }
      benchmark::DoNotOptimize(sum);
    }
    report_calls<R>(state, addresses, 4 * Blocks);
  });
}

/// Registers every building block over R under `width`/....
template <class R>
void add_numeric_cases(std::string const& width) {
  add_draws<R, 1>(width + "/philox_1_block");
  add_draws<R, 5>(width + "/philox_5_blocks");
  add_function<R>(width + "/normal", 1e-6, 1 - 1e-6, [](R x) { return normal_quantile(x); });
  add_function<R>(width + "/exp", -5, 5, [](R x) { return exp(x); });
  add_function<R>(width + "/log", 1e-3, 1e3, [](R x) { return log(x); });
  add_function<R>(width + "/expm1", -2, 2, [](R x) { return expm1(x); });
  add_function<R>(width + "/log1p", -0.5, 5, [](R x) { return log1p(x); });
  add_function<R>(width + "/square_root", 0, 5, [](R x) { return square_root(x); });
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::bench
