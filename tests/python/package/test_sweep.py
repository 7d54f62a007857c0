"""Results of `minefree sweep`: read from their files, and from a study that is run."""

import json

import minefree as mf
import numpy as np
import pytest
import yaml
from conftest import TWO_STATES
from made_up_sweep import files_of
from minefree import sensitivity

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


def test_a_column_that_is_there_twice_is_not_guessed_at(folder):
    text = (folder / "sweep.csv").read_text()
    (folder / "sweep.csv").write_text(text.replace("point,a,b,", "point,a,a,"))
    with pytest.raises(mf.ScenarioError) as caught:
        mf.read_sweep(folder)
    assert "has the column 'a' 2 times" in str(caught.value) and "has no column 'b'" in str(caught.value)
    (folder / "sweep.csv").write_text(text.replace("point,", "number,"))
    with pytest.raises(mf.ScenarioError, match="has no column 'point'"):
        mf.read_sweep(folder)
    (folder / "sweep.csv").write_text("")
    with pytest.raises(mf.ScenarioError, match="has 0 of 3 points"):
        mf.read_sweep(folder)


@pytest.mark.parametrize("name", ["y", "y_half_1", "point"])
def test_a_parameter_that_is_called_like_another_column_is_refused(name):
    csv, told = files_of(lambda x: x.sum(axis=1), {name: (0.0, 2.0), "b": (-1.0, 1.0)}, POINTS, "lhs")
    with pytest.raises(mf.ScenarioError, match=f"'{name}' is the name of two things"):
        mf.SweepResult(csv, json.dumps(told))
    # As a program would write it that kept one of the two columns.
    once = [line.split(",", 1)[1] if name == "point" else line for line in csv.replace(f",{name},", ",kept,", 1).splitlines()]
    with pytest.raises(mf.ScenarioError, match=f"'{name}' is the name of two things"):
        mf.SweepResult("\n".join(once), json.dumps(told))


def test_numbers_are_read_to_the_last_digit():
    values = np.random.default_rng(1).random((3000, 2)) * 1e-3
    csv, told = files_of(lambda x: x[:, 0], RANGES, values, "lhs")
    assert (mf.SweepResult(csv, json.dumps(told)).points.to_numpy() == values).all()


@pytest.mark.parametrize("weight", [0.46, 0.5, 0.54])
def test_the_share_of_noise_is_the_same_where_halves_are_not_equal(weight):
    """All futures are the mean of the halves by their sizes; 5 % more in one half and 5 % less in the other."""
    points = np.random.default_rng(1).random((200, 2))
    lines = ["point,a,b,y,y_half_1,y_half_2"]
    for i, (a, b) in enumerate(points.tolist()):
        one, two = 1.05 * a, 0.95 * a
        lines.append(f"{i},{a!r},{b!r},{weight * one + (1 - weight) * two!r},{one!r},{two!r}")
    told = files_of(lambda x: x[:, 0], RANGES, points, "lhs")[1]
    assert mf.SweepResult("\n".join(lines), json.dumps(told)).noise_share("y") == pytest.approx(0.05**2, rel=0.02)


