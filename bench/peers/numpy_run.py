#!/usr/bin/env python3
"""Runs the NumPy model of a plan, in blocks, and keeps what the engine counts.

    numpy_run.py PLAN.json TRAJECTORIES [SEED]     prints how long it took, in processor seconds
"""

import json
import resource
import sys
import time

import numpy as np

from numpy_model import simulate

BLOCK = 8192  # arrays of 64 KiB: the fastest of 512 to 16384 on a busy machine
YEARS_KEPT = (0, 2, 5, 10, 20, 35)  # for whole distributions; means are kept of every year
FLOWS = ("remaining", "cancelled", "reduced", "cleared", "discovered")


class Block:
    """What one block of trajectories did."""

    def __init__(self, plan, n):
        states, years = len(plan["countries"]), plan["years"]
        self.kept = [year for year in YEARS_KEPT if year < years]
        self.values = {name: np.zeros((states, len(self.kept), n), np.float32)
                       for name in ("remaining", "funding", "unspent")}
        self.sums = {name: np.zeros((states, years)) for name in FLOWS}
        self.squares = {name: np.zeros((states, years)) for name in FLOWS}
        self.fourths = {name: np.zeros((states, years)) for name in FLOWS}
        self.initial = np.zeros((states, 3, n))

    def begun(self, k, country):
        self.initial[k] = country.confirmed, country.suspected, country.undiscovered

    def lived(self, k, year, country, lives):
        remaining = country.suspected + country.confirmed
        for name in FLOWS if lives else ("remaining",):
            flow = remaining if name == "remaining" else np.broadcast_to(getattr(country, name), remaining.shape)
            self.sums[name][k, year] = flow.sum()
            square = flow * flow
            self.squares[name][k, year] = square.sum()
            self.fourths[name][k, year] = np.dot(square, square)
        if year in self.kept:
            place = self.kept.index(year)
            self.values["remaining"][k, place] = remaining
            self.values["funding"][k, place] = country.funding if lives else country.mean_musd
            self.values["unspent"][k, place] = country.unspent if lives else 0

    def ended(self, countries):
        self.completed_at = np.array([country.published_completion() for country in countries])
        self.first_declared_at = np.array([country.first_declared_at for country in countries])
        self.ever_declared = np.array([country.ever_declared for country in countries])
        self.reopened_at = np.array([country.reopened_at for country in countries])
        self.extensions = np.array([country.extensions for country in countries])
        self.undiscovered_at_declaration = np.array([country.undiscovered_at_declaration for country in countries])


class Trajectories:
    """Blocks side by side: arrays of [state, ..., trajectory]."""

    def __init__(self, blocks):
        self.kept = blocks[0].kept
        self.values = {name: np.concatenate([block.values[name] for block in blocks], axis=-1)
                       for name in blocks[0].values}
        self.sums = {name: sum(block.sums[name] for block in blocks) for name in FLOWS}
        self.squares = {name: sum(block.squares[name] for block in blocks) for name in FLOWS}
        self.fourths = {name: sum(block.fourths[name] for block in blocks) for name in FLOWS}
        for name in ("initial", "completed_at", "first_declared_at", "ever_declared", "reopened_at", "extensions",
                     "undiscovered_at_declaration"):
            setattr(self, name, np.concatenate([getattr(block, name) for block in blocks], axis=-1))
        self.count = self.completed_at.shape[-1]


def run(plan, trajectories, seed):
    """The trajectories, and the processor seconds they took."""
    begun = time.process_time()
    blocks = []
    for number, first in enumerate(range(0, trajectories, BLOCK)):
        n = min(BLOCK, trajectories - first)
        blocks.append(Block(plan, n))
        simulate(plan, np.random.Generator(np.random.SFC64([seed, number])), n, blocks[-1])
    seconds = time.process_time() - begun
    return Trajectories(blocks), seconds


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    with open(arguments[0], encoding="utf-8") as file:
        plan = json.load(file)
    trajectories = int(arguments[1])
    result, seconds = run(plan, trajectories, int(arguments[2]) if len(arguments) > 2 else 1)
    state_years = trajectories * len(plan["countries"]) * plan["years"]
    print(json.dumps({"seconds": seconds, "state_years_per_second": state_years / seconds,
                      "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                      "mean_complete_states": float(np.isfinite(result.completed_at).sum() / trajectories)}))


if __name__ == "__main__":
    main(sys.argv[1:])
