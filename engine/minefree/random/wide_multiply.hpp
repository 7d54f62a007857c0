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

/// 32-bit numbers in the lower halves of 64-bit ones; what the upper halves hold does not matter.
/// Half is uint64_t or a vector of it.
template <class Half, int Parts>
struct Wide {
  Half part[Parts];
};

namespace detail {

template <class U>
struct WideOf {
  using Half = typename numeric::detail::VectorOf<std::uint64_t, numeric::lanes_in<U> / 2>::type;
  using Type = Wide<Half, 2>;
};
template <>
struct WideOf<std::uint32_t> {
  using Type = Wide<std::uint64_t, 1>;
};

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
    return (Half)_mm512_mul_epu32((__m512i)x, _mm512_set1_epi64(m));
  }
#endif
#endif
  return (x & 0xffffffffu) * m;
}

}  // namespace detail

template <class U>
using WideOf = typename detail::WideOf<U>::Type;

/// The 64-bit products of the lower halves with m.
template <class Half, int Parts>
[[gnu::always_inline]] inline Wide<Half, Parts> multiply(Wide<Half, Parts> x, std::uint32_t m) {
  for (Half& part : x.part) part = detail::multiply_lower_halves(part, m);
  return x;
}

/// The upper halves, moved to the lower.
template <class Half, int Parts>
[[gnu::always_inline]] inline Wide<Half, Parts> high_half(Wide<Half, Parts> x) {
  for (Half& part : x.part) part = part >> 32;
  return x;
}

template <class Half, int Parts>
[[gnu::always_inline]] inline Wide<Half, Parts> operator^(Wide<Half, Parts> a,
                                                          Wide<Half, Parts> b) {
  for (int i = 0; i < Parts; ++i) a.part[i] = a.part[i] ^ b.part[i];
  return a;
}

template <class Half, int Parts>
[[gnu::always_inline]] inline Wide<Half, Parts> operator^(Wide<Half, Parts> a, std::uint64_t b) {
  for (Half& part : a.part) part = part ^ b;
  return a;
}

template <class U>
[[gnu::always_inline]] inline WideOf<U> widen(U x) {
  if constexpr (numeric::lanes_in<U> == 1) {
    return {{x}};
  } else {
    using Half = typename detail::WideOf<U>::Half;
    auto const even = __builtin_bit_cast(Half, x);
    return {{even, even >> 32}};
  }
}

/// Back to 32-bit numbers, from the parts that begin with number `first`.
template <class U, class Half, int Parts>
[[gnu::always_inline]] inline U narrow(Wide<Half, Parts> const& x, int first = 0) {
  constexpr int lanes = numeric::lanes_in<U>;
  if constexpr (lanes == 1) {
    return static_cast<U>(x.part[first]);
  } else {
    auto const even = __builtin_bit_cast(U, x.part[first]);
    auto const odd = __builtin_bit_cast(U, x.part[first + 1] << 32);
    if constexpr (lanes == 4) {
      return __builtin_shufflevector(even, odd, 0, 5, 2, 7);
    } else if constexpr (lanes == 8) {
      return __builtin_shufflevector(even, odd, 0, 9, 2, 11, 4, 13, 6, 15);
    } else {
      return __builtin_shufflevector(even, odd, 0, 17, 2, 19, 4, 21, 6, 23,  //
                                     8, 25, 10, 27, 12, 29, 14, 31);
    }
  }
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
