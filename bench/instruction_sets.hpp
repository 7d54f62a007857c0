#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace minefree::bench {

/// What is measured once for each instruction set; each set has a file of its own, compiled with
/// that set's flags. Call nothing of a set that the processor lacks.
struct SetUnderTest {
  std::string_view name;
  void (*add_numeric_cases)();
  double (*floor_of_run)(std::uint64_t trajectories, std::uint32_t states, std::uint32_t years);
};

extern SetUnderTest const sse42_under_test;
extern SetUnderTest const avx2_under_test;
extern SetUnderTest const avx512_under_test;

/// Those that this processor has, narrowest first.
std::span<SetUnderTest const> sets_under_test();

}  // namespace minefree::bench
