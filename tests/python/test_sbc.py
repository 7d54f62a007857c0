"""A small simulation-based calibration with the engine; the fuller one is ./dev calibrate --sbc."""

import numpy as np
import pytest
from scipy import stats

from minefree.calibration.program import program_path
from minefree.calibration.sbc import easy_land_everywhere, run_sbc


@pytest.fixture(autouse=True, scope="module")
def built_program():
    """The engine is the simulator here: without the program these tests fail, they are not skipped."""
    assert program_path().exists(), f"{program_path()} is not there; build it with ./dev build"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return run_sbc(12, 11, tmp_path_factory.mktemp("sbc"), warmup=200, draws=150)


def test_ranks_of_the_truth_are_even(small):
    worst = min((small.p_value(k), name) for k, name in enumerate(small.names))
    assert worst[0] > 0.001 / len(small.names), worst
    # All ranks together: means of quantities of one fit hang together, so the fits are what is counted.
    means = small.ranks.mean(axis=1)
    assert stats.ttest_1samp(means, 0.5).pvalue > 0.001, means


def test_a_reading_of_clearance_that_is_wrong_is_noticed(tmp_path):
    spoilt = run_sbc(12, 11, tmp_path, warmup=200, draws=150, spoil=easy_land_everywhere)
    k = spoilt.names.index("log_deviation_sd")
    assert min(spoilt.p_value(k) for k in range(len(spoilt.names))) < 0.001, np.round(spoilt.ranks[:, k], 2)
