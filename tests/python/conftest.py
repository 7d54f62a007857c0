"""Tests of the Python package: `./dev test python`, or pytest with PYTHONPATH=apps/python."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "apps/python"))

import minefree.calibration.fit  # noqa: E402,F401  settles how JAX starts
