"""The Kalman filter against a dense multivariate normal."""

from types import SimpleNamespace

import numpy as np
import pytest
from scipy import stats

from minefree.calibration import kalman
from minefree.calibration.deviation import state_posterior

PHI = 0.7


def panel_with_gaps():
    """Two states: yearly figures with gaps, and means of two and three years."""
    rows = [  # state, kind, years
        (0, 0, [0]), (0, 1, [1]), (0, 3, [3, 4]), (0, 2, [5]), (0, 3, [6, 8, 9]), (0, 1, [7]),
        (1, 0, [2]), (1, 3, [0, 1]), (1, 0, [9]),
    ]
    years = np.zeros((len(rows), 10))
    for j, (_, _, members) in enumerate(rows):
        years[j, members] = 1 / len(members)
    return SimpleNamespace(
        codes=["XXA", "XXB"], state=np.array([r[0] for r in rows]),
        kind=np.array([r[1] for r in rows]), years=years,
        members=np.array([len(r[2]) for r in rows]))


def dense_log_likelihood(panel, residual, variance, sd, i):
    mine = panel.state == i
    covariance = sd**2 * kalman.deviation_covariance(panel.years[mine], PHI) + np.diag(variance[mine])
    return stats.multivariate_normal(np.zeros(mine.sum()), covariance).logpdf(residual[mine])


@pytest.mark.parametrize("seed", range(5))
def test_filter_gives_the_density_of_a_multivariate_normal(seed):
    panel, random = panel_with_gaps(), np.random.default_rng(seed)
    residual = random.standard_normal(len(panel.state))
    variance = random.uniform(0.05, 0.6, len(panel.state))
    sd = random.uniform(0.1, 1.0)
    filtered = kalman.filter_log_likelihood(
        kalman.make_grid(panel), residual, variance, panel.members, PHI, sd)
    dense = [dense_log_likelihood(panel, residual, variance, sd, i) for i in range(2)]
    np.testing.assert_allclose(filtered, dense, rtol=1e-10)


def test_a_filter_that_forgets_the_gaps_would_be_found_out():
    panel = panel_with_gaps()
    residual, variance = np.linspace(-1, 1, len(panel.state)), np.full(len(panel.state), 0.1)
    right = kalman.filter_log_likelihood(
        kalman.make_grid(panel), residual, variance, panel.members, PHI, 0.5)
    grid = kalman.make_grid(panel)
    wrong = kalman.filter_log_likelihood(
        grid._replace(gathers=np.roll(grid.gathers, 1, axis=0)), residual, variance, panel.members, PHI, 0.5)
    assert abs(float(right[0] - wrong[0])) > 0.01


def test_deviation_after_one_exact_figure_is_that_figure_times_the_autocorrelation():
    years, wanted = np.zeros((1, 10)), np.zeros(10)
    years[0, 4], wanted[6] = 1, 1
    mean, variance = state_posterior(years, wanted, PHI, np.array([[0.8]]), np.array([[1e-12]]), np.array([0.5]))
    assert mean[0] == pytest.approx(0.8 * PHI**2, rel=1e-6)
    assert variance[0] == pytest.approx(0.25 * (1 - PHI**4), rel=1e-6)
