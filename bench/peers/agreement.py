#!/usr/bin/env python3
"""Do the engine and the NumPy model give the same probabilities within Monte Carlo error?

    agreement.py PLAN.json COUNTS.json TRAJECTORIES [SEED]     exit 1 when they do not

Every comparison is a z: the difference of two means or shares, over its standard error. The largest |z| that is let
through grows with the number of comparisons, so that two programs of one model fail once in a thousand runs at
most. The completions by all targets are also tested together: their difference, weighted with the inverse of its
covariance (states share draws, so they are not independent), is a chi-square. That a mistake in the model is found
is tested by agreement_self_test.py.
"""

import json
import math
import statistics
import sys

import numpy as np

import numpy_run

FALSE_ALARMS = 1e-3  # runs in which two programs of one model seem to differ: half by a z, half by the chi-square
RARE = 25  # expected in the smaller sample: below, a count is too skewed for a normal error
FEWEST = 100  # trajectories that a variance may rest on: a mean made of a handful of them has no usable error


def z_of_rare(count, all_, count_2, all_2):
    """z of two counts of a rare event: of so many in both, how many fall to the second is binomial."""
    both, part = count + count_2, all_2 / (all_ + all_2)
    log_terms = [math.lgamma(both + 1) - math.lgamma(k + 1) - math.lgamma(both - k + 1)
                 + k * math.log(part) + (both - k) * math.log(1 - part) for k in range(both + 1)]
    at_most = sum(map(math.exp, log_terms[:count_2 + 1]))
    at_least = sum(map(math.exp, log_terms[count_2:]))
    tail = min(at_most, at_least)
    if tail >= 0.5:
        return 0.0
    z = -statistics.NormalDist().inv_cdf(max(tail, 1e-300))
    return z if at_most < at_least else -z


def z_of_shares(count, all_, count_2, all_2):
    """z of two shares; 0 where both are all or nothing."""
    pooled = (count + count_2) / (all_ + all_2)
    smaller = min(all_, all_2)
    if pooled * smaller < RARE:
        return z_of_rare(count, all_, count_2, all_2)
    if (1 - pooled) * smaller < RARE:
        return -z_of_rare(all_ - count, all_, all_2 - count_2, all_2)
    error = math.sqrt(pooled * (1 - pooled) * (1 / all_ + 1 / all_2))
    return (count / all_ - count_2 / all_2) / error if error > 0 else 0.0


def z_of_means(sum_, all_, sum_2, squares_2, all_2):
    """z of two means; the variance is that of the second sample."""
    mean_2 = sum_2 / all_2
    variance = max(squares_2 / all_2 - mean_2**2, 0)
    # Sums of the engine are whole m2 of each trajectory: half a m2 of rounding is no difference.
    error = math.sqrt(variance * (1 / all_ + 1 / all_2)) + 1e-6 / math.sqrt(all_)
    return (sum_ / all_ - mean_2) / error


def chi_square_tails(x, degrees):
    """Lower and upper tail, by Wilson and Hilferty's cube root."""
    z = ((x / degrees)**(1 / 3) - (1 - 2 / (9 * degrees))) / math.sqrt(2 / (9 * degrees))
    return 0.5 * math.erfc(-z / math.sqrt(2)), 0.5 * math.erfc(z / math.sqrt(2))


def month_of_share(months, share):
    """The bin in which a share of the trajectories is complete; None for never."""
    reached = np.cumsum(months[:-1]) >= share * sum(months)
    return int(np.argmax(reached)) if reached.any() else None


class Comparisons:
    """All z, with what they compare."""

    def __init__(self):
        self.rows = []
        self.left_out = 0

    def add(self, what, z):
        self.rows.append((abs(z), z, what))

    def worst(self, count):
        return sorted(self.rows, reverse=True)[:count]

    def largest_z(self):
        """What |z| may be, by Bonferroni's rule."""
        return -statistics.NormalDist().inv_cdf(FALSE_ALARMS / 4 / len(self.rows))

    def too_far(self):
        largest = self.largest_z()
        return [row for row in self.rows if row[0] > largest]


