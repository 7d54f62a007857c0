"""Tables of figures: the record that a run may use, and single futures."""

import io
from typing import TYPE_CHECKING

import pandas as pd

from minefree.ask import ask
from minefree.scenario_input import Scenario
from minefree.words import States, option, repeated

if TYPE_CHECKING:
    import xarray as xr

_TRAJECTORY_UNITS = {"funding_musd": "million USD a year"}
_REGIMES = ("open", "restricted", "conflict")


def history(scenario: Scenario = "baseline", *, origin: int | None = None, states: States = None) -> pd.DataFrame:
    """Figures that a run from the origin may use, a row each: state, year, variable, value, unit, source, published.

    `year` is <NA> for what belongs to the state as a whole; `value` is a number, NaN where the figure is a code
    or a text, which `text` always has. Raises as `run` does.
    """
    words = [*option("origin", origin), *repeated("state", states)]
    printed = ask("history", [scenario], words)
    texts = pd.read_csv(io.StringIO(printed.text), dtype=str, keep_default_na=False)
    texts.insert(list(texts.columns).index("value"), "text", texts["value"])
    texts["value"] = pd.to_numeric(texts["value"], errors="coerce")
    for column in ("year", "published"):
        texts[column] = pd.to_numeric(texts[column], errors="coerce").astype("Int64")
    return texts


def trajectories(scenario: Scenario = "baseline", *, count: int = 100, seed: int | None = None,
                 states: States = None) -> pd.DataFrame:
    """The first `count` futures, a row for each future, state and year.

    Land in km2 at the end of the year, flows within it, `funding_musd` in million USD. `regime` is the security.
    `Run.trajectories` gives the same as xarray. Raises as `run` does.
    """
    words = [*option("trajectories", count), *option("seed", seed), *repeated("state", states)]
    printed = ask("trajectories", [scenario], words)
    return pd.read_csv(io.StringIO(printed.text))


def trajectories_dataset(table: pd.DataFrame) -> "xr.Dataset":
    """The table of `trajectories` as xarray, with the dimensions state, trajectory and year, units in `attrs`."""
    dataset = table.set_index(["state", "trajectory", "year"]).to_xarray()
    for name, variable in dataset.data_vars.items():
        variable.attrs["units"] = _TRAJECTORY_UNITS.get(str(name), "km2")
    dataset["regime"].attrs = {"flag_values": list(range(len(_REGIMES))), "flag_meanings": " ".join(_REGIMES)}
    return dataset
