#pragma once

// The one thing Philox needs that C++ cannot say: 32 x 32 -> 64 bit products of many lanes at once.
// The processor multiplies the lower halves of 64-bit lanes, so 32-bit lanes travel as two vectors
// of 64-bit lanes, the even ones and the odd ones. clang finds the instruction in plain code; g++ 12
// does not, hence the only intrinsics of the engine. A single uint32_t travels as one uint64_t.

#include <cstdint>

#include <minefree/numeric/lanes.hpp>

#if defined(__SSE4_2__) && !defined(__clang__)
#include <immintrin.h>
#endif

namespace minefree::random {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The even and the odd lanes of a vector of 32-bit lanes, each in the lower half of 64 bits; what
/// the upper halves hold does not matter.
template <int N>
struct WideLanes {
  typedef std::uint64_t Half __attribute__((vector_size(4 * N)));
  Half even;
  Half odd;

  friend WideLanes operator^(WideLanes a, WideLanes b) { return {a.even ^ b.even, a.odd ^ b.odd}; }
  friend WideLanes operator^(WideLanes a, std::uint64_t b) { return {a.even ^ b, a.odd ^ b}; }
};

[[gnu::always_inline]] inline std::uint64_t widen(std::uint32_t x) { return x; }

template <class U>
  requires(numeric::lanes_in<U> > 1)
[[gnu::always_inline]] inline WideLanes<numeric::lanes_in<U>> widen(U x) {
  using Half = typename WideLanes<numeric::lanes_in<U>>::Half;
  auto const even = __builtin_bit_cast(Half, x);
  return {even, even >> 32};
}

/// Back to 32-bit lanes.
template <class U>
[[gnu::always_inline]] inline U narrow(std::uint64_t x) {
  return static_cast<U>(x);
}

template <class U, int N>
[[gnu::always_inline]] inline U narrow(WideLanes<N> x) {
  auto const even = __builtin_bit_cast(U, x.even);
  auto const odd = __builtin_bit_cast(U, x.odd << 32);
  if constexpr (N == 4) {
    return __builtin_shufflevector(even, odd, 0, 5, 2, 7);
  } else if constexpr (N == 8) {
    return __builtin_shufflevector(even, odd, 0, 9, 2, 11, 4, 13, 6, 15);
  } else {
    return __builtin_shufflevector(even, odd, 0, 17, 2, 19, 4, 21, 6, 23, 8, 25, 10, 27, 12, 29, 14,
                                   31);
  }
}

/// The upper 32 bits moved to the lower.
[[gnu::always_inline]] inline std::uint64_t high_half(std::uint64_t x) { return x >> 32; }

template <int N>
[[gnu::always_inline]] inline WideLanes<N> high_half(WideLanes<N> x) {
  return {x.even >> 32, x.odd >> 32};
}

/// The 64-bit product of the lower halves with m.
[[gnu::always_inline]] inline std::uint64_t multiply(std::uint64_t x, std::uint32_t m) {
  return (x & 0xffffffff) * m;
}

template <class Half>
[[gnu::always_inline]] inline Half multiply_halves(Half x, std::uint32_t m) {
#if defined(__SSE4_2__) && !defined(__clang__)
  if constexpr (sizeof(Half) == 16) {
    return (Half)_mm_mul_epu32((__m128i)x, _mm_set1_epi64x(m));
  }
#if defined(__AVX2__)
  if constexpr (sizeof(Half) == 32) {
    return (Half)_mm256_mul_epu32((__m256i)x, _mm256_set1_epi64x(m));
  }
#endif
#if defined(__AVX512F__)
  if constexpr (sizeof(Half) == 64) {
    return (Half)_mm512_mul_epu32((__m512i)x, _mm512_set1_epi64(m));
  }
#endif
#endif
  return (x & 0xffffffffu) * m;
}

template <int N>
[[gnu::always_inline]] inline WideLanes<N> multiply(WideLanes<N> x, std::uint32_t m) {
  return {multiply_halves(x.even, m), multiply_halves(x.odd, m)};
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
