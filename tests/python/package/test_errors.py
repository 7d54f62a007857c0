"""One exception for each exit code, with every problem and its place."""

import re

import minefree as mf
import pytest
from conftest import ROOT, TWO_STATES
from minefree.errors import problems_in

CASES = sorted((ROOT / "tests/bad_input/cases").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_problem_of_a_bad_file_is_there(case, monkeypatch):
    monkeypatch.chdir(case.parent)
    with pytest.raises(mf.ScenarioError) as caught:
        (mf.regret if "-study-" in case.name else mf.sweep if "-sweep-" in case.name else mf.run)(case.name)
    expected = case.with_suffix(".expected").read_text(encoding="utf-8").replace("REPOSITORY", str(mf.library.parent))
    assert [str(problem) for problem in caught.value.problems] == expected.splitlines()[:-1]
    number = int(re.match(r"\d+", expected.splitlines()[-1])[0])
    assert len(caught.value.problems) == number
    assert str(caught.value).count(caught.value.problems[0].message) >= 1


def test_a_problem_has_file_line_column_and_message():
    problem = problems_in("scenarios/a.yaml:14:5: 'x' is not a field.\n1 problem in scenarios/a.yaml; nothing was run.\n")
    assert problem == [("scenarios/a.yaml", 14, 5, "'x' is not a field.")]


def test_a_file_that_is_not_there_is_a_scenario_error_without_a_line():
    with pytest.raises(mf.ScenarioError) as caught:
        mf.run("nowhere.yaml")
    assert caught.value.problems[0][:3] == ("nowhere.yaml", None, None)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(("options", "words"), [
    ({"states": "QQQ"}, "has no state QQQ"),
    ({"trajectories": 0}, "--trajectories is '0'"),
    ({"targets": 1999}, "--target 1999 is outside"),
])
def test_wrong_arguments_are_usage_errors(options, words):
    with pytest.raises(mf.UsageError, match=words) as caught:
        mf.run(TWO_STATES, **options)
    assert isinstance(caught.value, ValueError)


def test_nothing_estimable_is_raised_with_the_reasons_and_the_answer():
    with pytest.raises(mf.NotEstimable, match="Myanmar: no figure of mined area") as caught:
        mf.run("baseline", states="MMR")
    assert caught.value.result.not_estimable.index.tolist() == ["MMR"]


def test_a_target_that_no_money_reaches_is_an_answer():
    solution = mf.solve("baseline", states="TCD", by=2026, trajectories=100)
    assert not solution.reachable
    assert solution.to_dict()["binding"] == "absorption"


def test_notes_come_as_warnings_once_each_and_name_the_caller():
    with pytest.warns(mf.MinefreeWarning) as caught:
        mf.run({**TWO_STATES, "trajectories": 100}, until_error=2)
    assert len({str(w.message) for w in caught}) == len(caught)
    assert {w.filename for w in caught} == {__file__}


def test_the_words_of_the_program_are_the_message():
    with pytest.raises(mf.UsageError) as caught:
        mf.run("baseline", trajectories="many")
    assert "minefree: " not in str(caught.value) and "Try: " not in str(caught.value)
