#!/usr/bin/env python3
"""Fits the coefficients that engine/minefree/numeric uses for lanes, and prints them as C++.

    exp and log       portable_math.hpp     polynomials
    normal quantile   normal_quantile.hpp   a polynomial for log2, and a rational function of it

Needs numpy, scipy and mpmath. Results move in the last printed digits with their versions; the
tests hold the engine's functions, not these digits, to their error bounds.
"""

import mpmath as mp
import numpy as np
from scipy.special import ndtri

mp.mp.dps = 40
SQRT2, LN2 = mp.sqrt(2), mp.log(2)


def chebyshev_points(low, high, count=600):
    return [low + (high - low) * (1 - mp.cos(mp.pi * (k + 0.5) / count)) / 2 for k in range(count)]


def fit(points, target, weight, top, bottom=0, rounds=500):
    """The coefficients of top / bottom (degrees; bottom starts with 1) with about the least largest
    weighted error: least squares, repeated with more weight where the error is large (Lawson)."""
    x = np.array([float(p) for p in points])
    y = np.array([float(target(p)) for p in points])
    w = np.array([float(weight(p)) for p in points])
    scale = np.abs(x).max()
    powers = np.vander(x / scale, max(top, bottom) + 1, increasing=True)
    columns = np.hstack([powers[:, : top + 1], -y[:, None] * powers[:, 1 : bottom + 1]])
    emphasis, divisor, best = np.ones_like(x), np.ones_like(x), (np.inf, None)
    for _ in range(rounds):
        row = np.sqrt(emphasis) * w / divisor
        size = np.linalg.norm(columns * row[:, None], axis=0)
        c = np.linalg.lstsq(columns * row[:, None] / size, y * row, rcond=1e-17)[0] / size
        above, below = c[: top + 1], np.concatenate([[1], c[top + 1 :]])
        divisor = powers[:, : bottom + 1] @ below
        error = np.abs(w * (powers[:, : top + 1] @ above / divisor - y))
        if error.max() < best[0]:
            unscaled = [above / scale ** np.arange(top + 1), below / scale ** np.arange(bottom + 1)]
            best = (error.max(), *unscaled)
        emphasis *= (error / error.max() + 1e-9) ** 0.5
        emphasis /= emphasis.mean()
    return best


def show(name, error, *coefficients):
    print(f"{name}: largest error {error:.2g}")
    for c in coefficients:
        print("    " + ", ".join(f"{np.float32(v):.9g}" for v in c))


def fit_exp():
    """(exp(r) - 1 - r) / r^2 for |r| <= ln 2 / 2; errors are relative to exp(r)."""
    points = chebyshev_points(-LN2 / 2, LN2 / 2)
    return fit(points, lambda r: (mp.expm1(r) - r) / r**2, lambda r: r**2 / mp.exp(r), top=4)


def fit_log():
    """(log(1 + f) - f) / f^2 for 1 + f in sqrt(1/2) .. sqrt(2); errors are relative to the log."""
    points = chebyshev_points(1 / SQRT2 - 1, SQRT2 - 1)
    return fit(points, lambda f: (mp.log1p(f) - f) / f**2, lambda f: abs(f**2 / mp.log1p(f)), top=7)


def fit_log2():
    """log2(3/2 + g) for |g| <= 1/2; errors are absolute."""
    points = chebyshev_points(mp.mpf(-0.5), mp.mpf(0.5))
    return fit(points, lambda g: mp.log(1.5 + g) / LN2, lambda g: 1, top=6)


def fit_quantile():
    """quantile(u) / (u - 1/2) as a function of v = log2(4 u (1 - u)), down to u = 2^-24."""

    def half_minus_u(v):
        return mp.sqrt(1 - mp.mpf(2) ** v) / 2

    def target(v):
        h = half_minus_u(v)
        return SQRT2 * mp.erfinv(2 * h) / h

    return fit(chebyshev_points(mp.mpf(-22), mp.mpf(0)), target, half_minus_u, top=5, bottom=5)


def error_over_all_uniforms(log2_polynomial, top, bottom):
    """The largest error of the fits above together, in exact arithmetic, over the draws' uniforms."""
    u = (np.arange(2**22) + 0.5) / 2**23
    half_m, e = np.frexp(4 * u * (1 - u))
    v = e - 1 + np.polyval(log2_polynomial[::-1], 2 * half_m - 1.5)
    z = (u - 0.5) * np.polyval(top[::-1], v) / np.polyval(bottom[::-1], v)
    return np.abs(z - ndtri(u)).max()


if __name__ == "__main__":
    show("exp", *fit_exp())
    show("log", *fit_log())
    log2_fit, quantile_fit = fit_log2(), fit_quantile()
    show("log2 for the normal quantile", log2_fit[0], log2_fit[1])
    show("normal quantile", *quantile_fit)
    z_error = error_over_all_uniforms(log2_fit[1], quantile_fit[1], quantile_fit[2])
    print(f"    both together: {z_error:.2g} in z")
