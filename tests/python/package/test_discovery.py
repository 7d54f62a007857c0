"""Scenario discovery against known boxes, and the ends of a parameter."""

import minefree as mf
import numpy as np
import pytest
from minefree import sensitivity

from made_up_sweep import points_of, sweep_of

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
