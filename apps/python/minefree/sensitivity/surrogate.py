"""A polynomial that stands for the model, fitted to the points of a sweep."""

import numpy as np
from sklearn.linear_model import RidgeCV
from sklearn.model_selection import KFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

from minefree.sweep_result import SweepResult

_DEGREES = (1, 2, 3)
_PENALTIES = np.logspace(-6, 4, 11)
_POINTS_PER_TERM = 2  # fewer than this, and a degree is not tried
_MOST_POINTS = 4000  # more do not sharpen a few hundred coefficients, and take minutes


class Surrogate:
    """A polynomial of all parameters, shrunk by ridge regression; `degree` and penalty are found by cross-validation.

    `explained` says how much of the output's variance it explains at points that it was not fitted to, where 1 is all
    of it and the noise of the simulation is not counted against it (the polynomial is fitted to one half of the
    futures and held against the other, whose noise is subtracted). Regression averages the noise of single points.
    """

    def __init__(self, result: SweepResult, output: str, *, seed: int = 1) -> None:
        points, values = 2 * result.places.to_numpy() - 1, result.output(output)
        halves = result.halves(output)
        chosen = np.random.default_rng(seed).permutation(len(points))[:_MOST_POINTS]
        points, values, halves = points[chosen], values[chosen], (halves[0][chosen], halves[1][chosen])
        scores = {degree: _explained(degree, points, halves) for degree in _tried(points)}
        self.degree = max(scores, key=lambda degree: scores[degree])
        self.explained = scores[self.degree]
        self._model = _polynomial(self.degree).fit(points, values)
        self._points, self._values, self._halves = points, values, halves

    def __call__(self, places: np.ndarray) -> np.ndarray:
        """The output at places in the ranges (see SweepResult.places), a row each, in the order of the parameters."""
        return np.concatenate([self._model.predict(part) for part in _in_parts(places)])

    def refitted(self, places: np.ndarray, *, resamples: int = 64, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
        """The output at places by polynomials of the same degree and penalty that are fitted anew.

        The first has two columns, fitted to either half of the futures; the second a column for each of `resamples`
        bootstrap samples of the points. How they differ tells how exactly futures and points fix the polynomial.
        """
        features, penalty = self._model[:-1].transform(self._points), float(self._model[-1].alpha_)
        ones, size = np.ones(len(features)), len(features)
        draws = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=resamples)
        fits = [*(_ridge(features, half, ones, penalty) for half in self._halves),
                *(_ridge(features, self._values, weights, penalty) for weights in draws)]
        slopes, constants = np.column_stack([slope for slope, _ in fits]), np.array([constant for _, constant in fits])
        found = np.concatenate([self._model[:-1].transform(part) @ slopes + constants for part in _in_parts(places)])
        return found[:, :2], found[:, 2:]


def _in_parts(places: np.ndarray) -> list[np.ndarray]:
    """Scaled to -1..1 as the polynomial has them, in parts that bound memory."""
    scaled = 2 * np.asarray(places, float) - 1
    return np.array_split(scaled, max(1, len(scaled) // 20_000))


def _ridge(features: np.ndarray, values: np.ndarray, weights: np.ndarray, penalty: float) -> tuple[np.ndarray, float]:
    """Slopes and constant of a ridge regression with so many copies of each row; the constant is not shrunk."""
    used = weights > 0
    features, values, weights = features[used], values[used], weights[used]
    centre, mean = np.average(features, axis=0, weights=weights), float(np.average(values, weights=weights))
    centred = features - centre
    weighted = centred * weights[:, None]
    slopes = np.linalg.solve(centred.T @ weighted + penalty * np.eye(features.shape[1]), weighted.T @ (values - mean))
    return slopes, mean - float(centre @ slopes)


def _polynomial(degree: int) -> Pipeline:
    return make_pipeline(PolynomialFeatures(degree, include_bias=False), StandardScaler(), RidgeCV(_PENALTIES))


def _tried(points: np.ndarray) -> list[int]:
    """Degrees that the points are enough for; 1 always is."""
    def terms(degree: int) -> int:
        return int(PolynomialFeatures(degree).fit(points[:1]).n_output_features_)

    return [degree for degree in _DEGREES if degree == 1 or _POINTS_PER_TERM * terms(degree) <= len(points)]


def _explained(degree: int, points: np.ndarray, halves: tuple[np.ndarray, np.ndarray]) -> float:
    """1 less the mean squared error at points left out, less the noise there, over the variance without noise."""
    variance = float(np.cov(*halves)[0, 1])
    if variance <= 0:
        return 0.0
    noise = float(np.var(halves[0] - halves[1])) / 2
    errors = []
    for i, (fitted, held) in enumerate(KFold(6, shuffle=True, random_state=1).split(points)):
        one, other = halves if i % 2 else halves[::-1]
        guessed = _polynomial(degree).fit(points[fitted], one[fitted]).predict(points[held])
        errors.append((guessed - one[fitted].mean() - other[held] + other[fitted].mean()) ** 2)
    return 1 - (float(np.mean(np.concatenate(errors))) - noise) / variance
