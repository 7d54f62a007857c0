"""The hierarchical model of docs/calibration.md as a NumPyro model.

Everything is sampled as a standard normal or close to one, and the likelihood is a sum over states of
terms that see only their own state and what is common, so that a state's data reach another state
through common parameters alone.
"""

import copy
import dataclasses
import math

import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
from jax.scipy.stats import norm

from minefree.calibration import kalman, work
from minefree.calibration.arrays import Panel
from minefree.calibration.observations import SMALLEST_SHARE
from minefree.calibration.priors import COMMON, SHARES, Priors, TwoPiece

# Capacity follows money with a lag (hiring_speed, firing_speed), so that a year's deviation of money
# reaches it to about this part; a donor with a third of the money, squared and summed (*prior*).
FUNDING_VARIANCE_PASSED_ON = 0.7
DONOR_CONCENTRATION = 0.3
# How much of the spread between states is put into the mean of all, the rest into their differences.
HALF = math.sqrt(0.5)
# A factor of two either way, at 5 % and 95 %.
LOG_SD_OF_DIFFERENCES = 0.42
# States with this many observations of effort are centred half way.
OBSERVATIONS_OF_HALF_CENTRING = 2.0


def on_scale(prior: TwoPiece, normal):
    """Standard normal to the log or logit scale."""
    return prior.best + jnp.where(normal < 0, prior.sd_low, prior.sd_high) * normal


def on_scale_of(priors: list[TwoPiece], normal):
    """As `on_scale`, one prior an entry."""
    best, low, high = (jnp.array([getattr(p, n) for p in priors])
                       for n in ("best", "sd_low", "sd_high"))
    return best + jnp.where(normal < 0, low, high) * normal


def logistic(x):
    return 1 / (1 + jnp.exp(-x))


def common_parameters(priors: Priors, normals) -> dict:
    """Values of COMMON from as many standard normals."""
    return {
        key: logistic(x) if key in SHARES else jnp.exp(x)
        for key, x in ((key, on_scale(priors.common[key], normals[k])) for k, key in enumerate(COMMON))
    }


def funding_variance(priors: Priors) -> float:
    """Of log capacity at an elasticity of one, where a year's money is not known."""
    fixed = priors.fixed
    return FUNDING_VARIANCE_PASSED_ON * (
        fixed["world_funding_sd"] ** 2
        + DONOR_CONCENTRATION * fixed["donor_funding_sd"] ** 2
        + fixed["recipient_funding_sd"] ** 2)


