"""Scenarios as dicts: the same as a file in the current folder."""

import datetime
import os
import tempfile

import minefree as mf
import numpy as np
import pytest
import yaml
from conftest import ROOT, TWO_STATES
from minefree.located_json import LocatedJson


def test_a_dict_gives_what_its_file_gives(tmp_path, two):
    path = tmp_path / "two.yaml"
    path.write_text(yaml.safe_dump({k: v for k, v in TWO_STATES.items() if k != "id"}), encoding="utf-8")
    assert mf.run(path).json_text == two.json_text


def test_the_id_is_the_name_in_results():
    assert mf.run(TWO_STATES).scenario == "two"
    assert mf.run({k: v for k, v in TWO_STATES.items() if k != "id"}).scenario == "dict"
    with pytest.raises(mf.UsageError, match="id of a scenario"):
        mf.run({**TWO_STATES, "id": "../two"})


def test_two_dicts_of_a_comparison_are_told_apart():
    plain = {k: v for k, v in TWO_STATES.items() if k != "id"}
    more = {**plain, "funding": {"recipients": {"XXA": [{"change": "+50%", "from": 2026}]}}}
    assert list(mf.compare(plain, more).names) == ["dict", "dict-2"]


def test_extends_starts_at_the_current_folder(tmp_path, monkeypatch):
    (tmp_path / "mine.yaml").write_text(yaml.safe_dump(TWO_STATES | {"seed": 7}).replace("id: two\n", ""))
    monkeypatch.chdir(tmp_path)
    assert mf.run({"extends": "mine.yaml"}).provenance["seed"] == 7


def test_the_posterior_starts_at_the_current_folder_and_keeps_its_name_in_the_hash(tmp_path, monkeypatch):
    hashes = []
    draws = (ROOT / "scenarios/posterior/2024.csv").read_text()
    for folder in (tmp_path / "a", tmp_path / "b"):
        (folder / "draws").mkdir(parents=True)
        (folder / "draws/mine.csv").write_text(draws)
        monkeypatch.chdir(folder)
        run = mf.run({"extends": "baseline", "states": ["AGO"], "posterior": "draws/mine.csv"}, trajectories=50)
        hashes.append(run.provenance["scenario_sha256"])
        assert run.provenance["posterior_sha256"]
    assert hashes[0] == hashes[1]


def test_problems_name_the_keys_and_not_a_passing_file():
    wrong = {**TWO_STATES, "horizon": "x", "states": [TWO_STATES["states"][0]] * 2}
    wrong["states"][1] = {**wrong["states"][1], "code": "XXB", "initial": {"confirmed_km2": -3}}
    with pytest.raises(mf.ScenarioError) as caught:
        mf.run(wrong)
    text = str(caught.value)
    assert "<dict two>: horizon: " in text
    assert "<dict two>: states[1].initial.confirmed_km2: " in text
    assert tempfile.gettempdir() not in text


def test_the_place_of_another_key_is_told_in_keys_too():
    with pytest.raises(mf.ScenarioError, match=r"states\[1\]\.code: .* \(first at states\[0\]\.code\)"):
        mf.run({**TWO_STATES, "states": [TWO_STATES["states"][0]] * 2})


def test_no_passing_file_stays(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mf.run(TWO_STATES)
    with pytest.raises(mf.ScenarioError):
        mf.run({"extends": "nowhere.yaml"})
    assert os.listdir(tmp_path) == []


def test_numbers_of_numpy_dates_tuples_and_paths_are_written_as_yaml_has_them():
    text = LocatedJson({"a": np.float64(0.5), "b": np.int64(3), "c": datetime.date(2030, 3, 1), "d": (1, 2),
                        "e": ROOT / "x", "f": True, "g": "Côte d'Ivoire", "h": {}, "i": []}).text
    assert yaml.safe_load(text) == {"a": 0.5, "b": 3, "c": "2030-03-01", "d": [1, 2], "e": str(ROOT / "x"), "f": True,
                                    "g": "Côte d'Ivoire", "h": {}, "i": []}


@pytest.mark.parametrize(("value", "error"), [(object(), TypeError), (float("nan"), ValueError), (b"x", TypeError)])
def test_what_no_scenario_holds_is_refused_by_its_key(value, error):
    with pytest.raises(error, match=r"^funding\.world\[0\]\.change is"):
        mf.run({"extends": "baseline", "funding": {"world": [{"change": value}]}})
