"""Shapley effects: fair shares of the variance, also where parameters hang together."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import pandas as pd
from SALib.analyze import shapley as salib_analyze
from SALib.sample import shapley as salib_sample
from scipy.stats import norm

from minefree.errors import UsageError
from minefree.sensitivity.indices import Indices
from minefree.sensitivity.surrogate import Surrogate
from minefree.sweep_result import SweepResult, place_in_range
from minefree.words import capital, plain


class Distribution(Protocol):
    """A distribution of scipy.stats with its numbers set, such as `scipy.stats.norm(0, 1)`."""

    def ppf(self, q: np.ndarray) -> np.ndarray: ...


Correlation = Mapping[tuple[str, str], float] | pd.DataFrame | None


def shapley(result: SweepResult, output: str, *, correlation: Correlation = None,
            marginals: Mapping[str, Distribution] | None = None, n: int = 32768, seed: int = 1,
            surrogate: Surrogate | None = None) -> Indices:
    """Shapley effects of parameters with the given correlation, from a polynomial fitted to the sweep.

    `correlation` is between the normal scores of two parameters, such as {("world_money", "usa"): 0.5}, or a whole
    matrix as a DataFrame; what is not named is zero. `marginals` are distributions of scipy.stats; without one a
    parameter is uniform over its range, on the scale of the design. The sweep has to fill the ranges: `sobol` or `lhs`, with independent points.

    `share` sums to 1 over the parameters and is never negative but for its error; `share_conf` is half of a 95 %
    interval of the sampling alone. Each order of the parameters splits the variance into what the next one adds; the
    share is the mean over all orders (Owen, 2014). Goda's (2021) algorithm, analysed by SALib, draws an order and
    changes one coordinate after the other. For parameters that hang together the coordinates are independent normals e
    with z = L e, L the Cholesky factor of the correlation in the reverse of that order: those that are changed last
    come first, so that what is left unchanged keeps its parameters, and the rest is drawn given them.

    `notes` has `explained`, how well the polynomial stands for the model (see Surrogate), and `outside`, the share
    of drawn points beyond the ranges of the sweep, where it extrapolates. Raises UsageError for a name that is no
    parameter, or a correlation that no numbers can have.
    """
    if result.design["method"] in ("morris", "grid"):
        raise UsageError(f"Points of the design '{result.design['method']}' do not fill the ranges; Shapley effects need 'lhs' or 'sobol'.")
    names = result.names
    matrix = correlation_matrix(names, correlation)
    told = dict(marginals or {})
    if unknown := set(told) - set(names):
        raise UsageError(f"the sweep has no parameter {' and '.join(sorted(unknown))}; it has {', '.join(names)}")
    model = surrogate if surrogate is not None else Surrogate(result, output, seed=seed)

    unit = {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
    drawn = salib_sample.sample(unit, n, seed=seed)
    scores = _with_correlation(norm.ppf(np.clip(drawn, 1e-12, 1 - 1e-12)), matrix)
    ranges = result.parameters
    places = np.column_stack([place_in_range(told[name].ppf(norm.cdf(scores[:, i])), ranges.loc[name]) if name in told
                              else norm.cdf(scores[:, i]) for i, name in enumerate(names)])
    values = model(places)
    found = salib_analyze.analyze(unit, drawn, values)
    table = pd.DataFrame({"share": found["shapley_normalized"], "share_conf": found["shapley_normalized_conf"]},
                         index=pd.Index(names, name="parameter")).sort_values("share", ascending=False, kind="stable")
    outside = float(((places < -1e-9) | (places > 1 + 1e-9)).any(axis=1).mean())
    return Indices("shapley", output, table, float(np.sqrt(max(np.sum(found["shapley"]), 0.0))), result.noise_share(output),
                   _sentence(table, output, model), result.source,
                   {"explained": model.explained, "degree": float(model.degree), "outside": outside})


def correlation_matrix(names: list[str], correlation: Correlation) -> np.ndarray:
    """The whole matrix, in the order of the names. Raises UsageError, with all that is wrong where there is more."""
    told = {(str(row), str(column)): float(correlation.loc[row, column]) for row in correlation.index
            for column in correlation.columns} if isinstance(correlation, pd.DataFrame) else dict(correlation or {})
    matrix, wrong = np.eye(len(names)), []
    for (one, other), value in told.items():
        if unknown := [name for name in (one, other) if name not in names]:
            wrong.append(f"there is no parameter {unknown[0]}")
        elif one == other:
            wrong += [f"the correlation of {one} with itself is {value:g}; it is 1"] if value != 1 else []
        elif not -1 < value < 1:
            wrong.append(f"the correlation of {one} and {other} is {value:g}; it is above -1 and below 1")
        elif told.get((other, one), value) != value:
            wrong.append(f"the correlation of {one} and {other} is given as {value:g} and as {told[other, one]:g}")
        else:
            i, j = names.index(one), names.index(other)
            matrix[i, j] = matrix[j, i] = value
    if not wrong and np.linalg.eigvalsh(matrix)[0] <= 1e-10:
        wrong.append("no numbers can have these correlations all at once (the matrix is not positive definite)")
    if wrong:
        raise UsageError("; ".join(wrong))
    return matrix


def _with_correlation(normals: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """Normal scores with the correlation, for trajectories of SALib's design, whose order is read from them."""
    count = len(matrix)
    trajectories = normals.reshape(-1, count + 1, count)
    order = (trajectories[:, 1:] != trajectories[:, :-1]).argmax(axis=2)[:, ::-1]  # changed last comes first
    factor = np.linalg.cholesky(matrix[order[:, :, None], order[:, None, :]])
    sorted_normals = np.take_along_axis(trajectories, order[:, None, :].repeat(count + 1, axis=1), axis=2)
    scores = np.einsum("tij,tkj->tki", factor, sorted_normals)
    back = np.empty_like(scores)
    np.put_along_axis(back, order[:, None, :].repeat(count + 1, axis=1), scores, axis=2)
    return back.reshape(-1, count)


def _sentence(table: pd.DataFrame, output: str, model: Surrogate) -> str:
    return (f"{capital(plain(str(table.index[0])))} accounts for {100 * table['share'].iloc[0]:.0f} % of the variance of “{plain(output)}”, the "
            f"largest share; the polynomial behind it explains {100 * max(model.explained, 0):.0f} % of what is no noise.")
