"""Likelihood of log effort: a stationary AR(1) deviation and independent noise, by a Kalman filter.

All states at once, a year a step. Two kinds of observation: of one year, and of the mean of several
(rule D). The filter's state is (z, s): the deviation, and the sum of z over the years of the mean that
is being gathered.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np


class Grid(NamedTuple):
    """Where the observations stand: indices of J observations into states x years, a year each."""

    yearly: np.ndarray  # (T, I) index of the observation of that year; J where there is none
    mean: np.ndarray  # (T, I) index of the observation of a mean that ends in that year; J for none
    gathers: np.ndarray  # (T, I) 1 where the year belongs to such a mean


def make_grid(panel) -> Grid:
    count, states, length = len(panel.state), len(panel.codes), panel.years.shape[1]
    yearly = np.full((length, states), count)
    mean = np.full((length, states), count)
    gathers = np.zeros((length, states))
    for j in range(count):
        i = panel.state[j]
        members = np.flatnonzero(panel.years[j])
        if not len(members):  # a row that only fills up the shape
            continue
        if panel.kind[j] < 3:
            yearly[members[0], i] = j
        else:
            mean[members[-1], i] = j
            gathers[members, i] = 1
    return Grid(yearly, mean, gathers)


def filter_log_likelihood(grid: Grid, residual, variance, members, phi, deviation_sd):
    """Log likelihood of each state, (I).

    residual (J): log effort less its mean; variance (J): of the independent part of it; members (J):
    number of years in the mean; deviation_sd: stationary standard deviation of z.
    """
    pad = lambda values, last: jnp.append(values, last)
    residual, variance = pad(residual, 0.0), pad(variance, 1.0)
    weight = pad(1.0 / members, 0.0)
    absent = len(residual) - 1
    stationary = deviation_sd**2

    def observe(carry, h_z, h_s, index):
        """One scalar observation h_z z + h_s s + noise, where `index` names one."""
        z, s, p_zz, p_zs, p_ss, total = carry
        is_there = index < absent
        gain_z, gain_s = h_z * p_zz + h_s * p_zs, h_z * p_zs + h_s * p_ss
        spread = h_z * gain_z + h_s * gain_s + variance[index]
        off = residual[index] - h_z * z - h_s * s
        log_density = -0.5 * (jnp.log(2 * jnp.pi * spread) + off**2 / spread)
        keep = lambda new, old: jnp.where(is_there, new, old)
        return (keep(z + gain_z * off / spread, z), keep(s + gain_s * off / spread, s),
                keep(p_zz - gain_z**2 / spread, p_zz),
                keep(p_zs - gain_z * gain_s / spread, p_zs),
                keep(p_ss - gain_s**2 / spread, p_ss), total + keep(log_density, 0.0))

    def step(carry, year):
        yearly, mean, gathers = year
        z, s, p_zz, p_zs, p_ss, total = carry
        # z' = phi z + e, and the sum takes the new z in.
        z, p_zz, p_zs = phi * z, phi**2 * p_zz + (1 - phi**2) * stationary, phi * p_zs
        p_ss = p_ss + gathers * (2 * p_zs + p_zz)
        s, p_zs = s + gathers * z, p_zs + gathers * p_zz
        carry = observe((z, s, p_zz, p_zs, p_ss, total), 1.0, 0.0, yearly)
        z, s, p_zz, p_zs, p_ss, total = observe(carry, 0.0, weight[mean], mean)
        fresh = mean < absent
        zero = lambda value: jnp.where(fresh, 0.0, value)
        return (z, zero(s), p_zz, zero(p_zs), zero(p_ss), total), None

    nothing = jnp.zeros(grid.yearly.shape[1])
    start = (nothing, nothing, nothing + stationary, nothing, nothing, nothing)
    last, _ = jax.lax.scan(step, start, Grid(*map(jnp.asarray, grid)), unroll=1)
    return last[-1]


def deviation_covariance(years: np.ndarray, phi: float) -> np.ndarray:
    """Covariance of means of z over years (J, T), for a stationary sd of one: (J, J)."""
    lags = np.abs(np.subtract.outer(np.arange(years.shape[1]), np.arange(years.shape[1])))
    return years @ (phi**lags) @ years.T
