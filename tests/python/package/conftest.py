"""Tests of the package with the engine inside: `./dev test python`.

Its environment is not that of the calibration (tests/python/conftest.py), so that pytest stops looking for
conftest.py here: --confcutdir=tests/python/package.
"""

import os
from pathlib import Path

import minefree as mf
import pytest

ROOT = Path(__file__).resolve().parents[3]

TWO_STATES = {
    "format": 1, "name": "Two made-up states", "id": "two", "origin": 2024, "horizon": 2060, "trajectories": 500, "seed": 1,
    "targets": [2030, 2040],
    "states": [
        {"code": "XXA", "name": "Example", "treaty": {"party": True, "deadline": "2030-03-01"},
         "initial": {"confirmed_km2": 20, "suspected_km2": 100, "undiscovered_km2": 10},
         "programme": {"capacity_km2_per_year": 2.5}, "funding": {"international_musd": 5, "national_musd": 1}},
        {"code": "XXB", "name": "Other", "treaty": {"party": True, "deadline": "2027-03-01"},
         "initial": {"confirmed_km2": 5, "suspected_km2": 2, "undiscovered_km2": 1},
         "programme": {"capacity_km2_per_year": 1.5}, "funding": {"international_musd": 5, "national_musd": 1}},
    ],
}


@pytest.fixture(scope="session")
def program() -> Path:
    """The program of the release build, or what MINEFREE_PROGRAM names."""
    path = Path(os.environ.get("MINEFREE_PROGRAM", ROOT / "build/release/minefree"))
    assert path.is_file(), f"{path} is not there: ./dev build makes it"
    return path


@pytest.fixture(scope="session")
def baseline() -> mf.Run:
    """The baseline with few futures."""
    return mf.run(ROOT / "scenarios/baseline.yaml", trajectories=400)


@pytest.fixture(scope="session")
def two() -> mf.Run:
    """Two states that are given whole in a dict."""
    return mf.run(TWO_STATES)


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes more than ten seconds")
