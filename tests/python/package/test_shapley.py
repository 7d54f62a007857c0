"""Shapley effects of correlated parameters against closed forms, and the surrogate behind them."""

import itertools
import math

import minefree as mf
import numpy as np
import pytest
from minefree import sensitivity
from scipy import stats

from made_up_sweep import ISHIGAMI_RANGES, ishigami, points_of, sweep_of


def linear_gaussian_shapley(slopes, covariance):
    """Shapley effects of a linear function of normal parameters, from all subsets (Owen and Prieur, 2017)."""
    count = len(slopes)

    def explained(members):
        if not members:
            return 0.0
        s = list(members)
        with_output = covariance[s] @ slopes
        return float(with_output @ np.linalg.solve(covariance[np.ix_(s, s)], with_output))

    effects = np.zeros(count)
    for order in itertools.permutations(range(count)):
        for i, member in enumerate(order):
            effects[member] += explained(order[: i + 1]) - explained(order[:i])
    return effects / math.factorial(count) / float(slopes @ covariance @ slopes)


def test_shapley_gives_the_closed_form_of_a_correlated_linear_case():
    slopes, rho = np.array([1.0, 2.0, -1.0]), 0.8
    ranges = dict.fromkeys(("a", "b", "c"), (-4.0, 4.0))
    result = sweep_of(lambda x: x @ slopes, ranges, points_of(ranges, "lhs", 512), "lhs", noise=1.0)
    normal = dict.fromkeys(ranges, stats.norm(0, 1))
    covariance = np.array([[1, 0, 0], [0, 1, rho], [0, rho, 1.0]])
    closed = linear_gaussian_shapley(slopes, covariance)
    # The same by the formula for two correlated ones beside an independent one (Iooss and Prieur, 2019).
    spread = float(slopes @ covariance @ slopes)
    b = (4 + rho * 2 * -1 + rho**2 / 2 * (1 - 4)) / spread
    assert closed == pytest.approx([1 / spread, b, 1 - 1 / spread - b])

    found = sensitivity.shapley(result, "y", correlation={("b", "c"): rho}, marginals=normal, n=16384)
    assert found.notes["explained"] > 0.99
    assert found.table["share"].sum() == pytest.approx(1)
    for i, name in enumerate(ranges):
        row = found.table.loc[name]
        assert row["share"] == pytest.approx(closed[i], abs=0.03)
        assert abs(row["share"] - closed[i]) < 2 * row["share_conf"] + 0.01
    # A planted mistake: without the correlation, c has 1/6 of the variance; with it, much more.
    without = sensitivity.shapley(result, "y", marginals=normal, n=4096).table
    assert without.loc["b", "share"] == pytest.approx(4 / 6, abs=0.04)
    assert abs(without.loc["b", "share"] - closed[1]) > 0.06
    wrong_sign = sensitivity.shapley(result, "y", correlation={("b", "c"): -rho}, marginals=normal, n=4096).table
    assert wrong_sign.loc["c", "share"] - closed[2] > 0.15


@pytest.mark.parametrize("shared", [False, True], ids=["noise of points", "noise that points share"])
def test_intervals_of_shapley_hold_over_other_points_and_futures(shared):
    """3 a + b from 120 points, 25 times; b's slope differs by 0.7 between futures where points share noise."""
    ranges = {"a": (0.0, 1.0), "b": (0.0, 1.0)}
    noise = {"noise": 0.05, "shared": lambda points, draws: 0.7 * draws.standard_normal() * points[:, 1]} if shared else {"noise": 1.0}
    held, by_draws = [], []
    for seed in range(25):
        result = sweep_of(lambda x: 3 * x[:, 0] + x[:, 1], ranges, points_of(ranges, "lhs", 120, seed=seed), "lhs", seed=seed + 1000, **noise)
        found = sensitivity.shapley(result, "y", n=2048)
        error = abs(found.table.loc["a", "share"] - 0.9)
        held.append(error <= found.table.loc["a", "share_conf"])
        by_draws.append(error <= found.notes["largest_conf_of_draws"])
    assert np.mean(held) >= 0.8
    assert np.mean(by_draws) < 0.5  # an interval that knows of draws alone is too narrow


def test_refits_of_the_surrogate_are_those_of_scikit_learn():
    result = sweep_of(ishigami, ISHIGAMI_RANGES, points_of(ISHIGAMI_RANGES, "lhs", 300), "lhs", noise=1.0)
    model, places = sensitivity.Surrogate(result, "y"), np.random.default_rng(1).random((50, 3))
    halves, others = model.refitted(places, resamples=3)
    assert halves.shape == (50, 2) and others.shape == (50, 3)
    assert halves.mean(axis=1) == pytest.approx(model(places), rel=1e-6)  # the fit is linear in the outputs
    assert others.std(axis=1).mean() > 0.05
    same = model.refitted(places, resamples=3)[1]
    assert (same == others).all()


def test_shapley_of_independent_parameters_lies_between_first_order_and_total():
    found = sensitivity.shapley(_wavy_sweep(), "y", n=16384)
    table = found.table
    # y = u + v w over uniforms on -1 to 1: variances 1/3, and 1/9 shared by two.
    assert table["share"].to_dict() == pytest.approx({"u": 3 / 4, "v": 1 / 8, "w": 1 / 8}, abs=0.03)
    assert found.notes["outside"] == 0


def _wavy_sweep():
    ranges = dict.fromkeys("uvw", (-1.0, 1.0))
    return sweep_of(lambda x: x[:, 0] + x[:, 1] * x[:, 2], ranges, points_of(ranges, "lhs", 400), "lhs")


@pytest.mark.parametrize(("correlation", "words"), [
    ({("u", "q"): 0.5}, "no parameter q"), ({("u", "v"): 1.0}, "above -1 and below 1"),
    ({("u", "v"): 0.5, ("v", "u"): 0.4}, "given as 0.5 and as 0.4"),
    ({("u", "v"): 0.9, ("v", "w"): 0.9, ("u", "w"): -0.9}, "not positive definite")])
def test_impossible_correlations_are_refused(correlation, words):
    with pytest.raises(mf.UsageError, match=words):
        sensitivity.shapley(_wavy_sweep(), "y", correlation=correlation)


def test_the_surrogate_says_how_much_it_explains_without_the_noise():
    ranges = dict.fromkeys("uvw", (-1.0, 1.0))
    points = points_of(ranges, "lhs", 1000)
    # Waves too short for a polynomial: half of the variance is out of reach.
    result = sweep_of(lambda x: x[:, 0] / np.sqrt(1 / 3) + np.sqrt(2) * np.sin(40 * x[:, 1]), ranges, points, "lhs", noise=1.0)
    assert sensitivity.Surrogate(result, "y").explained == pytest.approx(0.5, abs=0.12)
