"""Shapes of the countries on the Equal Earth projection."""

import json
from functools import cache
from importlib.resources import files

import numpy as np
from matplotlib.path import Path

# Savric, Patterson and Jenny (2019), The Equal Earth map projection.
_A = (1.340264, -0.081106, 0.000893, 0.003796)


def on_equal_earth(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Degrees to the plane, where areas are true; the equator is about 5.4 long and a meridian 2.6."""
    theta = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    x = 2 * np.sqrt(3) * np.radians(lon) * np.cos(theta) / (3 * slope)
    return x, theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))


@cache
def country_paths() -> dict[str, Path]:
    """A path for each country by ISO 3166 alpha-3; the few without a code by their name. Antarctica is left out."""
    told = json.loads(files("minefree").joinpath("data/world.json").read_text(encoding="utf-8"))
    paths = {}
    for code, rings in told["shapes"].items():
        if code == "ATA":
            continue
        parts = []
        for ring in rings:
            flat = np.asarray(ring, dtype=float) / 10
            x, y = on_equal_earth(flat[0::2], flat[1::2])
            points = np.column_stack([x, y])
            parts.append(Path(np.vstack([points, points[:1]]), closed=True))
        paths[code] = Path.make_compound_path(*parts)
    return paths
