"""Numbers of the NumPy model that stay what they are over the years: spreads, parameters, and series of noise."""

import numpy as np

DONE_KM2 = 500e-6
TINY = 1e-12
NEVER = np.inf


def sample(spread, z):
    """A two-piece spread at the standard normals z; a plain number where it is certain."""
    if spread["sd_low"] == 0 and spread["sd_high"] == 0:
        return spread["best"]
    step = z * np.where(z < 0, spread["sd_low"], spread["sd_high"])
    best = spread["best"]
    return best / (best + (1 - best) * np.exp(-step)) if spread["share"] else best * np.exp(step)


def logit_normal(mean, sd, z):
    """logistic(logit(mean) + sd z), also where the mean is 0 or 1."""
    return mean / np.maximum(mean + (1 - mean) * np.exp(-sd * z), TINY)


def mean_one(deviation, variance):
    return np.exp(deviation - variance / 2)


class Series:
    """A stationary AR(1) series of unit innovations, from its stationary distribution on (step 0)."""

    def __init__(self, sd, phi, rng, n):
        self.sd, self.phi, self.rng, self.n = sd, phi, rng, n
        self.value = sd * rng.standard_normal(n)

    def next(self):
        innovation = self.sd * np.sqrt(1 - self.phi**2)
        self.value = self.phi * self.value + innovation * self.rng.standard_normal(self.n)
        return self.value


class Traits(dict):
    """The parameters of a state: constant over the years, one number a trajectory or one for all."""

    def __init__(self, parameters, common, rng, n):
        for key, spread in parameters.items():
            if not spread["uncertain"]:
                self[key] = spread["best"]
            elif spread["own_draw"]:
                self[key] = sample(spread, rng.standard_normal(n))
            else:
                self[key] = sample(spread, common[key])

    def processing_cost(self, reduced_share):
        return self["technical_survey_cost_ratio"] + 1 - reduced_share

    def mined(self, suspected, confirmed):
        return confirmed + self["confirmed_share"] * suspected

    def work(self, suspected, confirmed):
        """W, clearance-equivalent km2 (section 3)."""
        r_k = self.processing_cost(self["reduced_share"])
        return self["survey_cost_ratio"] * suspected + r_k * self.mined(suspected, confirmed)

    def effort_needed(self, work, done, peak):
        """The effort that some work needs from progress `done` on: the last land is dearer (section 4, step 6)."""
        gamma = np.maximum(self["maturity_penalty"], 1e-9)
        peak = np.maximum(peak, TINY)
        return peak / gamma * np.exp(gamma * done) * np.expm1(gamma * work / peak)

    def split(self, stock):
        """Suspected and confirmed part of a recorded stock."""
        part = self["recorded_confirmed_share"]
        return (stock["suspected_km2"] + (1 - part) * stock["unsplit_km2"],
                stock["confirmed_km2"] + part * stock["unsplit_km2"])
