"""Our scoring rules against those of the package scoringrules, on random forecasts.

Runs itself again with the Python of build/venv-python where that has the package. Without the package it says how to
get it and ends with 77, which ctest shows as skipped.
"""

import os
import subprocess
import sys
import unittest
from pathlib import Path

try:
    import numpy
    import scoringrules
except ImportError:
    venv = os.environ.get("MINEFREE_VENV_PYTHON", "build/venv-python/bin/python")
    if Path(venv).exists() and not os.environ.get("MINEFREE_IN_VENV"):
        os.execve(venv, [venv, "-B", *sys.argv], {**os.environ, "MINEFREE_IN_VENV": "1"})
    print("SKIPPED: the scores were not held against scoringrules, which is not installed.", file=sys.stderr)
    print(f"Get it: {venv} -m pip install -r apps/python/requirements.txt", file=sys.stderr)
    sys.exit(77)

PRINT_SCORES = os.environ.get("PRINT_SCORES", "build/release/tests/python/print_scores")
OUTSIDE = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]  # shares that the intervals leave out


def random_forecasts(count):
    """Truths, thresholds and ensembles of many shapes and sizes, some with values that repeat."""
    random = numpy.random.default_rng(2025)
    for k in range(count):
        size = int(random.integers(1, 400))
        values = random.lognormal(1, 0.2 + k % 5 / 2, size) if k % 2 else random.normal(3, 1 + k % 3, size)
        if k % 7 == 0:
            values = numpy.maximum(values, 3)
        yield float(random.normal(3, 3)), float(random.normal(4, 2)), numpy.sort(values)


def our_scores(forecasts):
    lines = "".join(
        " ".join(repr(float(x)) for x in (truth, threshold, *values)) + "\n" for truth, threshold, values in forecasts)
    result = subprocess.run([PRINT_SCORES], input=lines, capture_output=True, text=True, check=True)
    return numpy.array([[float(word) for word in line.split()] for line in result.stdout.splitlines()])


class Scores(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forecasts = list(random_forecasts(300))
        cls.ours = our_scores(cls.forecasts)

    def test_crps_of_an_ensemble(self):
        for (truth, _, values), (ours, _, _) in zip(self.forecasts, self.ours):
            self.assertAlmostEqual(ours, float(scoringrules.crps_ensemble(truth, values, estimator="nrg")), places=9)

    def test_threshold_weighted_crps_of_an_ensemble(self):
        for (truth, threshold, values), (_, ours, _) in zip(self.forecasts, self.ours):
            theirs = scoringrules.twcrps_ensemble(
                truth, values, a=-numpy.inf, b=threshold, estimator="nrg")
            self.assertAlmostEqual(ours, float(theirs), places=9)

    def test_weighted_interval_score(self):
        """From the package's interval scores: its own weighted sum (0.10.0, NumPy) adds half the median itself
        where half its distance to the truth belongs."""
        for (truth, _, values), (_, _, ours) in zip(self.forecasts, self.ours):
            quantile = lambda p: float(numpy.quantile(values, p, method="hazen"))
            theirs = 0.5 * abs(truth - quantile(0.5))
            for outside in OUTSIDE:
                interval = scoringrules.interval_score(truth, quantile(outside / 2), quantile(1 - outside / 2), outside)
                theirs += outside / 2 * float(interval)
            self.assertAlmostEqual(ours, theirs / (len(OUTSIDE) + 0.5), places=9)

    def test_weighted_interval_score_is_the_mean_of_twice_the_quantile_losses(self):
        levels = sorted({0.5, *(a / 2 for a in OUTSIDE), *(1 - a / 2 for a in OUTSIDE)})
        for (truth, _, values), (_, _, ours) in zip(self.forecasts, self.ours):
            losses = [float(scoringrules.quantile_score(truth, float(numpy.quantile(values, p, method="hazen")), p))
                      for p in levels]
            self.assertAlmostEqual(ours, 2 * float(numpy.mean(losses)), places=9)


if __name__ == "__main__":
    unittest.main()
