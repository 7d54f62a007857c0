"""Results in the wide layout that scenario explorers and pyam read."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from minefree.run_tables import with_a_date

_WORDS = {"p05": "5th Percentile", "p10": "10th Percentile", "p25": "25th Percentile", "p50": "Median",
          "p75": "75th Percentile", "p90": "90th Percentile", "p95": "95th Percentile", "mean": "Mean"}
_FLOWS = {"cancelled": "Land Released|Cancelled", "reduced": "Land Released|Reduced",
          "cleared": "Land Released|Cleared", "discovered": "Mined Land Discovered"}

Row = tuple[str, str, str, dict[int, float]]


def iamc_table(answer: dict[str, Any]) -> pd.DataFrame:
    """Model, Scenario, Region, Variable, Unit, and a column for each year.

    A region is a state by its name, or `World` for the number of the run's states that are complete. The unit of
    money names its price year: `million US$2024/yr`. `Completion|Probability` is that of completion by the end of the year.
    """
    rows = [*_world(answer), *(row for state in with_a_date(answer) for row in _state(answer, state))]
    model = f"minefree {answer['provenance']['version']}"
    table = pd.DataFrame([
        {"Model": model, "Scenario": answer["provenance"]["scenario"], "Region": region, "Variable": variable,
         "Unit": unit, **values}
        for region, variable, unit, values in rows
    ])
    first = ["Model", "Scenario", "Region", "Variable", "Unit"]
    return table[first + sorted(column for column in table.columns if column not in first)]


def _world(answer: dict[str, Any]) -> Iterator[Row]:
    complete = answer["world"]["complete_by_end_of"]
    for column in ("p10", "p50", "p90"):
        yield ("World", f"States Complete|{_WORDS[column]}", "states", _years(complete, column))


def _state(answer: dict[str, Any], state: dict[str, Any]) -> Iterator[Row]:
    name = state["name"]
    yield (name, "Completion|Probability", "1", _probability_by_year(answer, state))
    for block, variable, unit in (
        ("remaining_km2", "Mined Land|Recorded", "km2"),
        ("funding_musd", "Funding|Mine Clearance", f"million US${answer['price_year']}/yr"),
        ("casualties", "Casualties|Mines", "people/yr"),
        ("people", "Population|Exposed to Mines", "people"),
    ):
        for column in _WORDS:
            if column in (state.get(block) or {}):
                yield (name, f"{variable}|{_WORDS[column]}", unit, _years(state[block], column))
    for flow, variable in _FLOWS.items():
        yield (name, f"{variable}|Mean", "km2/yr", _years(state["released_km2"], flow))


def _years(block: dict[str, Any], column: str) -> dict[int, float]:
    return {int(year): np.nan if value is None else float(value)
            for year, value in zip(block["year"], block[column], strict=True)}


def _probability_by_year(answer: dict[str, Any], state: dict[str, Any]) -> dict[int, float]:
    by_month = state["completion"]["by_month"]
    first_year, first_month = map(int, by_month["first"].split("-"))
    complete = np.cumsum(by_month["counts"]) / answer["provenance"]["trajectories"]
    ends = range(12 - first_month, len(complete), 12)
    return {first_year + i: float(complete[end]) for i, end in enumerate(ends)}
