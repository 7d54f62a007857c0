"""One function for each command of the program. Options are the program's; `minefree COMMAND --help` has the rest.

All of them raise UsageError, ScenarioError, NotEstimable or MinefreeError, give notes as MinefreeWarning, let
other threads of Python run meanwhile, and end within a second of Ctrl-C or of an exception in `progress`, a
function that is told what is done and the total, at most twenty times a second.
"""

import os
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from minefree.answers import Answer, Comparison, Solution
from minefree.ask import NOT_ESTIMABLE, ask, reasons_in
from minefree.call import Progress
from minefree.errors import NotEstimable
from minefree.run_request import RunRequest
from minefree.run_result import Run
from minefree.scenario_input import Scenario
from minefree.sweep_result import SweepResult, read_sweep
from minefree.words import States, Years, option, out_words, repeated, simulation_words

Kind = TypeVar("Kind", bound=Answer)


def run(scenario: Scenario, *, trajectories: int | None = None, seed: int | None = None, threads: int | None = None,
        states: States = None, targets: Years = None, until_error: float | None = None,
        progress: Progress | None = None) -> Run:
    """When will each state have cleared its last known mined area?

    `scenario` is a path, the id of a shipped one ("baseline"), or a dict with the keys of a scenario file, whose
    relative paths start at the current folder; its `id` is its name in results. `trajectories`, futures, and
    `seed` are the scenario's when left out; `threads` as many as processors. `states` are codes, `targets` years to
    give probabilities for. `until_error` simulates on until the Monte Carlo error of every P50 and P80 date is
    below so many months. The same arguments give the same bytes on every machine, for any `threads`.
    """
    words = [*simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states, targets=targets),
             *option("until-error", until_error), "--json"]
    printed = ask("run", [scenario], words, progress)
    result = Run(printed.text, RunRequest(scenario, seed, states))
    if printed.code == NOT_ESTIMABLE:
        raise NotEstimable(reasons_in(printed.text), result)
    return result


def compare(base: Scenario, *others: Scenario, trajectories: int | None = None, seed: int | None = None,
            threads: int | None = None, states: States = None, targets: Years = None,
            progress: Progress | None = None) -> Comparison:
    """What do other scenarios change? Every scenario runs through the same futures as `base`, so that what
    differs is the scenarios' doing; where nothing was changed the difference is exactly zero."""
    words = [*simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states, targets=targets),
             "--json"]
    printed = ask("compare", [base, *others], words, progress)
    return _answer(Comparison("compare", printed.text), printed.code)


def plan(scenario: Scenario, *, trajectories: int | None = None, seed: int | None = None, threads: int | None = None,
         states: States = None, until_error: float | None = None, progress: Progress | None = None) -> Answer:
    """Is a state's own plan credible? Its date and pace beside its record and its futures."""
    words = [*simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states),
             *option("until-error", until_error), "--json"]
    printed = ask("plan", [scenario], words, progress)
    return _answer(Answer("plan", printed.text), printed.code)


def solve(scenario: Scenario, *, by: int | None = None, probability: float | None = None,
          money: str | float | None = None, start: int | None = None, at_most: float | None = None,
          trajectories: int | None = None, seed: int | None = None, threads: int | None = None,
          states: States = None, progress: Progress | None = None) -> Solution:
    """How much money completes a state by the end of `by` with `probability` (0.8 when left out)?

    Or which date does `money` lead to, in million USD a year: 20 in all, or "+20" on top? It comes from the year
    `start` on (the program's --from); at most `at_most` more a year is looked for. A target that no money
    reaches is an answer and raises nothing: `reachable` is False, and `binding` names what stands in the way.
    """
    words = [*option("by", by), *option("probability", probability), *option("money", money), *option("from", start),
             *option("at-most", at_most),
             *simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states), "--json"]
    printed = ask("solve", [scenario], words, progress)
    return _answer(Solution("solve", printed.text), printed.code)


def allocate(scenario: Scenario, *, budget_musd: float, by: int, objective: str | None = None,
             start: int | None = None, lumps: int | None = None, floor: Mapping[str, float] | None = None,
             cap: Mapping[str, float] | None = None, trajectories: int | None = None, seed: int | None = None,
             threads: int | None = None, states: States = None, progress: Progress | None = None) -> Answer:
    """Where would `budget_musd` million USD a year more do most by the end of `by`?

    `objective` is "completions" (when left out), "area" or "people-years"; the money comes from the year `start`
    on, in so many `lumps`; `floor` and `cap` are the least and the most for a state, by code.
    """
    words = [*option("budget-musd", budget_musd), *option("by", by), *option("objective", objective),
             *option("from", start), *option("lumps", lumps),
             *repeated("floor", _assigned(floor)), *repeated("cap", _assigned(cap)),
             *simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states), "--json"]
    printed = ask("allocate", [scenario], words, progress)
    return _answer(Answer("allocate", printed.text), printed.code)


