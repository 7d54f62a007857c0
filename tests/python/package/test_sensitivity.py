"""Sensitivity against closed forms, with planted noise and planted mistakes."""

import itertools
import json
import math

import minefree as mf
import numpy as np
import pandas as pd
import pytest
from made_up_sweep import ISHIGAMI_RANGES, files_of, ishigami, sweep_of
from minefree import sensitivity
from SALib.analyze import morris as salib_morris
from scipy import stats

# Ishigami, a 7, b 0.1: variances of the parts in closed form (Ishigami and Homma, 1990).
V1, V2, V13 = 0.5 * (1 + 0.1 * np.pi**4 / 5) ** 2, 49 / 8, 0.01 * np.pi**8 * (1 / 18 - 1 / 50)
V = V1 + V2 + V13
FIRST = {"x1": V1 / V, "x2": V2 / V, "x3": 0.0}
TOTAL = {"x1": (V1 + V13) / V, "x2": V2 / V, "x3": V13 / V}
SHAPLEY = {"x1": (V1 + V13 / 2) / V, "x2": V2 / V, "x3": V13 / 2 / V}


def points_of(ranges, method, n, seed=3):
    study = {"parameters": [{"name": k, "low": float(a), "high": float(b)} for k, (a, b) in ranges.items()]}
    return sensitivity.design(study, method, n, seed=seed).to_numpy()


def ishigami_sweep(n=1024, **how):
    return sweep_of(ishigami, ISHIGAMI_RANGES, points_of(ISHIGAMI_RANGES, "sobol", n), "sobol", **how)


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


def scaled_sweep(function, parameters, points, **how):
    """A Morris sweep whose parameters have scales."""
    csv, told = files_of(function, {p["name"]: (p["low"], p["high"]) for p in parameters}, points, "morris", **how)
    for kept, given in zip(told["parameters"], parameters, strict=True):
        kept["scale"] = given.get("scale", "linear")
    return mf.SweepResult(csv, json.dumps(told))


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


BOX = {"u": (0.0, 1.0), "v": (0.0, 1.0), "w": (0.0, 1.0), "idle": (10.0, 20.0)}


def boxed(x):
    return ((x[:, 0] > 0.6) & (x[:, 1] < 0.5)).astype(float)


def test_discovery_finds_a_known_box_in_noise():
    result = sweep_of(boxed, BOX, points_of(BOX, "lhs", 2000), "lhs", noise=0.2)
    found = sensitivity.discover(result, "y", 0.5, density=0.95)
    box = found.boxes[0]
    assert set(box.limits.index) == {"u", "v"}
    assert box.limits.loc["u", "low"] == pytest.approx(0.6, abs=0.05) and box.limits.loc["u", "high"] == 1
    assert box.limits.loc["v", "high"] == pytest.approx(0.5, abs=0.05) and box.limits.loc["v", "low"] == 0
    assert box.density > 0.9 and box.coverage > 0.9 and box.mass == pytest.approx(0.2, abs=0.04)
    assert box.limits.loc["u", "low_quasi_p"] < 1e-6 and np.isnan(box.limits.loc["u", "high_quasi_p"])
    assert found.base_rate == pytest.approx(0.2, abs=0.02)
    assert 0 < found.unsure < 0.05
    assert "u at least 0.6" in found.sentence


def test_a_bound_that_costs_little_is_left_out_on_request():
    def mostly(x):
        return ((x[:, 0] > 0.6) & ((x[:, 1] > 0.03) | (x[:, 2] > 0.5))).astype(float)

    result = sweep_of(mostly, BOX, points_of(BOX, "lhs", 3000), "lhs")
    assert set(sensitivity.discover(result, "y", 0.5, density=0.99).boxes[0].limits.index) == {"u"}
    assert "v" in sensitivity.discover(result, "y", 0.5, density=1.0, simplify=0).boxes[0].limits.index


def test_discovery_of_what_is_not_there_finds_no_dense_box():
    result = sweep_of(lambda x: 0 * x[:, 0], BOX, points_of(BOX, "lhs", 1000), "lhs", noise=1)
    found = sensitivity.discover(result, "y", 0.5)
    assert all(box.density < 0.6 for box in found.boxes)
    assert found.unsure > 0.3


def test_no_box_is_an_empty_table_and_is_said():
    result = sweep_of(boxed, BOX, points_of(BOX, "lhs", 500), "lhs")
    some, none = (sensitivity.discover(result, "y", 0.5, boxes=boxes) for boxes in (1, 0))
    assert none.boxes == [] and "No box was found" in none.sentence and none.sentence == repr(none)
    assert len(none.table) == 0 < len(some.table)
    assert list(none.table.columns) == list(some.table.columns)
    assert none.table.index.names == some.table.index.names == ["box", "parameter"]
    noise = sweep_of(lambda x: 0 * x[:, 0], BOX, points_of(BOX, "lhs", 30), "lhs", noise=1)
    nothing = sensitivity.discover(noise, "y", 0.0, mass_min=0.99)
    assert nothing.boxes == [] and "No box was found" in repr(nothing) and nothing.table.empty


