"""What `run` gives: dates, probabilities, land and money of each state."""

import json
import os
from typing import TYPE_CHECKING, Any

import pandas as pd

from minefree import run_tables
from minefree.answers import Answer, table_of
from minefree.run_request import RunRequest

if TYPE_CHECKING:
    import xarray as xr


class Run(Answer):
    """One scenario, simulated. Tables are pandas, by the code of the state; dates are decimal years, 2030.25 is
    the start of 1 April 2030; NaN for a date means that it is not within the horizon; shares are in 0..1."""

    def __init__(self, json_text: str, request: RunRequest | None = None) -> None:
        super().__init__("run", json_text)
        self._request = request

    @property
    def scenario(self) -> str:
        """Id of the scenario."""
        return str(self.provenance["scenario"])

    @property
    def name(self) -> str:
        """What people call the scenario."""
        return str(self._answer["name"])

    @property
    def states(self) -> pd.DataFrame:
        """All states by code, with a date or without: `estimable`, `status`, `basis`, what they start from
        (`initial`), what stands beside the projection (`plain`, `plan`, `skill`) and which numbers are used (`inputs`)."""
        told_elsewhere = {"completion", "declaration", "probability", "remaining_km2", "released_km2", "funding_musd",
                          "casualties", "people", "residual", "reported"}
        rows = [{key: value for key, value in state.items() if key not in told_elsewhere}
                for state in self._answer["states"]]
        return table_of(rows)

    @property
    def completion(self) -> pd.DataFrame:
        """States with a date: `p05` to `p95`, the dates by which that share of the futures is complete (NaN: not
        within the horizon); `never_share` of them; `monte_carlo_error_months`; `by_2030` ..., probabilities;
        `deadline` and `deadline_met`; `own_plan`; `basis` (data, mixed, prior) and `last_stock_year`."""
        return run_tables.completion(self._answer)

    @property
    def completed_by_month(self) -> pd.DataFrame:
        """Share of futures complete by the end of each month, in 0..1: rows are months, columns states."""
        return run_tables.completed_by_month(self._answer)

    @property
    def probability(self) -> pd.DataFrame:
        """Of completion by the end of each target year, in 0..1: rows are states, columns years."""
        return run_tables.probability(self._answer)

    @property
    def remaining(self) -> pd.DataFrame:
        """Recorded land, suspected and confirmed, at the end of each year, km2: `p05` to `p95` and `mean`, by state
        and year."""
        return run_tables.by_year(self._answer, "remaining_km2")

    @property
    def released(self) -> pd.DataFrame:
        """Mean land `cancelled`, `reduced`, `cleared`, and `discovered` (which adds) in each year, km2, by state and year."""
        return run_tables.by_year(self._answer, "released_km2")

    @property
    def funding(self) -> pd.DataFrame:
        """Money in all, million USD a year of the scenario's price year: `p05`, `p50`, `p95`, and `unspent_p50`,
        by state and year."""
        return run_tables.by_year(self._answer, "funding_musd")

    @property
    def casualties(self) -> pd.DataFrame:
        """People killed or injured a year, by state and year; empty without `outputs: [casualties]`."""
        return run_tables.by_year(self._answer, "casualties")

    @property
    def people(self) -> pd.DataFrame:
        """People exposed at the end of each year, by state and year; empty without `outputs: [people]`."""
        return run_tables.by_year(self._answer, "people")

    @property
    def world(self) -> pd.DataFrame:
        """Number of the run's states complete by the end of each year: `p10`, `p50`, `p90`."""
        return run_tables.world(self._answer)

    def trajectories(self, count: int = 100) -> "xr.Dataset":
        """The first `count` futures of this run, year by year, with the dimensions state, trajectory and year.

        They are simulated again from the same seed. Raises RuntimeError where the run came from a text.
        """
        if self._request is None:
            raise RuntimeError("this run was read from a text, so that its futures cannot be simulated again")
        return self._request.trajectories(count)

    def history(self, state: str | None = None) -> pd.DataFrame:
        """The figures that this run may use, of one state or all; see `minefree.history`. Raises as `trajectories`."""
        if self._request is None:
            raise RuntimeError("this run was read from a text, so that its scenario cannot be asked for its figures")
        return self._request.history(state)

    def to_xarray(self) -> "xr.Dataset":
        """All of it with the dimensions scenario, state, year, quantile, target and month; units in `attrs`."""
        from minefree.run_dataset import dataset_of

        return dataset_of(self._answer)

    def to_iamc(self) -> pd.DataFrame:
        """A wide table for scenario explorers: Model, Scenario, Region, Variable, Unit, and a column a year."""
        from minefree.iamc import iamc_table

        return iamc_table(self._answer)

    def to_netcdf(self, path: str | os.PathLike[str]) -> None:
        """Writes `to_xarray()` as netCDF 4; the file appears when it is whole. Needs h5netcdf."""
        from minefree.result_files import write_netcdf

        write_netcdf(self.to_xarray(), path)

    def to_parquet(self, folder: str | os.PathLike[str]) -> None:
        """Writes each table as FOLDER/completion.parquet and so on, with units and provenance. Needs pyarrow."""
        from minefree.result_files import write_parquet

        write_parquet(self.tables(), folder)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by its name, with `attrs` that hold the units and the provenance as JSON."""
        names = ["completion", "completed_by_month", "probability", "remaining", "released", "funding", "world",
                 "casualties", "people", "not_estimable"]
        tables = {name: getattr(self, name) for name in names}
        told = {name: table for name, table in tables.items() if len(table) or name in ("completion", "not_estimable")}
        for name, table in told.items():
            table.attrs = {"unit": run_tables.UNITS.get(name, ""), "provenance": json.dumps(self.provenance)}
        return told

    def name_of(self, state: str) -> str:
        """Name of a state by its code; raises KeyError where the run does not have it."""
        return str(self.state(state)["name"])

    def state(self, code: str) -> dict[str, Any]:
        """All that the run says of a state; raises KeyError where the run does not have it."""
        for state in self._answer["states"]:
            if state["code"] == code:
                return dict(state)
        raise KeyError(f"the run of '{self.scenario}' has no state {code}")
