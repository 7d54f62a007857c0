"""Two-piece priors have the quantiles they are named after."""

import numpy as np
import pytest
from scipy import stats

from minefree.calibration.likelihood import on_scale
from minefree.calibration.priors import two_piece
from minefree.calibration.program import spread_of_text


@pytest.mark.parametrize("spread, is_share", [((0.05, 0.4, 1.0), False), ((0.04, 0.18, 0.43), True)])
def test_spread_names_its_5_50_and_95_percent_points(spread, is_share):
    prior = two_piece(spread, is_share)
    normals = stats.norm.ppf([0.05, 0.5, 0.95])
    scale = np.asarray(on_scale(prior, normals))
    values = 1 / (1 + np.exp(-scale)) if is_share else np.exp(scale)
    np.testing.assert_allclose(values, spread, rtol=1e-9)


@pytest.mark.parametrize("text, spread", [
    ("0.4 (0.05 to 1)", (0.05, 0.4, 1.0)), ("{low: 0.05, best: 0.4, high: 1}", (0.05, 0.4, 1.0)),
    ("0.5", (0.5, 0.5, 0.5)), ("[1, 0.6, 0.2]", None),
])
def test_spreads_are_read_as_the_program_prints_them(text, spread):
    assert spread_of_text(text) == spread
