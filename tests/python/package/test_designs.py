"""Designs of points: whole files, scales, and what is refused."""

import json

import minefree as mf
import numpy as np
import pandas as pd
import pytest
from minefree import sensitivity

from made_up_sweep import files_of


def test_a_log_scale_is_kept_by_designs_and_analyses():
    study = {"parameters": [{"name": "a", "low": 0.01, "high": 1, "scale": "log"}, {"name": "b", "low": 1, "high": 4, "scale": "whole"}]}
    ranges = {"a": (0.01, 1.0), "b": (1.0, 4.0)}
    points = sensitivity.design(study, "morris", 30).to_numpy()
    assert set(points[:, 1]) == {1, 2, 3, 4} and np.median(points[:, 0]) < 0.3
    csv, told = files_of(lambda x: np.log10(x[:, 0]) + x[:, 1], ranges, points, "morris")
    told["parameters"][0]["scale"], told["parameters"][1]["scale"] = "log", "whole"
    table = sensitivity.morris(mf.SweepResult(csv, json.dumps(told)), "y").table
    assert table["mu_star"].to_dict() == pytest.approx({"a": 2, "b": 3}, abs=1e-6)


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
