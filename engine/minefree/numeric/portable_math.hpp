#pragma once

// exp, log, expm1, log1p, logistic and square_root from + - * / and the bits of a number: the same
// bits on every machine, which the functions of a C library do not promise (glibc's depend on the
// processor it finds). One source for lanes and for double; each takes the polynomial that its
// precision needs.
//
// Largest errors seen over millions of arguments, in units of the last place, for lanes and for
// double alike; tests/unit/numeric holds the functions to bounds just above these:
//
//   exp 1.0    log 1.4    expm1 2.1    log1p 2.8    logistic 2.5    square_root 0.8
//
// Every result is finite. exp gives 0 below the smallest normal number and stops near the largest;
// log of anything below the smallest normal number, zero and negatives too, is the log of that
// number (lanes -87.3, double -708.4). A NaN does not survive: arguments must be numbers.
// The polynomials of lanes come from tools/fit_portable_math.py, those of double are Taylor's.

#include <minefree/numeric/polynomial.hpp>

namespace minefree::numeric {
inline namespace MINEFREE_INSTRUCTION_SET {

namespace detail {

/// The bits of a number, as integers with and without a sign.
template <class R>
using BitsOf = typename TypesOf<R>::Bits;
template <class R>
using UnsignedBitsOf = typename TypesOf<R>::UnsignedBits;

/// The layout of a number, and the limits that follow from it.
template <class R>
struct Format {
  static constexpr int mantissa_bits = 23;
  static constexpr double integer_shift = 0x1.8p23;  // + this: the fraction is rounded away
  static constexpr std::int32_t smallest_normal_bits = 0x00800000;
  static constexpr std::int32_t sqrt_half_bits = 0x3f3504f3;
  static constexpr std::int32_t root_estimate_bits = 0x1fbd1df5;  // halves the exponent
  static constexpr int root_steps = 3;
  static constexpr double exp_lowest = -87.3365;   // just above log(2^-126)
  static constexpr double exp_highest = 88.7228;   // just below log(2^128)
  static constexpr double expm1_lowest = -20;      // here the result has become -1
  static constexpr double ln2_high = 0.693359375;  // ln 2 = high + low; n * high is exact
  static constexpr double ln2_low = -2.12194440054690583e-4;
};
template <>
struct Format<double> {
  static constexpr int mantissa_bits = 52;
  static constexpr double integer_shift = 0x1.8p52;
  static constexpr std::int64_t smallest_normal_bits = 0x0010000000000000;
  static constexpr std::int64_t sqrt_half_bits = 0x3fe6a09e667f3bcd;
  static constexpr std::int64_t root_estimate_bits = 0x1ff7a3bea91d9b1b;
  static constexpr int root_steps = 4;
  static constexpr double exp_lowest = -708.396;
  static constexpr double exp_highest = 709.7827;
  static constexpr double expm1_lowest = -40;
  static constexpr double ln2_high = 0x1.62e42feep-1;
  static constexpr double ln2_low = 0x1.a39ef35793c76p-33;
};

/// x times 2^n; n stands where the exponent of a number stands.
template <class R>
[[gnu::always_inline]] inline R times_power_of_two(R x, UnsignedBitsOf<R> n_in_exponent) {
  return __builtin_bit_cast(R, __builtin_bit_cast(UnsignedBitsOf<R>, x) + n_in_exponent);
}

/// x = n ln 2 + r with |r| <= ln 2 / 2.
template <class R>
struct SplitByLn2 {
  UnsignedBitsOf<R> n_in_exponent;
  R r;
};
template <class R>
[[gnu::always_inline]] inline SplitByLn2<R> split_by_ln2(R x) {
  using F = Format<R>;
  // Adding the shift leaves round(x / ln 2) in the lowest bits of the mantissa.
  R const shifted = x * broadcast<R>(1.44269504088896340736) + broadcast<R>(F::integer_shift);
  R const n = shifted - broadcast<R>(F::integer_shift);
  R const r = (x - n * broadcast<R>(F::ln2_high)) - n * broadcast<R>(F::ln2_low);
  return {__builtin_bit_cast(UnsignedBitsOf<R>, shifted) << F::mantissa_bits, r};
}

/// exp(r) - 1 for |r| <= ln 2 / 2, with a small relative error at zero too.
template <class R>
[[gnu::always_inline]] inline R expm1_near_zero(R r) {
  R tail;  // of 1 + r + r^2 tail
  if constexpr (lanes_in<R> > 1) {
    tail = polynomial(r, 0.49999994, 0.166665211, 0.041668389, 0.00836871006, 0.00138146128);
  } else {
    tail = polynomial(r, 1 / 2., 1 / 6., 1 / 24., 1 / 120., 1 / 720., 1 / 5040., 1 / 40320.,
                      1 / 362880., 1 / 3628800., 1 / 39916800., 1 / 479001600., 1 / 6227020800.);
  }
  return r + r * r * tail;
}

/// log(1 + f) for 1 + f in sqrt(1/2) .. sqrt(2), with a small relative error at zero too.
template <class R>
[[gnu::always_inline]] inline R log1p_near_zero(R f) {
  if constexpr (lanes_in<R> > 1) {
    R const tail = polynomial(f, -0.499999911, 0.333339512, -0.250017554, 0.199620724, -0.165705085,
                              0.149179742, -0.143075198, 0.0873483941);
    return f + f * f * tail;
  } else {
    // log(1 + f) = 2 atanh(s), s = f / (2 + f), written so that the leading term is f itself.
    R const s = f / (f + 2);
    R const half_square = f * f * 0.5;
    R const tail = s * s *
                   polynomial(s * s, 2 / 3., 2 / 5., 2 / 7., 2 / 9., 2 / 11., 2 / 13., 2 / 15.,
                              2 / 17., 2 / 19., 2 / 21.);
    return f - (half_square - s * (half_square + tail));
  }
}

}  // namespace detail

/// e^x: 0 below log of the smallest normal number, the largest number above its log; exp(0) is 1.
template <class R>
inline R exp(R x) {
  using F = detail::Format<R>;
  auto const [n, r] = detail::split_by_ln2(min(x, broadcast<R>(F::exp_highest)));
  R const power = detail::times_power_of_two(broadcast<R>(1) + detail::expm1_near_zero(r), n);
  return select(x < broadcast<R>(F::exp_lowest), R{}, power);
}

/// The natural logarithm; of zero and less, the log of the smallest normal number.
template <class R>
inline R log(R x) {
  using F = detail::Format<R>;
  using Bits = detail::BitsOf<R>;
  // The bits of numbers, read as integers, have the order of the numbers; negative ones are below.
  Bits const bits = max(__builtin_bit_cast(Bits, x), Bits{} + F::smallest_normal_bits);
  // x = 2^n (1 + f) with 1 + f in sqrt(1/2) .. sqrt(2).
  Bits const n = (bits - F::sqrt_half_bits) >> F::mantissa_bits;
  R const f = __builtin_bit_cast(R, bits - (n << F::mantissa_bits)) - broadcast<R>(1);
  R const whole = to_real<R>(static_cast<IntOf<R>>(n));
  return whole * broadcast<R>(F::ln2_high) +
         (detail::log1p_near_zero(f) + whole * broadcast<R>(F::ln2_low));
}

/// e^x - 1, exact in its digits near zero too; held at the largest number above.
template <class R>
inline R expm1(R x) {
  using F = detail::Format<R>;
  R const held = clamp(x, broadcast<R>(F::expm1_lowest), broadcast<R>(F::exp_highest));
  auto const [n, r] = detail::split_by_ln2(held);
  // 2^n (e^r - 1) + (2^n - 1), by halves because 2^n alone may be too large for a number.
  R const half_power = detail::times_power_of_two(broadcast<R>(0.5), n);
  R const half = half_power * detail::expm1_near_zero(r) + (half_power - broadcast<R>(0.5));
  return half + half;
}

/// log(1 + x), exact in its digits near zero too.
template <class R>
inline R log1p(R x) {
  // 1 + x loses digits of x; the same digits are lost in the divisor (Kahan).
  R const one_plus_x = broadcast<R>(1) + x;
  R const kept = one_plus_x - broadcast<R>(1);
  auto const lost_all = kept == R{};
  return select(lost_all, x, log(one_plus_x) * (x / select(lost_all, broadcast<R>(1), kept)));
}

/// 1 / (1 + e^-x), a share within 0..1.
template <class R>
inline R logistic(R x) {
  return broadcast<R>(1) / (broadcast<R>(1) + exp(-x));
}

/// The square root of a normal number, by Newton's steps; 0 of zero and less.
template <class R>
inline R square_root(R x) {
  using F = detail::Format<R>;
  using Bits = detail::BitsOf<R>;
  // Half the exponent is an estimate within 4 %; each step squares its error.
  Bits const estimate = (__builtin_bit_cast(Bits, x) >> 1) + F::root_estimate_bits;
  R root = __builtin_bit_cast(R, estimate);
  for (int step = 0; step < F::root_steps; ++step) root = broadcast<R>(0.5) * (root + x / root);
  return select(x > R{}, root, R{});
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::numeric
