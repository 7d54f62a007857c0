"""Sobol indices: which share of the variance of an output is each parameter's doing, free of simulation noise."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from SALib.analyze import sobol as salib
from scipy.stats import norm

from minefree.errors import UsageError
from minefree.sensitivity.indices import Indices
from minefree.sweep_result import SweepResult
from minefree.words import capital, plain

_Z = float(norm.ppf(0.975))


def sobol(result: SweepResult, output: str, *, resamples: int = 1000, seed: int = 1) -> Indices:
    """First-order and total indices of a sweep with the design `sobol`, for parameters that are independent.

    `S1` is the share of the variance that would go if the parameter alone were known; `ST` the share that would stay
    if all others were; `ST` less `S1` is what it does together with others. Estimators: Saltelli et al. (2010) for the
    first, Jansen (1999) for the total, as in SALib, but with every product of two outputs taken between the two halves
    of the futures: with y_h(x) = f(x) + e_h(x), e_1 and e_2 independent with mean zero, E[y_1(x) y_2(x')] = f(x) f(x'), so
    that numerators and variance are those of f, without bias. The plain estimators see f plus noise: their `ST` are too
    high, their `S1` too low (columns `S1_plain`, `ST_plain`, from SALib).

    All points share their futures. Noise that is the same at all points moves the mean and no variance between
    points: it cancels here, and only what the futures and the parameters do together remains. It is one function
    of the parameters, drawn once, so more points do not wear it down; more futures do. `S1_conf` and `ST_conf` are half
    of 95 % intervals from a bootstrap over base samples (too wide for points of a Sobol sequence, if anything) together
    with the error over other futures, of which two halves tell the size and no more (too wide, where much is noise).

    Raises UsageError where the sweep has another design; indices are NaN where nothing but noise moves the output.
    """
    samples = _samples(result, output)
    first, total, variance = _indices(samples.sums.mean(axis=0), samples.count)
    points_error = _bootstrap(samples, resamples, seed) if variance > 0 else (first, total)
    futures_error = _futures_error(result, output, variance) if variance > 0 else (first, total)
    plain = salib.analyze(result.problem, result.output(output), calc_second_order=False, num_resamples=2, seed=seed)
    table = pd.DataFrame({
        "S1": first, "S1_conf": _Z * np.hypot(points_error[0], futures_error[0]),
        "ST": total, "ST_conf": _Z * np.hypot(points_error[1], futures_error[1]),
        "S1_plain": plain["S1"], "ST_plain": plain["ST"],
    }, index=pd.Index(result.names, name="parameter"))
    table = table.sort_values("ST", ascending=False, kind="stable")
    noise = result.noise_share(output)
    return Indices("sobol", output, table, float(np.sqrt(max(variance, 0.0))), noise,
                   _sentence(table, output, noise), result.source, 
                   {"sum_of_S1": float(first.sum()), "largest_points_error_of_ST": float(points_error[1].max())})


class _Samples(NamedTuple):
    """Sums over the points of each base sample, from which every index is made; a bootstrap draws its rows."""

    sums: np.ndarray  # base samples by statistics, in the order of _indices
    count: int  # parameters


def _blocks(values: np.ndarray, parameters: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A, AB_1..AB_d and B of each base sample, centred."""
    rows = (values - values.mean()).reshape(-1, parameters + 2)
    return rows[:, 0], rows[:, 1:-1], rows[:, -1]


def _samples(result: SweepResult, output: str) -> _Samples:
    _refuse_other_designs(result)
    count = len(result.names)
    (a1, ab1, b1), (a2, ab2, b2) = (_blocks(half, count) for half in result.halves(output))
    first = (b1[:, None] * (ab2 - a2[:, None]) + b2[:, None] * (ab1 - a1[:, None])) / 2
    step1, step2 = ab1 - a1[:, None], ab2 - a2[:, None]
    means = np.stack([(a1 + b1) / 2, (a2 + b2) / 2, (a1 * a2 + b1 * b2) / 2, b1, b2], axis=1)
    return _Samples(np.concatenate([means, first, step1 * step2 / 2, step1, step2], axis=1), count)


def _indices(mean: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray, float]:
    """First-order and total indices and the variance, from means over base samples."""
    mean1, mean2, product, b1, b2 = mean[:5]
    first, total, step1, step2 = np.split(mean[5:], 4)
    assert len(first) == count
    variance = product - mean1 * mean2
    if variance <= 0:
        return np.full(count, np.nan), np.full(count, np.nan), float(variance)
    return (first - (b1 * step2 + b2 * step1) / 2) / variance, total / variance, float(variance)


def _bootstrap(samples: _Samples, resamples: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Standard errors of both indices over other base samples."""
    size = len(samples.sums)
    draws = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=resamples) / size
    means = draws @ samples.sums
    drawn = [_indices(mean, samples.count)[:2] for mean in means]
    first, total = (np.array(column) for column in zip(*drawn, strict=True))
    with_variance = ~np.isnan(first[:, 0])  # hardly any is without, unless noise drowns all
    if with_variance.mean() < 0.95:
        return np.full(samples.count, np.inf), np.full(samples.count, np.inf)
    return first[with_variance].std(axis=0, ddof=1), total[with_variance].std(axis=0, ddof=1)


def _futures_error(result: SweepResult, output: str, variance: float) -> tuple[np.ndarray, np.ndarray]:
    """Errors of both indices over other futures, which all points share.

    With y_h = f + e_h an index has the errors L(e_1) + L(e_2) + Q(e_1, e_2), L linear and Q a product. Half the
    difference between the plain indices of the halves (of equal size) tells that of the first two, with one degree of
    freedom and so often far too small: the largest of all parameters stands for each. Q is at most of the size of Q(e, e),
    which is half of Q(y_1 - y_2, y_1 - y_2): what noise would add to the plain index. More than two halves of the
    futures would be needed to tell them more exactly.
    """
    count = len(result.names)
    halves = result.halves(output)
    (first1, total1), (first2, total2) = (_plain_parts(half, count) for half in halves)
    first, total = _plain_parts(halves[0] - halves[1], count)
    linear = [np.abs(one - other).max() / 2 for one, other in ((first1, first2), (total1, total2))]
    product = [np.abs(part) / 2 for part in (first, total)]
    return np.hypot(linear[0], product[0]) / variance, np.hypot(linear[1], product[1]) / variance


def _plain_parts(values: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Numerators of the plain indices, in the output's unit squared."""
    a, ab, b = _blocks(values, count)
    step = ab - a[:, None]
    return (b[:, None] * step).mean(axis=0), (step**2).mean(axis=0) / 2


def _refuse_other_designs(result: SweepResult) -> None:
    """The order of the points decides what is compared with what, so it is looked at and not believed."""
    wrong = UsageError("Sobol indices need the design 'sobol' with its points in their order (for each base sample A, AB of each "
                       f"parameter, B); this sweep has '{result.design['method']}'. shapley() takes any design.")
    count = len(result.names)
    points = result.points.to_numpy()
    if len(points) % (count + 2) or len(points) < 2 * (count + 2):
        raise wrong
    rows = points.reshape(-1, count + 2, count)
    a, b = rows[:, 0], rows[:, -1]
    for i in range(count):
        swapped = a.copy()
        swapped[:, i] = b[:, i]
        if not np.allclose(rows[:, 1 + i], swapped):
            raise wrong


def _sentence(table: pd.DataFrame, output: str, noise: float) -> str:
    if table["ST"].isna().all():
        return f"Nothing but noise of the simulation moves “{plain(output)}” here; more futures may show more."
    name, first = str(table.index[0]), table.iloc[0]
    return (f"{capital(plain(name))} moves “{plain(output)}” most: alone it accounts for {100 * max(first['S1'], 0):.0f} % of the variance, together "
            f"with others for {100 * max(first['ST'], 0):.0f} %; {100 * noise:.1f} % of what was seen between points was noise, and is left out.")