@pytest.fixture
def study(tmp_path, monkeypatch):
    """A study of two made-up states, as a dict whose paths start at the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "two.yaml").write_text(yaml.safe_dump({k: v for k, v in TWO_STATES.items() if k != "id"}))
    return {
        "format": 1, "name": "Two", "id": "two-swept", "base": "two.yaml", "trajectories": 60,
        "changes": {"funding": {"world": [{"change": 0, "from": 2026}]}, "parameters": {"maturity_penalty": 0.4}},
        "design": {"method": "sobol", "n": 4, "seed": 1},
        "parameters": [{"name": "money", "path": "funding.world.0.change", "low": "-50%", "high": "50%"},
                       {"name": "penalty", "path": "parameters.maturity_penalty", "low": 0.1, "high": 0.9}],
        "outputs": [{"result": "states_complete", "by": 2030}, {"result": "mean_completion_year", "state": "XXA"}],
    }


def test_a_study_as_a_dict_runs_in_this_process(study, tmp_path):
    result = mf.sweep(study, out=tmp_path / "out")
    assert list(result.outputs) == ["states_complete_by_2030", "XXA_mean_completion_year"]
    assert len(result) == 16 and result.trajectories == 60
    assert result.points["money"].between(-0.5, 0.5).all()
    sensitivity.sobol(result, "XXA_mean_completion_year")  # the order of the points is the one it wants
    again = mf.sweep(study)  # in a passing folder
    assert again.csv_text == result.csv_text == mf.read_sweep(tmp_path / "out").csv_text
    rows = (tmp_path / "out/sweep.csv").read_text().splitlines(keepends=True)
    (tmp_path / "out/sweep.csv").write_text("".join(rows[:6]))  # as if it had been stopped
    assert mf.sweep(study, out=tmp_path / "out").csv_text == result.csv_text


def test_progress_counts_points(study):
    """It is looked at every 50 ms, so that the sweep has to be long enough."""
    told = []
    mf.sweep({**study, "design": {"method": "lhs", "n": 300, "seed": 1}}, trajectories=1000, threads=1,
             progress=lambda done, total: told.append((done, total)))
    assert told and {total for _, total in told} == {300}
    done = [points for points, _ in told]
    assert done == sorted(set(done)) and 0 < done[0] <= done[-1] <= 300


def test_points_of_salib_are_taken_as_they_are(study, tmp_path):
    points = sensitivity.design(study, "morris", 4, path=tmp_path / "points.csv")
    result = mf.sweep({**study, "design": {"csv": "points.csv"}})
    assert result.points.to_numpy() == pytest.approx(points.to_numpy())
    table = sensitivity.morris(result, "XXA_mean_completion_year").table
    assert table.loc["money", "mu"] < 0 < table.loc["penalty", "mu"]


def test_problems_of_a_study_name_its_keys(study):
    study["parameters"][1]["path"] = "parameters.maturity_penaltie"
    with pytest.raises(mf.ScenarioError, match=r"<dict two-swept>: parameters\[1\]"):
        mf.sweep(study)


def test_the_same_study_is_taken_up_from_another_folder(study, tmp_path, monkeypatch):
    """Base and points lie in the folder, or in one below it; the hash knows of their names and not of the folder."""
    hashes = {}
    for where in ("one", "another"):
        for sub in (".", "mine"):
            own = tmp_path / where / sub
            own.mkdir(parents=True, exist_ok=True)
            (own / "parent.yaml").write_text(yaml.safe_dump({k: v for k, v in TWO_STATES.items() if k != "id"}))
            (own / "two.yaml").write_text("extends: parent.yaml\n")
            sensitivity.design(study, "lhs", 6, path=own / "points.csv")
        for sub in ("", "mine/"):
            monkeypatch.chdir(tmp_path / where)
            asked = {**study, "base": f"{sub}two.yaml", "design": {"csv": f"{sub}points.csv"}}
            before = sorted(path.name for path in (tmp_path / where).rglob("*"))
            result = mf.sweep(asked, out=tmp_path / f"out-{len(sub)}")  # the second time it finds the rows of the first
            assert sorted(path.name for path in (tmp_path / where).rglob("*")) == before
            assert len(result) == 6
            hashes.setdefault(sub, set()).add(result.provenance["study_sha256"])
            (tmp_path / where / "two-swept.yaml").write_text(yaml.safe_dump({k: v for k, v in asked.items() if k != "id"}))
            as_file = mf.sweep("two-swept.yaml")
            assert as_file.csv_text == result.csv_text
            assert as_file.provenance["study_sha256"] == result.provenance["study_sha256"]
            (tmp_path / where / "two-swept.yaml").unlink()
    assert [len(told) for told in hashes.values()] == [1, 1]


def test_a_shipped_base_is_named_as_a_file_would_name_it(study):
    study = {**study, "design": {"method": "lhs", "n": 2, "seed": 1}, "trajectories": 2, "outputs": study["outputs"][:1]}
    hashes = {mf.sweep({**study, "base": base}).provenance["study_sha256"]
              for base in ("baseline", "baseline.yaml", mf.library / "baseline.yaml")}
    assert len(hashes) == 1


def test_a_base_that_is_called_like_the_study_or_lies_elsewhere_is_found(study, tmp_path, monkeypatch):
    assert len(mf.sweep({**study, "id": "two"})) == 16
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert len(mf.sweep({**study, "base": "../two.yaml"})) == 16


def test_problems_of_files_that_a_study_names_are_told_by_their_names(study, tmp_path):
    (tmp_path / "points.csv").write_text("money,penalty\n0.1,much\n")
    with pytest.raises(mf.ScenarioError) as caught:
        mf.sweep({**study, "design": {"csv": "points.csv"}})
    assert [problem.file for problem in caught.value.problems] == ["points.csv"]
    (tmp_path / "two.yaml").write_text("horizon: x\n")
    with pytest.raises(mf.ScenarioError) as caught:
        mf.sweep(study)
    assert str(tmp_path / "two.yaml") in {problem.file for problem in caught.value.problems}
    with pytest.raises(mf.ScenarioError, match="nowhere.yaml") as caught:
        mf.sweep({**study, "base": "nowhere.yaml", "design": {"csv": "none.csv"}})
    assert "/minefree-" not in str(caught.value)
