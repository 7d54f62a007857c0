"""Results of `minefree sweep`: read from their files, and from a study that is run."""

import json

import minefree as mf
import numpy as np
import pytest
from made_up_sweep import files_of

RANGES = {"a": (0.0, 2.0), "b": (-1.0, 1.0)}
POINTS = np.array([[0.5, -1], [1.5, 0], [2.0, 1]])


@pytest.fixture
def folder(tmp_path):
    csv, told = files_of(lambda x: x.sum(axis=1), RANGES, POINTS, "lhs", noise=0.1, output="AGO_probability_by_2030")
    (tmp_path / "sweep.csv").write_text(csv)
    (tmp_path / "sweep.json").write_text(json.dumps(told))
    return tmp_path


def test_a_folder_is_read_as_points_outputs_and_halves(folder):
    result = mf.read_sweep(folder)
    assert len(result) == 3 and result.trajectories == 500 and result.design["method"] == "lhs"
    assert result.points.to_numpy().tolist() == POINTS.tolist()
    assert result.problem == {"num_vars": 2, "names": ["a", "b"], "bounds": [[0, 2], [-1, 1]]}
    first, second = result.halves("AGO_probability_by_2030")
    assert result.outputs["AGO_probability_by_2030"].to_numpy() == pytest.approx((first + second) / 2)
    assert result.asked.loc["AGO_probability_by_2030", "by"] == 2030
    assert result.parameters.loc["a", "paths"] == ["parameters.a"]
    assert 0 <= result.noise_share("AGO_probability_by_2030") < 0.2


def test_what_is_not_whole_is_told_at_once(folder):
    with pytest.raises(mf.ScenarioError) as caught:
        mf.read_sweep(folder / "nowhere")
    assert len(caught.value.problems) == 2
    lines = (folder / "sweep.csv").read_text().splitlines()
    (folder / "sweep.csv").write_text("\n".join([lines[0].replace("_half_2", "_half"), *lines[1:-1]]))
    with pytest.raises(mf.ScenarioError, match="goes on where it was stopped") as caught:
        mf.read_sweep(folder)
    assert "has no column 'AGO_probability_by_2030_half_2'" in str(caught.value)


def test_a_missing_number_is_no_result(folder):
    text = (folder / "sweep.csv").read_text().splitlines()
    text[2] = ",".join([*text[2].split(",")[:-1], ""])
    (folder / "sweep.csv").write_text("\n".join(text))
    with pytest.raises(mf.ScenarioError, match="has no number in every row"):
        mf.read_sweep(folder)
