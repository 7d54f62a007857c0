#!/usr/bin/python3
"""How many times more futures would two independent runs need for the error of a paired comparison?

    bench/variance_reduction.py PROGRAM BASE OTHER... [--seeds 60] [--trajectories 2000]

`minefree compare` prints a factor for each state, worked out from one run. This holds it against what truly
independent runs do: many seeds, the differences within a seed (paired) beside the differences between the base of one
seed and the other scenario of the next (independent). A factor is the ratio of their variances; with n seeds it is
known to about a factor of exp(2 / sqrt(n)) either way. Prints a table in Markdown.
"""

import argparse
import json
import statistics
import subprocess
import sys


def compared(options, seed):
    command = [options.program, "compare", options.base, *options.others, "--json", "--quiet"]
    command += ["--seed", str(seed), "--trajectories", str(options.trajectories)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["others"]


def results_of(other):
    """Base and other scenario of each result, and the factor that the program prints."""
    target = sorted(other["states"][0]["probability_difference"])[1]
    results = {}
    for state in other["states"]:
        pair = state["probability_difference"][target]
        results[state["name"]] = (pair["base"], pair["other"], state["variance_reduction"])
    world = other["world"]
    for name, key in (("states complete", "mean_states_complete_by_end_of"), ("land left", "remaining_km2_at_end_of"),
                      ("money spent", "spent_musd_to_end_of")):
        results[f"all: {name}"] = (world[key][target]["base"], world[key][target]["other"], None)
    return target, results


def factor_of(runs):
    paired = [other - base for base, other, _ in runs]
    independent = [runs[(k + 1) % len(runs)][1] - base for k, (base, _, _) in enumerate(runs)]
    if len(set(paired)) < 2:
        return None
    return statistics.variance(independent) / statistics.variance(paired)


def text_of(factor):
    return "-" if factor is None else f"{factor:.0f}" if factor >= 10 else f"{factor:.1f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("base")
    parser.add_argument("others", nargs="+")
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--trajectories", type=int, default=2000)
    options = parser.parse_args()

    by_scenario = {}
    for seed in range(1, options.seeds + 1):
        for other in compared(options, seed):
            target, results = results_of(other)
            for name, pair in results.items():
                by_scenario.setdefault((other["scenario"], target), {}).setdefault(name, []).append(pair)
    for (scenario, target), results in by_scenario.items():
        print(f"\n| {scenario}, by {target} | printed, median of the seeds | measured against independent runs |")
        print("|---|---:|---:|")
        for name, runs in results.items():
            printed = [factor for _, _, factor in runs if factor is not None]
            measured = factor_of(runs)
            if measured is not None:
                print(f"| {name} | {text_of(statistics.median(printed)) if printed else ''} | {text_of(measured)} |")


if __name__ == "__main__":
    sys.exit(main())
