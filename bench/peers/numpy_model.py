"""The model of docs/model.md in NumPy, written from that text: a peer in speed and a check on the engine.

It reads the numbers of a plan (dump_plan.cpp) and draws its own random numbers. Every array holds one number a
trajectory; states and years are loops. Sections and symbols are those of docs/model.md.
"""

import numpy as np

DONE_KM2 = 500e-6
TINY = 1e-12
FIRST_MOMENT_OF_YEAR = 1e-3  # the earliest completion in a year: its very start would count as the December before
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

    def split(self, stock):
        """Suspected and confirmed part of a recorded stock."""
        part = self["recorded_confirmed_share"]
        return (stock["suspected_km2"] + (1 - part) * stock["unsplit_km2"],
                stock["confirmed_km2"] + part * stock["unsplit_km2"])


class World:
    """What all states of a trajectory share: f, x_d and g."""

    def __init__(self, plan, common, rng, n):
        self.rng, self.n = rng, n
        self.traits = Traits(plan["world"], common, rng, n)
        self.phi = self.traits["funding_autocorrelation"]
        self.world = Series(self.traits["world_funding_sd"], self.phi, rng, n)
        self.donor_sd = self.traits["donor_funding_sd"]
        self.donors = [Series(self.donor_sd, self.phi, rng, n) for _ in range(plan["donors"])]

    def step(self):
        self.funding_deviation = self.world.next()
        self.donor_factor = [mean_one(donor.next(), self.donor_sd**2) for donor in self.donors]
        sd = self.traits["world_productivity_sd"]
        self.productivity = mean_one(sd * self.rng.standard_normal(self.n), sd**2)


def yearly_work(year, traits):
    """q of one reported year (section 5, "Capacity and shares from the reported history")."""
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


def reported_capacity(plan, traits, rng, n):
    """K_bar."""
    if not plan["estimated"]:
        return traits["capacity_km2_per_year"] + np.zeros(n)
    output = plan["regime_output"]
    q = np.array([yearly_work(year, traits) / (output[year["regime"]] or 1) + np.zeros(n) for year in plan["work"]])
    best = np.minimum(q, 1.5 * np.median(q, axis=0)).mean(axis=0)
    if plan["certain"]:
        return best
    sd_log = np.log(q).std(axis=0, ddof=1) if len(q) > 1 else np.zeros(n)
    log_sd = np.sqrt(np.maximum(sd_log, 0.35)**2 / len(q) + 0.15**2)
    return best * np.exp(log_sd * rng.standard_normal(n))


class Country:
    """One state over a block of trajectories."""

    def __init__(self, plan, world, common, rng, n):
        self.plan, self.rng, self.n = plan, rng, n
        self.traits = p = Traits(plan["parameters"], common, rng, n)
        self.begin_land(plan["land"])
        self.reported_capacity = reported_capacity(plan["capacity"], p, rng, n)
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

    # ---- the start -------------------------------------------------------------------------------------------

    def begin_land(self, plan):
        p, n = self.traits, self.n
        report = 1.0
        if plan["reported"]:
            sd = np.where(self.happens(0.1), 3, 1) * p["stock_report_noise"]
            report = np.exp(sd * self.normal())
        suspected, confirmed = p.split(plan)
        self.suspected = report * suspected + np.zeros(n)
        self.confirmed = report * confirmed + np.zeros(n)
        if plan["confirmed_by_hand"]:
            self.confirmed = sample(plan["confirmed_by_hand"], self.normal()) + np.zeros(n)
        if plan["suspected_by_hand"]:
            self.suspected = sample(plan["suspected_by_hand"], self.normal()) + np.zeros(n)
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
            self.peak_work = np.maximum(self.peak_work, report * p.work(*p.split(stock)))

    def begin_funding(self, plan, world):
        p = self.traits
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

    # ---- the year, in the order of section 4 -----------------------------------------------------------------

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
        return np.where(self.blocked, 1 - self.traits["blocked_share"], 1)

    def resurvey(self):
        """Step 3, the wave."""
        p = self.traits
        wave = self.happens(1 - np.exp(-p["resurvey_per_year"])) & (self.regime == 0) & ~self.finished
        surveyed = np.where(wave, p["resurvey_share"] * self.accessible() * self.suspected, 0)
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
        abroad = sum(share * world.donor_factor[d] for d, share in zip(self.plan["funding"]["donors"], shares))
        abroad = abroad * mean_one(world.funding_deviation + recipient, sd_f**2 + sd_y**2)
        home = now["national_share"] * mean_one(national, self.traits["national_funding_sd"]**2)
        self.funding = self.mean_musd * (abroad + home) + now["added_musd"]

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
        s_a, c_a = self.accessible() * self.suspected, self.accessible() * self.confirmed
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
        peak = np.maximum(self.peak_work, TINY)
        gamma = np.maximum(p["maturity_penalty"], 1e-9)
        effort_needed = peak / gamma * np.exp(gamma * done) * np.expm1(gamma * needed / peak)
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


def reallocate(plan, year, countries, world):
    """Step 4, the money that states free when they declare: pro rata to the donor's other states."""
    share = plan["reallocate_share"]
    for donor in range(plan["donors"]):
        freed, kept = 0, 0
        for country in countries:
            if year < country.plan["first_year"] or donor not in country.plan["funding"]["donors"]:
                continue
            place = country.plan["funding"]["donors"].index(donor)
            musd = country.mean_musd * country.donor_share[year - country.plan["first_year"], place]
            freed = freed + np.where(country.declared, share * musd, 0)
            kept = kept + np.where(country.declared, 0, musd)
        world.donor_factor[donor] = world.donor_factor[donor] * (1 + freed / np.maximum(kept, TINY))


def simulate(plan, rng, n, record):
    """n trajectories. `record` has begun(k, country), lived(k, year, country) and ended(countries)."""
    uncertain = {key for part in [plan["world"], *(country["parameters"] for country in plan["countries"])]
                 for key, spread in part.items() if spread["uncertain"]}
    common = {key: rng.standard_normal(n) for key in sorted(uncertain)}
    world = World(plan, common, rng, n)
    countries = [Country(country, world, common, rng, n) for country in plan["countries"]]
    for year in range(plan["first_year"], plan["years"]):
        world.step()
        if plan["reallocate_share"] > 0 and year >= 0:
            reallocate(plan, year, countries, world)
        for k, country in enumerate(countries):
            if year == 0:
                record.begun(k, country)
            lives = year >= country.plan["first_year"]
            if lives:
                country.step(year, world)
            if year >= 0:
                record.lived(k, year, country, lives)
    for country in countries:
        country.declare(plan["years"])
    record.ended(countries)
