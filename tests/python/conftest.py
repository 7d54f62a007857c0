"""Tests of the Python package: `./dev test python`, or pytest with PYTHONPATH=apps/python."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "apps/python"))

import minefree.calibration.fit  # noqa: E402,F401  settles how JAX starts

import jax  # noqa: E402
import pytest  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def one_compilation_a_model():
    """Compiled code is kept for the session: a second fit of one model then costs only its draws."""
    with tempfile.TemporaryDirectory() as folder:
        jax.config.update("jax_compilation_cache_dir", folder)
        jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.5)
        yield
        jax.config.update("jax_compilation_cache_dir", None)
