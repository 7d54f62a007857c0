"""One state's last year reaches the draws of other states through what all share, and on no other way."""

import jax
import numpy as np
import numpyro
import pytest
from numpyro.infer.util import log_density

from minefree.calibration import leave_out
from minefree.calibration.likelihood import Model
import made_up

STATES, LEFT_OUT = 4, 1


class LeakyModel(Model):
    """The planted mistake: the effort of the state that is left out counts for the next state too."""

    def log_likelihood(self, p: dict):
        total = super().log_likelihood(p)
        leaked = jax.numpy.sum(jax.numpy.where(
            self.panel.state == LEFT_OUT, self.effort_terms(p)[0] - p["log_capacity_over_peak_work"][LEFT_OUT + 1], 0.0))
        return total.at[LEFT_OUT + 1].add(-0.5 * leaked**2)


def gradients(kind):
    """Of the joint log density by site, with and without the last year, at one point."""
    whole, shorter = (made_up.simulated_panel(STATES, 2) for _ in range(2))
    shorter[LEFT_OUT].flows.pop(made_up.ORIGIN)
    shorter[LEFT_OUT].stocks.pop()
    full, less = (kind(m.record, m.priors) for m in map(made_up.model_of, (whole, shorter)))
    assert len(full.record.state) > len(less.record.state)
    # Sites of capacity are centred by the number of observations; the same centring gives the same sites.
    less.centring = full.centring
    with numpyro.handlers.seed(rng_seed=3), numpyro.handlers.trace() as trace:
        full.sample()
    at = {name: site["value"] for name, site in trace.items() if site["type"] == "sample"}

    def gradient(model):
        return jax.jit(jax.grad(lambda sites: log_density(model, (), {}, sites)[0]))(at)

    return gradient(full), gradient(less)


def entries_of_others(site):
    return np.delete(np.asarray(site), LEFT_OUT)


def test_the_pull_on_other_states_is_the_same_with_and_without_a_states_last_year():
    full, less = gradients(Model)
    own = [name for name in full if name in leave_out.SITES_OF_STATES]
    assert {"capacity_normals", "reduced_share_normals", "confirmed_share_normals"} <= set(own)
    for name in own:
        assert full[name].shape == (STATES,)
        np.testing.assert_allclose(entries_of_others(full[name]), entries_of_others(less[name]), rtol=1e-12, atol=1e-12)
        assert full[name][LEFT_OUT] != less[name][LEFT_OUT]
    # What is shared does feel it; a wave's share is not in this record.
    for name in set(full) - set(own) - {"next_wave_normal", "total_report_noise_normal",
                                        "resurvey_share_mean_normal", "resurvey_share_sd_normal"}:
        assert np.any(np.abs(full[name] - less[name]) > 1e-6), name


def test_a_likelihood_in_which_states_leak_is_told_apart():
    full, less = gradients(LeakyModel)
    name = "capacity_normals"
    assert np.max(np.abs(entries_of_others(full[name]) - entries_of_others(less[name]))) > 1e-3


def test_held_all_that_is_shared_keeps_its_value():
    model = made_up.model_of(made_up.simulated_panel(STATES, 2))
    with numpyro.handlers.seed(rng_seed=3), numpyro.handlers.trace() as trace:
        free = model.sample()
    shared = {name: site["value"] for name, site in trace.items()
              if site["type"] == "sample" and name not in leave_out.SITES_OF_STATES}
    with numpyro.handlers.seed(rng_seed=8), numpyro.handlers.trace() as trace:
        held = leave_out.HeldModel(model, shared).sample()
    sampled = {name for name, site in trace.items() if site["type"] == "sample" and not site["is_observed"]}
    assert sampled and sampled <= set(leave_out.SITES_OF_STATES)
    for name in ("survey_preference", "log_deviation_sd", "capacity_mean", "capacity_sd", "reduced_share_sd",
                 "resurvey_share", "total_report_noise"):
        assert held[name] == free[name], name
    assert not np.any(np.isclose(held["capacity_km2_per_year"], free["capacity_km2_per_year"]))


def test_the_last_reported_year_is_struck_out_and_nothing_else():
    text = ("state,year,variable,value,unit,source,published\n"
            "XXA,2019,confirmed_km2,9,km2,s,2020\nXXA,2020,confirmed_km2,8,km2,s,2021\n"
            "XXA,2020,cleared_km2,1,km2,s,2021\nXXA,2020,regime,1,,s,2021\nXXA,2023,casualties,5,people,s,2024\n"
            "XXB,2020,cleared_km2,2,km2,s,2021\n")
    less, year, struck = leave_out.without_last_year(text, "XXA")
    assert (year, struck) == (2020, ["confirmed_km2 8", "cleared_km2 1"])
    assert set(text.splitlines()) - set(less.splitlines()) == {
        "XXA,2020,confirmed_km2,8,km2,s,2021", "XXA,2020,cleared_km2,1,km2,s,2021"}
    with pytest.raises(ValueError, match="XXC reports no land"):
        leave_out.without_last_year(text, "XXC")


def test_the_p_value_of_the_largest_of_many_is_even_by_chance():
    random = np.random.default_rng(4)
    p = np.array([leave_out.p_value_of_largest(list(random.standard_normal(100))) for _ in range(1000)])
    assert abs(np.mean(p < 0.1) - 0.1) < 5 * np.sqrt(0.09 / 1000)
    assert leave_out.p_value_of_largest([0.0] * 99 + [6.0]) < 1e-6
