"""A draw of the persistent deviation z of each state, at the end of the origin.

The engine's first printed year starts there: its deviation then is not drawn from the stationary
distribution but from what the record says of it, given all years of the window.
"""

import jax
import numpy as np

from minefree.calibration.kalman import deviation_covariance
from minefree.calibration.likelihood import Model


def effort_terms(model: Model, values: dict[str, np.ndarray]):
    """Residual of log effort and variance of its independent part, (draws, J), for flat draws."""

    def one(p):
        log_effort, expected, variance, _, _ = model.effort_terms(p)
        return log_effort - expected, variance

    residual, variance = jax.jit(jax.vmap(one))(values)
    return np.asarray(residual), np.asarray(variance)


def state_posterior(years: np.ndarray, wanted: np.ndarray, phi: float, residual: np.ndarray,
                    variance: np.ndarray, sd: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and variance of z at `wanted` (weights of years, T), for each draw.

    residual, variance (draws, J) of the state's observations, whose weights of years are `years` (J, T).
    """
    correlation = deviation_covariance(np.vstack([years, wanted]), phi)
    own, across, prior = correlation[:-1, :-1], correlation[:-1, -1], correlation[-1, -1]
    stationary = (sd**2)[:, None, None]
    covariance = stationary * own[None] + variance[:, :, None] * np.eye(len(years))[None]
    across = stationary[:, :, 0] * across[None]
    gain = np.linalg.solve(covariance, across[:, :, None])[:, :, 0]
    mean = np.einsum("dj,dj->d", gain, residual)
    return mean, sd**2 * prior - np.einsum("dj,dj->d", gain, across)


def draw_log_deviation(model: Model, values: dict[str, np.ndarray], seed: int) -> np.ndarray:
    """(draws, I), by the seed alone. A last report long before the origin leaves the prior, or nearly so."""
    panel = model.record
    phi = model.priors.fixed["log_deviation_autocorrelation"]
    residual, variance = effort_terms(model, values)
    sd = values["log_deviation_sd"]
    at_origin = np.zeros(panel.years.shape[1])
    at_origin[-1] = 1  # the window ends with the origin
    random = np.random.default_rng(seed)
    drawn = np.empty((len(sd), len(panel.codes)))
    for i in range(len(panel.codes)):
        mine = panel.state == i
        mean, spread = state_posterior(
            panel.years[mine], at_origin, phi, residual[:, mine], variance[:, mine], sd)
        drawn[:, i] = mean + np.sqrt(np.maximum(spread, 0)) * random.standard_normal(len(sd))
    return drawn
