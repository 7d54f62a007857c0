"""Elementary effects after Morris: which of many parameters can be left out, for few points."""

import numpy as np
import pandas as pd
from SALib.analyze import morris as salib

from minefree.errors import UsageError
from minefree.sensitivity.indices import Indices
from minefree.sweep_result import SweepResult
from minefree.words import capital, plain


def morris(result: SweepResult, output: str, *, seed: int = 1) -> Indices:
    """Effects of one step of a parameter, of a sweep with the design `morris`, per whole range of the parameter.

    `mu_star` is the mean of the effects' sizes, with `mu_star_conf` half of its 95 % interval, `mu` their mean,
    `sigma` their standard deviation (interaction or curvature), all from SALib, in the unit of the output. Noise of the
    simulation makes sizes look larger: `rms`, the root of the mean product of the effects in the two halves of the
    futures, is free of that; without noise it equals sqrt(mu^2 + sigma^2) but for the degree of freedom. `noise` is the
    standard deviation of one effect from noise alone. A parameter whose `rms` is small beside the others can be left out.

    Raises UsageError where the sweep has another design.
    """
    step, which = _steps(result)
    unit = {**result.problem, "bounds": [[0.0, 1.0]] * len(result.names)}  # on the scale of the design, which may be log
    told = salib.analyze(unit, result.places.to_numpy(), result.output(output), num_levels=_levels(step), seed=seed)
    first, second = (_effects(half, step, which) for half in result.halves(output))
    product = np.mean(first * second, axis=0)
    table = pd.DataFrame({
        "mu_star": np.asarray(told["mu_star"], float), "mu_star_conf": np.asarray(told["mu_star_conf"], float),
        "mu": np.asarray(told["mu"], float), "sigma": np.asarray(told["sigma"], float),
        "rms": np.sqrt(np.maximum(product, 0)), "noise": np.std(first - second, axis=0, ddof=1) / 2,
    }, index=pd.Index(result.names, name="parameter")).sort_values("mu_star", ascending=False, kind="stable")
    spread = np.cov(*result.halves(output))[0, 1]
    return Indices("morris", output, table, float(np.sqrt(max(spread, 0.0))), result.noise_share(output),
                   _sentence(table, output), result.source)


def _steps(result: SweepResult) -> tuple[np.ndarray, np.ndarray]:
    """The steps of each trajectory as shares of the range, with their sign, and which parameter each moves."""
    count = len(result.names)
    wrong = UsageError("Elementary effects need the design 'morris' with its points in their order (each step moves one parameter, "
                       f"each parameter once); this sweep has '{result.design['method']}'.")
    if len(result) % (count + 1):
        raise wrong
    steps = np.diff(result.places.to_numpy().reshape(-1, count + 1, count), axis=1)
    moved = np.abs(steps) > 1e-6
    if not ((moved.sum(axis=1) == 1).all() and (moved.sum(axis=2) == 1).all()):
        raise wrong
    which = moved.argmax(axis=2)
    return np.take_along_axis(steps, which[:, :, None], axis=2)[:, :, 0], which


def _levels(step: np.ndarray) -> int:
    """Number of levels p of the design, whose steps are p / (2 (p - 1)) of the range."""
    size = float(np.median(np.abs(step)))
    return round(2 * size / (2 * size - 1)) if size > 0.5 else 4


def _effects(values: np.ndarray, step: np.ndarray, which: np.ndarray) -> np.ndarray:
    """One row a trajectory, one column a parameter: the change of the output per whole range."""
    change = np.diff(values.reshape(len(step), -1), axis=1)
    effects = np.empty_like(change)
    np.put_along_axis(effects, which, change / step, axis=1)
    return effects


def _sentence(table: pd.DataFrame, output: str) -> str:
    first = table.iloc[0]
    small = table.index[table["rms"] < 0.1 * table["rms"].max()]
    left_out = f"; {len(small)} of {len(table)} move it less than a tenth of that" if len(small) else ""
    return (f"{capital(plain(str(table.index[0])))} moves “{plain(output)}” most, by {first['mu_star']:.3g} on average over its whole "
            f"range{left_out}.")
