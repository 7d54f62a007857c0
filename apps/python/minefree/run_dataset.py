"""A run as xarray: one array for each quantity, with its unit."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import xarray as xr

from minefree.run_tables import QUANTILES, with_a_date

_QUANTILES = np.array([float(key) for key in QUANTILES])
_OF_COLUMN = {**{column: float(key) for key, column in QUANTILES.items()}, "p05": 0.05, "p10": 0.1}

# Block of the JSON, whether it has quantiles, and how each of its arrays is called, with unit and meaning.
_YEARLY: dict[str, tuple[str, str, str]] = {
    "remaining_km2": ("remaining_km2", "km2", "recorded mined land at the end of the year"),
    "funding_musd": ("funding_musd", "million USD a year", "money in all, international and national"),
    "casualties": ("casualties", "people a year", "people killed or injured"),
    "people": ("people_exposed", "people", "people exposed at the end of the year"),
}
_FLOWS = ("cancelled", "reduced", "cleared", "discovered")


def dataset_of(answer: Mapping[str, Any]) -> xr.Dataset:
    """One run, as a scenario of length 1."""
    return datasets_along_scenario([answer])


def datasets_along_scenario(answers: Sequence[Mapping[str, Any]]) -> xr.Dataset:
    """Runs with the dimensions scenario, state, year, quantile, target and month.

    Every state of the runs is there; those without a date have `estimable` False and NaN throughout. A date that
    is not within the horizon is NaN too, and `never_share` tells how often.
    """
    parts = [_one(dict(answer)) for answer in answers]
    whole = xr.concat(parts, dim="scenario", join="outer", combine_attrs="drop_conflicts", fill_value=np.nan)
    whole["estimable"] = whole["estimable"].fillna(0).astype(bool)
    provenance = {answer["provenance"]["scenario"]: answer["provenance"] for answer in answers}
    first = answers[0]["provenance"]
    whole.attrs = {
        "title": "Completion of mine clearance: simulated futures",
        "source": f"minefree {first['version']} ({first['commit']})",
        "provenance": json.dumps(provenance, sort_keys=True),
    }
    return whole


def _one(answer: dict[str, Any]) -> xr.Dataset:
    states = answer["states"]
    codes = [state["code"] for state in states]
    provenance = answer["provenance"]
    years = np.arange(provenance["origin"] + 1, provenance["horizon"] + 1)
    dated = {state["code"]: state for state in with_a_date(answer)}
    arrays: dict[str, tuple[tuple[str, ...], np.ndarray, dict[str, str]]] = {}
    targets = sorted({int(year) for state in dated.values() for year in state["probability"]["by"]})

    def per_state(values: Any, shape: tuple[int, ...] = ()) -> np.ndarray:
        array = np.full((len(codes), *shape), np.nan)
        for i, code in enumerate(codes):
            if code in dated:
                array[i] = values(dated[code])
        return array

    def dates(block: str) -> np.ndarray:
        return per_state(lambda s: [_number(s[block]["quantiles"].get(key)) for key in QUANTILES], (len(QUANTILES),))

    when = {"units": "decimal year", "note": "NaN: not within the horizon, or no date"}
    arrays["completion_date"] = (("state", "quantile"), dates("completion"),
                                 {**when, "long_name": "date by which the share of futures is complete"})
    arrays["declaration_date"] = (("state", "quantile"), dates("declaration"),
                                  {**when, "long_name": "date of the first declaration of completion"})
    share = {"units": "1"}
    arrays["never_share"] = (("state",), per_state(lambda s: s["completion"]["never_share"]),
                             {**share, "long_name": "share of futures that do not end within the horizon"})
    arrays["monte_carlo_error"] = (("state",), per_state(lambda s: _number(s["completion"]["monte_carlo_error_months"])),
                                   {"units": "month", "long_name": "standard error of the P50 or P80 date"})
    arrays["probability_complete"] = (
        ("state", "target"), per_state(lambda s: [s["probability"]["by"][str(t)] for t in targets], (len(targets),)),
        {**share, "long_name": "probability of completion by the end of the target year"})
    arrays["probability_deadline_met"] = (("state",), per_state(lambda s: _number(s["probability"]["deadline_met"])),
                                          {**share, "long_name": "probability that the deadline in force is met"})
    arrays["expected_extensions"] = (("state",), per_state(lambda s: _number(s["probability"]["expected_extensions"])),
                                     {"units": "1", "long_name": "mean number of extensions of the deadline"})

    _add_yearly(arrays, dated, years, per_state)
    for flow in _FLOWS:
        arrays[f"{flow}_km2"] = (
            ("state", "year"), per_state(lambda s, flow=flow: _on(years, s["released_km2"], flow), (len(years),)),
            {"units": "km2 a year", "long_name": f"mean land {flow}"})
    arrays["unspent_p50_musd"] = (
        ("state", "year"), per_state(lambda s: _on(years, s["funding_musd"], "unspent_p50"), (len(years),)),
        {"units": "million USD a year", "long_name": "median money that teams could not take up"})

    complete = answer["world"]["complete_by_end_of"]
    arrays["states_complete"] = (("year", "quantile"), _quantiles_on(years, complete),
                                 {"units": "states", "long_name": "states of the run complete by the end of the year"})
    months, counts = _counts(dated, codes)
    arrays["futures_complete"] = (("state", "month"), counts,
                                  {"units": "futures", "long_name": "futures that end in the month"})
    dataset = xr.Dataset(
        {name: (dims, values, attrs) for name, (dims, values, attrs) in arrays.items()},
        coords={"state": np.array(codes, dtype=object), "year": years, "quantile": _QUANTILES, "target": targets,
                "month": months},
    )
    dataset["estimable"] = ("state", np.array([float(code in dated) for code in codes]))
    dataset["estimable"].attrs["long_name"] = "whether a date can be given"
    dataset = dataset.assign_coords(
        state_name=("state", np.array([state["name"] for state in states], dtype=object)))
    return dataset.expand_dims(scenario=np.array([provenance["scenario"]], dtype=object)).assign_coords(
        scenario_name=("scenario", np.array([answer["name"]], dtype=object)),
        seed=("scenario", [provenance["seed"]]),
        trajectories=("scenario", [provenance["trajectories"]]),
    )


def _add_yearly(arrays: dict[str, Any], dated: dict[str, Any], years: np.ndarray, per_state: Any) -> None:
    for block, (name, unit, meaning) in _YEARLY.items():
        if not any("year" in (state.get(block) or {}) for state in dated.values()):
            continue

        def quantiles(state: dict[str, Any], block: str = block) -> np.ndarray:
            return _quantiles_on(years, state.get(block) or {})

        arrays[name] = (("state", "year", "quantile"), per_state(quantiles, (len(years), len(QUANTILES))),
                        {"units": unit, "long_name": meaning})
        if any("mean" in (state.get(block) or {}) for state in dated.values()):
            arrays[f"{name}_mean"] = (
                ("state", "year"),
                per_state(lambda s, block=block: _on(years, s.get(block) or {}, "mean"), (len(years),)),
                {"units": unit, "long_name": f"mean of: {meaning}"})


def _number(value: float | None) -> float:
    return np.nan if value is None else float(value)


def _on(years: np.ndarray, block: dict[str, Any], key: str) -> np.ndarray:
    """A yearly list laid on the years of the run; NaN where it says nothing."""
    values = np.full(len(years), np.nan)
    for year, value in zip(block.get("year", []), block.get(key, []), strict=False):
        if years[0] <= year <= years[-1]:
            values[year - years[0]] = _number(value)
    return values


def _quantiles_on(years: np.ndarray, block: dict[str, Any]) -> np.ndarray:
    values = np.full((len(years), len(QUANTILES)), np.nan)
    for column, quantile in _OF_COLUMN.items():
        if column in block:
            values[:, int(np.argmin(np.abs(_QUANTILES - quantile)))] = _on(years, block, column)
    return values


def _counts(dated: dict[str, Any], codes: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Months, and futures that end in each; all states count from the same month."""
    if not dated:
        return np.array([], dtype="datetime64[ns]"), np.full((len(codes), 0), np.nan)
    by_month = {code: state["completion"]["by_month"] for code, state in dated.items()}
    first = np.datetime64(next(iter(by_month.values()))["first"], "M")
    length = max(len(block["counts"]) for block in by_month.values())
    months = (first + np.arange(length)).astype("datetime64[ns]")
    counts = np.full((len(codes), length), np.nan)
    for i, code in enumerate(codes):
        if code in by_month:
            counts[i, : len(by_month[code]["counts"])] = by_month[code]["counts"]
    return months, counts
