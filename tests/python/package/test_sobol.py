"""Sobol indices against closed forms, with planted noise and planted mistakes."""

import math

import minefree as mf
import numpy as np
import pytest
from minefree import sensitivity

from made_up_sweep import (
    FIRST,
    ISHIGAMI_RANGES,
    TOTAL,
    V13,
    V,
    ishigami,
    ishigami_sweep,
    points_of,
    sweep_of,
)


def test_sobol_gives_the_closed_form_of_ishigami():
    assert FIRST["x1"] == pytest.approx(0.313905, abs=1e-6) and TOTAL["x1"] == pytest.approx(0.557589, abs=1e-6)
    table = sensitivity.sobol(ishigami_sweep(4096), "y").table
    for name in FIRST:
        assert table.loc[name, "S1"] == pytest.approx(FIRST[name], abs=0.02)
        assert table.loc[name, "ST"] == pytest.approx(TOTAL[name], abs=0.02)
        assert abs(table.loc[name, "S1"] - FIRST[name]) <= table.loc[name, "S1_conf"]
        assert abs(table.loc[name, "ST"] - TOTAL[name]) <= table.loc[name, "ST_conf"]
    # Without noise it is what SALib says.
    assert np.allclose(table["S1"], table["S1_plain"], atol=1e-3) and np.allclose(table["ST"], table["ST_plain"], atol=1e-3)
    # A planted mistake, columns in another order than the points, is not taken for the truth.
    assert abs(table["ST"].to_dict()["x1"] - TOTAL["x3"]) > 0.2


def test_noise_biases_the_plain_indices_and_not_ours():
    noise = 4.0  # of each half; of both together the variance is 8, beside 13.8 of the function
    found = sensitivity.sobol(ishigami_sweep(8192, noise=noise), "y")
    share = (noise**2 / 2) / (noise**2 / 2 + V)
    assert found.noise_share == pytest.approx(share, abs=0.02)
    assert found.standard_deviation == pytest.approx(math.sqrt(V), rel=0.03)
    for name, row in found.table.iterrows():
        assert row["S1"] == pytest.approx(FIRST[name], abs=0.05)
        assert row["ST"] == pytest.approx(TOTAL[name], abs=0.05)
        # What plain indices tend to: variances with the noise in them.
        assert row["ST_plain"] == pytest.approx((TOTAL[name] * V + noise**2 / 2) / (V + noise**2 / 2), abs=0.05)
        assert row["S1_plain"] == pytest.approx(FIRST[name] * V / (V + noise**2 / 2), abs=0.05)
    assert abs(found.table.loc["x3", "ST_plain"] - TOTAL["x3"]) > 0.2  # so the test could have failed
    assert abs(found.table.loc["x2", "S1_plain"] - FIRST["x2"]) > 0.1


def test_indices_are_unbiased_over_many_futures_and_their_intervals_hold():
    """Futures that all points share: a tilt of the output along x3, another one in each half."""
    def tilt(points, draws):
        return draws.standard_normal() * points[:, 2] + 100 * draws.standard_normal()

    found = [sensitivity.sobol(ishigami_sweep(256, shared=tilt, seed=seed), "y", resamples=100) for seed in range(80)]
    ours = np.array([one.table.loc["x3", "ST"] * one.standard_deviation**2 for one in found])  # variance, not share
    plain = np.array([one.table.loc["x3", "ST_plain"] * one.standard_deviation**2 / (1 - one.noise_share) for one in found])
    assert abs(ours.mean() - V13) < 4 * ours.std(ddof=1) / math.sqrt(len(ours))
    assert plain.mean() - V13 > 4 * plain.std(ddof=1) / math.sqrt(len(plain))  # half of the tilt's variance, 1.6
    held = np.mean([abs(one.table.loc["x3", "ST"] - TOTAL["x3"]) <= one.table.loc["x3", "ST_conf"] for one in found])
    assert 0.85 <= held
    by_points = np.mean([abs(one.table.loc["x3", "ST"] - TOTAL["x3"]) <= 1.96 * one.notes["largest_points_error_of_ST"] for one in found])
    assert by_points < 0.8  # an interval that knows of points alone is too narrow


def test_nothing_but_noise_gives_no_index():
    found = sensitivity.sobol(sweep_of(lambda x: 0 * x[:, 0], ISHIGAMI_RANGES, points_of(ISHIGAMI_RANGES, "sobol", 64), "sobol",
                                       noise=1, seed=8), "y")
    assert found.noise_share > 0.7
    assert found.table["ST"].isna().all() or (found.table["ST_conf"] > 0.5).all()


def test_points_in_another_order_are_refused():
    points = points_of(ISHIGAMI_RANGES, "sobol", 64)
    mixed = sweep_of(ishigami, ISHIGAMI_RANGES, np.random.default_rng(1).permutation(points), "sobol")
    with pytest.raises(mf.UsageError, match="design 'sobol'"):
        sensitivity.sobol(mixed, "y")
    with pytest.raises(mf.UsageError, match="design 'morris'"):
        sensitivity.morris(mixed, "y")
    with pytest.raises(KeyError, match="it has y"):
        sensitivity.sobol(ishigami_sweep(64), "z")
