#pragma once

// The one thing Philox needs that C++ cannot say: 32 x 32 -> 64 bit products of many lanes at once.
// The processor multiplies the lower halves of 64-bit lanes, so 32-bit lanes travel as two vectors
// of 64-bit lanes, the even ones and the odd ones. clang finds the instruction in plain code; g++
// 12 does not, hence the only intrinsics of the engine. A single uint32_t travels as a uint64_t.

#include <cstdint>

#include <minefree/numeric/lanes.hpp>

#if defined(__SSE4_2__) && !defined(__clang__)
#include <immintrin.h>
#endif

namespace minefree::random {
inline namespace MINEFREE_INSTRUCTION_SET {

/// N 32-bit numbers in the lower halves of 64-bit lanes; the upper halves may hold anything.
template <int N>
struct WideLanes {
  using Half = typename numeric::detail::VectorOf<std::uint64_t, N / 2>::type;
  Half even;
  Half odd;

  friend WideLanes operator^(WideLanes a, WideLanes b) { return {a.even ^ b.even, a.odd ^ b.odd}; }
  friend WideLanes operator^(WideLanes a, std::uint64_t b) { return {a.even ^ b, a.odd ^ b}; }
};

/// Numbers on their way to a product, and back.
template <class U>
[[gnu::always_inline]] inline auto widen(U x) {
  if constexpr (numeric::lanes_in<U> == 1) {
    return std::uint64_t{x};
  } else {
    using Result = WideLanes<numeric::lanes_in<U>>;
    auto const even = __builtin_bit_cast(typename Result::Half, x);
    return Result{even, even >> 32};
  }
}

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
    return __builtin_shufflevector(even, odd, 0, 17, 2, 19, 4, 21, 6, 23,  //
                                   8, 25, 10, 27, 12, 29, 14, 31);
  }
}

/// The upper half, moved to the lower.
[[gnu::always_inline]] inline std::uint64_t upper_half(std::uint64_t x) { return x >> 32; }

template <int N>
[[gnu::always_inline]] inline WideLanes<N> upper_half(WideLanes<N> x) {
  return {x.even >> 32, x.odd >> 32};
}

namespace detail {

template <class Half>
[[gnu::always_inline]] inline Half multiply_lower_halves(Half x, std::uint32_t m) {
#if defined(__SSE4_2__) && !defined(__clang__)
  if constexpr (sizeof(Half) == sizeof(__m128i)) {
    return (Half)_mm_mul_epu32((__m128i)x, _mm_set1_epi64x(m));
  }
#if defined(__AVX2__)
  if constexpr (sizeof(Half) == sizeof(__m256i)) {
    return (Half)_mm256_mul_epu32((__m256i)x, _mm256_set1_epi64x(m));
  }
#endif
#if defined(__AVX512F__)
  if constexpr (sizeof(Half) == sizeof(__m512i)) {
    // With a mask of all lanes: the plain one makes g++ 12 warn of its own header (bug 105593).
    return (Half)_mm512_maskz_mul_epu32(0xff, (__m512i)x, _mm512_set1_epi64(m));
  }
#endif
#endif
  return (x & 0xffffffffu) * m;
}

}  // namespace detail

/// The 64-bit product of the lower half with m.
[[gnu::always_inline]] inline std::uint64_t multiply(std::uint64_t x, std::uint32_t m) {
  return detail::multiply_lower_halves(x, m);
}

template <int N>
[[gnu::always_inline]] inline WideLanes<N> multiply(WideLanes<N> x, std::uint32_t m) {
  return {detail::multiply_lower_halves(x.even, m), detail::multiply_lower_halves(x.odd, m)};
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
