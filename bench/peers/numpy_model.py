"""The model of docs/model.md in NumPy, written from that text: a peer in speed and a check on the engine.

It reads the numbers of a plan (dump_plan.cpp) and draws its own random numbers. Every array holds one number a
trajectory; states and years are loops. Sections and symbols are those of docs/model.md. How a state begins is
numpy_start.py, what a year does to it numpy_year.py.
"""

import numpy as np

from numpy_parameters import TINY, Series, Traits, mean_one
from numpy_year import Country


class World:
    """What all states of a trajectory share: f, x_d and g."""

    def __init__(self, plan, common, rng, n):
        self.rng, self.n = rng, n
        self.traits = Traits(plan["world"], common, rng, n)
        self.phi = self.traits["funding_autocorrelation"]
        self.world = Series(self.traits["world_funding_sd"], self.phi, rng, n)
        self.donor_sd = self.traits["donor_funding_sd"]
        self.donors = [Series(self.donor_sd, self.phi, rng, n) for _ in range(plan["donors"])]
        self.reallocates = False
        # What reallocation makes of a donor's money for the states that are declared, and for the others.
        self.donor_left, self.donor_gain = [1] * plan["donors"], [1] * plan["donors"]

    def step(self):
        self.funding_deviation = self.world.next()
        self.donor_factor = [mean_one(donor.next(), self.donor_sd**2) for donor in self.donors]
        sd = self.traits["world_productivity_sd"]
        self.productivity = mean_one(sd * self.rng.standard_normal(self.n), sd**2)


def reallocate(plan, year, countries, world):
    """Step 4, the reported money that states free when they declare: pro rata to the donor's other states."""
    share = plan["reallocate_share"]
    for donor in range(plan["donors"]):
        freed, kept = 0, 0
        for country in countries:
            if year < country.plan["first_year"] or donor not in country.plan["funding"]["donors"]:
                continue
            if not country.money_is_handed_on:
                continue
            place = country.plan["funding"]["donors"].index(donor)
            musd = country.mean_musd * country.donor_share[year - country.plan["first_year"], place]
            freed = freed + np.where(country.declared, share * musd, 0)
            kept = kept + np.where(country.declared, 0, musd)
        somebody = np.asarray(kept) > 0
        world.donor_gain[donor] = np.where(somebody, 1 + freed / np.maximum(kept, TINY), 1)
        world.donor_left[donor] = np.where(somebody, 1 - share, 1)


def simulate(plan, rng, n, record):
    """n trajectories. `record` has begun(k, country), lived(k, year, country) and ended(countries)."""
    uncertain = {key for part in [plan["world"], *(country["parameters"] for country in plan["countries"])]
                 for key, spread in part.items() if spread["uncertain"]}
    common = {key: rng.standard_normal(n) for key in sorted(uncertain)}
    world = World(plan, common, rng, n)
    countries = [Country(country, world, common, rng, n) for country in plan["countries"]]
    for year in range(plan["first_year"], plan["years"]):
        world.step()
        world.reallocates = plan["reallocate_share"] > 0 and year >= 0
        if world.reallocates:
            for country in countries:
                country.declare(year)
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
