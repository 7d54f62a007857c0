"""Priors: the defaults of the parameter table, as the program tells them.

A spread (5 %, median, 95 %) is a two-piece normal on the log or log-odds scale, as in the engine
(engine/minefree/numeric/spread.cpp). A parameter whose default is one number gets a spread here, since
a fit needs one: a factor of FACTOR_OF_CERTAIN either way (*prior*).
"""

import hashlib
import json
import math
from dataclasses import asdict, dataclass

NORMAL_95 = 1.6448536269514722
FACTOR_OF_CERTAIN = 2.0

POSITIVE = (
    "survey_preference", "survey_share_noise", "confirmed_share_noise", "reduced_share_noise",
    "discovery_per_year", "discovery_noise", "undiscovered_area_km2", "funding_elasticity",
    "log_deviation_sd", "output_noise_sd", "maturity_penalty", "survey_cost_ratio",
    "technical_survey_cost_ratio", "resurvey_per_year",
)
SHARES = ("pause_probability",)
COMMON = POSITIVE + SHARES  # one value for all states, in this order
HIERARCHICAL_SHARES = ("reduced_share", "confirmed_share", "resurvey_share")

# Ratio of U to the known mined land by `baseline` (engine/minefree/ensemble/plan_land.cpp, *prior*).
UNDISCOVERED_RATIO = {0: (0.13, 0.5, 1.9), 1: (0.1, 0.35, 1.3), 2: (0.03, 0.15, 0.7)}

# A year's capacity over the largest work: a tenth of the task a year, give or take (*prior*).
CAPACITY_OVER_PEAK_WORK = (0.02, 0.1, 0.5)
# Error of effort that is read off one sum, or off the fall between two stocks, log-sd (*prior*).
TOTAL_REPORT_NOISE = (0.1, 0.3, 0.9)


@dataclass(frozen=True)
class TwoPiece:
    """`best` on the log or log-odds scale, and a standard deviation to either side of it."""

    best: float
    sd_low: float
    sd_high: float
    is_share: bool = False

    def widened(self, factor: float) -> "TwoPiece":
        return TwoPiece(self.best, self.sd_low * factor, self.sd_high * factor, self.is_share)

    @property
    def sd(self) -> float:
        return math.sqrt(self.sd_low * self.sd_high)


def log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def two_piece(spread: tuple[float, float, float], is_share: bool = False) -> TwoPiece:
    """From (5 %, median, 95 %)."""
    low, best, high = (log_odds(v) if is_share else math.log(v) for v in spread)
    return TwoPiece(best, (best - low) / NORMAL_95, (high - best) / NORMAL_95, is_share)


@dataclass(frozen=True)
class Priors:
    """`common` in the order of COMMON; `hierarchical` for a share of one state; `own` by state."""

    common: dict[str, TwoPiece]
    hierarchical: dict[str, TwoPiece]
    capacity_over_peak_work: TwoPiece
    total_report_noise: TwoPiece
    recorded_confirmed_share: TwoPiece
    undiscovered_ratio: dict[int, TwoPiece]
    own: dict[str, dict[str, TwoPiece]]
    own_by_hand: dict[str, list[str]]  # what the state's file settles, and no fit needs to
    fixed: dict[str, float]

    def sha256(self) -> str:
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def with_some_spread(spread: tuple[float, float, float]) -> tuple[float, float, float]:
    low, best, high = spread
    if low < high:
        return spread
    return best / FACTOR_OF_CERTAIN, best, best * FACTOR_OF_CERTAIN


def make_priors(defaults: dict[str, tuple[float, float, float]],
                own: dict[str, dict[str, tuple[float, float, float]]],
                widen: float = 1.0) -> Priors:
    """`own`: spreads of the state files by state; `widen` multiplies every log-sd (2 is "vague")."""

    def prior(spread, is_share=False) -> TwoPiece:
        return two_piece(with_some_spread(spread), is_share).widened(widen)

    taken = ("recorded_confirmed_share", "confirmed_share")
    return Priors(
        common={key: prior(defaults[key], key in SHARES) for key in COMMON},
        hierarchical={key: prior(defaults[key], True) for key in HIERARCHICAL_SHARES},
        capacity_over_peak_work=prior(CAPACITY_OVER_PEAK_WORK),
        total_report_noise=prior(TOTAL_REPORT_NOISE),
        recorded_confirmed_share=prior(defaults["recorded_confirmed_share"], True),
        undiscovered_ratio={b: prior(s) for b, s in UNDISCOVERED_RATIO.items()},
        own={
            state: {
                key: two_piece(spread, True).widened(widen)
                for key, spread in values.items()
                if key in taken and spread[0] < spread[2]
            }
            for state, values in sorted(own.items())
        },
        own_by_hand={s: sorted(set(v) - set(taken)) for s, v in sorted(own.items()) if set(v) - set(taken)},
        fixed={
            "log_deviation_autocorrelation": defaults["log_deviation_autocorrelation"][1],
            "world_productivity_sd": defaults["world_productivity_sd"][1],
            "world_funding_sd": defaults["world_funding_sd"][1],
            "donor_funding_sd": defaults["donor_funding_sd"][1],
            "recipient_funding_sd": defaults["recipient_funding_sd"][1],
        },
    )
