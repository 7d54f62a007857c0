"""Sweeps as files of `minefree sweep`, from a formula and a known noise: the analyses need no engine."""

import json

import numpy as np
from minefree import sensitivity
from minefree.sweep_result import SweepResult

# Ishigami, a 7, b 0.1: variances of the parts in closed form (Ishigami and Homma, 1990).
V1, V2, V13 = 0.5 * (1 + 0.1 * np.pi**4 / 5) ** 2, 49 / 8, 0.01 * np.pi**8 * (1 / 18 - 1 / 50)
V = V1 + V2 + V13
FIRST = {"x1": V1 / V, "x2": V2 / V, "x3": 0.0}
TOTAL = {"x1": (V1 + V13) / V, "x2": V2 / V, "x3": V13 / V}
SHAPLEY = {"x1": (V1 + V13 / 2) / V, "x2": V2 / V, "x3": V13 / 2 / V}

ISHIGAMI_RANGES = {name: (-np.pi, np.pi) for name in ("x1", "x2", "x3")}


def ishigami(x, a=7.0, b=0.1):
    return np.sin(x[:, 0]) + a * np.sin(x[:, 1]) ** 2 + b * x[:, 2] ** 4 * np.sin(x[:, 0])


def sweep_of(function, ranges, points, method, *, noise=0.0, shared=None, output="y", seed=5):
    """The result at the points. Each half has independent noise with standard deviation `noise`; `shared` is a
    function of the points and a generator, drawn once for each half: noise that the futures share between points."""
    csv, told = files_of(function, ranges, points, method, noise=noise, shared=shared, output=output, seed=seed)
    return SweepResult(csv, json.dumps(told))


def files_of(function, ranges, points, method, *, noise=0.0, shared=None, output="y", seed=5):
    """The text of sweep.csv, and what sweep.json says."""
    points = np.asarray(points, float)
    draws = np.random.default_rng(seed)
    halves = [function(points) + noise * draws.standard_normal(len(points)) for _ in range(2)]
    if shared is not None:
        halves = [half + shared(points, draws) for half in halves]
    names = list(ranges)
    lines = [",".join(["point", *names, output, f"{output}_half_1", f"{output}_half_2"])]
    for i, (point, one, two) in enumerate(zip(points, *halves, strict=True)):
        lines.append(",".join([str(i), *(repr(float(v)) for v in (*point, (one + two) / 2, one, two))]))
    told = {
        "format": 1,
        "provenance": {"version": "0.1.0", "scenario": "made up", "seed": seed, "trajectories": 500},
        "study": "made-up", "study_sha256": "0" * 64, "name": "Made up",
        "design": {"method": method, "n": len(points), "seed": 1, "points": len(points)},
        "parameters": [{"name": name, "paths": [f"parameters.{name}"], "low": float(low), "high": float(high)}
                       for name, (low, high) in ranges.items()],
        "outputs": [{"name": output, "result": "states_complete", "state": None, "by": 2030}],
        "trajectories": 500,
    }
    return "\n".join(lines) + "\n", told


def points_of(ranges, method, n, seed=3):
    study = {"parameters": [{"name": k, "low": float(a), "high": float(b)} for k, (a, b) in ranges.items()]}
    return sensitivity.design(study, method, n, seed=seed).to_numpy()


def ishigami_sweep(n=1024, **how):
    return sweep_of(ishigami, ISHIGAMI_RANGES, points_of(ISHIGAMI_RANGES, "sobol", n), "sobol", **how)


def scaled_sweep(function, parameters, points, **how):
    """A Morris sweep whose parameters have scales."""
    csv, told = files_of(function, {p["name"]: (p["low"], p["high"]) for p in parameters}, points, "morris", **how)
    for kept, given in zip(told["parameters"], parameters, strict=True):
        kept["scale"] = given.get("scale", "linear")
    return SweepResult(csv, json.dumps(told))
