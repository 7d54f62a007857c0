"""What one state's last reported year does to the draws of the other states.

The record of an origin is fitted with and without that year, twice: free, and with everything that states
share held at the medians of the free fit with the year. Free, the other states move, since they are drawn
towards what is typical. Held, they must not: their draws may differ by the error of sampling and no more.
A planted mistake shows that more would be seen: the fit without the year, held at its own medians.
"""

import csv
import io
import json
import sys
from dataclasses import asdict, dataclass, replace

import numpy as np
import numpyro
from scipy import stats

from minefree.calibration.calibrate import (
    RESULTS, TARGETS, flat, model_of_history, priors_of_program, rounded, table_of,
)
from minefree.calibration.diagnose import Diagnostics, diagnose
from minefree.calibration.fit import Fit, Settings, fit
from minefree.calibration.likelihood import Model
from minefree.calibration.panel import FLOWS, STOCKS
from minefree.calibration.posterior_file import write_whole
from minefree.calibration.program import history_csv

ORIGIN = 2024
PATH = RESULTS / "leave-out.json"
REPORTED = (*FLOWS, *STOCKS, "redefined", "resurvey")
# Sites of the model with one entry a state; all others are shared by states.
SITES_OF_STATES = ("reduced_share_normals", "confirmed_share_normals", "recorded_normals",
                   "capacity_normals", "undiscovered_normals")
# Held, the states do not hang together, so draws are cheap; more of them make the comparison sharper.
HELD = Settings(warmup=1000, draws=2500, target_accept=TARGETS[0])
SMALLEST_P_VALUE = 0.01


def without_last_year(history: str, code: str) -> tuple[str, int, list[str]]:
    """The record without what the state reported of its last year, that year, and what was struck out."""
    rows = list(csv.reader(io.StringIO(history)))
    of_state = [r for r in rows[1:] if r[0] == code and r[2] in (*FLOWS, *STOCKS)]
    if not of_state:
        raise ValueError(f"{code} reports no land in the record of {ORIGIN}")
    last = max(int(float(r[1])) for r in of_state)
    struck = [r for r in rows[1:] if r[0] == code and r[2] in REPORTED and int(float(r[1])) == last]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(r for r in rows if r not in struck)
    # A kind of stock of nothing stands in the table for all that is not split so, and tells nothing.
    told = [r for r in struck if r[2] not in STOCKS or float(r[3]) > 0]
    return out.getvalue(), last, [f"{r[2]} {float(r[3]):g}" for r in told]


class HeldModel(Model):
    """A model in which what states share has one value, given in the standard normals that are sampled."""

    def __init__(self, model: Model, shared: dict[str, np.ndarray]):
        self.__dict__ = dict(model.__dict__)
        self.shared = shared

    def sample(self) -> dict:
        with numpyro.handlers.condition(data=self.shared):
            return super().sample()


def medians_of_shared(done: Fit) -> dict[str, np.ndarray]:
    return {site: np.median(draws, axis=(0, 1)) for site, draws in done.normals.items()
            if site not in SITES_OF_STATES}


def own_columns(table: dict[str, np.ndarray], codes: list[str]) -> dict[str, np.ndarray]:
    """Of the posterior's columns those of some states."""
    return {name: column for name, column in table.items() if name.split(".")[0] in codes}


@dataclass
class Sampled:
    """A fit that the diagnostics let pass, as columns of the posterior file."""

    done: Fit
    table: dict[str, np.ndarray]
    diagnostics: Diagnostics


def sample(model: Model, settings: Settings, targets=TARGETS) -> Sampled:
    """As `calibrate`: smaller steps where larger ones do not do; raises where none do."""
    for target_accept in targets:
        done = fit(model, replace(settings, target_accept=target_accept))
        table = table_of(done, settings.seed)
        if isinstance(model, HeldModel):
            table = own_columns(table, model.codes)
        found = diagnose(table, settings.chains, done.divergences)
        if not found.problems():
            return Sampled(done, table, found)
    raise RuntimeError("; ".join(found.problems()))


@dataclass
class Shift:
    """Of the posterior median of one quantity, from `one` to `other`."""

    column: str
    one: float
    other: float
    sd: float  # of the posterior `one`
    error: float  # standard error of the difference, from sampling alone

    @property
    def z(self) -> float:
        return (self.other - self.one) / self.error

    @property
    def in_sd(self) -> float:
        return (self.other - self.one) / self.sd


