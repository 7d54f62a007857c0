// All instruction sets give the same bits, each with its own width and its own instructions.
#include "bits_of_set.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace minefree::random {
namespace {

using Compute = void (*)(FunctionBits*);

void expect_the_bits_of_sse42(Compute compute) {
  std::vector<FunctionBits> expected(functions_of_set);
  std::vector<FunctionBits> found(functions_of_set);
  compute_bits_sse42(expected.data());
  compute(found.data());
  for (unsigned row = 0; row < functions_of_set; ++row) {
    int different = 0;
    for (int k = 0; k < FunctionBits::count; ++k) {
      different += expected[row].bits[k] != found[row].bits[k] ? 1 : 0;
    }
    EXPECT_EQ(different, 0) << expected[row].function;
  }
}

TEST(InstructionSets, avx2_gives_the_bits_of_sse42) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("avx2")) GTEST_SKIP() << "this processor has no AVX2";
  expect_the_bits_of_sse42(compute_bits_avx2);
#else
  GTEST_SKIP() << "AVX2 is for x86-64";
#endif
}

TEST(InstructionSets, avx512_gives_the_bits_of_sse42) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512vl") ||
      !__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512dq")) {
    GTEST_SKIP() << "this processor has no AVX-512";
  }
  expect_the_bits_of_sse42(compute_bits_avx512);
#else
  GTEST_SKIP() << "AVX-512 is for x86-64";
#endif
}

TEST(InstructionSets, fill_every_row) {
  std::vector<FunctionBits> rows(functions_of_set);
  compute_bits_sse42(rows.data());
  for (auto const& row : rows) {
    int different = 0;
    for (int k = 1; k < FunctionBits::count; ++k)
      different += row.bits[k] != row.bits[k - 1] ? 1 : 0;
    EXPECT_GT(different, FunctionBits::count / 2) << row.function;
  }
}

}  // namespace
}  // namespace minefree::random
