"""Simulation-based calibration with the engine as simulator: are simulator and likelihood one model?

Parameters are drawn from the priors, the engine simulates a small panel with them, and the panel is
fitted as if it were the record. The rank of the truth among the posterior draws is then even (Talts and
others, 2018). States report in different ways: three in full, one its clearance alone, one a sum with an
error of its own. Finds, waves of re-survey, unsplit stocks and money are left out here: the record does
not tell them apart from other things that happen in the same year, or they have tests of their own.
"""

import csv
import dataclasses
import io
import json
from dataclasses import dataclass
from pathlib import Path

import jax
import numpy as np
import numpyro
from numpyro.infer.hmc import hmc
from numpyro.infer.util import log_density
from scipy import stats

from minefree.calibration import kalman
from minefree.calibration.arrays import Panel, make_panel
from minefree.calibration.fit import values_of_sites
from minefree.calibration.likelihood import Model
from minefree.calibration.observations import observe
from minefree.calibration.panel import StateRecord, Stock
from minefree.calibration.posterior_file import posterior_text, write_whole
from minefree.calibration.priors import COMMON, Priors, make_priors, two_piece
from minefree.calibration.program import ROOT, ask, parameter_defaults

BEFORE, ORIGIN = 2014, 2024  # the simulated years are those after BEFORE up to ORIGIN
STATES = {  # code: confirmed and suspected km2 at the start, how it reports
    "XXA": (150.0, 900.0, "A"), "XXB": (80.0, 400.0, "A"), "XXC": (20.0, 250.0, "A"),
    "XXD": (60.0, 300.0, "B"), "XXE": (40.0, 500.0, "C"),
}
# So slow that nobody finishes within the ten years, which would cut the last year's figures short.
SLOW = (0.006, 0.015, 0.035)
TESTED = ("survey_preference", "survey_share_noise", "confirmed_share_noise", "reduced_share_noise",
          "log_deviation_sd", "output_noise_sd", "pause_probability", "maturity_penalty",
          "survey_cost_ratio", "technical_survey_cost_ratio", "total_report_noise",
          "capacity_mean", "capacity_sd", "reduced_share_mean", "confirmed_share_mean")
TESTED_OF_STATES = ("capacity_km2_per_year", "reduced_share", "confirmed_share")
PLANTED_FITS = 40  # with the planted mistake; more than it takes to see it
MOST_DIVERGING = 0.02  # of a fit's draws; more, and the fit is set aside and counted
SILENT = ("world_productivity_sd", "world_funding_sd", "donor_funding_sd", "recipient_funding_sd",
          "national_funding_sd", "funding_report_noise", "stock_report_noise", "resurvey_per_year")


def sbc_priors() -> Priors:
    priors = make_priors(parameter_defaults(), {})
    quiet = {key: 0.0 for key in priors.fixed if key != "log_deviation_autocorrelation"}
    return dataclasses.replace(
        priors, capacity_over_peak_work=two_piece(SLOW), fixed={**priors.fixed, **quiet})


def first_stock(code: str) -> Stock:
    confirmed, suspected, _ = STATES[code]
    return Stock(BEFORE, confirmed, suspected, 0.0, split_reported=True)


def panel_of(records: list[StateRecord]) -> Panel:
    """The likelihood's arrays, filled up to one shape for all histories."""
    seen = [observe(record, ORIGIN, look_for_waves=False) for record in records]
    for one in seen:
        one.peak = [first_stock(one.code)]  # capacity was drawn relative to it
        one.finds_km2 = {}
        one.years_open_to_waves = 0
    return filled_up(make_panel(records, seen, ORIGIN))


def filled_up(panel: Panel) -> Panel:
    """Rows that belong to no state, and so count for nothing, up to one observation a state and year."""
    states, years = len(panel.codes), ORIGIN - BEFORE
    nobody = states

    def fill(name: str, rows: int, value) -> np.ndarray:
        array = getattr(panel, name)
        missing = np.full((rows - len(array), *array.shape[1:]), value, dtype=array.dtype)
        return np.concatenate([array, missing])

    rows = states * years
    ones = ("stock", "peak", "cancelled", "confirmed", "reduced", "cleared", "released")
    zeros = ("kind", "mix_known", "years", "last_year", "log_output", "funding", "funding_unknown")
    depth = panel.peak.shape[1]
    peak = np.concatenate([panel.peak, np.zeros((len(panel.peak), years - depth, 3))], axis=1)
    panel = dataclasses.replace(
        panel, peak=peak, funding_unknown=np.zeros_like(panel.funding_unknown),
        observations=np.full(states, float(years)),
        peak_at_origin=panel.peak_at_origin[:, :1])
    return dataclasses.replace(
        panel, state=fill("state", rows, nobody),
        **{name: fill(name, rows, 1) for name in ones}, **{name: fill(name, rows, 0) for name in zeros},
        reduced_state=fill("reduced_state", rows, nobody), reduced_share=fill("reduced_share", rows, 0.5),
        confirmed_state=fill("confirmed_state", rows, nobody),
        confirmed_share=fill("confirmed_share", rows, 0.5))


