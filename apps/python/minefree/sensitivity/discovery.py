"""Scenario discovery: in which part of the ranges does a result come about? Boxes after PRIM."""

import inspect
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from minefree.errors import UsageError
from minefree.sweep_result import SweepResult, place_in_range
from minefree.words import capital, plain

_SIGNIFICANT = 0.05
_LIMITS = ["low", "high", "low_place", "high_place", "low_quasi_p", "high_quasi_p"]


@dataclass(frozen=True)
class Box:
    """Bounds on few parameters within which most cases lie.

    `coverage` is the share of all cases that lie within, `density` the share of the points within that are cases, `mass`
    the share of all points within; `limits` has a row for each parameter with a bound: `low`, `high`, their place in the
    parameter's range in 0..1, and quasi-p-values (Bryant and Lempert, 2010): the chance to see such a density if that
    bound did nothing; NaN for an end without a bound.
    """

    coverage: float
    density: float
    mass: float
    limits: pd.DataFrame


@dataclass(frozen=True)
class Discovery:
    """What `discover` found: `boxes`, the first one first, and the `trajectory` by which the first was peeled.

    `base_rate` is the share of all points that are cases; `unsure` the share of points whose two halves of the
    futures do not agree about that, because the threshold lies within the noise. A half has about twice the variance of
    the noise that all futures have, so that the cases, which come from all, are surer than that.
    """

    output: str
    threshold: float
    below: bool
    boxes: list[Box]
    base_rate: float
    unsure: float
    trajectory: pd.DataFrame
    ranges: pd.DataFrame
    sentence: str
    source: str

    @property
    def table(self) -> pd.DataFrame:
        """A row for each box and each parameter with a bound in it; none where no box was found."""
        if not self.boxes:
            return pd.DataFrame(columns=[*_LIMITS, "coverage", "density", "mass"], dtype=float,
                                index=pd.MultiIndex.from_arrays([[], []], names=["box", "parameter"]))
        return pd.concat({i + 1: box.limits.assign(coverage=box.coverage, density=box.density, mass=box.mass)
                          for i, box in enumerate(self.boxes)}, names=["box", "parameter"])

    def __repr__(self) -> str:
        return f"{self.sentence}\n{self.table.round(3).to_string()}" if self.boxes else self.sentence


def discover(result: SweepResult, output: str, threshold: float, *, below: bool = False, density: float = 0.8,
             boxes: int = 1, simplify: float = 0.05, mass_min: float = 0.05, peel: float = 0.05) -> Discovery:
    """Boxes that hold the points where `output` is at least `threshold`, or less than it with `below`.

    The patient rule induction method (Friedman and Fisher, 1999; Bryant and Lempert, 2010) of the EMA workbench peels
    a share `peel` of the points off at a time, down to `mass_min` of all. On its way the box with the largest coverage
    among those with at least `density` is taken, or the densest where none has it. Then bounds that change nothing
    (quasi-p above 0.05 at both ends) are dropped, and, the one that costs least first, all those that together cost at
    most a share `simplify` of the density: few bounds can be told. The next box is looked for in what is left.

    Raises UsageError where no point or every point is a case, ImportError without the EMA workbench.
    """
    values = result.output(output)
    cases = values < threshold if below else values >= threshold
    sign = "below" if below else "at least"
    if not cases.any() or cases.all():
        raise UsageError(f"'{output}' is {sign} {threshold:g} at {'no point' if not cases.any() else 'every point'}: it goes from "
                         f"{values.min():g} to {values.max():g}")
    first, second = ((half < threshold) if below else (half >= threshold) for half in result.halves(output))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the workbench, on its own parts and on pandas to come
        found, trajectory = _boxes(_prim(result.points, cases, mass_min, peel), result, density, simplify, boxes)
    return Discovery(output, threshold, below, found, float(cases.mean()), float((first != second).mean()), trajectory,
                     result.parameters, _sentence(found, output, sign, threshold, float(cases.mean())),
                     result.source)


