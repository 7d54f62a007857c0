"""A made-up panel and priors that need no program: what several tests share."""

import numpy as np

from minefree.calibration import simulate
from minefree.calibration.arrays import make_panel
from minefree.calibration.likelihood import Model
from minefree.calibration.observations import observe
from minefree.calibration.panel import StateRecord, Stock
from minefree.calibration.priors import make_priors

ORIGIN = 2024
DEFAULTS = {
    "survey_preference": (0.43, 1.35, 4.2), "reduced_share": (0.15, 0.4, 0.7),
    "confirmed_share": (0.04, 0.18, 0.43), "recorded_confirmed_share": (0.1, 0.5, 0.9),
    "survey_share_noise": (0.5, 0.5, 0.5), "confirmed_share_noise": (0.6, 0.6, 0.6),
    "reduced_share_noise": (0.5, 0.5, 0.5), "discovery_per_year": (0.07, 0.16, 0.37),
    "discovery_noise": (0.6, 0.6, 0.6), "undiscovered_area_km2": (0.02, 0.06, 0.2),
    "funding_elasticity": (0.4, 0.9, 1.4), "log_deviation_sd": (0.25, 0.25, 0.25),
    "output_noise_sd": (0.35, 0.35, 0.35), "pause_probability": (0.05, 0.05, 0.05),
    "maturity_penalty": (0.05, 0.4, 1.0), "survey_cost_ratio": (0.01, 0.03, 0.1),
    "technical_survey_cost_ratio": (0.15, 0.3, 0.6), "resurvey_per_year": (0.04, 0.08, 0.15),
    "resurvey_share": (0.2, 0.5, 0.8), "log_deviation_autocorrelation": (0.7, 0.7, 0.7),
    "world_productivity_sd": (0.0, 0.0, 0.0), "world_funding_sd": (0.0, 0.0, 0.0),
    "donor_funding_sd": (0.0, 0.0, 0.0), "recipient_funding_sd": (0.0, 0.0, 0.0),
}
TRUTH = {  # one value for all states of the simulated panel
    "survey_preference": 2.0, "reduced_share": 0.3, "confirmed_share": 0.25, "survey_share_noise": 0.3,
    "confirmed_share_noise": 0.4, "reduced_share_noise": 0.4, "discovery_per_year": 0.1,
    "discovery_noise": 0.5, "undiscovered_area_km2": 0.05, "log_deviation_sd": 0.3,
    "output_noise_sd": 0.2, "pause_probability": 0.04, "maturity_penalty": 0.5,
    "survey_cost_ratio": 0.05, "technical_survey_cost_ratio": 0.3, "resurvey_per_year": 1e-9,
    "resurvey_share": 0.5,
}


def priors(widen: float = 1.0):
    return make_priors(DEFAULTS, {}, widen)


def simulated_panel(states: int, seed: int, capacity_over_work: float = 0.03) -> list[StateRecord]:
    """Ten years of full reports of states that NumPy's version of the engine's year has made."""
    random = np.random.default_rng(seed)
    confirmed, suspected = random.uniform(50, 300, states), random.uniform(200, 1500, states)
    wide = {name: np.full(states, value) for name, value in TRUTH.items()}
    draws = simulate.Draws(capacity_km2_per_year=np.ones(states), **wide)
    draws.capacity_km2_per_year = capacity_over_work * simulate.work_of(draws, suspected, confirmed)
    land = simulate.begin(draws, suspected, confirmed, 0.0, random)
    records = [StateRecord(f"X{chr(65 + k // 26)}{chr(65 + k % 26)}",
                           stocks=[Stock(ORIGIN - 10, confirmed[k], suspected[k], 0.0, True)])
               for k in range(states)]
    for year in range(ORIGIN - 9, ORIGIN + 1):
        flows = simulate.step(draws, land, random)
        for k, record in enumerate(records):
            record.flows[year] = {name: float(flow[k]) for name, flow in flows.items()
                                  if name != "discovered_km2"}
            record.stocks.append(
                Stock(year, float(land.confirmed_km2[k]), float(land.suspected_km2[k]), 0.0, True))
    return records


def model_of(records: list[StateRecord], **options) -> Model:
    seen = [observe(record, ORIGIN, look_for_waves=False) for record in records]
    return Model(make_panel(records, seen, ORIGIN), options.get("priors") or priors())
