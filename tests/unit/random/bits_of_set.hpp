#pragma once

#include <cstdint>

namespace minefree::random {

/// The bits that one function, or the draws, give for a row of arguments.
struct FunctionBits {
  static constexpr int count = 1024;
  char const* function;
  std::uint32_t bits[count];
};

inline constexpr int functions_of_set = 9;

/// Fills `functions_of_set` rows. Each instruction set has a file of its own, compiled with its
/// flags; call none that the processor lacks.
void compute_bits_sse42(FunctionBits* rows);
void compute_bits_avx2(FunctionBits* rows);
void compute_bits_avx512(FunctionBits* rows);

}  // namespace minefree::random
