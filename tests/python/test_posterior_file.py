"""The file for the engine: what is written is what is read, and a seed gives the same bytes."""

import numpy as np

from minefree.calibration.calibrate import table_of
from minefree.calibration.fit import Settings, fit
from minefree.calibration.posterior_file import make_head, posterior_text, read_posterior, shuffled_rows
import made_up


def test_file_reads_back_with_six_digits():
    table = {"maturity_penalty": np.array([0.123456789, 2e-7]), "XXA.log_deviation": np.array([-1.5, 0.25])}
    head = make_head(2024, 7, 2, "state,year\n", "ab", ["maturity_penalty"])
    read_head, read_table = read_posterior(posterior_text(head, table))
    assert read_head["minefree posterior"] == "1" and read_head["calibrated"] == "maturity_penalty"
    assert read_head["data_sha256"] == head["data_sha256"]
    for name, column in table.items():
        np.testing.assert_allclose(read_table[name], column, rtol=1e-5)


def test_rows_stay_whole_when_they_are_shuffled():
    table = {"a": np.arange(1000.0), "b": 2 * np.arange(1000.0)}
    rows = shuffled_rows(table, 500, 3)
    np.testing.assert_array_equal(rows["b"], 2 * rows["a"])
    assert len(set(rows["a"])) == 500 and list(rows["a"]) != sorted(rows["a"])


def test_the_same_seed_gives_the_same_file_and_another_seed_another():
    model = made_up.model_of(made_up.simulated_panel(2, 1))

    def text(seed):
        done = fit(model, Settings(warmup=20, draws=20, seed=seed, chains=1, chain_method="sequential"))
        return posterior_text({}, shuffled_rows(table_of(done, seed), 15, seed))

    first = text(5)
    assert first == text(5)
    assert first != text(6)
