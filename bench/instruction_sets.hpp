#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace minefree::bench {

/// Calls of a building block in one round.
inline constexpr int calls_of_round = 64;

/// A building block of the engine.
struct NumericCase {
  char const* name;
  int numbers_of_call;                  // that each lane gets of one call
  double (*run)(std::uint64_t rounds);  // a number that depends on every call
};
inline constexpr int numeric_case_count = 8;

/// What is measured once for each instruction set; each set has a file of its own, compiled with
/// that set's flags. Call nothing of a set that the processor lacks.
struct SetUnderTest {
  std::string_view name;
  int lanes;
  NumericCase const* numeric_cases;  // [numeric_case_count]
  double (*floor_of_run)(std::uint64_t trajectories, std::uint32_t states, std::uint32_t years);
};

extern SetUnderTest const sse42_under_test;
extern SetUnderTest const avx2_under_test;
extern SetUnderTest const avx512_under_test;

/// Those that this processor has, narrowest first.
std::span<SetUnderTest const* const> sets_under_test();

}  // namespace minefree::bench
