"""Answers of the commands: the JSON of the program as it was printed, and tables of it."""

import copy
import json
from typing import Any

import pandas as pd


class Answer:
    """What a command says. `json_text` is what the program prints with --json, to the byte."""

    def __init__(self, command: str, json_text: str) -> None:
        self.command = command
        self.json_text = json_text
        self._answer: dict[str, Any] = json.loads(json_text)

    def to_dict(self) -> dict[str, Any]:
        """The answer as docs/results.md tells of it; a copy."""
        return copy.deepcopy(self._answer)

    @property
    def provenance(self) -> dict[str, Any]:
        """Version, hashes of scenario and data, seed and number of futures; empty where the command has none."""
        return dict(self._answer.get("provenance") or {})

    @property
    def states(self) -> pd.DataFrame:
        """One row a state, by its code, and a column for each key; keys within keys are joined with a dot."""
        return table_of(self._rows())

    @property
    def not_estimable(self) -> pd.DataFrame:
        """States without a date, by code: `name` and `reasons`, a text."""
        refused = self._answer.get("not_estimable")
        if refused is None:
            refused = [state for state in self._rows() if not state.get("estimable", True)]
        return reasons_of(refused)

    def table(self, key: str) -> pd.DataFrame:
        """A list of maps of the answer as a table, such as `hindcast().table("rows")` or `stress(...).table("donors")`.

        Raises KeyError where the answer has no such key, TypeError where it is no list of maps.
        """
        rows = self._answer[key]
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise TypeError(f"'{key}' of this answer is no list of maps")
        return table_of(rows)

    def _rows(self) -> list[dict[str, Any]]:
        return list(self._answer.get("states") or [])

    def __repr__(self) -> str:
        scenario = self.provenance.get("scenario")
        return f"<minefree {self.command}{f' of {scenario}' if scenario else ''}: {len(self._rows())} states>"


class Solution(Answer):
    """Answer of `solve`: `reachable` may be False, which is an answer and no error; `binding` tells why."""

    def _rows(self) -> list[dict[str, Any]]:
        return list(self._answer["states"]) if "states" in self._answer else [self._answer]

    @property
    def reachable(self) -> bool:
        """Whether every state asked for reaches the target with some sum."""
        rows = self._rows()
        return bool(rows) and all(row.get("reachable", True) for row in rows)

    @property
    def states(self) -> pd.DataFrame:
        """One row a state; money in million USD a year of `price_year`, total and additional."""
        return table_of([{key: row[key] for key in row if key not in ("format", "provenance")} for row in self._rows()])


class Comparison(Answer):
    """Answer of `compare`: other scenarios against a base, in the same futures."""

    @property
    def provenance(self) -> dict[str, Any]:
        """Of the base; those of the others are in `to_dict()`."""
        return dict(self._answer["base"]["provenance"])

    @property
    def states(self) -> pd.DataFrame:
        """One row for each other scenario and state: shares of futures in 0..1 that end earlier, later, or at the
        same date, and `median_years_gained`, positive where the other is sooner; NaN where dates hardly differ."""
        frames = {other["scenario"]: table_of(other["states"]) for other in self._answer["others"]}
        plain = {key: frame[[c for c in frame.columns if "." not in c]] for key, frame in frames.items()}
        table: pd.DataFrame = pd.concat(plain, names=["scenario", "state"])
        return table

    @property
    def probability_difference(self) -> pd.DataFrame:
        """Probability of completion by the end of `target`, in 0..1: `base`, `other`, `value` (other less base) and
        its `standard_error` under shared draws; one row for each other scenario, state and target year."""
        rows = [
            {"scenario": other["scenario"], "state": state["code"], "target": int(target), **difference}
            for other in self._answer["others"]
            for state in other["states"]
            for target, difference in state["probability_difference"].items()
        ]
        columns = ["scenario", "state", "target", "base", "other", "value", "standard_error"]
        return pd.DataFrame(rows, columns=columns).set_index(["scenario", "state", "target"])

    @property
    def world(self) -> pd.DataFrame:
        """Sums over the states, a row for each other scenario, result and target year: `base`, `other`, `difference`."""
        rows = [
            {"scenario": other["scenario"], "result": result, "target": int(target), **difference}
            for other in self._answer["others"]
            for result, by_target in other["world"].items()
            if isinstance(by_target, dict)
            for target, difference in by_target.items()
        ]
        return pd.DataFrame(rows).set_index(["scenario", "result", "target"])

    @property
    def names(self) -> dict[str, str]:
        """What people call each scenario, by its id; the base comes first."""
        return {s["scenario"]: s["name"] for s in [self._answer["base"], *self._answer["others"]]}

    def _rows(self) -> list[dict[str, Any]]:
        return [state for other in self._answer["others"] for state in other["states"]]

    def __repr__(self) -> str:
        base, *others = self.names
        return f"<minefree compare of {base} with {', '.join(others)}>"


def table_of(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows by the code of their state; lists stay lists."""
    flat = pd.json_normalize(rows) if rows else pd.DataFrame(columns=["code"])
    flat = flat.rename(columns={"state": "code"} if "code" not in flat else {})
    return flat.set_index("code").rename_axis("state") if "code" in flat else flat


def reasons_of(refused: list[dict[str, Any]]) -> pd.DataFrame:
    """States without a date and why, one text each."""
    rows = [{"state": s.get("code", s.get("state")), "name": s["name"], "reasons": "; ".join(s["reasons"])}
            for s in refused]
    return pd.DataFrame(rows, columns=["state", "name", "reasons"]).set_index("state")
