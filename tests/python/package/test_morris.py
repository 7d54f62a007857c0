"""Morris effects against known slopes, other paths and SALib, with planted noise."""

import minefree as mf
import numpy as np
import pytest
from minefree import sensitivity
from SALib.analyze import morris as salib_morris

from made_up_sweep import points_of, scaled_sweep, sweep_of

RANGES = {"a": (0.0, 2.0), "b": (-1.0, 1.0), "c": (0.0, 1.0)}


def test_morris_finds_slopes_and_what_noise_adds():
    points = points_of(RANGES, "morris", 200)

    def plane(x):
        return 3 * x[:, 0] - 2 * x[:, 1]

    exact = sensitivity.morris(sweep_of(plane, RANGES, points, "morris"), "y").table
    assert exact["mu_star"].to_dict() == pytest.approx({"a": 6, "b": 4, "c": 0}, abs=1e-9)
    assert exact["mu"].to_dict() == pytest.approx({"a": 6, "b": -4, "c": 0}, abs=1e-9)
    assert exact["rms"].to_dict() == pytest.approx({"a": 6, "b": 4, "c": 0}, abs=1e-6)
    noisy = sensitivity.morris(sweep_of(plane, RANGES, points, "morris", noise=1.0), "y").table
    step = 2 / 3
    assert noisy.loc["c", "mu_star"] > 0.8  # sizes of noise alone: 1 / step * sqrt(2 / pi)
    assert noisy.loc["c", "rms"] < 0.6
    assert noisy["noise"].to_numpy() == pytest.approx(1 / step, rel=0.2)
    assert noisy.loc["a", "rms"] == pytest.approx(6, abs=0.3)


def test_morris_is_that_of_salib_where_steps_are_equal():
    def curved(x):
        return 3 * x[:, 0] ** 2 - 2 * x[:, 1] * x[:, 2]

    points = points_of(RANGES, "morris", 300)
    result = sweep_of(curved, RANGES, points, "morris", noise=0.5)
    told = salib_morris.analyze(result.problem, points, result.output("y"), num_levels=4, scaled=False, seed=1, num_resamples=1000)
    table = sensitivity.morris(result, "y").table.loc[list(RANGES)]
    for column in ("mu_star", "mu", "sigma"):
        assert table[column].to_numpy() == pytest.approx(np.asarray(told[column], float), rel=1e-9)
    assert table["mu_star_conf"].to_numpy() == pytest.approx(np.asarray(told["mu_star_conf"], float), rel=0.1)
    assert (table["effects"] == 300).all()


@pytest.mark.parametrize("tops", [(1, 1), (2, 1), (2, 3), (7, 2)])
def test_morris_of_whole_numbers_divides_by_the_steps_that_were_made(tops):
    parameters = [{"name": "a", "low": 0, "high": 1}, *({"name": name, "low": 0, "high": top, "scale": "whole"}
                                                        for name, top in zip("bc", tops, strict=True))]
    points = sensitivity.design({"parameters": parameters}, "morris", 40, seed=3).to_numpy()
    table = sensitivity.morris(scaled_sweep(lambda x: 3 * x[:, 0] + 2 * x[:, 1] + x[:, 2], parameters, points), "y").table
    truth = {"a": 3, "b": 2 * tops[0], "c": tops[1]}
    for column in ("mu_star", "mu", "rms"):
        assert table[column].to_dict() == pytest.approx(truth, abs=1e-6)
    assert table["sigma"].to_numpy() == pytest.approx(0, abs=1e-9)
    assert table["mu_star_conf"].to_numpy() == pytest.approx(0, abs=1e-9)


def test_morris_says_how_many_effects_there_are_where_steps_move_nothing():
    points = points_of(RANGES, "morris", 20).copy()
    paths = points.reshape(20, 4, 3)
    # In the first path c stays where it is, in the second b and c do.
    paths[0, :, 2], paths[1, :, 1], paths[1, :, 2] = paths[0, 0, 2], paths[1, 0, 1], paths[1, 0, 2]
    found = sensitivity.morris(sweep_of(lambda x: 3 * x[:, 0] - 2 * x[:, 1] + x[:, 2], RANGES, paths.reshape(-1, 3), "morris"), "y")
    assert found.table["effects"].to_dict() == {"a": 20, "b": 19, "c": 18}
    assert found.table["mu"].to_dict() == pytest.approx({"a": 6, "b": -4, "c": 1})
    assert "18 of 20 effects could be used" in found.sentence
    paths[:, :, 2] = 0.5
    with pytest.raises(mf.UsageError, match="no step of this sweep moves c"):
        sensitivity.morris(sweep_of(lambda x: x[:, 0], RANGES, paths.reshape(-1, 3), "morris"), "y")


def test_the_interval_of_morris_holds_over_other_paths():
    """The size of a curved effect, from 12 paths; its mean from very many."""
    ranges = {"a": (0.0, 1.0), "b": (0.0, 1.0)}

    def effect(n, seed):
        return sensitivity.morris(sweep_of(lambda x: x[:, 0] * x[:, 1] + x[:, 1], ranges, points_of(ranges, "morris", n, seed=seed), "morris"),
                                  "y").table.loc["a"]

    truth = effect(4000, 1)["mu_star"]
    held = [abs(one["mu_star"] - truth) <= one["mu_star_conf"] for one in (effect(12, seed) for seed in range(100, 200))]
    assert np.mean(held) >= 0.9
