#!/usr/bin/env python3
"""Does agreement.py find a mistake? The NumPy model unchanged must pass, and each planted mistake must be rejected.

    agreement_self_test.py PLAN.json COUNTS.json [TRAJECTORIES]     exit 1 when one slips through (10,000: two minutes)

Some mistakes are planted in the plan that NumPy gets, the others in its results.
"""

import copy
import sys

import numpy as np

import numpy_run
from agreement import Verdict, read_json

SEED = 1


def set_parameter(key, value):
    """The same certain value in all states and the world."""
    def plant(plan):
        for part in [plan["world"], *(country["parameters"] for country in plan["countries"])]:
            part[key].update(best=value, sd_low=0, sd_high=0, uncertain=False)
    return plant


def scale_parameter(key, factor):
    def plant(plan):
        for part in [plan["world"], *(country["parameters"] for country in plan["countries"])]:
            part[key]["best"] *= factor
    return plant


def one_state_works_more(plan):
    """The reported work of one state of forty is a twentieth higher, and so is its capacity."""
    for year in plan["countries"][2]["capacity"]["work"]:
        for key in ("cancelled_km2", "reduced_km2", "cleared_km2", "released_km2"):
            if year[key] is not None:
                year[key] *= 1.05


def shift_two_months(result):
    result.completed_at = result.completed_at + 1 / 6


def deal_states_anew(result):
    """Each state keeps its distribution; what states share in a trajectory is lost."""
    rng = np.random.Generator(np.random.SFC64(SEED))
    result.completed_at = np.array([rng.permutation(dates) for dates in result.completed_at])


IN_THE_PLAN = {
    "one state of forty works a twentieth more": one_state_works_more,
    "nothing is found after a declaration": set_parameter("relapse_per_year", 0),
    "teams follow money a tenth less": scale_parameter("funding_elasticity", 0.9),
    "the noise of the confirmed share is left out": set_parameter("confirmed_share_noise", 0),
    "the last land costs what the first did": set_parameter("maturity_penalty", 0),
}
IN_THE_RESULT = {
    "dates are two months late": shift_two_months,
    "states share nothing": deal_states_anew,
}


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    plan, engine = read_json(arguments[0]), read_json(arguments[1])
    trajectories = int(arguments[2]) if len(arguments) > 2 else 10_000
    failures = 0

    def judge(what, result, should_agree):
        nonlocal failures
        verdict = Verdict(plan, engine, result)
        right = verdict.agree == should_agree
        failures += not right
        _, z, where = verdict.comparisons.worst(1)[0]
        print(f"{'ok    ' if right else 'WRONG '} {'agrees  ' if verdict.agree else 'rejected'}  {what}: "
              f"{len(verdict.comparisons.too_far())} too far, tail {min(verdict.tails):.2g}, worst {z:+.1f} ({where})",
              flush=True)

    result, _ = numpy_run.run(plan, trajectories, SEED)
    judge("the model as it is", result, True)
    for what, plant in IN_THE_RESULT.items():
        changed = copy.copy(result)
        plant(changed)
        judge(what, changed, False)
    for what, plant in IN_THE_PLAN.items():
        changed = copy.deepcopy(plan)
        plant(changed)
        judge(what, numpy_run.run(changed, trajectories, SEED)[0], False)
    print(f"{failures} of {1 + len(IN_THE_RESULT) + len(IN_THE_PLAN)} judged wrongly")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
