"""Several runs side by side, along the dimension `scenario`."""

import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from minefree import run_tables
from minefree.run_result import Run

if TYPE_CHECKING:
    import xarray as xr


def concat(runs: Iterable[Run]) -> "RunSet":
    """Runs of different scenarios as one result. Raises ValueError where two have the same id, or there is none."""
    return RunSet(runs)


class RunSet:
    """Runs of several scenarios. Each table has the one of `Run` with `scenario` as the first level of its index."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs: dict[str, Run] = {}
        for run in runs:
            if run.scenario in self.runs:
                raise ValueError(f"two runs are called '{run.scenario}'; give their scenarios different ids")
            self.runs[run.scenario] = run
        if not self.runs:
            raise ValueError("there is no run to put together")

    def __iter__(self) -> Iterator[Run]:
        return iter(self.runs.values())

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, scenario: str) -> Run:
        return self.runs[scenario]

    @property
    def completion(self) -> pd.DataFrame:
        """See Run.completion."""
        return self._stacked("completion")

    @property
    def completed_by_month(self) -> pd.DataFrame:
        """See Run.completed_by_month."""
        return self._stacked("completed_by_month")

    @property
    def probability(self) -> pd.DataFrame:
        """See Run.probability."""
        return self._stacked("probability")

    @property
    def remaining(self) -> pd.DataFrame:
        """See Run.remaining."""
        return self._stacked("remaining")

    @property
    def released(self) -> pd.DataFrame:
        """See Run.released."""
        return self._stacked("released")

    @property
    def funding(self) -> pd.DataFrame:
        """See Run.funding."""
        return self._stacked("funding")

    @property
    def world(self) -> pd.DataFrame:
        """See Run.world."""
        return self._stacked("world")

    @property
    def not_estimable(self) -> pd.DataFrame:
        """See Answer.not_estimable."""
        return self._stacked("not_estimable")

    def to_dict(self) -> dict[str, dict[str, Any]]:
        """The JSON of each run, by the id of its scenario."""
        return {scenario: run.to_dict() for scenario, run in self.runs.items()}

    def to_xarray(self) -> "xr.Dataset":
        """See Run.to_xarray; states and years that a scenario does not have are NaN there."""
        from minefree.run_dataset import datasets_along_scenario

        return datasets_along_scenario([run.to_dict() for run in self])

    def to_iamc(self) -> pd.DataFrame:
        """See Run.to_iamc."""
        table = pd.concat([run.to_iamc() for run in self], ignore_index=True)
        first = ["Model", "Scenario", "Region", "Variable", "Unit"]
        return table[first + sorted(column for column in table.columns if column not in first)]

    def to_netcdf(self, path: str | os.PathLike[str]) -> None:
        """See Run.to_netcdf."""
        from minefree.result_files import write_netcdf

        write_netcdf(self.to_xarray(), path)

    def to_parquet(self, folder: str | os.PathLike[str]) -> None:
        """See Run.to_parquet."""
        from minefree.result_files import write_parquet

        write_parquet(self.tables(), folder)

    def tables(self) -> dict[str, pd.DataFrame]:
        """See Run.tables."""
        of_each = {scenario: run.tables() for scenario, run in self.runs.items()}
        provenance = {scenario: run.provenance for scenario, run in self.runs.items()}
        names = dict.fromkeys(name for tables in of_each.values() for name in tables)
        stacked = {}
        for name in names:
            parts = {scenario: tables[name] for scenario, tables in of_each.items() if name in tables}
            for part in parts.values():
                part.attrs = {}
            stacked[name] = pd.concat(parts, names=["scenario"])
            stacked[name].attrs = {"unit": run_tables.UNITS.get(name, ""), "provenance": json.dumps(provenance)}
        return stacked

    def _stacked(self, table: str) -> pd.DataFrame:
        parts = {scenario: getattr(run, table) for scenario, run in self.runs.items()}
        stacked: pd.DataFrame = pd.concat(parts, names=["scenario"])
        return stacked

    def __repr__(self) -> str:
        return f"<minefree runs of {', '.join(self.runs)}>"