# ---- the engine as simulator ---------------------------------------------------------------------------


def write_world(folder: Path, table: dict[str, np.ndarray], count: int, seed: int) -> Path:
    """A scenario with states of its own and a posterior that holds the truths, one a trajectory."""
    for code, (confirmed, suspected, _) in STATES.items():
        write_whole(folder / f"states/{code}.yaml", "\n".join([
            "format: 1", f"code: {code}", f"name: Made up {code[-1]}", "baseline: complete",
            "treaty: {party: false}", "status: {kind: affected}", "history:",
            f"  - {{year: {BEFORE}, confirmed_km2: {confirmed}, suspected_km2: {suspected}, "
            "cleared_km2: 1, source: made2014}", ""]))
    write_whole(folder / "data/sources.csv", "source_id,title,publisher,year,url\n"
                f"made{BEFORE},made up,nobody,{BEFORE},https://example.org/\n")
    head = {"minefree posterior": "1", "origin": str(BEFORE), "draws": str(count), "calibrated": ""}
    write_whole(folder / "truths.csv", posterior_text(head, table))
    silent = "".join(f"  {key}: 0\n" for key in SILENT)
    path = folder / "scenario.yaml"
    write_whole(path, (
        f"format: 1\nname: made up\norigin: {BEFORE}\nhorizon: {ORIGIN + 1}\ntrajectories: {count}\n"
        f"seed: {seed}\nstates: [{', '.join(STATES)}]\ntargets: [{ORIGIN}]\nposterior: truths.csv\n"
        f"parameters:\n{silent}  undiscovered_km2: 0.000001\n  regime_scale_years: [0, 0, 0]\n"))
    return path


def truths(model: Model, count: int, seed: int) -> dict[str, np.ndarray]:
    """Draws from the priors, by name."""

    def one(key):
        with numpyro.handlers.seed(rng_seed=key):
            return model.sample()

    drawn = jax.vmap(one)(jax.random.split(jax.random.PRNGKey(seed), count))
    return {name: np.asarray(value) for name, value in drawn.items()}


