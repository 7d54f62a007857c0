"""`mf.run`: the same bytes as the program, and what each table says."""

import json
import math
import subprocess

import minefree as mf
import numpy as np
import pytest
from conftest import ROOT, TWO_STATES

WORDS = ["--trajectories", "300", "--state", "AGO", "--state", "MMR", "--target", "2030", "--json", "--quiet"]


def from_our_commit(printed):
    """The two may have been built one commit apart; that alone may differ."""
    commit = json.loads(printed).get("base", json.loads(printed))["provenance"]["commit"]
    return printed.replace(f'"{commit}"', f'"{mf.commit}"')


def test_a_run_has_the_bytes_of_the_program(program):
    scenario = ROOT / "scenarios/surge.yaml"
    printed = subprocess.run([program, "run", scenario, *WORDS], capture_output=True, check=True, text=True).stdout
    inside = mf.run(scenario, trajectories=300, states=["AGO", "MMR"], targets=2030, threads=1)
    assert inside.json_text == from_our_commit(printed)
    assert inside.to_dict() == json.loads(from_our_commit(printed))


def test_a_comparison_has_the_bytes_of_the_program(program):
    files = [ROOT / "scenarios/baseline.yaml", ROOT / "scenarios/us-halves.yaml"]
    words = ["--trajectories", "300", "--state", "AGO", "--json", "--quiet"]
    printed = subprocess.run([program, "compare", *files, *words], capture_output=True, check=True, text=True).stdout
    assert mf.compare(*files, trajectories=300, states="AGO").json_text == from_our_commit(printed)


def test_the_id_of_a_shipped_scenario_is_enough_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert mf.run("closed-form").completion.loc["XXA", "p50"] == pytest.approx(2038.1, abs=0.1)


def test_any_number_of_threads_gives_the_same_bytes():
    assert mf.run(TWO_STATES, threads=1).json_text == mf.run(TWO_STATES, threads=3).json_text


def test_completion_says_what_the_json_says(baseline):
    state, row = baseline.state("AGO"), baseline.completion.loc["AGO"]
    assert row["name"] == "Angola"
    assert row["p50"] == state["completion"]["quantiles"]["0.5"]
    assert row["by_2030"] == state["probability"]["by"]["2030"]
    assert row["deadline"] == "2025-12-31"
    assert row["basis"] in ("data", "mixed", "prior")


def test_a_date_beyond_the_horizon_is_nan_and_never_a_number(baseline):
    for code, row in baseline.completion.iterrows():
        told = baseline.state(code)["completion"]["quantiles"]["0.95"]
        assert math.isnan(row["p95"]) if told is None else row["p95"] == told


def test_states_without_a_date_have_reasons_and_no_row(baseline):
    assert "MMR" not in baseline.completion.index
    assert "no figure of mined area" in baseline.not_estimable.loc["MMR", "reasons"]
    assert not baseline.states.loc["MMR", "estimable"]


def test_counts_by_month_lead_to_the_probabilities_of_the_targets(two):
    share = two.completed_by_month
    for code, row in two.probability.iterrows():
        assert share.loc["2030-12", code] == pytest.approx(row[2030], abs=1e-9)
        assert share[code].iloc[-1] == pytest.approx(1 - two.completion.loc[code, "never_share"], abs=1e-9)


def test_tables_by_year_have_every_simulated_year(two):
    for table in (two.remaining, two.released, two.funding):
        assert list(table.loc["XXA"].index) == list(range(2025, 2061))
    assert list(two.world.columns) == ["p10", "p50", "p90"]


def test_people_come_when_asked_for_and_not_otherwise(two):
    assert two.casualties.empty
    asked = mf.run({"extends": "people-by-state", "states": ["COL"], "trajectories": 100})
    assert asked.people.loc[("COL", 2025), "p50"] > 0
    assert (asked.casualties.loc["COL", "p95"] >= asked.casualties.loc["COL", "p05"]).all()


def test_to_dict_is_a_copy(two):
    two.to_dict()["states"].clear()
    assert len(two.to_dict()["states"]) == 2


def test_futures_on_request_are_those_of_the_run(two):
    futures = two.trajectories(50)
    assert dict(futures.sizes) == {"state": 2, "trajectory": 50, "year": 36}
    assert futures["confirmed_km2"].attrs["units"] == "km2"
    left = (futures["confirmed_km2"] + futures["suspected_km2"]).sel(state="XXA", year=2060)
    assert np.isfinite(left).all()


def test_a_smaller_error_is_reached_with_more_futures():
    with pytest.warns(mf.MinefreeWarning):
        better = mf.run({**TWO_STATES, "trajectories": 100}, until_error=3)
    assert better.provenance["trajectories"] > 100
    assert (better.completion["monte_carlo_error_months"] <= 3).all()


def test_nothing_is_printed(capfd):
    mf.run(TWO_STATES)
    captured = capfd.readouterr()
    assert captured.out == "" and captured.err == ""
