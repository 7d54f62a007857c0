"""Tables of one run, from its JSON."""

from typing import Any

import numpy as np
import pandas as pd

QUANTILES = {"0.05": "p05", "0.1": "p10", "0.25": "p25", "0.5": "p50", "0.75": "p75", "0.8": "p80", "0.9": "p90",
             "0.95": "p95"}
"""Columns of the dates, by the share of futures that are complete by then."""

UNITS = {
    "completion": "decimal year; share of futures",
    "completed_by_month": "share of futures",
    "probability": "share of futures",
    "remaining": "km2",
    "released": "km2 a year",
    "funding": "million USD a year",
    "world": "states",
    "casualties": "people a year",
    "people": "people",
}
"""Unit of each table's values."""


def with_a_date(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The states of a run that can be given a date."""
    return [state for state in answer["states"] if state["estimable"]]


def completion(answer: dict[str, Any]) -> pd.DataFrame:
    """One row for each state with a date; see Run.completion."""
    rows = []
    for state in with_a_date(answer):
        completion, probability = state["completion"], state["probability"]
        rows.append({
            "state": state["code"],
            "name": state["name"],
            **{column: completion["quantiles"].get(key) for key, column in QUANTILES.items()},
            "never_share": completion["never_share"],
            "monte_carlo_error_months": completion["monte_carlo_error_months"],
            **{f"by_{year}": value for year, value in probability["by"].items()},
            "deadline": probability["deadline"],
            "deadline_met": probability["deadline_met"],
            "expected_extensions": probability["expected_extensions"],
            "reopened_within_10_years": probability["reopened_within_10_years"],
            "own_plan": state["plain"]["own_plan"],
            "basis": state["basis"],
            "conditional": state["conditional"],
            "last_stock_year": state["last_stock_year"],
            "last_stock_km2": state["last_stock_km2"],
        })
    first = ["state", "name", *QUANTILES.values()]
    table = pd.DataFrame(rows) if rows else pd.DataFrame(columns=first)
    texts = ["state", "name", "deadline", "own_plan", "basis", "conditional"]
    numbers = [column for column in table.columns if column not in texts]
    return table.astype({column: float for column in numbers}).set_index("state")


def probability(answer: dict[str, Any]) -> pd.DataFrame:
    """Rows are states, columns target years."""
    by = {state["code"]: {int(year): value for year, value in state["probability"]["by"].items()}
          for state in with_a_date(answer)}
    table = pd.DataFrame.from_dict(by, orient="index", dtype=float)
    return table.rename_axis(index="state", columns="target")


def completed_by_month(answer: dict[str, Any]) -> pd.DataFrame:
    """Cumulative shares of all futures; rows are months as periods, columns states."""
    futures = answer["provenance"]["trajectories"]
    columns = {}
    for state in with_a_date(answer):
        by_month = state["completion"]["by_month"]
        months = pd.period_range(by_month["first"], periods=len(by_month["counts"]), freq="M", name="month")
        columns[state["code"]] = pd.Series(np.cumsum(by_month["counts"]) / futures, index=months)
    table = pd.DataFrame(columns, dtype=float)
    return table.rename_axis(index="month", columns="state")


def by_year(answer: dict[str, Any], block: str) -> pd.DataFrame:
    """A block of yearly values, by state and year; empty where no state has it."""
    frames = {}
    for state in with_a_date(answer):
        values = state.get(block) or {}
        if "year" not in values:
            continue
        yearly = {key: column for key, column in values.items()
                  if isinstance(column, list) and len(column) == len(values["year"])}
        frames[state["code"]] = pd.DataFrame(yearly).set_index("year")
    if not frames:
        index = pd.MultiIndex.from_arrays([[], []], names=["state", "year"])
        return pd.DataFrame(index=index)
    table: pd.DataFrame = pd.concat(frames, names=["state", "year"])
    return table


def world(answer: dict[str, Any]) -> pd.DataFrame:
    """Number of states complete, by year."""
    return pd.DataFrame(answer["world"]["complete_by_end_of"]).set_index("year")
