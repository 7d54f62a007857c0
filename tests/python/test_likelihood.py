"""The likelihood: what reaches what, and whether it finds the truth again."""

import jax
import numpy as np
import numpyro
import pytest

from minefree.calibration.diagnose import diagnose, overlap_with_standard_normal
from minefree.calibration.fit import Settings, fit
import made_up


def at_one_point(model, seed=3):
    with numpyro.handlers.seed(rng_seed=seed):
        return model.sample()


def test_a_states_last_year_reaches_other_states_through_common_parameters_alone():
    whole = made_up.simulated_panel(4, 2)
    shorter = made_up.simulated_panel(4, 2)
    shorter[1].flows.pop(made_up.ORIGIN)
    shorter[1].stocks.pop()
    full, less = made_up.model_of(whole), made_up.model_of(shorter)
    p = at_one_point(full)
    with_year, without = np.asarray(full.log_likelihood(p)), np.asarray(less.log_likelihood(p))
    others = [0, 2, 3]
    np.testing.assert_array_equal(with_year[others], without[others])
    assert with_year[1] != without[1]


def test_doubling_areas_and_capacities_changes_only_the_units():
    records, larger = made_up.simulated_panel(3, 4), made_up.simulated_panel(3, 4)
    for record in larger:
        for stock in record.stocks:
            stock.confirmed_km2, stock.suspected_km2 = 2 * stock.confirmed_km2, 2 * stock.suspected_km2
        record.flows = {y: {k: 2 * v for k, v in f.items()} for y, f in record.flows.items()}
    one, two = made_up.model_of(records), made_up.model_of(larger)
    np.testing.assert_allclose(
        one.log_likelihood(at_one_point(one)), two.log_likelihood(at_one_point(two)), rtol=1e-9)


@pytest.fixture(scope="module")
def recovered():
    return fit(made_up.model_of(made_up.simulated_panel(12, 6)), Settings(warmup=250, draws=250, seed=1))


def test_parameters_of_a_simulated_record_are_found_again(recovered):
    for name in ("survey_preference", "survey_share_noise", "confirmed_share_noise", "reduced_share_noise",
                 "maturity_penalty", "log_deviation_sd", "output_noise_sd", "survey_cost_ratio"):
        low, high = np.quantile(recovered.values[name], (0.005, 0.995))
        assert low < made_up.TRUTH[name] < high, f"{name}: {made_up.TRUTH[name]} not in {low:.3g} to {high:.3g}"
    ratio = np.exp(np.median(recovered.values["capacity_mean"]))
    assert ratio == pytest.approx(0.03, rel=0.35)


def test_a_record_made_with_another_preference_is_told_apart(recovered):
    """The planted mistake that the test above must reject."""
    low, high = np.quantile(recovered.values["survey_preference"], (0.005, 0.995))
    assert not low < 3 * made_up.TRUTH["survey_preference"] < high


def test_diagnostics_refuse_chains_that_disagree():
    random = np.random.default_rng(1)
    good = random.standard_normal(4000)
    apart = good + np.repeat([0, 0, 0, 0.5], 1000)
    assert not diagnose({"a": good}, 4, 0).problems()
    assert any("R-hat of b" in p for p in diagnose({"a": good, "b": apart}, 4, 0).problems())
    assert any("divergent" in p for p in diagnose({"a": good}, 4, 3).problems())


def test_overlap_is_one_for_the_prior_itself_and_small_for_what_is_far_from_it():
    normals = np.random.default_rng(2).standard_normal(4000)
    assert overlap_with_standard_normal(normals) > 0.95
    assert overlap_with_standard_normal(0.1 * normals + 4) < 0.01