def compare_dates(plan, engine, peer, comparisons):
    """Completions by the targets and by the engine's P10, P50 and P90; returns the rows of the table."""
    n, n_2 = engine["trajectories"], peer.count
    table = []
    for k, state in enumerate(engine["states"]):
        code, months = state["code"], state["completion"]
        row = [code]
        by_target = []
        for target in plan["targets"]:
            limit = 12 * (target - plan["origin"])
            count = sum(months[:limit])
            count_2 = int((peer.completed_at[k] <= limit / 12).sum())
            z = z_of_shares(count, n, count_2, n_2)
            comparisons.add(f"{code} complete by {target}", z)
            by_target += [count / n, count_2 / n_2, z]
        row += by_target
        for share in (0.1, 0.5, 0.9):
            month = month_of_share(months, share)
            if month is None:
                continue
            count = sum(months[:month + 1])
            count_2 = int((peer.completed_at[k] <= (month + 1) / 12).sum())
            z = z_of_shares(count, n, count_2, n_2)
            comparisons.add(f"{code} complete by the engine's P{100 * share:.0f}", z)
            if share == 0.5:
                p50 = np.quantile(peer.completed_at[k], 0.5, method="lower")
                row += [plan["origin"] + 1 + (month + 0.5) / 12, plan["origin"] + 1 + p50, z]
        table.append(row)
        declared = state["declaration"]
        for year in (5, 15, 30):
            count_2 = int((peer.first_declared_at[k] <= year).sum())
            comparisons.add(f"{code} declared within {year} years", z_of_shares(sum(declared[:12 * year]), n, count_2, n_2))
    return table


def compare_outcomes(plan, engine, peer, comparisons):
    n, n_2 = engine["trajectories"], peer.count
    years = plan["years"]
    for k, state in enumerate(engine["states"]):
        code, deadline = state["code"], plan["countries"][k]["deadline"]
        if deadline is not None:
            met = int((peer.completed_at[k] <= deadline).sum())
            comparisons.add(f"{code} meets its deadline", z_of_shares(state["deadline_met"], n, met, n_2))
            extensions = peer.extensions[k]
            comparisons.add(f"{code} extensions", z_of_means(state["extensions"], n, extensions.sum(),
                                                             (extensions**2).sum(), n_2))
        declared = peer.ever_declared[k]
        comparisons.add(f"{code} declares", z_of_shares(state["declared"], n, int(declared.sum()), n_2))
        followed_from = np.maximum(peer.first_declared_at[k], 0)  # a declaration before the origin: from the origin on
        followed = declared & (followed_from <= years - 10)
        reopened = followed & (peer.reopened_at[k] < followed_from + 10)
        comparisons.add(f"{code} is followed up and affected again",
                        z_of_shares(state["reopened"], n, int(reopened.sum()), n_2))
        left = peer.undiscovered_at_declaration[k]
        comparisons.add(f"{code} undiscovered at declaration",
                        z_of_means(state["undiscovered_at_declaration_m2"] / 1e6, n, left.sum(), np.dot(left, left), n_2))
        for name, sum_m2, values in zip(("confirmed", "suspected", "undiscovered"), state["initial_m2"],
                                        peer.initial[k]):
            comparisons.add(f"{code} initial {name}",
                            z_of_means(sum_m2 / 1e6, n, values.sum(), np.dot(values, values), n_2))


def rests_on(squares, fourths):
    """How many equal numbers would have this sum of squares and of fourth powers."""
    return squares**2 / fourths if fourths > 0 else math.inf


def compare_years(engine, peer, comparisons):
    """Means of land and flows in every year, and distributions of land and money in some."""
    n, n_2 = engine["trajectories"], peer.count
    for k, state in enumerate(engine["states"]):
        for name in numpy_run.FLOWS:
            for year, sum_m2 in enumerate(state[name + "_m2"]):
                squares = peer.squares[name][k, year]
                if rests_on(squares, peer.fourths[name][k, year]) < FEWEST:
                    comparisons.left_out += 1
                    continue
                z = z_of_means(sum_m2 / 1e6, n, peer.sums[name][k, year], squares, n_2)
                comparisons.add(f"{state['code']} mean {name} of year {year + 1}", z)
        for name, values in peer.values.items():
            for place, year in enumerate(peer.kept):
                for edge, below in state[name][year]:
                    below_2 = int((values[k, place] < edge).sum())
                    z = z_of_shares(below, n, below_2, n_2)
                    comparisons.add(f"{state['code']} {name} below {edge:.4g} in year {year + 1}", z)