class Model:
    """The model of one panel; call it to sample, ask it for the likelihood state by state."""

    def __init__(self, panel: Panel, priors: Priors):
        self.codes = panel.codes
        self.record = panel
        self.panel = panel.map_arrays(jnp.asarray)
        self.priors = priors
        self.grid = kalman.make_grid(panel)
        self.members = np.maximum((panel.years > 0).sum(axis=1), 1)
        correlation = kalman.deviation_covariance(
            panel.years, priors.fixed["log_deviation_autocorrelation"])
        self.own_covariance = np.diag(correlation).copy()  # variance of a mean of z, sd one
        states = len(panel.codes)
        self.unsplit = np.flatnonzero(panel.unsplit)
        self.finders = np.unique(panel.find_state).astype(int)
        own = priors.own
        self.own_confirmed = [i for i, c in enumerate(panel.codes) if "confirmed_share" in own.get(c, {})]
        self.recorded_priors = [
            own.get(panel.codes[i], {}).get("recorded_confirmed_share", priors.recorded_confirmed_share)
            for i in self.unsplit]
        self.confirmed_priors = [own[panel.codes[i]]["confirmed_share"] for i in self.own_confirmed]
        self.ratio_priors = [priors.undiscovered_ratio[int(panel.baseline[i])] for i in self.finders]
        self.centring = panel.observations / (panel.observations + OBSERVATIONS_OF_HALF_CENTRING)
        self.states = states

    def own_keys(self, code: str) -> set[str]:
        """Parameters for which the state's own file gives a spread."""
        return set(self.priors.own.get(code, {})) | set(self.priors.own_by_hand.get(code, ()))

    # ---- what is sampled ------------------------------------------------------------------------------

    def hyper(self, name: str, prior: TwoPiece):
        """Mean and standard deviation between states, on the log or logit scale. States do differ, so
        the standard deviation is lognormal and not piled up at zero."""
        normal = numpyro.sample(f"{name}_mean_normal", dist.Normal())
        mean = prior.best + HALF * (on_scale(prior, normal) - prior.best)
        sd_normal = numpyro.sample(f"{name}_sd_normal", dist.Normal())
        sd = HALF * prior.sd * jnp.exp(LOG_SD_OF_DIFFERENCES * sd_normal)
        return mean, sd

    def sample(self) -> dict:
        """All unknowns, in the units of the parameter table; state by state where they are."""
        priors = self.priors
        normals = numpyro.sample("common_normals", dist.Normal().expand([len(COMMON)]).to_event(1))
        p = common_parameters(priors, normals)
        p["total_report_noise"] = jnp.exp(on_scale(
            priors.total_report_noise, numpyro.sample("total_report_noise_normal", dist.Normal())))

        for name in ("reduced_share", "confirmed_share"):
            mean, sd = self.hyper(name, priors.hierarchical[name])
            raw = numpyro.sample(f"{name}_normals", dist.Normal().expand([self.states]).to_event(1))
            logit = mean + sd * raw
            if name == "confirmed_share" and self.own_confirmed:
                index = jnp.array(self.own_confirmed)
                logit = logit.at[index].set(on_scale_of(self.confirmed_priors, raw[index]))
            p[f"{name}_mean"], p[f"{name}_sd"], p[name] = mean, sd, logistic(logit)

        recorded = jnp.full(self.states, 0.5)
        if len(self.unsplit):
            raw = numpyro.sample("recorded_normals", dist.Normal().expand([len(self.unsplit)]).to_event(1))
            recorded = recorded.at[self.unsplit].set(logistic(on_scale_of(self.recorded_priors, raw)))
        p["recorded_confirmed_share"] = recorded

        # Capacity over the largest work: between centred and non-centred, by how much is observed.
        mean, sd = self.hyper("capacity", priors.capacity_over_peak_work)
        c = jnp.asarray(self.centring)
        raw = numpyro.sample("capacity_normals", dist.Normal(c * mean, sd**c).to_event(1))
        p["log_capacity_over_peak_work"] = mean + sd ** (1 - c) * (raw - c * mean)
        p["capacity_mean"], p["capacity_sd"] = mean, sd

        mean, sd = self.hyper("resurvey_share", priors.hierarchical["resurvey_share"])
        p["resurvey_share_mean"], p["resurvey_share_sd"] = mean, sd
        next_wave = numpyro.sample("next_wave_normal", dist.Normal())
        p["resurvey_share"] = logistic(mean + sd * next_wave)

        if len(self.finders):
            raw = numpyro.sample("undiscovered_normals",
                                 dist.Normal().expand([len(self.finders)]).to_event(1))
            p["log_undiscovered_ratio"] = on_scale_of(self.ratio_priors, raw)
        return self.with_derived(p)

    def with_derived(self, p: dict) -> dict:
        """Adds what follows: traits, capacity in km2 a year, undiscovered land in km2."""
        traits = self.traits(p)
        p["peak_work_km2"] = work.largest_work(traits, self.panel.peak_at_origin)
        p["capacity_km2_per_year"] = jnp.exp(p["log_capacity_over_peak_work"]) * p["peak_work_km2"]
        if len(self.finders):
            confirmed, suspected = work.split_stock(
                self.panel.newest_stock[self.finders], p["recorded_confirmed_share"][self.finders])
            mined = confirmed + p["confirmed_share"][self.finders] * suspected
            p["undiscovered_km2"] = jnp.exp(p["log_undiscovered_ratio"]) * mined
        return p

    def traits(self, p: dict) -> work.Traits:
        return work.Traits(p["survey_cost_ratio"], p["technical_survey_cost_ratio"], p["reduced_share"],
                           p["confirmed_share"], p["recorded_confirmed_share"])

    # ---- likelihood -----------------------------------------------------------------------------------

    def effort_terms(self, p: dict):
        """Log effort, its mean, the variance of its independent part, and the log Jacobian, (J) each."""
        panel, phi_n = self.panel, jnp.asarray(self.members)
        of_year = self.traits(p).at(panel.state)
        noise = work.Noise(p["survey_share_noise"], p["confirmed_share_noise"], p["reduced_share_noise"])
        done = work.work_of_observations(panel, of_year, p["survey_preference"], noise)
        log_effort, log_jacobian = work.log_effort(panel, of_year, done.log_work, p["maturity_penalty"])

        independent = p["output_noise_sd"] ** 2 + self.priors.fixed["world_productivity_sd"] ** 2
        persistent = p["log_deviation_sd"] ** 2
        mean_one = -(independent + persistent) / 2
        # The log of a mean of years lies above the mean of their logs.
        within = 0.5 * (persistent * (1 - self.own_covariance) + independent * (1 - 1 / phi_n))
        expected = (
            jnp.log(p["capacity_km2_per_year"])[panel.state] + mean_one + within
            - jnp.log1p(-p["pause_probability"]) + panel.log_output
            + p["funding_elasticity"] * panel.funding)
        variance = (
            (independent + done.variance) / phi_n
            + p["funding_elasticity"] ** 2 * funding_variance(self.priors) * panel.funding_unknown
            + jnp.where(panel.kind >= 2, p["total_report_noise"] ** 2, 0.0))
        return log_effort, expected, variance, log_jacobian, done

    def log_likelihood(self, p: dict):
        """Of each state, (I)."""
        panel, states = self.panel, self.states
        log_effort, expected, variance, log_jacobian, done = self.effort_terms(p)
        total = kalman.filter_log_likelihood(
            self.grid, log_effort - expected, variance, jnp.asarray(self.members),
            self.priors.fixed["log_deviation_autocorrelation"], p["log_deviation_sd"])
        add = lambda total, index, terms: total.at[index].add(terms)
        total = add(total, panel.state, log_jacobian)

        # How effort was split, where survey and clearance are both reported.
        mix_sd = jnp.sqrt(p["survey_share_noise"] ** 2 + done.mix_variance)
        mix = norm.logpdf(done.log_mix, jnp.log(p["survey_preference"]), mix_sd)
        total = add(total, panel.state, jnp.where(panel.mix_known > 0, mix, 0.0))

        # Shares.
        for name in ("reduced", "confirmed"):
            index, share = getattr(panel, f"{name}_state"), getattr(panel, f"{name}_share")
            if len(index):
                mean = jnp.log(p[f"{name}_share"] / (1 - p[f"{name}_share"]))[index]
                total = add(total, index, share_log_density(share, mean, p[f"{name}_share_noise"]))

        # Pauses; waves of re-survey and how much they visit.
        pause = p["pause_probability"]
        total = total + panel.idle * jnp.log(pause) + panel.busy * jnp.log1p(-pause)
        rate = p["resurvey_per_year"]
        total = total + panel.waves * jnp.log(-jnp.expm1(-rate))
        total = total - (panel.open_to_waves - panel.waves) * rate
        if len(panel.wave_state):
            logit = jnp.log(panel.wave_share / (1 - panel.wave_share))
            total = add(total, panel.wave_state,
                        norm.logpdf(logit, p["resurvey_share_mean"], p["resurvey_share_sd"]))

        # Finds: what lies undiscovered at the origin, and what was found since, was there before.
        if len(self.finders):
            total = add(total, panel.find_state, self.find_log_density(p))
        return total

    def find_log_density(self, p: dict):
        """Of the size of each reported find, given that there was one."""
        panel = self.panel
        place = jnp.asarray(np.searchsorted(self.finders, self.record.find_state))
        before = p["undiscovered_km2"][place] + panel.find_later_km2
        mean = before * -jnp.expm1(-p["discovery_per_year"] * panel.find_output)
        chance = -jnp.expm1(-mean / p["undiscovered_area_km2"])
        sd = p["discovery_noise"]
        return norm.logpdf(jnp.log(panel.find_km2), jnp.log(mean / chance) - sd**2 / 2, sd)

    def __call__(self, panel: dict | None = None, grid: kalman.Grid | None = None):
        """The model for NumPyro; with arrays, that of another panel of the same shape."""
        model = self if panel is None else self.of_arrays(panel, grid)
        p = model.sample()
        numpyro.factor("record", jnp.sum(model.log_likelihood(p)))

    def of_arrays(self, panel: dict, grid: kalman.Grid) -> "Model":
        model = copy.copy(self)
        model.panel, model.grid = dataclasses.replace(self.panel, **panel), grid
        return model


def share_log_density(share, mean, sd):
    """Logit-normal; a share near 0 or 1 says only that it is at most (at least) that."""
    smallest = math.log(SMALLEST_SHARE / (1 - SMALLEST_SHARE))
    inner = jnp.clip(share, SMALLEST_SHARE, 1 - SMALLEST_SHARE)
    within = norm.logpdf(jnp.log(inner / (1 - inner)), mean, sd)
    at_most = norm.logcdf((smallest - mean) / sd)
    at_least = norm.logcdf((mean + smallest) / sd)
    return jnp.select([share < SMALLEST_SHARE, share > 1 - SMALLEST_SHARE], [at_most, at_least], within)
