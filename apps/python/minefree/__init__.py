"""minefree: when will each state have cleared its last known mined area, and what would change that?

    import minefree as mf
    mf.run("baseline", trajectories=2000).completion

The engine is the one of the command line, with the same bytes; results come as pandas and xarray.
Charts are in `minefree.plots`, what moves an answer in `minefree.sensitivity`, the calibration, which runs on top of the program, in `minefree.calibration`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minefree import plots, sensitivity
    from minefree.answers import Answer, Comparison, Solution
    from minefree.commands import (
        allocate,
        annex,
        compare,
        explain,
        hindcast,
        plan,
        regret,
        run,
        solve,
        stress,
        sweep,
        value_of_survey,
    )
    from minefree.errors import (
        MinefreeError,
        MinefreeWarning,
        NotEstimable,
        NotReachable,
        Problem,
        ScenarioError,
        UsageError,
    )
    from minefree.call import commit, library, version
    from minefree.run_result import Run
    from minefree.run_set import RunSet, concat
    from minefree.series import history, trajectories
    from minefree.sweep_result import SweepResult, read_sweep

# Where each name lives. It is read on first use, so that the calibration needs no engine.
_HOME = {
    "run": "commands",
    "compare": "commands",
    "plan": "commands",
    "solve": "commands",
    "allocate": "commands",
    "annex": "commands",
    "hindcast": "commands",
    "stress": "commands",
    "regret": "commands",
    "sweep": "commands",
    "value_of_survey": "commands",
    "explain": "commands",
    "history": "series",
    "trajectories": "series",
    "read_sweep": "sweep_result",
    "SweepResult": "sweep_result",
    "concat": "run_set",
    "Run": "run_result",
    "RunSet": "run_set",
    "Answer": "answers",
    "Comparison": "answers",
    "Solution": "answers",
    "MinefreeError": "errors",
    "UsageError": "errors",
    "ScenarioError": "errors",
    "NotEstimable": "errors",
    "NotReachable": "errors",
    "MinefreeWarning": "errors",
    "Problem": "errors",
    "library": "call",
    "version": "call",
    "commit": "call",
}

__all__ = [
    "Answer",
    "Comparison",
    "MinefreeError",
    "MinefreeWarning",
    "NotEstimable",
    "NotReachable",
    "Problem",
    "Run",
    "RunSet",
    "ScenarioError",
    "Solution",
    "SweepResult",
    "UsageError",
    "allocate",
    "annex",
    "commit",
    "compare",
    "concat",
    "explain",
    "hindcast",
    "history",
    "library",
    "plan",
    "read_sweep",
    "regret",
    "run",
    "solve",
    "stress",
    "sweep",
    "trajectories",
    "value_of_survey",
    "version",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("minefree.call").version
    if name in ("plots", "sensitivity"):
        return import_module(f"minefree.{name}")
    if name not in _HOME:
        raise AttributeError(f"module 'minefree' has no attribute '{name}'")
    value = getattr(import_module(f"minefree.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