def shifts(one: dict[str, np.ndarray], other: dict[str, np.ndarray], chains: int) -> list[Shift]:
    """Of the columns that both have; the two were sampled independently."""
    import arviz as az

    def error(column):
        return float(az.mcse(column.reshape(chains, -1), method="median"))

    return [Shift(name, float(np.median(one[name])), float(np.median(other[name])), float(np.std(one[name])),
                  float(np.hypot(error(one[name]), error(other[name]))))
            for name in one if name in other]


def p_value_of_largest(z: list[float]) -> float:
    """Of the largest |z| of so many, by Sidak: for normals it is never too small, however they hang
    together."""
    of_one = 2 * stats.norm.sf(np.max(np.abs(z)))
    return float(-np.expm1(len(z) * np.log1p(-of_one))) if of_one < 1 else 1.0


def summary(found: list[Shift]) -> dict:
    z = [s.z for s in found]
    largest = found[int(np.argmax(np.abs(z)))]
    farthest = found[int(np.argmax([abs(s.in_sd) for s in found]))]
    return {
        "largest_z": abs(largest.z), "largest_z_of": largest.column, "p_value": p_value_of_largest(z),
        "mean_square_z": float(np.mean(np.square(z))), "beyond_two_errors": int(np.sum(np.abs(z) > 2)),
        "largest_shift_sd": abs(farthest.in_sd), "largest_shift_of": farthest.column,
        "median_shift_sd": float(np.median([abs(s.in_sd) for s in found])),
        "median_error_sd": float(np.median([s.error / s.sd for s in found])),
    }


def compare(code: str, seed: int) -> dict:
    """All five fits, and what they say; see the head of this file."""
    history = history_csv(ORIGIN)
    shorter, year, struck = without_last_year(history, code)
    priors = priors_of_program(history, ORIGIN, 1.0)
    whole, less = (model_of_history(text, ORIGIN, priors) for text in (history, shorter))
    if whole.codes != less.codes:
        raise ValueError(f"without {year}, {code} is not in the panel")
    others = [c for c in whole.codes if c != code]

    # Seeds of their own, so that the fits err independently; the first is the fit of the posterior file.
    free = [sample(m, replace(Settings(), seed=seed + k)) for k, m in enumerate((whole, less))]
    shared, shared_less = (medians_of_shared(f.done) for f in free)
    held = [sample(HeldModel(m, s), replace(HELD, seed=seed + 2 + k))
            for k, (m, s) in enumerate(((whole, shared), (less, shared), (less, shared_less)))]

    def of_others(one: Sampled, other: Sampled) -> list[Shift]:
        return shifts(own_columns(one.table, others), own_columns(other.table, others), Settings.chains)

    free_shifts, held_shifts = of_others(*free), of_others(*held[:2])
    planted_shifts = of_others(held[0], held[2])
    by_column = {s.column: s for s in held_shifts}
    hyper = shifts(*({n: c for n, c in f.table.items() if n.split(".")[0] not in whole.codes} for f in free),
                   Settings.chains)
    pairs = [(s.in_sd, p.in_sd) for s, p in zip(free_shifts, planted_shifts)]
    return {
        "origin": ORIGIN, "state": code, "year": year, "struck_out": struck, "seed": seed,
        "other_states": len(others), "compared": len(held_shifts),
        "draws": [flat(f.done.values)["log_deviation_sd"].shape[0] for f in (free[0], held[0])],
        "observations": [len(m.record.state) for m in (whole, less)],
        "free": summary(free_shifts), "held": summary(held_shifts), "planted": summary(planted_shifts),
        "correlation_free_planted": float(np.corrcoef(np.array(pairs).T)[0, 1]),
        "shared": [{**asdict(s), "in_sd": s.in_sd, "z": s.z}
                   for s in sorted(hyper, key=lambda s: -abs(s.in_sd))],
        "shifts": [{**asdict(s), "in_sd": s.in_sd, "z": s.z, "held_z": by_column[s.column].z}
                   for s in sorted(free_shifts, key=lambda s: -abs(s.in_sd))],
        "diagnostics": [asdict(f.diagnostics) for f in (*free, *held)],
    }


def holds(result: dict) -> bool:
    """Held, nothing moved; and the planted mistake was seen."""
    return result["held"]["p_value"] >= SMALLEST_P_VALUE > result["planted"]["p_value"]


def run_and_write(code: str, seed: int) -> int:
    try:
        result = compare(code, seed)
    except (ValueError, RuntimeError) as failure:
        print(f"--leave-out {code}: {failure}", file=sys.stderr)
        return 1
    write_whole(PATH, json.dumps(rounded(result), indent=1) + "\n")
    return 0 if holds(result) else 1


__all__ = ["HeldModel", "compare", "holds", "run_and_write", "without_last_year"]
