"""Work and effort against the formulas of docs/model.md."""

import jax
import numpy as np
import pytest

from minefree.calibration import simulate, work
from minefree.calibration.deviation import effort_terms
import made_up


def test_effort_needed_inverts_work_done():
    random = np.random.default_rng(1)
    peak = random.uniform(1, 100, 200)
    left = peak * random.uniform(0.01, 1, 200)
    effort = left * random.uniform(0.001, 2, 200)
    penalty = random.choice([1e-9, 0.05, 0.4, 1.0, 3.0], 200)
    done = 1 - left / peak
    back = np.exp(work.log_effort_needed(work.work_done(effort, done, peak, penalty), done, peak, penalty))
    np.testing.assert_allclose(back, effort, rtol=1e-9)


def test_slope_is_the_derivative_of_the_inversion():
    log_effort = lambda log_work: work.log_effort_needed(np.e**0 * jax.numpy.exp(log_work), 0.3, 20.0, 0.7)
    for value in (0.01, 1.0, 9.0):
        slope = jax.grad(log_effort)(np.log(value))
        assert float(np.exp(work.log_effort_slope(value, 20.0, 0.7))) == pytest.approx(float(slope), rel=1e-9)


def test_work_of_the_closed_form_is_32_75():
    traits = work.Traits(0.03, 0.25, 0.4, 0.15, 0.5)
    assert float(work.work_left(traits, np.array([20.0, 100.0, 0.0]))) == pytest.approx(32.75)


def quiet_year(kind_of_report, preference=1.7):
    """One state's years without any noise, and the effort behind each of them."""
    keep = dict(made_up.TRUTH)
    made_up.TRUTH.update(survey_share_noise=1e-9, confirmed_share_noise=1e-9, reduced_share_noise=1e-9,
                         log_deviation_sd=1e-9, output_noise_sd=1e-9, pause_probability=1e-9,
                         survey_preference=preference)
    try:
        records = made_up.simulated_panel(1, 3)
        for record in records:
            record.flows = {y: kind_of_report(f) for y, f in record.flows.items()}
        model = made_up.model_of(records)
        truth = dict(made_up.TRUTH)
    finally:
        made_up.TRUTH.update(keep)
    state = {name: np.full((1, 1), truth[name]) for name in ("reduced_share", "confirmed_share")}
    values = {name: np.array([v]) for name, v in truth.items()} | state
    values |= {"recorded_confirmed_share": np.array([[0.5]]), "funding_elasticity": np.array([1.0]),
               "total_report_noise": np.array([0.1]), "capacity_km2_per_year": np.array([[1.0]])}
    residual, _ = effort_terms(model, values)
    draws = simulate.Draws(capacity_km2_per_year=np.ones(1), **{n: np.array([v]) for n, v in truth.items()})
    first = records[0].stocks[0]
    capacity = 0.03 * simulate.work_of(draws, first.suspected_km2, first.confirmed_km2)
    return np.exp(residual[0]), capacity[0]


@pytest.mark.parametrize("report", [
    lambda f: f,
    lambda f: {"cancelled_km2": f["cancelled_km2"], "cleared_km2": f["cleared_km2"]},
    lambda f: {"cleared_km2": f["cleared_km2"]},
    lambda f: {"released_km2": f["cancelled_km2"] + f["reduced_km2"] + f["cleared_km2"]},
], ids=["A in full", "A without the rest", "B", "C"])
def test_every_kind_of_report_gives_back_the_effort_of_a_year_without_noise(report):
    efforts, capacity = quiet_year(report)
    np.testing.assert_allclose(efforts, capacity, rtol=1e-6)
