#pragma once

// One number type for two engines. A process of the model is written once over `R`, which is
// either `Lanes<N>`, N trajectories side by side in a vector register, or `double`, one trajectory
// with more digits, the reference that tests hold the lanes against. Both have + - * / and < by
// language (the vector extension of g++ and clang); this file adds what the language lacks, under
// the same names for both. An `if` of the model becomes `select(mask, a, b)`.

#include <cstdint>

#include <minefree/numeric/instruction_set.hpp>

// g++ notes that wide vectors travel differently between functions with and without AVX. Here they
// never leave a translation unit: the inline namespace sees to that.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace minefree::numeric {
inline namespace MINEFREE_INSTRUCTION_SET {

namespace detail {

// A struct, because g++ 12 drops a dependent vector_size from an alias template.
template <class Scalar, int N>
struct VectorOf {
  typedef Scalar type __attribute__((vector_size(sizeof(Scalar) * N)));
};

template <int N>
struct LaneTypes {
  using Real = typename VectorOf<float, N>::type;
  using Int = typename VectorOf<std::int32_t, N>::type;
  using Uint = typename VectorOf<std::uint32_t, N>::type;
  using Mask = Int;
  using Scalar = float;
  using Bits = Int;
  using UnsignedBits = Uint;
  static constexpr int lanes = N;
};

struct DoubleTypes {
  using Real = double;
  using Int = std::int32_t;
  using Uint = std::uint32_t;
  using Mask = bool;
  using Scalar = double;
  using Bits = std::int64_t;
  using UnsignedBits = std::uint64_t;
  static constexpr int lanes = 1;
};

// The family a type belongs to: TypesOf<R>, of R itself or of its integers.
template <class T>
struct TypesOf;
template <>
struct TypesOf<LaneTypes<4>::Real> : LaneTypes<4> {};
template <>
struct TypesOf<LaneTypes<4>::Int> : LaneTypes<4> {};
template <>
struct TypesOf<LaneTypes<4>::Uint> : LaneTypes<4> {};
template <>
struct TypesOf<LaneTypes<8>::Real> : LaneTypes<8> {};
template <>
struct TypesOf<LaneTypes<8>::Int> : LaneTypes<8> {};
template <>
struct TypesOf<LaneTypes<8>::Uint> : LaneTypes<8> {};
template <>
struct TypesOf<LaneTypes<16>::Real> : LaneTypes<16> {};
template <>
struct TypesOf<LaneTypes<16>::Int> : LaneTypes<16> {};
template <>
struct TypesOf<LaneTypes<16>::Uint> : LaneTypes<16> {};
template <>
struct TypesOf<double> : DoubleTypes {};
template <>
struct TypesOf<std::int32_t> : DoubleTypes {};
template <>
struct TypesOf<std::uint32_t> : DoubleTypes {};
template <>
struct TypesOf<bool> : DoubleTypes {};

}  // namespace detail

/// N floats that behave like one number; N is 4, 8 or 16.
template <int N>
using Lanes = typename detail::LaneTypes<N>::Real;

/// What goes with a number type R: its integers, the result of a comparison, one of its numbers.
template <class R>
using IntOf = typename detail::TypesOf<R>::Int;
template <class R>
using UintOf = typename detail::TypesOf<R>::Uint;
template <class R>
using MaskOf = typename detail::TypesOf<R>::Mask;
template <class R>
using ScalarOf = typename detail::TypesOf<R>::Scalar;

/// How many trajectories one R holds.
template <class R>
inline constexpr int lanes_in = detail::TypesOf<R>::lanes;

/// Every lane the same. The number is rounded to float for lanes.
template <class R>
[[gnu::always_inline]] inline R broadcast(double x) {
  // Subtracting zero spreads a scalar and, unlike adding it, keeps -0.
  return static_cast<ScalarOf<R>>(x) - R{};
}

/// `a` where the mask holds, else `b`. Both are computed.
template <class T>
[[gnu::always_inline]] inline T select(MaskOf<T> mask, T a, T b) {
  return mask ? a : b;
}

template <class R>
[[gnu::always_inline]] inline R min(R a, R b) {
  return a < b ? a : b;
}

template <class R>
[[gnu::always_inline]] inline R max(R a, R b) {
  return a > b ? a : b;
}

/// x held within low..high; low must not exceed high.
template <class R>
[[gnu::always_inline]] inline R clamp(R x, R low, R high) {
  return min(max(x, low), high);
}

/// One lane, for tallies and tests; a double, an int and a bool have one lane, number 0.
template <class T>
[[gnu::always_inline]] inline auto lane(T x, int i) {
  if constexpr (requires { x[i]; }) {
    return x[i];
  } else {
    return x;
  }
}

template <class T, class Scalar>
[[gnu::always_inline]] inline void set_lane(T& x, int i, Scalar value) {
  if constexpr (requires { x[i]; }) {
    x[i] = value;
  } else {
    x = value;
  }
}

/// Is the mask true in at least one lane?
template <class M>
[[gnu::always_inline]] inline bool any(M mask) {
  // Counted, not looked up: a comparison's lanes are `int` or `long`, whichever has 32 bits.
  constexpr int lanes = sizeof(M) / sizeof(lane(M{}, 0));
  std::int32_t found = 0;
  for (int i = 0; i < lanes; ++i) found |= static_cast<std::int32_t>(lane(mask, i));
  return found != 0;
}

/// Is the mask true in every lane?
template <class M>
[[gnu::always_inline]] inline bool all(M mask) {
  return !any(!mask);
}

/// An integer as a number; exact up to 2^24 in lanes.
template <class R>
[[gnu::always_inline]] inline R to_real(IntOf<R> x) {
  return __builtin_convertvector(x, R);
}
template <>
[[gnu::always_inline]] inline double to_real<double>(std::int32_t x) {
  return x;
}

/// The number without its fraction, towards zero. |x| must be below 2^31.
template <class R>
[[gnu::always_inline]] inline IntOf<R> to_int(R x) {
  return __builtin_convertvector(x, IntOf<R>);
}
template <>
[[gnu::always_inline]] inline std::int32_t to_int<double>(double x) {
  return static_cast<std::int32_t>(x);
}

/// The largest whole number not above x. |x| must be below 2^31.
template <class R>
[[gnu::always_inline]] inline R floor(R x) {
  R const whole = to_real<R>(to_int(x));
  return select(whole > x, whole - broadcast<R>(1), whole);
}

/// table[index], lane by lane.
template <class R, class Entry>
[[gnu::always_inline]] inline R gather(Entry const* table, IntOf<R> index) {
  R result{};
  for (int i = 0; i < lanes_in<R>; ++i) {
    set_lane(result, i, static_cast<ScalarOf<R>>(table[lane(index, i)]));
  }
  return result;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::numeric
