"""Did the sampler do its work, and which parameters do the data speak to?"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from minefree.calibration.fit import Fit
from minefree.calibration.priors import COMMON

LARGEST_R_HAT = 1.01
SMALLEST_ESS = 400
# A parameter is called calibrated when the record narrows it to this part of its prior, or moves it so
# far that prior and posterior share less than half of their mass.
NARROWED = 0.7
MOVED = 0.5


@dataclass
class Diagnostics:
    """The worst of all written quantities, with the name of it."""

    r_hat: float
    r_hat_of: str
    bulk_ess: float
    bulk_ess_of: str
    tail_ess: float
    tail_ess_of: str
    divergences: int

    def problems(self) -> list[str]:
        found = []
        if not self.r_hat < LARGEST_R_HAT:
            found.append(f"rank R-hat of {self.r_hat_of} is {self.r_hat:.4f}, not below {LARGEST_R_HAT}")
        if not self.bulk_ess > SMALLEST_ESS:
            found.append(f"bulk ESS of {self.bulk_ess_of} is {self.bulk_ess:.0f}, not above {SMALLEST_ESS}")
        if not self.tail_ess > SMALLEST_ESS:
            found.append(f"tail ESS of {self.tail_ess_of} is {self.tail_ess:.0f}, not above {SMALLEST_ESS}")
        if self.divergences:
            found.append(f"{self.divergences} divergent transitions")
        return found


def diagnose(table: dict[str, np.ndarray], chains: int, divergences: int) -> Diagnostics:
    """Of the columns of the posterior, (chains * draws) each in the order of the chains."""
    import arviz as az

    def worst(function, choose, **options):
        found = {name: float(function(column.reshape(chains, -1), **options))
                 for name, column in table.items()}
        name = choose(found, key=found.get)
        return found[name], name

    r_hat = worst(az.rhat, max, method="rank")
    bulk = worst(az.ess, min, method="bulk")
    tail = worst(az.ess, min, method="tail")
    return Diagnostics(*r_hat, *bulk, *tail, divergences)


def overlap_with_standard_normal(draws: np.ndarray) -> float:
    """Mass that the draws share with a standard normal, 0..1, by a kernel estimate."""
    grid = np.linspace(-6, 6, 1201)
    if np.std(draws) < 1e-9:
        return 0.0
    density = stats.gaussian_kde(draws)(grid)
    return float(np.minimum(density, stats.norm.pdf(grid)).sum() * (grid[1] - grid[0]))


@dataclass
class Learned:
    """What the record says of one parameter; all on the scale on which its prior is a standard normal."""

    key: str
    prior: tuple[float, float, float]  # 5 %, median, 95 % in the parameter's unit
    posterior: tuple[float, float, float]
    sd_ratio: float  # posterior sd over prior sd
    overlap: float

    @property
    def calibrated(self) -> bool:
        return self.sd_ratio < NARROWED or self.overlap < MOVED


def quantiles(values: np.ndarray) -> tuple[float, float, float]:
    low, median, high = np.quantile(values, (0.05, 0.5, 0.95))
    return float(low), float(median), float(high)


def learned(fit: Fit) -> list[Learned]:
    """For each common parameter, and for what is typical of states."""
    result = []
    priors = fit.model.priors
    spread = {key: priors.common[key] for key in COMMON}
    for k, key in enumerate(COMMON):
        normals = fit.normals["common_normals"][..., k].ravel()
        result.append(learn(key, spread[key], spread[key].sd_low, spread[key].sd_high,
                            spread[key].best, normals, fit.values[key].ravel()))
    half = np.sqrt(0.5)
    for name, key, prior in (
        ("capacity", "capacity_km2_per_year", priors.capacity_over_peak_work),
        ("reduced_share", "reduced_share", priors.hierarchical["reduced_share"]),
        ("confirmed_share", "confirmed_share", priors.hierarchical["confirmed_share"]),
        ("resurvey_share", "resurvey_share", priors.hierarchical["resurvey_share"]),
    ):
        normals = fit.normals[f"{name}_mean_normal"].ravel()
        mean = fit.values[f"{name}_mean"].ravel()
        back = 1 / (1 + np.exp(-mean)) if prior.is_share else np.exp(mean)
        result.append(learn(key, prior, half * prior.sd_low, half * prior.sd_high, prior.best, normals, back))
    return result


def learn(key, prior, sd_low, sd_high, best, normals, values) -> Learned:
    ends = np.array([best - 1.6448536 * sd_low, best, best + 1.6448536 * sd_high])
    ends = 1 / (1 + np.exp(-ends)) if prior.is_share else np.exp(ends)
    return Learned(key, tuple(float(e) for e in ends), quantiles(values), float(np.std(normals)),
                   overlap_with_standard_normal(normals))
