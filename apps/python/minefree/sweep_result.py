"""What `sweep` gives: the points of a design, and what the model says at each."""

import copy
import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from minefree.errors import Problem, ScenarioError

HALVES = (1, 2)

# From pandas 3.1 on numbers are read exactly, and the option that asks for it warns.
_OLD_PANDAS = tuple(int(part) for part in pd.__version__.split(".")[:2]) < (3, 1)
_TO_THE_LAST_DIGIT: dict[str, Any] = {"float_precision": "round_trip"} if _OLD_PANDAS else {}


class SweepResult:
    """A row for each point, in the order of the design; shares are in 0..1, percentages of a study are shares too."""

    def __init__(self, csv_text: str, json_text: str, place: str = "sweep") -> None:
        self.csv_text = csv_text
        self._told: dict[str, Any] = json.loads(json_text)
        self._columns = _columns(csv_text, self._told, place)

    @property
    def parameters(self) -> pd.DataFrame:
        """By name: `low` and `high`, the ends of the range; `scale`, how the design goes from one to the other (linear, log,
        whole); and `paths`, the places of the scenario that get the value."""
        rows = [{"scale": "linear", **told} for told in self._told["parameters"]]
        return pd.DataFrame(rows).set_index("name")[["low", "high", "scale", "paths"]]

    @property
    def points(self) -> pd.DataFrame:
        """The values of the parameters, a column each, by the number of the point."""
        return self._columns[self.names].copy()

    @property
    def places(self) -> pd.DataFrame:
        """Where each value lies in its range, 0 at the low and 1 at the high end, on the scale of the design."""
        told = self.parameters
        return pd.DataFrame({name: place_in_range(self._columns[name].to_numpy(), told.loc[name]) for name in self.names},
                            index=self._columns.index)

    @property
    def outputs(self) -> pd.DataFrame:
        """What is asked of the model, a column each, from all futures of the point."""
        return self._columns[[told["name"] for told in self._told["outputs"]]].copy()

    @property
    def names(self) -> list[str]:
        """Of the parameters, in the order of the study."""
        return [told["name"] for told in self._told["parameters"]]

    @property
    def asked(self) -> pd.DataFrame:
        """By the name of each output: which `result` of which `state` (None: the world) it is, and `by` which year."""
        return pd.DataFrame(self._told["outputs"], columns=["name", "result", "state", "by"]).set_index("name")

    @property
    def design(self) -> dict[str, Any]:
        """How the points were chosen: `method`, `n`, `seed`, and the number of `points`."""
        return dict(self._told["design"])

    @property
    def trajectories(self) -> int:
        """Futures at each point, the same at all of them."""
        return int(self._told["trajectories"])

    @property
    def provenance(self) -> dict[str, Any]:
        """Version, hashes of base and data, seed of the futures, and the `study` with its hash."""
        return {**self._told["provenance"], "study": self._told["study"], "study_sha256": self._told["study_sha256"]}

    @property
    def problem(self) -> dict[str, Any]:
        """The parameters as SALib wants them, so that its analyses take `points` and `outputs` as they are."""
        told = self._told["parameters"]
        return {"num_vars": len(told), "names": self.names, "bounds": [[p["low"], p["high"]] for p in told]}

    def output(self, name: str) -> np.ndarray:
        """One output at every point. Raises KeyError with the names there are."""
        if name not in self.outputs.columns:
            raise KeyError(f"this sweep has no output '{name}'; it has {', '.join(self.outputs.columns)}")
        return self._columns[name].to_numpy(float)

    def halves(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """The output from the first and from the second half of the futures.

        The futures of the two have nothing in common, so that what moves both alike is no noise of the simulation. With
        an odd number of futures one half has one more; from some 200 on, halves may differ by up to 16. No index needs equal
        halves: they are made of products of the two. Only where the size of the noise itself is told (`noise_share`, `noise`
        of `morris`, the intervals) are halves taken for equal: its standard deviation is then told too large, by 0.3 % for
        92 and 108 futures, by 6 % for 1 and 2.
        """
        self.output(name)
        first, second = (self._columns[f"{name}_half_{half}"].to_numpy(float) for half in HALVES)
        return first, second

    def noise_share(self, name: str) -> float:
        """Share, in 0..1, of the variance of an output between points that is noise of the simulation.

        A quarter of the variance of the difference between the two halves, over the variance. For equal halves that is one less
        their covariance over the variance; for unequal ones it stays what it is, where the covariance would have the
        noise itself in it and not its square. NaN where the output does not vary.
        """
        spread = float(np.var(self.output(name), ddof=1))
        first, second = self.halves(name)
        if spread <= 0:
            return float("nan")
        return min(float(np.var(first - second, ddof=1)) / 4 / spread, 1.0)

    def ends(self, output: str, *, share: float = 0.1) -> pd.DataFrame:
        """How far each parameter moves an output from one end of its range to the other, whatever the others do.

        Means of the output over the `share` of the points with the lowest and the highest values of the parameter, at
        least those at its outermost value. Columns: `low` and `high`, the means, in the output's unit; `low_at` and
        `high_at`, the parameter's means there; `difference` (high less low) and its `standard_error`, which counts
        points. The longest difference comes first. Raises ValueError for a share not above 0 and at most 0.5.
        """
        if not 0 < share <= 0.5:
            raise ValueError(f"share is {share}; it is above 0 and at most 0.5")
        values, rows = self.output(output), {}
        for name in self.names:
            at = self._columns[name].to_numpy()
            low, high = at <= np.quantile(at, share, method="lower"), at >= np.quantile(at, 1 - share, method="higher")
            rows[name] = {
                "low": values[low].mean(), "high": values[high].mean(), "low_at": at[low].mean(), "high_at": at[high].mean(),
                "difference": values[high].mean() - values[low].mean(),
                "standard_error": np.sqrt(_variance_of_mean(values[low]) + _variance_of_mean(values[high])),
            }
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("parameter")
        return table.sort_values("difference", key=np.abs, ascending=False, kind="stable")

    @property
    def source(self) -> str:
        """What stands at the foot of a chart."""
        return (f"minefree {self.provenance['version']}, study “{self._told['name']}”, {len(self):,} points ({self.design['method']}), the same "
                f"{self.trajectories:,} simulated futures at each.")

    def to_dict(self) -> dict[str, Any]:
        """What sweep.json says; a copy."""
        return copy.deepcopy(self._told)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        return (f"<minefree sweep of {len(self.names)} parameters: {len(self):,} points ({self.design['method']}), "
                f"{self.trajectories:,} futures each, {len(self._told['outputs'])} outputs>")


def place_in_range(values: np.ndarray, parameter: pd.Series) -> np.ndarray:
    """0 at `low` and 1 at `high` of a row of SweepResult.parameters, by its scale."""
    low, high = float(parameter["low"]), float(parameter["high"])
    if parameter["scale"] == "log":
        values, low, high = np.log(values), np.log(low), np.log(high)
    places: np.ndarray = (values - low) / (high - low)
    return places


def value_at(places: np.ndarray, parameter: pd.Series) -> np.ndarray:
    """The values at places of the range; the way back of `place_in_range`."""
    low, high = float(parameter["low"]), float(parameter["high"])
    if parameter["scale"] == "whole":  # as many places for each number, the outermost too
        return np.minimum(low + np.floor(places * (high - low + 1)), high)
    values: np.ndarray = low * (high / low) ** places if parameter["scale"] == "log" else low + places * (high - low)
    return values


def read_sweep(folder: str | os.PathLike[str]) -> SweepResult:
    """A sweep from the folder that `minefree sweep STUDY --out FOLDER` wrote.

    Raises ScenarioError where a file is missing, or where rows or columns are: a sweep that was stopped is taken up
    again by the same command.
    """
    place = Path(folder)
    missing = [name for name in ("sweep.csv", "sweep.json") if not (place / name).is_file()]
    if missing:
        raise ScenarioError([Problem(str(place / name), None, None, "is not there: 'minefree sweep STUDY --out FOLDER' writes it.")
                             for name in missing])
    return SweepResult((place / "sweep.csv").read_text(encoding="utf-8"),
                       (place / "sweep.json").read_text(encoding="utf-8"), str(place / "sweep.csv"))


def _wanted(told: dict[str, Any]) -> list[str]:
    """Every column that the JSON speaks of, but for the number of the point."""
    wanted = [parameter["name"] for parameter in told["parameters"]]
    for output in told["outputs"]:
        wanted += [output["name"], *(f"{output['name']}_half_{half}" for half in HALVES)]
    return wanted


def _problems_of_columns(header: list[str], told: dict[str, Any], place: str) -> list[Problem]:
    """Each name once in the header, and each meant for one thing: else a column would be read for another."""
    wanted = ["point", *_wanted(told)]
    messages = [f"has the column '{name}' {header.count(name)} times; each is there once." for name in dict.fromkeys(header)
                if header.count(name) > 1]
    messages += [f"'{name}' is the name of two things (parameters, outputs and their halves, the point); give one another name."
                 for name in dict.fromkeys(wanted) if wanted.count(name) > 1]
    messages += [f"has no column '{name}'." for name in dict.fromkeys(wanted) if name not in header]
    return [Problem(place, None, None, message) for message in messages]


def _columns(csv_text: str, told: dict[str, Any], place: str) -> pd.DataFrame:
    """The wanted columns by the number of the point, with a number in every row, and as many rows as the design has."""
    header = next(csv.reader(io.StringIO(csv_text)), [])
    wanted, problems = _wanted(told), _problems_of_columns(header, told, place)
    rows = pd.DataFrame()
    if header:
        rows = pd.read_csv(io.StringIO(csv_text), index_col="point" if "point" in header else None, **_TO_THE_LAST_DIGIT)
    points = int(told["design"]["points"])
    if len(rows) != points:
        problems.append(Problem(place, None, None, f"has {len(rows):,} of {points:,} points; 'minefree sweep' with the same folder "
                                                   "goes on where it was stopped."))
    for name in dict.fromkeys(wanted):
        if name in rows.columns and not np.isfinite(pd.to_numeric(rows[name], errors="coerce")).all():
            problems.append(Problem(place, None, None, f"has no number in every row of the column '{name}'."))
    if problems:
        raise ScenarioError(problems)
    return rows[wanted].astype(float)


def _variance_of_mean(values: np.ndarray) -> float:
    return float(np.var(values, ddof=1) / len(values)) if len(values) > 1 else float("nan")
