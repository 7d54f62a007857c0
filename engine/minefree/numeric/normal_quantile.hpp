#pragma once

// The inverse of the normal distribution function: a uniform number in, a standard normal out. One
// draw gives one normal, so a normal has the address of its uniform, and a larger uniform never
// gives a smaller normal.
//
// Lanes: one branch and no table, within 1.3e-6 for every uniform that `Draws` can give, that is
// from 2^-24 (5.3 standard deviations out) to 1 - 2^-24; farther out it goes on growing, but
// nothing is promised. Double: within 1e-14 of the truth, relatively.

#include <minefree/numeric/portable_math.hpp>

namespace minefree::numeric {
inline namespace MINEFREE_INSTRUCTION_SET {

namespace detail {

// The coefficients come from tools/fit_portable_math.py.
template <class R>
inline R normal_quantile_of_lanes(R u) {
  using Bits = BitsOf<R>;
  // v = log2(4 u (1 - u)) = n + log2(3/2 + g) with |g| <= 1/2; the bits of a number hold n and g.
  constexpr std::int32_t bits_of_quarter = 0x3e800000;
  constexpr std::int32_t bits_of_one = 0x3f800000;
  Bits const bits = __builtin_bit_cast(Bits, u * (broadcast<R>(1) - u));
  Bits const n = (bits - bits_of_quarter) >> 23;
  R const g = __builtin_bit_cast(R, (bits & 0x007fffff) | bits_of_one) - broadcast<R>(1.5);
  R const v = to_real<R>(n) + polynomial(g, 0.584963024, 0.961821258, -0.320652306, 0.141718045,
                                         -0.0703767389, 0.0439289734, -0.0256910697);
  // The quantile divided by u - 1/2 is a smooth function of v.
  R const top = polynomial(v, 2.50662875, -0.603215516, 0.0814940408, -0.00738087622,
                           0.000426686223, -1.09995026e-05);
  R const bottom = polynomial(v, 1.0, -0.0591837019, 0.0155083034, -0.000638993282, 4.16442563e-05,
                              -2.0590862e-07);
  return (u - broadcast<R>(0.5)) * (top / bottom);
}

// Wichura (1988), algorithm AS 241, PPND16.
inline double normal_quantile_of_double(double u) {
  double const q = u - 0.5;
  if (-0.425 <= q && q <= 0.425) {
    double const r = 0.180625 - q * q;
    return q *
           polynomial(r, 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                      1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                      3.3430575583588128105e4, 2.5090809287301226727e3) /
           polynomial(r, 1.0, 4.2313330701600911252e1, 6.8718700749205790830e2,
                      5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
                      2.8729085735721942674e4, 5.2264952788528545610e3);
  }
  double const tail = square_root(-log(q < 0 ? u : 1 - u));
  double magnitude = 0;
  if (tail <= 5) {
    double const r = tail - 1.6;
    magnitude =
        polynomial(r, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
                   3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
                   2.27238449892691845833e-2, 7.74545014278341407640e-4) /
        polynomial(r, 1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
                   6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
                   5.47593808499534494600e-4, 1.05075007164441684324e-9);
  } else {
    double const r = tail - 5;
    magnitude =
        polynomial(r, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
                   2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                   2.71155556874348757815e-5, 2.01033439929228813265e-7) /
        polynomial(r, 1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
                   1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
                   1.42151175831644588870e-7, 2.04426310338993978564e-15);
  }
  return q < 0 ? -magnitude : magnitude;
}

}  // namespace detail

/// The standard normal number below which a share u of them lies; u in (0, 1).
template <class R>
inline R normal_quantile(R u) {
  if constexpr (lanes_in<R> > 1) {
    return detail::normal_quantile_of_lanes(u);
  } else {
    return detail::normal_quantile_of_double(u);
  }
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::numeric