def hindcast(*, origins: Years = None, vague: bool = False, prior: bool = False, trajectories: int | None = None,
             seed: int | None = None, threads: int | None = None, states: States = None,
             progress: Progress | None = None) -> Answer:
    """Would it have been right? Forecasts from the ends of `origins` beside what was reported since.

    `vague` takes priors twice as wide, `prior` no calibration. `table("rows")` are the scores.
    """
    words = [*repeated("origin", origins), *(["--vague"] if vague else []), *(["--prior"] if prior else []),
             *simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states), "--json"]
    printed = ask("hindcast", [], words, progress)
    return _answer(Answer("hindcast", printed.text), printed.code)


def stress(scenario: Scenario, *, donors: str | Iterable[str] | None = None, share: float | None = None,
           start: int | None = None, trajectories: int | None = None, seed: int | None = None,
           threads: int | None = None, states: States = None, progress: Progress | None = None) -> Answer:
    """What hangs on each donor? Each in turn gives nothing, or `share` less, from the year `start` on."""
    words = [*repeated("donor", donors), *option("share", share), *option("from", start),
             *simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states), "--json"]
    printed = ask("stress", [scenario], words, progress)
    return _answer(Answer("stress", printed.text), printed.code)


def regret(study: Scenario, *, trajectories: int | None = None, seed: int | None = None, threads: int | None = None,
           progress: Progress | None = None) -> Answer:
    """Which strategy holds up best, whatever comes? `study` names strategies and futures."""
    words = [*simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=None), "--json"]
    printed = ask("regret", [study], words, progress)
    return _answer(Answer("regret", printed.text), printed.code)


def sweep(study: Scenario, *, out: str | os.PathLike[str] | None = None, trajectories: int | None = None,
          seed: int | None = None, threads: int | None = None, progress: Progress | None = None) -> SweepResult:
    """What does the model say over whole ranges of its numbers? `study` names parameters, a design and outputs.

    Every point has the same futures. With `out`, a folder, rows are kept as they come: a sweep that was stopped goes
    on there when it is asked for again, without losing or repeating a row. `read_sweep` reads such a folder,
    `minefree.sensitivity` tells what moves the answer.
    """
    words = simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=None)
    with tempfile.TemporaryDirectory(prefix="minefree-") as passing:
        folder = os.path.join(passing, "sweep") if out is None else out
        ask("sweep", [study], [*words, *out_words(folder)], progress)
        return read_sweep(folder)


def value_of_survey(scenario: Scenario, *, musd: float | Iterable[float] | None = None, trajectories: int | None = None,
                    seed: int | None = None, threads: int | None = None, states: States = None,
                    progress: Progress | None = None) -> Answer:
    """What would a survey tell, and what would knowing it change? `musd` are sums in million USD, of a campaign and
    of every year (5 when left out)."""
    words = [*repeated("musd", musd),
             *simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=states), "--json"]
    printed = ask("value-of-survey", [scenario], words, progress)
    return _answer(Answer("value-of-survey", printed.text), printed.code)


def annex(state: str, scenario: Scenario = "baseline", *, deadline: str | date | None = None,
          trajectories: int | None = None, seed: int | None = None, threads: int | None = None,
          progress: Progress | None = None) -> Answer:
    """What a request for a longer deadline has to name: the day, milestones by year and the budget.

    `deadline` is a day that is thought of; without one the day to ask for is found. `table("years")` are the milestones.
    """
    words = [*option("deadline", deadline),
             *simulation_words(trajectories=trajectories, seed=seed, threads=threads, states=None), "--json"]
    printed = ask("annex", [scenario], words, progress, before=[state, "--scenario"])
    return _answer(Answer("annex", printed.text), printed.code)


def explain(scenario: Scenario, state: str) -> Answer:
    """Every number that is used for a state, with its source, in `to_dict()["numbers"]`."""
    printed = ask("explain", [scenario], [state, "--json"])
    return Answer("explain", printed.text)


def _answer(answer: Kind, code: int) -> Kind:
    if code == NOT_ESTIMABLE:
        raise NotEstimable(reasons_in(answer.json_text), answer)
    return answer


def _assigned(by_state: Mapping[str, float] | None) -> list[str] | None:
    return None if by_state is None else [f"{code}={value}" for code, value in by_state.items()]
