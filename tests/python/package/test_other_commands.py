"""The other commands, in few futures: what each table holds."""

import subprocess
import sys

import minefree as mf
import pandas as pd
import pytest
from conftest import ROOT


def test_a_comparison_is_exactly_zero_where_nothing_changed():
    with pytest.warns(mf.MinefreeWarning, match="changes no date"):
        same = mf.compare("baseline", {"extends": "baseline", "id": "same"}, states=["AGO"], trajectories=100)
    assert same.states.loc[("same", "AGO"), "same_share"] == 1
    assert (same.probability_difference["value"] == 0).all()
    assert set(same.world.index.get_level_values("result")) >= {"mean_states_complete_by_end_of"}


def test_money_for_a_date():
    solution = mf.solve("baseline", by=2030, states="LKA", trajectories=200)
    assert solution.reachable
    assert solution.states.loc["LKA", "musd_per_year_additional"] > 0
    assert len(mf.solve("baseline", by=2030, money="+20", states=["LKA", "KHM"], trajectories=100).states) == 2


def test_a_budget_is_shared_out():
    answer = mf.allocate("baseline", budget_musd=10, by=2030, states=["AGO", "KHM", "LKA"], cap={"LKA": 4}, trajectories=100)
    given = answer.states["musd_per_year_additional.best"]
    assert given.sum() <= 10 + 1e-9
    assert given["LKA"] <= 4


def test_plan_hindcast_and_explain_answer():
    assert "Bosnia" in mf.plan("baseline", states="BIH", trajectories=100).states.loc["BIH", "sentence"]
    scores = mf.hindcast(states="HRV", origins=2017, trajectories=50)
    assert {"model", "metric", "value", "n"} <= set(scores.table("rows").columns)
    with pytest.raises(TypeError, match="no list of maps"):
        scores.table("format")
    assert any(n["name"] == "confirmed_km2" for n in mf.explain("baseline", "AGO").to_dict()["numbers"])


def test_stress_regret_survey_and_annex_answer():
    assert "USA" in set(mf.stress("baseline", donors="USA", trajectories=50).table("donors")["donor"])
    assert len(mf.regret("which-50-million", trajectories=20).table("cells")) > 1
    assert len(mf.value_of_survey("baseline", musd=[1, 5], states="AGO", trajectories=1000).states) == 1
    assert (mf.annex("AGO", deadline="2035-12-31", trajectories=50).table("years")["year"] >= 2025).all()


def test_history_is_a_table_of_numbers_with_sources():
    table = mf.history(origin=2017, states="AGO")
    assert pd.api.types.is_float_dtype(table["value"])
    assert table["year"].max() <= 2017
    assert (table.loc[table["unit"] == "km2", "source"] != "").all()


def test_trajectories_are_a_table():
    table = mf.trajectories(states=["AGO", "KHM"], count=3)
    assert len(table) == 3 * 2 * 36


def test_every_name_is_there_and_the_calibration_needs_no_engine():
    for name in mf.__all__:
        assert getattr(mf, name) is not None
    with pytest.raises(AttributeError):
        mf.nothing  # noqa: B018
    script = "import minefree, sys; assert 'minefree._engine' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)
