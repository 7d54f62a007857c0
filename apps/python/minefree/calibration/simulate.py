"""The yearly step of the engine in NumPy, many draws at once, for posterior predictive checks and tests.

As engine/minefree/model/step_year.hpp without security, money, blocks, deadlines and what follows a
declaration. Arrays are (draws); areas km2.
"""

from dataclasses import dataclass

import numpy as np


@dataclass
class Draws:
    """Parameters, one a draw; names as in docs/model.md."""

    capacity_km2_per_year: np.ndarray
    survey_preference: np.ndarray
    reduced_share: np.ndarray
    confirmed_share: np.ndarray
    survey_share_noise: np.ndarray
    confirmed_share_noise: np.ndarray
    reduced_share_noise: np.ndarray
    discovery_per_year: np.ndarray
    discovery_noise: np.ndarray
    undiscovered_area_km2: np.ndarray
    log_deviation_sd: np.ndarray
    output_noise_sd: np.ndarray
    pause_probability: np.ndarray
    maturity_penalty: np.ndarray
    survey_cost_ratio: np.ndarray
    technical_survey_cost_ratio: np.ndarray
    resurvey_per_year: np.ndarray
    resurvey_share: np.ndarray
    log_deviation_autocorrelation: float = 0.7
    other_log_variance: float | np.ndarray = 0.0  # of output, from money and from what all states share


@dataclass
class Land:
    suspected_km2: np.ndarray
    confirmed_km2: np.ndarray
    undiscovered_km2: np.ndarray
    peak_work_km2: np.ndarray
    log_deviation: np.ndarray


def logit(share):
    return np.log(share / (1 - share))


def logistic(x):
    return 1 / (1 + np.exp(-x))


def work_of(p: Draws, suspected, confirmed):
    cost = p.technical_survey_cost_ratio + 1 - p.reduced_share
    return p.survey_cost_ratio * suspected + cost * (confirmed + p.confirmed_share * suspected)


def begin(p: Draws, suspected, confirmed, undiscovered, random) -> Land:
    count = len(p.capacity_km2_per_year)
    wide = lambda value: np.broadcast_to(np.asarray(value, float), (count,)).copy()
    land = Land(wide(suspected), wide(confirmed), wide(undiscovered), wide(0.0), wide(0.0))
    land.peak_work_km2 = work_of(p, land.suspected_km2, land.confirmed_km2)
    land.log_deviation = p.log_deviation_sd * random.standard_normal(count)
    return land


def step(p: Draws, land: Land, random: np.random.Generator) -> dict[str, np.ndarray]:
    """One year: changes `land`, gives the flows."""
    count = len(land.suspected_km2)
    normal = lambda: random.standard_normal(count)
    uniform = lambda: random.random(count)

    # Hidden land comes to light, in areas.
    mean = land.undiscovered_km2 * -np.expm1(-p.discovery_per_year)
    chance = -np.expm1(-mean / p.undiscovered_area_km2)
    size = mean * np.exp(p.discovery_noise * normal() - p.discovery_noise**2 / 2) / np.maximum(chance, 1e-12)
    found = np.where(uniform() < chance, np.minimum(land.undiscovered_km2, size), 0.0)
    land.undiscovered_km2 -= found
    land.confirmed_km2 += found

    # The year's shares, and a wave of re-survey.
    confirmed_share = logistic(logit(p.confirmed_share) + p.confirmed_share_noise * normal())
    reduced_share = logistic(logit(p.reduced_share) + p.reduced_share_noise * normal())
    odds_noise = np.exp(-p.survey_share_noise * normal())
    wave = uniform() < -np.expm1(-p.resurvey_per_year)
    visited = np.where(wave, p.resurvey_share * land.suspected_km2, 0.0)
    land.suspected_km2 -= visited
    land.confirmed_km2 += confirmed_share * visited
    cancelled = (1 - confirmed_share) * visited

    # Effort of the year, and the work it does.
    phi = p.log_deviation_autocorrelation
    land.log_deviation = (phi * land.log_deviation
                          + p.log_deviation_sd * np.sqrt(1 - phi**2) * normal())
    variance = p.log_deviation_sd**2 + p.output_noise_sd**2 + p.other_log_variance
    luck = np.exp(land.log_deviation - variance / 2
                  + np.sqrt(p.output_noise_sd**2 + p.other_log_variance) * normal())
    idle = uniform() < p.pause_probability
    effort = np.where(idle, 0.0, p.capacity_km2_per_year * luck / (1 - p.pause_probability))
    left = work_of(p, land.suspected_km2, land.confirmed_km2)
    land.peak_work_km2 = np.maximum(land.peak_work_km2, left)
    done = 1 - left / np.maximum(land.peak_work_km2, 1e-12)
    gamma, peak = p.maturity_penalty, np.maximum(land.peak_work_km2, 1e-12)
    work = peak / gamma * np.log1p(gamma * effort * np.exp(-gamma * done) / peak)

    # Land release: survey, then processing, no effort wasted.
    r_n, r_t = p.survey_cost_ratio, p.technical_survey_cost_ratio + 1 - reduced_share
    usual_cost = p.technical_survey_cost_ratio + 1 - p.reduced_share
    mined = land.confirmed_km2 + p.confirmed_share * land.suspected_km2
    survey_pull = p.survey_preference * r_n * land.suspected_km2
    share = survey_pull / np.maximum(survey_pull + usual_cost * mined * odds_noise, 1e-12)
    all_survey = r_n * land.suspected_km2
    surplus = (work - r_t * land.confirmed_km2) * r_n / (r_n + r_t * confirmed_share)
    survey_work = np.clip(np.maximum(share * work, surplus), 0, all_survey)
    surveyed = survey_work / r_n
    to_process = land.confirmed_km2 + confirmed_share * surveyed
    processed = np.minimum(np.maximum(work - survey_work, 0) / r_t, to_process)
    land.suspected_km2 = np.maximum(land.suspected_km2 - surveyed, 0)
    land.confirmed_km2 = np.maximum(to_process - processed, 0)
    return {
        "cancelled_km2": cancelled + (1 - confirmed_share) * surveyed,
        "confirmed_by_survey_km2": confirmed_share * (surveyed + visited),
        "reduced_km2": reduced_share * processed,
        "cleared_km2": (1 - reduced_share) * processed,
        "discovered_km2": found,
    }
