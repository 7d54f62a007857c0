"""How a state of the NumPy model begins: docs/model.md, sections 3 and 5."""

import numpy as np

from numpy_parameters import DONE_KM2, NEVER, TINY, Series, Traits, sample


def is_idle(year):
    """A reported year of no work."""
    return not any(year[f"{part}_km2"] for part in ("cancelled", "confirmed", "reduced", "cleared", "released"))


def yearly_work(year, traits):
    """Work of one reported year (section 5, "Capacity")."""
    rho, pi = traits["reduced_share"], traits["confirmed_share"]
    suspected, confirmed = traits.split(year["stock"])
    work = traits.work(suspected, confirmed)
    cleared = year["cleared_km2"]
    reduced = year["reduced_km2"]
    if reduced is None:
        reduced = cleared * rho / (1 - rho)
    if year["kind"] == "split":
        cancelled = year["cancelled_km2"]
        surveyed = cancelled / (1 - pi) if year["confirmed_km2"] is None else cancelled + year["confirmed_km2"]
        return (traits["survey_cost_ratio"] * surveyed
                + traits["technical_survey_cost_ratio"] * (reduced + cleared) + cleared)
    if year["kind"] == "processed":
        return (reduced + cleared) * work / traits.mined(suspected, confirmed)
    return year["released_km2"] * work / (suspected + confirmed)


def yearly_effort(year, traits, report, peak):
    """q of one reported year: the effort that its work took, as progress stood then by the stock of that year."""
    work = yearly_work(year, traits)
    if sum(year["stock"].values()) <= 0:
        return work
    left = np.maximum(report * traits.work(*traits.split(year["stock"])), work)
    largest = np.maximum(peak, left)
    return traits.effort_needed(work, 1 - left / np.maximum(largest, TINY), largest)


def reported_capacity(plan, traits, report, peak, rng, n):
    """K_bar. Idle years count in the mean, and in the median where they are fewer than the busy ones."""
    if not plan["estimated"]:
        return traits["capacity_km2_per_year"] + np.zeros(n)
    output = plan["regime_output"]
    years = plan["work"]
    busy = np.array([yearly_effort(year, traits, report, peak) / (output[year["regime"]] or 1) + np.zeros(n)
                     for year in years if not is_idle(year)])
    q = np.concatenate([busy, np.zeros((len(years) - len(busy), n))])
    median = np.median(q if 2 * len(busy) > len(q) else busy, axis=0)
    best = np.minimum(q, 1.5 * median).mean(axis=0)
    if plan["certain"]:
        return best
    sd_log = np.log(busy).std(axis=0, ddof=1) if len(busy) > 1 else np.zeros(n)
    log_sd = np.sqrt(np.maximum(sd_log, 0.35)**2 / len(busy) + 0.15**2)
    return best * np.exp(log_sd * rng.standard_normal(n))


class Start:
    """One state over a block of trajectories, before its first year."""

    def __init__(self, plan, world, common, rng, n):
        self.plan, self.rng, self.n = plan, rng, n
        self.traits = p = Traits(plan["parameters"], common, rng, n)
        self.begin_land(plan["land"])
        self.reported_capacity = reported_capacity(plan["capacity"], p, self.report, self.peak_work, rng, n)
        self.capacity = self.reported_capacity.copy()
        self.deviation = Series(p["log_deviation_sd"], p["log_deviation_autocorrelation"], rng, n)
        self.recent_work = [self.capacity] * 3
        self.begin_funding(plan["funding"], world)
        security = plan["security"]
        self.regime = np.full(n, security["first_regime"])
        self.years_in_regime = np.full(n, security["years_in_first_regime"])
        self.end_probability = np.reshape(security["end_probability"], (3, security["ages"]))
        self.output = np.full(n, security["output"][security["first_regime"]])
        self.blocked = np.full(n, p["blocked_share"]) > 0 if np.isscalar(p["blocked_share"]) else p["blocked_share"] > 0
        self.begin_completion()

    def normal(self):
        return self.rng.standard_normal(self.n)

    def happens(self, probability):
        return self.rng.random(self.n) < probability

    def begin_land(self, plan):
        p, n = self.traits, self.n
        self.report = 1.0
        if plan["reported"]:
            sd = np.where(self.happens(0.1), 3, 1) * p["stock_report_noise"]
            self.report = np.exp(sd * self.normal())
        suspected, confirmed = p.split(plan)
        self.suspected = self.report * suspected + np.zeros(n)
        self.confirmed = self.report * confirmed + np.zeros(n)
        if plan["confirmed_by_hand"]:
            self.confirmed = sample(plan["confirmed_by_hand"], self.normal()) + np.zeros(n)
        if plan["suspected_by_hand"]:
            self.suspected = sample(plan["suspected_by_hand"], self.normal()) + np.zeros(n)
        # A political block keeps the same area closed until it lifts.
        self.blocked_suspected = p["blocked_share"] * self.suspected
        self.blocked_confirmed = p["blocked_share"] * self.confirmed
        z = self.normal()
        if plan["undiscovered_by_hand"]:
            self.undiscovered = sample(plan["undiscovered_by_hand"], z) + np.zeros(n)
        else:
            self.undiscovered = sample(plan["undiscovered_ratio"], z) * p.mined(self.suspected, self.confirmed)
            if plan["finds_weight"] > 0:
                by_finds = plan["yearly_finds_km2"] / (1 - np.exp(-p["discovery_per_year"]))
                weight = plan["finds_weight"]
                self.undiscovered = np.exp((1 - weight) * np.log(np.maximum(self.undiscovered, DONE_KM2))
                                           + weight * np.log(np.maximum(by_finds, DONE_KM2)))
        self.peak_work = p.work(self.suspected, self.confirmed)
        for stock in plan["peak_candidates"]:
            self.peak_work = np.maximum(self.peak_work, self.report * p.work(*p.split(stock)))

    def begin_funding(self, plan, world):
        p = self.traits
        self.money_is_handed_on = plan["mean_musd"] > 0 and not plan["constant"]
        if plan["mean_musd"] > 0:
            newest = np.exp(p["funding_report_noise"] * self.normal())
            self.mean_musd = plan["mean_musd"] * (1 + plan["newest_year_weight"] * (newest - 1))
        else:
            self.mean_musd = self.reported_capacity * p["cost_musd_per_km2"] / (1 - p["overhead_share"])
        self.recipient = Series(p["recipient_funding_sd"], world.phi, self.rng, self.n)
        self.national = Series(p["national_funding_sd"], world.phi, self.rng, self.n)
        self.donor_share = np.reshape(plan["donor_share"], (-1, len(plan["donors"])))

    def begin_completion(self):
        n = self.n
        self.finished = np.zeros(n, bool)
        self.declared = np.zeros(n, bool)
        self.ever_declared = np.zeros(n, bool)
        self.completed_at = np.full(n, NEVER)
        self.declared_at = np.full(n, NEVER)
        self.first_completed_at = np.full(n, NEVER)
        self.first_declared_at = np.full(n, NEVER)
        self.reopened_at = np.full(n, NEVER)
        self.undiscovered_at_declaration = np.zeros(n)
        self.extensions = np.zeros(n, int)
        deadline = self.plan["deadline"]
        self.deadline = None if deadline is None else np.full(n, deadline)
