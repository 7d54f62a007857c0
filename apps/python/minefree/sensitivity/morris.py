"""Elementary effects after Morris: which of many parameters can be left out, for few points."""

import numpy as np
import pandas as pd
from scipy.stats import t

from minefree.errors import UsageError
from minefree.sensitivity.indices import Indices
from minefree.sweep_result import SweepResult
from minefree.words import capital, plain


def morris(result: SweepResult, output: str) -> Indices:
    """Effects of one step of a parameter, of a sweep with the design `morris`, per whole range of the parameter.

    Each effect is a change of the output over the step that was made, which differs from step to step where a parameter
    has whole numbers. `mu_star` is the mean of the effects' sizes, with `mu_star_conf` half of its 95 % interval over other
    paths (Student's t), `mu` their mean, `sigma` their standard deviation (interaction or curvature), in the unit of the
    output. Noise of the simulation makes sizes look larger: `rms`, the root of the mean product of the effects in the two
    halves of the futures, is free of that; without noise it equals sqrt(mu^2 + sigma^2) but for the degree of freedom.
    `noise` is the standard deviation of one effect from noise alone, for halves of the futures of equal size. `effects` is
    the number of effects: that of paths, less steps that moved nothing, as a table of points may have. A
    parameter whose `rms` is small beside the others can be left out.

    Raises UsageError where the sweep has another design, or where no step moves a parameter.
    """
    step, which = _steps(result)
    effects = _effects(result.output(output), step, which)
    first, second = (_effects(half, step, which) for half in result.halves(output))
    count = (~np.isnan(effects)).sum(axis=0)
    if (count == 0).any():
        idle = [name for name, number in zip(result.names, count, strict=True) if number == 0]
        raise UsageError(f"no step of this sweep moves {' and '.join(idle)}, so that there is no effect")
    table = pd.DataFrame({
        "mu_star": np.nanmean(np.abs(effects), axis=0), "mu_star_conf": _half_interval(np.abs(effects), count),
        "mu": np.nanmean(effects, axis=0), "sigma": _deviation(effects, count),
        "rms": np.sqrt(np.maximum(np.nanmean(first * second, axis=0), 0)), "noise": _deviation(first - second, count) / 2,
        "effects": count,
    }, index=pd.Index(result.names, name="parameter")).sort_values("mu_star", ascending=False, kind="stable")
    spread = np.cov(*result.halves(output))[0, 1]
    return Indices("morris", output, table, float(np.sqrt(max(spread, 0.0))), result.noise_share(output),
                   _sentence(table, output, len(step)), result.source)


def _steps(result: SweepResult) -> tuple[np.ndarray, np.ndarray]:
    """The steps of each path as shares of the range, with their sign, and which parameter each moves.

    A step of nothing is NaN, and given to one of the parameters that its path does not move.
    """
    count = len(result.names)
    wrong = UsageError("Elementary effects need the design 'morris' with its points in their order (each step moves one parameter, "
                       f"each parameter once); this sweep has '{result.design['method']}'.")
    if len(result) % (count + 1):
        raise wrong
    steps = np.diff(result.places.to_numpy().reshape(-1, count + 1, count), axis=1)
    moved = np.abs(steps) > 1e-6
    if (moved.sum(axis=2) > 1).any() or (moved.sum(axis=1) > 1).any():
        raise wrong
    which = moved.argmax(axis=2)
    size = np.take_along_axis(steps, which[:, :, None], axis=2)[:, :, 0]
    for path, place in zip(*np.nonzero(~moved.any(axis=2)), strict=True):
        size[path, place] = np.nan
        which[path, place] = next(i for i in range(count) if not moved[path, :, i].any())
        moved[path, place, which[path, place]] = True
    return size, which


def _effects(values: np.ndarray, step: np.ndarray, which: np.ndarray) -> np.ndarray:
    """One row a path, one column a parameter: the change of the output per whole range; NaN for a step of nothing."""
    change = np.diff(values.reshape(len(step), -1), axis=1)
    effects = np.empty_like(change)
    np.put_along_axis(effects, which, change / step, axis=1)
    return effects


def _deviation(values: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Standard deviation of each column over those that are there; NaN for a single one."""
    squares = np.nansum((values - np.nanmean(values, axis=0)) ** 2, axis=0)
    return np.sqrt(squares / np.where(count > 1, count - 1, np.nan))


def _half_interval(values: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Half of the 95 % interval of each column's mean; NaN for a single value."""
    freedom = np.where(count > 1, count - 1, np.nan)
    return np.asarray(t.ppf(0.975, freedom) * _deviation(values, count) / np.sqrt(count))


def _sentence(table: pd.DataFrame, output: str, paths: int) -> str:
    first = table.iloc[0]
    small = table.index[table["rms"] < 0.1 * table["rms"].max()]
    left_out = f"; {len(small)} of {len(table)} move it less than a tenth of that" if len(small) else ""
    fewest = int(table["effects"].min())
    idle = f" Some steps moved nothing: {fewest} of {paths} effects could be used where it is fewest." if fewest < paths else ""
    return (f"{capital(plain(str(table.index[0])))} moves “{plain(output)}” most, by {first['mu_star']:.3g} on average over its whole "
            f"range{left_out}.{idle}")
