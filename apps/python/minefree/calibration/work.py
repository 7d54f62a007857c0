"""Work and effort, as in engine/minefree/model/work.hpp and effort_of_the_year.hpp, on JAX arrays.

Letters as in docs/model.md: r_N, r_T costs of survey relative to clearance, rho reduced share, pi
confirmed share, omega survey preference, gamma maturity penalty. All areas km2.
"""

from typing import NamedTuple

import jax.numpy as jnp

TINY = 1e-12


class Traits(NamedTuple):
    """Parameters of one state (or one an observation, when indexed by it)."""

    survey_cost: jnp.ndarray  # r_N
    technical_cost: jnp.ndarray  # r_T
    reduced_share: jnp.ndarray  # rho
    confirmed_share: jnp.ndarray  # pi
    recorded_confirmed_share: jnp.ndarray  # confirmed part of an unsplit stock

    def at(self, index) -> "Traits":
        return Traits(*(value[index] if jnp.ndim(value) else value for value in self))

    @property
    def processing_cost(self):
        return self.technical_cost + 1 - self.reduced_share


def split_stock(stock, recorded_confirmed_share):
    """(confirmed, suspected) of stocks (..., 3)."""
    confirmed = stock[..., 0] + recorded_confirmed_share * stock[..., 2]
    suspected = stock[..., 1] + (1 - recorded_confirmed_share) * stock[..., 2]
    return confirmed, suspected


def work_left(traits: Traits, stock):
    """Clearance-equivalent km2 of stocks (..., 3); traits broadcast against the leading axes."""
    confirmed, suspected = split_stock(stock, traits.recorded_confirmed_share)
    mined = confirmed + traits.confirmed_share * suspected
    return traits.survey_cost * suspected + traits.processing_cost * mined


def largest_work(traits: Traits, stocks):
    """The largest work among stocks (N, P, 3), one traits a row."""
    wide = Traits(*(v[:, None] if jnp.ndim(v) else v for v in traits))
    return jnp.max(work_left(wide, stocks), axis=1)


def relative_expm1(x):
    """expm1(x) / x, one at zero."""
    safe = jnp.maximum(x, 1e-6)
    return jnp.where(x > 1e-6, jnp.expm1(safe) / safe, 1.0)


def log_effort_needed(work, done, peak, penalty):
    """Log of the effort that some work needs at that progress (the inverse of `work_done`)."""
    return jnp.log(work) + penalty * done + jnp.log(relative_expm1(penalty * work / peak))


def log_effort_slope(work, peak, penalty):
    """Log of d log effort / d log work: the Jacobian of the inversion."""
    x = penalty * work / peak
    return x - jnp.log(relative_expm1(x))


def work_done(effort, done, peak, penalty):
    """The engine's effort update: (peak / gamma) log1p(gamma E exp(-gamma done) / peak)."""
    first = effort * jnp.exp(-penalty * done)
    x = penalty * first / peak
    safe = jnp.maximum(x, 1e-6)
    return first * jnp.where(x > 1e-6, jnp.log1p(safe) / safe, 1.0)


class Noise(NamedTuple):
    """Yearly noise of the shares on the logit scale."""

    survey: jnp.ndarray
    confirmed: jnp.ndarray
    reduced: jnp.ndarray


class WorkOfYear(NamedTuple):
    log_work: jnp.ndarray  # log of clearance-equivalent km2
    variance: jnp.ndarray  # of the log, from the year's shares where they are not reported
    log_mix: jnp.ndarray  # log odds of survey over what the stock's mix would ask; see `mix_known`
    mix_variance: jnp.ndarray  # of it, beside the survey noise


def work_of_observations(panel, traits: Traits, preference, noise: Noise) -> WorkOfYear:
    """Work behind each observation; `traits` has one entry an observation.

    Where a year does not report how its effort was split (B, C, D), the split is the one that the
    model expects of that stock, and its noise widens the observation to first order.
    """
    confirmed, suspected = split_stock(panel.stock, traits.recorded_confirmed_share)
    cost = traits.processing_cost
    mined = jnp.maximum(confirmed + traits.confirmed_share * suspected, TINY)
    survey_pull = preference * traits.survey_cost * suspected
    odds = survey_pull / (cost * mined)
    survey_share = odds / (1 + odds)

    # What was processed, and how well that is known.
    rho = traits.reduced_share
    reduced_known = panel.reduced >= 0
    reduced = jnp.where(reduced_known, panel.reduced, panel.cleared * rho / (1 - rho))
    processing = traits.technical_cost * (reduced + panel.cleared) + panel.cleared
    rho_slope = jnp.where(
        reduced_known, 0.0, rho * traits.technical_cost / (1 - rho + traits.technical_cost))
    processing_variance = (rho_slope * noise.reduced) ** 2

    # A: survey too is reported.
    confirmed_known = panel.confirmed >= 0
    surveyed = jnp.where(confirmed_known, panel.cancelled + panel.confirmed,
                         panel.cancelled / (1 - traits.confirmed_share))
    survey = traits.survey_cost * surveyed
    work_a = survey + processing
    pi_variance = jnp.where(confirmed_known, 0.0, (traits.confirmed_share * noise.confirmed) ** 2)
    part = survey / jnp.maximum(work_a, TINY)
    variance_a = part**2 * pi_variance + (1 - part) ** 2 * processing_variance

    # B: processing alone. The odds of survey are uncertain by the survey noise.
    work_b = processing * (1 + odds)
    variance_b = (survey_share * noise.survey) ** 2 + processing_variance

    # C and D: one sum of survey's cancellation and of processing.
    cancelled_per_work = (1 - traits.confirmed_share) / traits.survey_cost
    processed_per_work = 1 / cost
    released_per_work = survey_share * cancelled_per_work + (1 - survey_share) * processed_per_work
    work_c = panel.released / released_per_work
    slope = (cancelled_per_work - processed_per_work) * survey_share * (1 - survey_share)
    variance_c = (slope / released_per_work * noise.survey) ** 2

    work = jnp.select([panel.kind == 0, panel.kind == 1], [work_a, work_b], work_c)
    variance = jnp.select([panel.kind == 0, panel.kind == 1], [variance_a, variance_b], variance_c)
    known = panel.mix_known > 0
    log_mix = jnp.where(
        known,
        jnp.log(jnp.where(known, surveyed, 1.0) / jnp.where(known, suspected, 1.0))
        - jnp.log(jnp.where(known, processing, 1.0) / jnp.where(known, cost * mined, 1.0)),
        0.0)
    return WorkOfYear(jnp.log(jnp.maximum(work, TINY)), variance, log_mix,
                      pi_variance + processing_variance)


def log_effort(panel, traits: Traits, log_work, penalty):
    """Log effort of each observation and the log Jacobian of the step from work to effort."""
    work = jnp.exp(log_work)
    left = jnp.maximum(work_left(traits, panel.stock), work)
    peak = jnp.maximum(largest_work(traits, panel.peak), left)
    done = 1 - left / peak
    return log_effort_needed(work, done, peak, penalty), log_effort_slope(work, peak, penalty)
