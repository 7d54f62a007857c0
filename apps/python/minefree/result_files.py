"""Files of results; each appears under its name when it is whole."""

import os
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    import xarray as xr


def write_netcdf(dataset: "xr.Dataset", path: str | os.PathLike[str]) -> None:
    """Writes netCDF 4. Raises ImportError without h5netcdf, OSError where the folder cannot be written to."""
    _need("h5netcdf", "netCDF files")
    target = Path(path)
    with tempfile.TemporaryDirectory(prefix=".minefree-", dir=target.parent) as folder:
        whole = Path(folder) / target.name
        dataset.to_netcdf(whole, engine="h5netcdf")
        whole.replace(target)


def write_parquet(tables: Mapping[str, pd.DataFrame], folder: str | os.PathLike[str]) -> None:
    """Writes FOLDER/<name>.parquet for each table. Raises ImportError without pyarrow, OSError as above."""
    _need("pyarrow", "Parquet files")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".minefree-", dir=target) as passing:
        for name, table in tables.items():
            (table.rename(columns=str) if table.columns.dtype != object else table).to_parquet(
                Path(passing) / f"{name}.parquet", engine="pyarrow")
        for name in tables:
            (Path(passing) / f"{name}.parquet").replace(target / f"{name}.parquet")


def _need(package: str, what: str) -> None:
    if find_spec(package) is None:
        raise ImportError(f"{what} need {package}: pip install {package}, or the package as minefree[files]")
