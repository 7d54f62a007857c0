"""Points for a sweep, sampled by SALib, in a file that a study names: `design: {csv: points.csv}`."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from SALib.sample import fast_sampler, latin
from SALib.sample import morris as morris_sampler
from SALib.sample import shapley as shapley_sampler
from SALib.sample import sobol as sobol_sampler

from minefree.errors import Problem, ScenarioError, UsageError
from minefree.scenario_input import path_of
from minefree.sweep_result import value_at

_SCALES = ("linear", "log", "whole")

METHODS: dict[str, Callable[[dict[str, Any], int, int], np.ndarray]] = {
    "sobol": lambda problem, n, seed: sobol_sampler.sample(problem, n, calc_second_order=False, seed=seed),
    "morris": lambda problem, n, seed: morris_sampler.sample(problem, n, num_levels=4, seed=seed),
    "lhs": lambda problem, n, seed: latin.sample(problem, n, seed=seed),
    "fast": lambda problem, n, seed: fast_sampler.sample(problem, n, seed=seed),
    "shapley": lambda problem, n, seed: shapley_sampler.sample(problem, n, seed=seed),
}
"""What `design` samples by: SALib's schemes. With d parameters `sobol` has n (d + 2) points, `morris` and `shapley`
n (d + 1), `lhs` n, `fast` n d."""


def design(study: str | os.PathLike[str] | Mapping[str, Any], method: str, n: int, *, seed: int = 1,
           path: str | os.PathLike[str] | None = None) -> pd.DataFrame:
    """Points for the parameters of a study, a column each; written to `path` as CSV where that is given.

    `study` is a file, the id of a shipped study or a dict, as for `minefree.sweep`; only its `parameters` are read.
    `method` is one of METHODS.
    With the points of `fast` and `shapley` SALib's own analyses go on: they take `result.problem` and a column of
    `result.outputs`. Raises UsageError for an unknown method, ScenarioError where parameters have no name, range or scale that
    can be.
    """
    if method not in METHODS:
        raise UsageError(f"there is no method '{method}'; take one of {', '.join(METHODS)}")
    ranges = _ranges(study)
    unit = {"num_vars": len(ranges), "names": list(ranges.index), "bounds": [[0.0, 1.0]] * len(ranges)}
    places = METHODS[method](unit, n, seed)
    points = pd.DataFrame({name: value_at(places[:, i], ranges.loc[name]) for i, name in enumerate(ranges.index)})
    if path is not None:
        _write(points, Path(path))
    return points


def _write(points: pd.DataFrame, target: Path) -> None:
    """The file appears when it is whole."""
    with tempfile.NamedTemporaryFile("w", dir=target.parent, prefix=".minefree-", suffix=".csv", delete=False,
                                     encoding="utf-8") as whole:
        points.to_csv(whole, index=False, lineterminator="\n")
    os.chmod(whole.name, 0o644)
    os.replace(whole.name, target)


def _ranges(study: str | os.PathLike[str] | Mapping[str, Any]) -> pd.DataFrame:
    """`low`, `high` and `scale` by the name of each parameter, as SweepResult.parameters has them."""
    told, place = (dict(study), "<dict>") if isinstance(study, Mapping) else (_read(path_of(study)), path_of(study))
    parameters = told.get("parameters")
    if not isinstance(parameters, list) or not parameters:
        raise ScenarioError([Problem(str(place), None, None, "has no list of parameters.")])
    problems, names, rows = [], [], []
    for i, parameter in enumerate(parameters):
        where = f"parameters[{i}]"
        ends = {}
        for key in ("low", "high"):
            try:
                ends[key] = _number(parameter[key])
            except (KeyError, TypeError, ValueError):
                problems.append(Problem(str(place), None, None, f"{where}.{key}: a number is missing, such as 0.5 or -50%."))
        if not isinstance(parameter, Mapping) or not parameter.get("name"):
            problems.append(Problem(str(place), None, None, f"{where}.name: is missing; the columns of the points are called after it."))
            continue
        if len(ends) == 2 and not ends["low"] < ends["high"]:
            problems.append(Problem(str(place), None, None, f"{where}: low ({ends['low']:g}) is not below high ({ends['high']:g})."))
        scale = parameter.get("scale", "linear")
        problems += [Problem(str(place), None, None, f"{where}{message}") for message in _wrong_with(scale, ends)]
        names.append(str(parameter["name"]))
        rows.append({**ends, "scale": scale})
    problems += [Problem(str(place), None, None, f"two parameters are called '{name}'.") for name in dict.fromkeys(names)
                 if names.count(name) > 1]
    if problems:
        raise ScenarioError(problems)
    return pd.DataFrame(rows, index=names)


def _wrong_with(scale: object, ends: Mapping[str, float]) -> list[str]:
    """The scale is none that there is, or the ends (those that are numbers) do not go with it."""
    if scale not in _SCALES:
        return [f".scale: is {scale!r}; it is one of {', '.join(_SCALES)}."]
    if scale == "log" and ends.get("low", 1.0) <= 0:
        return [f".low: is {ends['low']:g}, and a log scale starts above 0. Raise it, or write 'scale: linear'."]
    if scale == "whole" and any(end != round(end) for end in ends.values()):
        return [": low and high are whole numbers with 'scale: whole'. Round them."]
    return []


def _number(value: object) -> float:
    """0.5, '0.5' or '-50%' (a share: -0.5), as a study has it."""
    if isinstance(value, bool):
        raise ValueError("a number is wanted")
    text = str(value).strip()
    number = float(text.removesuffix("%"))
    if not np.isfinite(number):
        raise ValueError("a finite number is wanted")
    return number / 100 if text.endswith("%") else number


def _read(study: str) -> dict[str, Any]:
    try:
        import yaml
    except ImportError as error:
        raise ImportError("a study file is read with PyYAML: pip install PyYAML, or give the study as a dict") from error
    try:
        told = yaml.safe_load(Path(study).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ScenarioError([Problem(study, None, None, "cannot be read: there is no such file.")]) from None
    except yaml.YAMLError as error:
        raise ScenarioError([Problem(study, None, None, f"is not YAML: {str(error).splitlines()[0]}.")]) from None
    return told if isinstance(told, dict) else {}
