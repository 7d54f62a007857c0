"""A year of a state of the NumPy model: docs/model.md, section 4, in its order."""

import numpy as np

from numpy_parameters import DONE_KM2, NEVER, TINY, logit_normal, mean_one, sample
from numpy_start import Start

FIRST_MOMENT_OF_YEAR = 1e-3  # the earliest completion in a year: its very start would count as the December before


class Country(Start):
    """One state over a block of trajectories, year by year."""

    def step(self, year, world):
        now = self.plan["years"][year - self.plan["first_year"]]
        self.declare(year)
        self.change_regime(now["forced_regime"])
        self.lay_new_mines()
        self.discover(now["survey_intensity"])
        # The shares of the year's survey and clearance: p and rho_t.
        p = self.traits
        self.p = logit_normal(p["confirmed_share"], p["confirmed_share_noise"], self.normal())
        self.rho = logit_normal(p["reduced_share"], p["reduced_share_noise"], self.normal())
        self.resurvey()
        self.receive_funding(year - self.plan["first_year"], now, world)
        self.adjust_capacity()
        if "known_release" in now:
            self.apply_known_release(now["known_release"])
            return
        effort, work, done = self.effort(world)
        if year < 0:
            # A hidden year: the state was not reported complete, so at least half of its work was left.
            left = self.traits.work(self.suspected, self.confirmed)
            self.release_land(now["survey_intensity"], np.minimum(work, 0.5 * left))
            return
        needed = self.release_land(now["survey_intensity"], work)
        self.complete(year, effort, needed, done)
        self.extend_deadline(year)
        self.find_after_declaration(year)

    def declare(self, year):
        due = self.finished & ~self.declared & (self.declared_at <= year)
        first = due & ~self.ever_declared
        self.first_completed_at = np.where(first, self.completed_at, self.first_completed_at)
        self.first_declared_at = np.where(first, self.declared_at, self.first_declared_at)
        self.undiscovered_at_declaration = np.where(first, self.undiscovered, self.undiscovered_at_declaration)
        self.declared |= due
        self.ever_declared |= due

    def change_regime(self, forced):
        """Step 1."""
        security = self.plan["security"]
        if forced is not None:
            following = np.full(self.n, forced)
        else:
            age = np.minimum(self.years_in_regime, security["ages"])
            leaves = self.happens(self.end_probability[self.regime, age - 1])
            u = self.rng.random(self.n)
            to_open = np.array(security["jump_to_open"])[self.regime]
            to_open_or_restricted = np.array(security["jump_to_open_or_restricted"])[self.regime]
            target = np.where(u < to_open, 0, np.where(u < to_open_or_restricted, 1, 2))
            following = np.where(leaves, target, self.regime)
        self.years_in_regime = np.where(following == self.regime, self.years_in_regime + 1, 1)
        self.regime = following
        self.output = np.array(security["output"])[self.regime]
        lifts = self.happens(1 - np.exp(-self.traits["unblock_per_year"])) & (self.regime < 2)
        self.blocked &= ~lifts

    def lay_new_mines(self):
        """Step 2."""
        probability = np.array(self.plan["security"]["new_mines_probability"])
        if not probability.any():
            return
        laid = self.happens(probability[self.regime])
        p = self.traits
        variance = np.log1p(p["new_mines_cv"]**2)
        area = p["new_mines_km2"] * mean_one(np.sqrt(variance) * self.normal(), variance)
        self.undiscovered = self.undiscovered + np.where(laid, area, 0)

    def discover(self, intensity):
        """Step 3, in areas; and the end of a completion that was not yet declared."""
        p = self.traits
        expected = self.undiscovered * -np.expm1(-p["discovery_per_year"] * self.output * intensity)
        area = p["undiscovered_area_km2"]
        if np.isscalar(area) and area == 0:
            found = expected
        else:
            some = -np.expm1(-expected / area)
            size = expected * mean_one(p["discovery_noise"] * self.normal(), p["discovery_noise"]**2)
            found = np.where(self.happens(some), np.minimum(self.undiscovered, size / np.maximum(some, TINY)), 0)
        self.discovered = np.where(self.declared, 0, found)
        self.undiscovered = self.undiscovered - self.discovered
        self.confirmed = self.confirmed + self.discovered
        self.finished &= self.declared | (self.discovered <= p["relapse_km2"])

    def accessible(self):
        """S_a and C_a: what a block, while it is in force, leaves of S and C."""
        return (np.where(self.blocked, np.maximum(self.suspected - self.blocked_suspected, 0), self.suspected),
                np.where(self.blocked, np.maximum(self.confirmed - self.blocked_confirmed, 0), self.confirmed))

    def resurvey(self):
        """Step 3, the wave."""
        p = self.traits
        wave = self.happens(1 - np.exp(-p["resurvey_per_year"])) & (self.regime == 0) & ~self.finished
        s_a, _ = self.accessible()
        surveyed = np.where(wave, p["resurvey_share"] * s_a, 0)
        self.suspected = self.suspected - surveyed
        self.confirmed = self.confirmed + self.p * surveyed
        self.cancelled = (1 - self.p) * surveyed

    def receive_funding(self, index, now, world):
        """Step 4. The plan holds each donor's share of F_bar, times the scenario's path."""
        shares = self.donor_share[index]
        recipient, national = self.recipient.next(), self.national.next()
        if self.plan["funding"]["constant"]:
            self.funding = self.mean_musd * (shares.sum() + now["national_share"]) + now["added_musd"]
            return
        sd_f, sd_y = world.traits["world_funding_sd"], self.traits["recipient_funding_sd"]
        abroad = sum(share * self.donor_factor(d, world) for d, share in zip(self.plan["funding"]["donors"], shares))
        abroad = abroad * mean_one(world.funding_deviation + recipient, sd_f**2 + sd_y**2)
        home = now["national_share"] * mean_one(national, self.traits["national_funding_sd"]**2)
        self.funding = self.mean_musd * (abroad + home) + now["added_musd"]

    def donor_factor(self, donor, world):
        """A donor's fortune, and what reallocation leaves to a declared state or gives to another."""
        if not (world.reallocates and self.money_is_handed_on):
            return world.donor_factor[donor]
        return world.donor_factor[donor] * np.where(self.declared, world.donor_left[donor], world.donor_gain[donor])

    def adjust_capacity(self):
        """Step 5."""
        p, k = self.traits, self.capacity
        target = self.reported_capacity * (self.funding / self.mean_musd)**p["funding_elasticity"]
        gap = target - k
        growth = np.minimum(p["hiring_speed"] * gap, p["max_growth"] * k + p["min_capacity_km2_per_year"])
        self.capacity = k + np.where(gap > 0, growth, p["firing_speed"] * gap)
        self.unspent = self.funding * (1 - np.minimum(self.capacity / np.maximum(target, TINY), 1))

    def effort(self, world):
        """Step 6: effort E, work w, progress."""
        p = self.traits
        sd_z, sd_xi = p["log_deviation_sd"], p["output_noise_sd"]
        luck = mean_one(self.deviation.next() + sd_xi * self.normal(), sd_z**2 + sd_xi**2)
        effort = self.output * self.capacity * luck * world.productivity / (1 - p["pause_probability"])
        effort = np.where(self.happens(p["pause_probability"]) | self.declared, 0, effort)
        work_left = p.work(self.suspected, self.confirmed)
        self.peak_work = np.maximum(self.peak_work, work_left)
        peak = np.maximum(self.peak_work, TINY)
        done = 1 - work_left / peak
        gamma = np.maximum(p["maturity_penalty"], 1e-9)
        work = peak / gamma * np.log1p(gamma * effort * np.exp(-gamma * done) / peak)
        return effort, work, done

    def release_land(self, intensity, w):
        """Step 7. Returns the work that would have finished everything."""
        p = self.traits
        r_n = p["survey_cost_ratio"]
        r_t = p.processing_cost(self.rho)
        s_a, c_a = self.accessible()
        pull = intensity * p["survey_preference"] * r_n * s_a
        against = p.processing_cost(p["reduced_share"]) * p.mined(s_a, c_a)
        mean = pull / np.maximum(pull + against, TINY)
        s = logit_normal(mean, p["survey_share_noise"], self.normal())
        surplus = (w - r_t * c_a) * r_n / (r_n + r_t * self.p)
        e_n = np.clip(np.maximum(s * w, surplus), 0, r_n * s_a)
        a_n = e_n / r_n
        e_k = np.minimum(w - e_n, r_t * (c_a + self.p * a_n))
        a_k = e_k / r_t
        needed = r_n * s_a + r_t * (c_a + self.p * s_a)
        self.cancelled = self.cancelled + (1 - self.p) * a_n
        self.reduced = self.rho * a_k
        self.cleared = (1 - self.rho) * a_k
        # What is left by rounding alone is nothing.
        self.suspected = self.suspected - a_n
        self.confirmed = self.confirmed + self.p * a_n - a_k
        self.suspected[self.suspected < 1e-9] = 0
        self.confirmed[self.confirmed < 1e-9] = 0
        self.recent_work = [e_n + e_k, self.recent_work[0], self.recent_work[1]]
        return needed

    def complete(self, year, effort, needed, done):
        """Step 8."""
        newly = (self.suspected + self.confirmed <= DONE_KM2) & ~self.blocked & ~self.finished
        if not newly.any():
            return
        p = self.traits
        effort_needed = p.effort_needed(needed, done, self.peak_work)
        t = year + np.clip(effort_needed / np.maximum(effort, TINY), FIRST_MOMENT_OF_YEAR, 1)
        variance = np.log1p(0.7**2)
        lag = p["declaration_lag_years"] * mean_one(np.sqrt(variance) * self.normal(), variance)
        self.completed_at = np.where(newly, t, self.completed_at)
        self.declared_at = np.where(newly, t + lag, self.declared_at)
        self.finished |= newly

    def extend_deadline(self, year):
        """Step 9."""
        if self.deadline is None:
            return
        met = self.finished & (self.completed_at <= self.deadline)
        due = (self.deadline <= year + 1) & ~met & ~self.ever_declared
        if not due.any():
            return
        p = self.traits
        work = p.work(self.suspected, self.confirmed)
        realistic = work / np.maximum(sum(self.recent_work) / 3, TINY)
        asked = np.clip(np.ceil(p["extension_optimism"] * realistic), 1, 10)
        if np.any(p["extension_years"] > 0):
            asked = p["extension_years"]
        self.deadline = np.where(due, np.maximum(self.deadline, year) + asked, self.deadline)
        self.extensions = self.extensions + due

    def find_after_declaration(self, year):
        """Step 10, as far as it touches land."""
        p = self.traits
        found = self.declared & self.happens(1 - np.exp(-p["relapse_per_year"]))
        if not found.any():
            return
        size = sample(self.plan["parameters"]["relapse_area_km2"], self.normal())
        area = np.where(found, np.minimum(self.undiscovered, size), 0)
        relapse = found & (area > p["relapse_km2"])
        self.undiscovered = self.undiscovered - area
        self.confirmed = self.confirmed + np.where(relapse, area, 0)
        self.discovered = self.discovered + area
        self.cleared = self.cleared + np.where(relapse, 0, area)
        self.capacity = np.where(relapse, p["min_capacity_km2_per_year"], self.capacity)
        self.reopened_at = np.where(relapse, np.minimum(self.reopened_at, year), self.reopened_at)
        self.declared &= ~relapse
        self.finished &= ~relapse

    def apply_known_release(self, known):
        """A year before the origin whose release was reported (section 2)."""
        self.cancelled = self.cancelled + self.take(known["cancelled_km2"], "suspected", "confirmed")
        self.reduced = self.take(known["reduced_km2"], "confirmed", "suspected")
        self.cleared = self.take(known["cleared_km2"], "confirmed", "suspected")
        total = np.maximum(self.suspected + self.confirmed, TINY)
        part = np.minimum(known["unsplit_km2"] / total, 1)
        self.cancelled = self.cancelled + part * self.suspected
        self.cleared = self.cleared + part * self.confirmed
        self.suspected = (1 - part) * self.suspected
        self.confirmed = (1 - part) * self.confirmed

    def take(self, wanted, first, second):
        taken = 0
        for stock in (first, second):
            part = np.minimum(wanted - taken, getattr(self, stock))
            setattr(self, stock, getattr(self, stock) - part)
            taken = taken + part
        return taken

    def published_completion(self):
        waiting = np.where(self.finished, self.completed_at, NEVER)
        return np.where(self.ever_declared, self.first_completed_at, waiting)
