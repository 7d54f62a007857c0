"""xarray, netCDF, Parquet and the IAMC layout: the numbers of the JSON, with units."""

import json

import minefree as mf
import numpy as np
import pandas as pd
import pytest
import xarray as xr
from conftest import TWO_STATES


@pytest.fixture(scope="module")
def both(two):
    more = {**TWO_STATES, "id": "more", "funding": {"recipients": {"XXA": [{"change": "+50%", "from": 2026}]}}}
    return mf.concat([two, mf.run(more)])


def test_xarray_has_the_four_dimensions_and_units(two):
    data = two.to_xarray()
    assert data["remaining_km2"].dims == ("scenario", "state", "year", "quantile")
    assert data["remaining_km2"].attrs["units"] == "km2"
    median = data["remaining_km2"].sel(scenario="two", state="XXA", year=2030, quantile=0.5)
    assert float(median) == two.remaining.loc[("XXA", 2030), "p50"]
    date = data["completion_date"].sel(scenario="two", state="XXB", quantile=0.9)
    assert float(date) == pytest.approx(two.completion.loc["XXB", "p90"], nan_ok=True)
    assert json.loads(data.attrs["provenance"])["two"] == two.provenance


def test_xarray_keeps_states_without_a_date(baseline):
    data = baseline.to_xarray()
    assert not data["estimable"].sel(state="MMR").item()
    assert data["estimable"].dtype == bool
    assert np.isnan(data["remaining_km2"].sel(state="MMR")).all()
    assert int(data["futures_complete"].sel(state="AGO").sum()) == round(
        400 * (1 - baseline.completion.loc["AGO", "never_share"]))


def test_runs_stack_along_scenario(both):
    data = both.to_xarray()
    assert data.sizes["scenario"] == 2
    p50 = data["completion_date"].sel(state="XXA", quantile=0.5)
    assert float(p50.sel(scenario="more")) < float(p50.sel(scenario="two"))
    assert both.completion.index.names == ["scenario", "state"]


def test_two_runs_of_one_name_are_refused(two):
    with pytest.raises(ValueError, match="different ids"):
        mf.concat([two, two])


def test_netcdf_reads_back(both, tmp_path):
    both.to_netcdf(tmp_path / "both.nc")
    assert [path.name for path in tmp_path.iterdir()] == ["both.nc"]
    with xr.open_dataset(tmp_path / "both.nc", engine="h5netcdf") as read:
        xr.testing.assert_allclose(read["remaining_km2"], both.to_xarray()["remaining_km2"])
        assert read["cleared_km2"].attrs["units"] == "km2 a year"


def test_parquet_reads_back_with_units_and_provenance(two, both, tmp_path):
    two.to_parquet(tmp_path / "two")
    read = pd.read_parquet(tmp_path / "two/remaining.parquet")
    pd.testing.assert_frame_equal(read, two.remaining, check_dtype=False)
    assert read.attrs["unit"] == "km2"
    assert json.loads(read.attrs["provenance"]) == two.provenance
    both.to_parquet(tmp_path / "both")
    assert set(pd.read_parquet(tmp_path / "both/completion.parquet").reset_index()["scenario"]) == {"two", "more"}


def test_a_missing_package_is_named_with_what_to_do(two, tmp_path, monkeypatch):
    monkeypatch.setattr("minefree.result_files.find_spec", lambda name: None)
    with pytest.raises(ImportError, match=r"need h5netcdf: .*minefree\[files\]"):
        two.to_netcdf(tmp_path / "two.nc")
    with pytest.raises(ImportError, match="need pyarrow"):
        two.to_parquet(tmp_path / "two")
    assert not list(tmp_path.iterdir())


def test_iamc_is_wide_and_unique(both):
    table = both.to_iamc()
    assert list(table.columns[:5]) == ["Model", "Scenario", "Region", "Variable", "Unit"]
    assert list(table.columns[5:]) == list(range(2025, 2061))
    assert not table.duplicated(["Scenario", "Region", "Variable"]).any()
    chance = table[(table["Scenario"] == "two") & (table["Region"] == "Other")
                   & (table["Variable"] == "Completion|Probability")].iloc[0]
    money = table[table["Variable"] == "Funding|Mine Clearance|Median"]
    assert set(money["Unit"]) == {f"million US${both['two'].to_dict()['price_year']}/yr"}
    assert chance[2030] == pytest.approx(both["two"].probability.loc["XXB", 2030])
