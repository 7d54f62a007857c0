"""Posterior predictive checks: could the fitted model have made the record?

Each check gives, for every observation, the share of predicted values that lie below it (PIT). They
should spread evenly over 0..1; the observations were used in the fit, so they look a little better than
new ones would.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from minefree.calibration import simulate
from minefree.calibration.deviation import effort_terms
from minefree.calibration.likelihood import Model, funding_variance
from minefree.calibration.panel import StateRecord

YEARS_AHEAD = 3
KINDS = "ABCD"


@dataclass
class Check:
    name: str
    labels: list[str]  # of the observations
    pit: list[float]


def effort_check(model: Model, values: dict[str, np.ndarray], origin: int) -> Check:
    """Log effort of every observation against its marginal prediction."""
    panel = model.record
    residual, variance = effort_terms(model, values)
    total = np.sqrt(variance + values["log_deviation_sd"][:, None] ** 2 * model.own_covariance[None])
    pit = stats.norm.cdf(residual / total).mean(axis=0)
    first = origin - panel.years.shape[1] + 1
    labels = [f"{panel.codes[i]} {first + t} {KINDS[k]}"
              for i, t, k in zip(panel.state, panel.last_year, panel.kind)]
    return Check("effort", labels, [float(p) for p in pit])


def share_checks(model: Model, values: dict[str, np.ndarray]) -> list[Check]:
    """Reported yearly shares against the state's own share with the year's noise."""
    panel, checks = model.record, []
    for name in ("reduced", "confirmed"):
        index, share = getattr(panel, f"{name}_state"), getattr(panel, f"{name}_share")
        if not len(index):
            continue
        mean = simulate.logit(values[f"{name}_share"][:, index])
        inner = np.clip(share, 0.01, 0.99)
        below = stats.norm.cdf((simulate.logit(inner)[None] - mean) / values[f"{name}_share_noise"][:, None])
        checks.append(Check(f"{name}_share", [panel.codes[i] for i in index],
                            [float(p) for p in below.mean(axis=0)]))
    return checks


def draws_of_state(model: Model, values: dict[str, np.ndarray], i: int) -> simulate.Draws:
    names = simulate.Draws.__dataclass_fields__
    chosen = {}
    for name in names:
        if name in ("log_deviation_autocorrelation", "other_log_variance"):
            continue
        value = values[name]
        chosen[name] = value[:, i] if value.ndim == 2 and value.shape[1] == len(model.codes) else value
    fixed = model.priors.fixed
    return simulate.Draws(
        **chosen, log_deviation_autocorrelation=fixed["log_deviation_autocorrelation"],
        other_log_variance=fixed["world_productivity_sd"] ** 2
        + values["funding_elasticity"] ** 2 * funding_variance(model.priors))


def stock_check(model: Model, values: dict[str, np.ndarray], records: list[StateRecord],
                origin: int, seed: int) -> Check:
    """The recorded stock three years later, simulated from the stock before it; pairs without a
    redefinition between them, in the window of the fit."""
    random = np.random.default_rng(seed)
    labels, pit = [], []
    for record in records:
        if record.code not in model.codes:
            continue
        i = model.codes.index(record.code)
        draws = draws_of_state(model, values, i)
        ratio = model.priors.undiscovered_ratio[record.baseline]
        count = len(draws.capacity_km2_per_year)
        for stock in record.stocks:
            later = record.stock_of(stock.year + YEARS_AHEAD)
            years = range(stock.year + 1, stock.year + YEARS_AHEAD + 1)
            if not later or stock.total_km2 <= 0 or stock.year < origin - 10:
                continue
            if any(y in record.redefined or record.regime.get(y, 0) > 0 for y in years):
                continue
            part = values["recorded_confirmed_share"][:, i]
            confirmed = stock.confirmed_km2 + part * stock.unsplit_km2
            suspected = stock.suspected_km2 + (1 - part) * stock.unsplit_km2
            normal = random.standard_normal(count)
            spread = np.where(normal < 0, ratio.sd_low, ratio.sd_high)
            hidden = np.exp(ratio.best + spread * normal) * (confirmed + draws.confirmed_share * suspected)
            land = simulate.begin(draws, suspected, confirmed, hidden, random)
            for _ in years:
                simulate.step(draws, land, random)
            # Reports of one state err alike, so that a change between two of them errs less.
            left = (land.suspected_km2 + land.confirmed_km2) * np.exp(0.1 * random.standard_normal(count))
            ties = 0.5 * np.mean(left == later.total_km2)
            labels.append(f"{record.code} {stock.year}")
            pit.append(float(np.mean(left < later.total_km2) + ties))
    return Check("stock_3_years", labels, pit)


def check_all(model: Model, values: dict[str, np.ndarray], records: list[StateRecord],
              origin: int, seed: int) -> list[Check]:
    return [effort_check(model, values, origin), *share_checks(model, values),
            stock_check(model, values, records, origin, seed)]


def coverage(pit: list[float], level: float) -> float:
    """Share of observations inside the central interval of that probability."""
    edge = (1 - level) / 2
    return float(np.mean([edge <= p <= 1 - edge for p in pit])) if pit else float("nan")