def columns_of_truths(model: Model, drawn: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    left_out = ("resurvey_per_year",)
    table = {key: drawn[key] for key in COMMON if key not in left_out}
    for i, code in enumerate(model.codes):
        for key in TESTED_OF_STATES:
            table[f"{code}.{key}"] = drawn[key][:, i]
    return table


def histories(text: str, drawn: dict[str, np.ndarray], seed: int) -> list[list[StateRecord]]:
    """What each trajectory of the engine would have reported."""
    random = np.random.default_rng(seed)
    found: dict[int, dict[str, StateRecord]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        number, year = int(row["trajectory"]), int(row["year"])
        if year > ORIGIN:
            continue
        records = found.setdefault(number, {
            code: StateRecord(code, stocks=[first_stock(code)]) for code in STATES})
        record = records[row["state"]]
        value = {k: float(v) for k, v in row.items() if k.endswith("_km2")}
        before = record.stocks[-1]
        record.stocks.append(Stock(year, value["confirmed_km2"], value["suspected_km2"], 0.0, True))
        confirmed = max(0.0, before.suspected_km2 - value["suspected_km2"] - value["cancelled_km2"])
        flows = {k: value[k] for k in ("cancelled_km2", "reduced_km2", "cleared_km2")}
        kind = STATES[record.code][2]
        if kind == "A":
            record.flows[year] = {**flows, "confirmed_by_survey_km2": confirmed}
        elif kind == "B":
            record.flows[year] = {"cleared_km2": flows["cleared_km2"]}
        else:
            error = drawn["total_report_noise"][number] * random.standard_normal()
            record.flows[year] = {"released_km2": sum(flows.values()) * np.exp(error)}
    return [list(found[number].values()) for number in sorted(found)]


# ---- fits and ranks ------------------------------------------------------------------------------------


@dataclass
class Sbc:
    names: list[str]
    ranks: np.ndarray  # (fits, names) share of the posterior's draws below the truth
    refused: int  # fits with a divergence, or histories that came too close to completion

    def p_value(self, k: int) -> float:
        return float(stats.kstest(self.ranks[:, k], "uniform").pvalue)


def named(model: Model, values: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Flat tested quantities (draws) by name."""
    result = {name: values[name] for name in TESTED}
    for i, code in enumerate(model.codes):
        result |= {f"{code}.{name}": values[name][:, i] for name in TESTED_OF_STATES}
    return result


def too_near_completion(records: list[StateRecord]) -> bool:
    """Years that ran out of land to survey or to clear do not show what the effort would have done."""
    return any(min(s.confirmed_km2, s.suspected_km2) < 1e-3 for r in records for s in r.stocks)


def compiled_sampler(model: Model, warmup: int, draws: int):
    """NUTS on one chain as one compiled function of a key and the arrays of a panel; every site of the
    model is a real number, so it starts at zero."""
    first, following = hmc(
        potential_fn_gen=lambda panel, grid: lambda sites: -log_density(model, (panel, grid), {}, sites)[0],
        algo="NUTS")
    with numpyro.handlers.seed(rng_seed=0), numpyro.handlers.trace() as trace:
        model.sample()
    start = {name: np.zeros(site["value"].shape) for name, site in trace.items() if site["type"] == "sample"}

    @jax.jit
    def sample(key, panel, grid):
        state = first(start, warmup, target_accept_prob=0.9, model_args=(panel, grid), rng_key=key)

        def one(state, _):
            state = following(state, (panel, grid), {})
            return state, (state.z, state.diverging)

        state, _ = jax.lax.scan(one, state, length=warmup)
        _, (sites, diverging) = jax.lax.scan(one, state, length=draws)
        return jax.vmap(lambda z: values_of_sites(model, z))(sites), diverging

    return sample


def run_sbc(fits: int, seed: int, folder: Path, warmup: int = 500, draws: int = 500,
            spoil=lambda panel: panel) -> Sbc:
    """`spoil` changes the panel before the fit: a planted mistake."""
    records = [StateRecord(code, stocks=[first_stock(code)]) for code in STATES]
    for record in records:
        record.stocks += [Stock(y, 1.0, 1.0, 0.0, True) for y in range(BEFORE + 1, ORIGIN + 1)]
        record.flows = {y: {"cancelled_km2": 1.0, "reduced_km2": 1.0, "cleared_km2": 1.0,
                            "confirmed_by_survey_km2": 1.0} for y in range(BEFORE + 1, ORIGIN + 1)}
    model = Model(panel_of(records), sbc_priors())
    drawn = truths(model, fits, seed)
    path = write_world(folder, columns_of_truths(model, drawn), fits, seed)
    text = ask("trajectories", str(path), "--trajectories", str(fits), "--quiet")
    truth = named(model, drawn)

    sample = compiled_sampler(model, warmup, draws)
    ranks, refused = [], 0
    for number, history in enumerate(histories(text, drawn, seed)):
        if too_near_completion(history):
            refused += 1
            continue
        panel = spoil(panel_of(history))
        arrays = {f.name: getattr(panel, f.name) for f in dataclasses.fields(Panel) if f.name != "codes"}
        values, diverging = sample(jax.random.PRNGKey(seed + 1 + number), arrays, kalman.make_grid(panel))
        if np.mean(diverging) > MOST_DIVERGING:
            refused += 1
            continue
        posterior = named(model, {name: np.asarray(v) for name, v in values.items()})
        ranks.append([np.mean(posterior[name] < truth[name][number]) for name in truth])
    return Sbc(list(truth), np.array(ranks), refused)


def run_and_write(fits: int, seed: int) -> int:
    """The fuller run behind ./dev calibrate --sbc; fails where ranks are uneven beyond chance."""
    folder = ROOT / "build/sbc"
    done = run_sbc(fits, seed, folder)
    spoilt = run_sbc(min(fits, PLANTED_FITS), seed, folder, spoil=easy_land_everywhere)
    quantities = [{
        "name": name, "count": len(done.ranks), "mean": round(float(done.ranks[:, j].mean()), 3),
        "p_value": round(done.p_value(j), 4),
        "inside_80": round(float(np.mean(np.abs(done.ranks[:, j] - 0.5) < 0.4)), 3),
    } for j, name in enumerate(done.names)]
    result = {"fits": fits, "states": len(STATES), "refused": done.refused, "seed": seed,
              "planted_p_value": float(f"{min(spoilt.p_value(j) for j in range(len(spoilt.names))):.2g}"),
              "quantities": quantities}
    write_whole(ROOT / "docs/calibration/sbc.json", json.dumps(result, indent=1) + "\n")
    # Bonferroni: one in a hundred such runs fails by chance.
    return int(min(q["p_value"] for q in quantities) < 0.01 / len(quantities))


def easy_land_everywhere(panel: Panel) -> Panel:
    """A planted mistake: reported clearance is read as twice what it was in the later half."""
    late = panel.last_year >= 5
    return dataclasses.replace(panel, cleared=np.where(late, 2 * panel.cleared, panel.cleared))


__all__ = ["Sbc", "run_sbc", "run_and_write"]