def compare_world(plan, engine, peer, comparisons):
    """How many states are complete by the end of a year: a test of what states share."""
    n, n_2 = engine["trajectories"], peer.count
    counts = np.reshape(engine["complete_by"], (plan["years"], -1))
    affected = counts.shape[1] - 1  # states that are already complete follow the others and do not count
    for year in (2, 5, 10, 20, 35):
        if year >= plan["years"]:
            continue
        complete = (peer.completed_at[:affected] <= year + 1).sum(axis=0)
        for share in (0.05, 0.25, 0.5, 0.75, 0.95):
            most = int(np.searchsorted(np.cumsum(counts[year]), share * n))
            count_2 = int((complete <= most).sum())
            comparisons.add(f"at most {most} states complete by the end of year {year + 1}",
                            z_of_shares(int(counts[year, :most + 1].sum()), n, count_2, n_2))


def joint_test(plan, engine, peer):
    """Chi-square of all completions by all targets, and its degrees of freedom."""
    differences, indicators = [], []
    for k, state in enumerate(engine["states"]):
        for target in plan["targets"]:
            limit = 12 * (target - plan["origin"])
            complete = peer.completed_at[k] <= limit / 12
            if 20 <= complete.sum() <= peer.count - 20:
                differences.append(sum(state["completion"][:limit]) / engine["trajectories"] - complete.mean())
                indicators.append(complete)
    covariance = np.atleast_2d(np.cov(np.array(indicators, float))) * (1 / engine["trajectories"] + 1 / peer.count)
    values, vectors = np.linalg.eigh(covariance)
    kept = values > 1e-6 * values.max()
    projected = vectors.T[kept] @ np.array(differences)
    return float((projected**2 / values[kept]).sum()), int(kept.sum())


def print_table(plan, table):
    print("P(complete by), engine, NumPy and z, and the P50 date")
    print("state " + "".join(f"  --- {target} --------" for target in plan["targets"]) + "  --- P50 ----------------")
    for row in table:
        text = f"{row[0]:5}"
        for place in range(1, len(row), 3):
            engine, numpy, z = row[place:place + 3]
            dates = place > 3 * len(plan["targets"])
            text += f"  {engine:.1f} {numpy:.1f} {z:+.1f}" if dates else f"  {engine:.3f} {numpy:.3f} {z:+.1f}"
        print(text)


class Verdict:
    """All that engine and peer are held together by."""

    def __init__(self, plan, engine, peer):
        self.comparisons = Comparisons()
        self.table = compare_dates(plan, engine, peer, self.comparisons)
        compare_outcomes(plan, engine, peer, self.comparisons)
        compare_years(engine, peer, self.comparisons)
        compare_world(plan, engine, peer, self.comparisons)
        self.chi_square, self.degrees = joint_test(plan, engine, peer)
        self.tails = chi_square_tails(self.chi_square, self.degrees)
        self.agree = not self.comparisons.too_far() and min(self.tails) > FALSE_ALARMS / 4

    def print(self):
        print("largest differences:")
        for _, z, what in self.comparisons.worst(10):
            print(f"  {z:+6.2f}  {what}")
        print(f"{len(self.comparisons.rows)} comparisons, {len(self.comparisons.too_far())} with "
              f"|z| > {self.comparisons.largest_z():.2f}; {self.comparisons.left_out} means of too few trajectories left out")
        print(f"all completions by all targets: chi-square {self.chi_square:.1f} of {self.degrees} degrees, "
              f"tails {self.tails[0]:.3g} and {self.tails[1]:.3g}")
        print("the engine and NumPy agree" if self.agree else "THE ENGINE AND NUMPY DISAGREE")


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(arguments):
    if len(arguments) not in (3, 4):
        sys.exit(__doc__)
    plan, engine = read_json(arguments[0]), read_json(arguments[1])
    peer, seconds = numpy_run.run(plan, int(arguments[2]), int(arguments[3]) if len(arguments) > 3 else 1)
    verdict = Verdict(plan, engine, peer)
    print_table(plan, verdict.table)
    print(f"\n{engine['trajectories']} trajectories of the engine, {peer.count} of NumPy ({seconds:.1f} s)")
    verdict.print()
    return 0 if verdict.agree else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