def test_a_log_scale_is_kept_by_designs_and_analyses():
    study = {"parameters": [{"name": "a", "low": 0.01, "high": 1, "scale": "log"}, {"name": "b", "low": 1, "high": 4, "scale": "whole"}]}
    ranges = {"a": (0.01, 1.0), "b": (1.0, 4.0)}
    points = sensitivity.design(study, "morris", 30).to_numpy()
    assert set(points[:, 1]) == {1, 2, 3, 4} and np.median(points[:, 0]) < 0.3
    csv, told = files_of(lambda x: np.log10(x[:, 0]) + x[:, 1], ranges, points, "morris")
    told["parameters"][0]["scale"], told["parameters"][1]["scale"] = "log", "whole"
    table = sensitivity.morris(mf.SweepResult(csv, json.dumps(told)), "y").table
    assert table["mu_star"].to_dict() == pytest.approx({"a": 2, "b": 3}, abs=1e-6)


def test_discovery_below_a_threshold_and_where_there_is_nothing_to_find():
    result = sweep_of(boxed, BOX, points_of(BOX, "lhs", 500), "lhs")
    assert sensitivity.discover(result, "y", 0.5, below=True).base_rate == pytest.approx(0.8, abs=0.03)
    with pytest.raises(mf.UsageError, match="no point: it goes from 0 to 1"):
        sensitivity.discover(result, "y", 2)


def test_ends_are_means_at_both_ends():
    result = sweep_of(lambda x: 2 * x[:, 0] + 0 * x[:, 2], BOX, points_of(BOX, "lhs", 1000), "lhs")
    table = result.ends("y", share=0.1)
    assert table.index[0] == "u"
    assert table.loc["u", ["low", "high"]].tolist() == pytest.approx([0.1, 1.9], abs=0.01)
    assert abs(table.loc["idle", "difference"]) < 4 * table.loc["idle", "standard_error"]
    with pytest.raises(ValueError, match="at most 0.5"):
        result.ends("y", share=0.9)


def test_designs_are_written_whole_with_shares_for_percentages(tmp_path):
    study = {"parameters": [{"name": "money", "path": "x", "low": "-50%", "high": "50%"}, {"name": "gamma", "low": 0.1, "high": 0.9}]}
    for method, size in {"sobol": 8 * 4, "morris": 8 * 3, "lhs": 8, "shapley": 8 * 3}.items():
        points = sensitivity.design(study, method, 8, path=tmp_path / "points.csv")
        pd.testing.assert_frame_equal(pd.read_csv(tmp_path / "points.csv"), points)
        assert points.shape == (size, 2)
        assert points["money"].between(-0.5, 0.5).all() and points["gamma"].between(0.1, 0.9).all()
    assert [path.name for path in tmp_path.iterdir()] == ["points.csv"]
    assert len(sensitivity.design(study, "fast", 65)) == 130
    with pytest.raises(mf.UsageError, match="take one of sobol"):
        sensitivity.design(study, "guess", 8)
    with pytest.raises(mf.ScenarioError) as caught:
        sensitivity.design({"parameters": [{"name": "a", "low": 2, "high": 1}, {"name": "a", "low": "much", "high": 1}]}, "lhs", 4)
    assert len(caught.value.problems) == 3


def test_a_design_takes_the_id_of_a_shipped_study(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    points = sensitivity.design("what-moves-the-date", "lhs", 4)
    pd.testing.assert_frame_equal(points, sensitivity.design(mf.library / "studies/what-moves-the-date.yaml", "lhs", 4))
    assert "world_money" in points
    with pytest.raises(mf.ScenarioError, match="what-moves-the-dates: cannot be read: there is no such file"):
        sensitivity.design("what-moves-the-dates", "lhs", 4)


@pytest.mark.parametrize(("scale", "low", "words"), [
    ("log", 0, r"parameters\[0\]\.low: is 0, and a log scale starts above 0"),
    ("log", -1, r"parameters\[0\]\.low: is -1, and a log scale starts above 0"),
    ("logarithmic", 1, r"parameters\[0\]\.scale: is 'logarithmic'; it is one of linear, log, whole"),
    (["log"], 1, "it is one of linear, log, whole"), (None, 1, "it is one of linear, log, whole"),
    ("whole", 0.5, "low and high are whole numbers with 'scale: whole'")])
def test_a_scale_that_cannot_be_is_refused(scale, low, words):
    with pytest.raises(mf.ScenarioError, match=words):
        sensitivity.design({"parameters": [{"name": "a", "low": low, "high": 2, "scale": scale}]}, "lhs", 4)