def _boxes(search: Any, result: SweepResult, density: float, simplify: float,
           wanted: int) -> tuple[list[Box], pd.DataFrame]:
    """At most so many boxes, none of which is less dense than all points are, and the trajectory of the first."""
    found, trajectory, base_rate = [], pd.DataFrame(), float(np.mean(search.y))
    for _ in range(wanted):
        box = search.find_box()
        if box is None or len(box.box_lims) < 2:
            break
        if trajectory.empty:
            trajectory = box.peeling_trajectory[["coverage", "density", "mass", "res_dim"]].copy()
        chosen = _without_idle_bounds(box, _chosen(box.peeling_trajectory, density))
        chosen = _without_cheap_bounds(box, chosen, simplify)
        limits, row = _limits(box, chosen, result), box.peeling_trajectory.loc[chosen]
        if limits.empty or row["density"] <= base_rate:
            break
        box.select(chosen)
        found.append(Box(float(row["coverage"]), float(row["density"]), float(row["mass"]), limits))
    return found, trajectory


def _prim(points: pd.DataFrame, cases: np.ndarray, mass_min: float, peel: float) -> Any:
    try:
        from ema_workbench.analysis import prim
    except ImportError as error:
        raise ImportError("scenario discovery needs the EMA workbench: pip install ema-workbench, or the package as "
                          "minefree[sensitivity]") from error
    options = {"peel_alpha": peel, "mass_min": mass_min}
    if "threshold" in inspect.signature(prim.Prim.__init__).parameters:  # until version 3
        options["threshold"] = 1e-9  # tells cases (1) from others (0); how dense a box must be is decided here
    return prim.Prim(points.reset_index(drop=True), cases.astype(int), **options)


def _chosen(trajectory: pd.DataFrame, density: float) -> int:
    dense = trajectory[trajectory["density"] >= density]
    return int(dense["coverage"].idxmax()) if len(dense) else int(trajectory["density"].idxmax())


def _without_idle_bounds(box: Any, chosen: int) -> int:
    """Where on the trajectory the chosen box is, once bounds that change nothing are dropped; it grows by that."""
    while idle := {name: min(p for p in values if p >= 0) for name, values in box.qp[chosen].items()
                   if any(p >= 0 for p in values) and min(p for p in values if p >= 0) > _SIGNIFICANT}:
        box.drop_restriction(max(idle, key=lambda name: idle[name]), chosen)
        chosen = len(box.peeling_trajectory) - 1
    return chosen


def _without_cheap_bounds(box: Any, chosen: int, simplify: float) -> int:
    """The same for bounds that together cost no more than a share of the density."""
    least = (1 - simplify) * float(box.peeling_trajectory["density"][chosen])
    while True:
        first, costs = chosen, {}
        for name in [name for name, values in box.qp[chosen].items() if any(p >= 0 for p in values)]:
            box.drop_restriction(name, first)
            costs[len(box.peeling_trajectory) - 1] = float(box.peeling_trajectory["density"].iloc[-1])
        if len(costs) < 2 or max(costs.values()) < least:
            return first
        chosen = max(costs, key=lambda place: costs[place])


def _limits(box: Any, chosen: int, result: SweepResult) -> pd.DataFrame:
    bounds, whole, rows = box.box_lims[chosen], box.box_lims[0], {}
    ranges = result.parameters
    for name in result.names:
        (low, high), (lowest, highest) = bounds[name], whole[name]
        if low == lowest and high == highest:
            continue
        low, high = (ranges.loc[name, "low"] if low == lowest else low), (ranges.loc[name, "high"] if high == highest else high)
        low_place, high_place = place_in_range(np.array([low, high], float), ranges.loc[name])
        below, above = (p if p >= 0 else np.nan for p in box.qp[chosen][name])
        rows[name] = {"low": low, "high": high, "low_place": low_place, "high_place": high_place,
                      "low_quasi_p": below, "high_quasi_p": above}
    return pd.DataFrame.from_dict(rows, orient="index", columns=_LIMITS).rename_axis("parameter")


def _sentence(boxes: list[Box], output: str, sign: str, threshold: float, base_rate: float) -> str:
    told = f"“{capital(plain(output))}” is {sign} {threshold:g} at {100 * base_rate:.0f} % of all points"
    if not boxes:
        return f"{told}. No box was found: no bounds hold more of them than all points do."
    box = boxes[0]
    bounds = " and ".join(_bound(str(name), row) for name, row in box.limits.iterrows())
    return (f"{told}, and at {100 * box.density:.0f} % of those with {bounds}; that box holds {100 * box.coverage:.0f} % of all such points.")


def _bound(name: str, row: pd.Series) -> str:
    low, high = (f"{row[end]:.3g}".replace("-", "−") for end in ("low", "high"))
    if row["low_place"] <= 0:
        return f"{plain(name)} at most {high}"
    if row["high_place"] >= 1:
        return f"{plain(name)} at least {low}"
    return f"{plain(name)} from {low} to {high}"
