"""Shapley effects: fair shares of the variance, also where parameters hang together."""

from collections.abc import Mapping
from typing import Any, Protocol

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

_Z = float(norm.ppf(0.975))
_DRAWS_FOR_ERRORS = 2048


class Distribution(Protocol):
    """A distribution of scipy.stats with its numbers set, such as `scipy.stats.norm(0, 1)`."""

    def ppf(self, q: np.ndarray) -> np.ndarray: ...


Correlation = Mapping[tuple[str, str], float] | pd.DataFrame | None


def shapley(result: SweepResult, output: str, *, correlation: Correlation = None,
            marginals: Mapping[str, Distribution] | None = None, n: int = 32768, resamples: int = 64, seed: int = 1,
            surrogate: Surrogate | None = None) -> Indices:
    """Shapley effects of parameters with the given correlation, from a polynomial fitted to the sweep.

    `correlation` is between the normal scores of two parameters, such as {("world_money", "usa"): 0.5}, or a whole
    matrix as a DataFrame; what is not named is zero. `marginals` are distributions of scipy.stats; without one a
    parameter is uniform over its range, on the scale of the design. The sweep has to fill the ranges: `sobol` or `lhs`, with independent points.

    `share` sums to 1 over the parameters and is never negative but for its error. Each order of the parameters splits
    the variance into what the next one adds; the share is the mean over all orders (Owen, 2014). Goda's (2021)
    algorithm, analysed by SALib, draws an order and changes one coordinate after the other. For parameters that hang
    together the coordinates are independent normals e with z = L e, L the Cholesky factor of the correlation in the
    reverse of that order: those that are changed last come first, so that what is left unchanged keeps its
    parameters, and the rest is drawn given them.

    `share_conf` is half of a 95 % interval for three errors: of the draws (SALib's); of the polynomial, fitted anew to
    `resamples` bootstrap samples of the points with the same degree and penalty; and of the futures, which all points
    share: the largest difference between fits to either half (too wide where noise is independent between points, since
    two halves tell a size and no more). What a polynomial of that degree cannot tell of the model is not in it: that is `explained`.

    `notes` has `explained`, how well the polynomial stands for the model (see Surrogate), `outside`, the share
    of drawn points beyond the ranges of the sweep, where it extrapolates, and `largest_conf_of_draws`. Raises UsageError for a name that is no
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
    draws_conf = np.asarray(found["shapley_normalized_conf"], float)
    fit_error = _fit_error(model, unit, drawn, places, resamples, seed)
    table = pd.DataFrame({"share": found["shapley_normalized"], "share_conf": np.hypot(draws_conf, _Z * fit_error)},
                         index=pd.Index(names, name="parameter")).sort_values("share", ascending=False, kind="stable")
    outside = float(((places < -1e-9) | (places > 1 + 1e-9)).any(axis=1).mean())
    return Indices("shapley", output, table, float(np.sqrt(max(np.sum(found["shapley"]), 0.0))), result.noise_share(output),
                   _sentence(table, output, model), result.source,
                   {"explained": model.explained, "degree": float(model.degree), "outside": outside,
                    "largest_conf_of_draws": float(draws_conf.max())})


def _fit_error(model: Surrogate, unit: dict[str, Any], drawn: np.ndarray, places: np.ndarray, resamples: int,
               seed: int) -> np.ndarray:
    """Standard error of each share from the polynomial: other points and other futures.

    The draws are the same for every fit, so that their own error cancels and few are enough.
    """
    size = min(len(drawn) // (unit["num_vars"] + 1), _DRAWS_FOR_ERRORS) * (unit["num_vars"] + 1)
    drawn, places = drawn[:size], places[:size]

    def shares(values: np.ndarray) -> np.ndarray:
        return np.asarray(salib_analyze.analyze(unit, drawn, values)["shapley_normalized"], float)

    halves, others = (np.array([shares(column) for column in fits.T]) for fits in model.refitted(places, resamples=resamples, seed=seed))
    points_error = np.sqrt(((others - shares(model(places))) ** 2).mean(axis=0))  # with the bias that noise makes
    # Half the difference has the size of the error; but from two halves, 1.96 of it would hold in 70 % of all cases, and
    # 1.96 of all of it holds in 84 % (a Cauchy distribution).
    return np.hypot(points_error, np.abs(halves[0] - halves[1]).max())


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
