"""The panel as arrays of one shape, for code that is compiled once.

Indices: i state (I), j observation of effort (J), t year of the window (T), p stock of a peak (P).
Areas in km2, flows in km2 a year. A stock is (confirmed, suspected, unsplit).
"""

from dataclasses import dataclass, fields

import numpy as np

from minefree.calibration.observations import (
    SMALLEST_SHARE, WINDOW_YEARS, Effort, Observations,
)
from minefree.calibration.panel import StateRecord, Stock

REGIME_OUTPUT = (1.0, 0.6, 0.2)  # parameter table, regime_output (*prior*)
FUNDING_YEARS_NEEDED = 3


@dataclass
class Panel:
    """Everything that the likelihood reads; nothing here depends on a parameter."""

    codes: list[str]
    state: np.ndarray  # (J) index of the state
    kind: np.ndarray  # (J) 0 A, 1 B, 2 C, 3 D
    stock: np.ndarray  # (J, 3)
    peak: np.ndarray  # (J, P, 3)
    cancelled: np.ndarray  # (J)
    confirmed: np.ndarray  # (J); -1 where unknown
    reduced: np.ndarray  # (J); -1 where unknown
    cleared: np.ndarray  # (J)
    released: np.ndarray  # (J)
    mix_known: np.ndarray  # (J) 1 where it tells how effort was split
    years: np.ndarray  # (J, T) weights of the years of the observation; they sum to one
    last_year: np.ndarray  # (J) index of the last of them
    log_output: np.ndarray  # (J) mean log of the regimes' output
    funding: np.ndarray  # (J) mean log of funding over its mean
    funding_unknown: np.ndarray  # (J) share of the years without funding figures
    # State by state
    peak_at_origin: np.ndarray  # (I, P, 3)
    newest_stock: np.ndarray  # (I, 3)
    unsplit: np.ndarray  # (I) 1 where a stock is not split
    observations: np.ndarray  # (I) number of observations of effort
    baseline: np.ndarray  # (I)
    # Shares, all states in one row; `censored` means at most SMALLEST_SHARE (or at least one minus it)
    reduced_state: np.ndarray
    reduced_share: np.ndarray
    confirmed_state: np.ndarray
    confirmed_share: np.ndarray
    busy: np.ndarray  # (I) years
    idle: np.ndarray  # (I)
    waves: np.ndarray  # (I)
    open_to_waves: np.ndarray  # (I) years
    wave_state: np.ndarray
    wave_share: np.ndarray
    # Finds
    find_state: np.ndarray
    find_km2: np.ndarray
    find_later_km2: np.ndarray  # found in that year and later
    find_output: np.ndarray

    def map_arrays(self, change) -> "Panel":
        return Panel(**{
            f.name: getattr(self, f.name) if f.name == "codes" else change(getattr(self, f.name))
            for f in fields(self)
        })


def stock_row(stock: Stock) -> tuple[float, float, float]:
    return stock.confirmed_km2, stock.suspected_km2, stock.unsplit_km2


def log_funding(state: StateRecord, year: int) -> float | None:
    """Log of the year's international money over the mean of the newest three years of report, the
    mean of two years where both are known, since capacity follows money with a lag."""
    if len(state.funding_musd) < FUNDING_YEARS_NEEDED:
        return None
    newest = sorted(state.funding_musd)[-3:]
    mean = sum(state.funding_musd[y] for y in newest) / 3
    known = [state.funding_musd[y] for y in (year - 1, year) if state.funding_musd.get(y, 0) > 0]
    if mean <= 0 or state.funding_musd.get(year, 0) <= 0:
        return None
    return float(np.mean(np.log(known)) - np.log(mean))


def padded(stocks: list[Stock], length: int) -> list[tuple[float, float, float]]:
    rows = [stock_row(s) for s in stocks]
    return rows + [(0.0, 0.0, 0.0)] * (length - len(rows))


def make_panel(records: list[StateRecord], seen: list[Observations], origin: int) -> Panel:
    """States in the order of `seen`."""
    by_code = {r.code: r for r in records}
    first_year = origin - WINDOW_YEARS + 1
    flat: list[tuple[int, Effort]] = [(i, e) for i, s in enumerate(seen) for e in s.effort]
    longest = max([len(e.peak) for _, e in flat] + [len(s.peak) for s in seen] + [1])

    years = np.zeros((len(flat), WINDOW_YEARS))
    log_output, funding, unknown = (np.zeros(len(flat)) for _ in range(3))
    for j, (i, effort) in enumerate(flat):
        record = by_code[seen[i].code]
        years[j, [y - first_year for y in effort.years]] = 1 / len(effort.years)
        log_output[j] = np.mean([np.log(REGIME_OUTPUT[record.regime.get(y, 0)]) for y in effort.years])
        money = [log_funding(record, y) for y in effort.years]
        known = [m for m in money if m is not None]
        funding[j] = np.mean(known) if known else 0.0
        unknown[j] = 1 - len(known) / len(money)

    reduced = [(i, x) for i, s in enumerate(seen) for x in s.reduced_shares]
    confirmed = [(i, x) for i, s in enumerate(seen) for x in s.confirmed_shares]
    waves = [(i, x) for i, s in enumerate(seen) for x in s.wave_shares]
    finds = [
        (i, km2, sum(f for y, f in s.finds_km2.items() if y >= year),
         REGIME_OUTPUT[by_code[s.code].regime.get(year, 0)])
        for i, s in enumerate(seen)
        for year, km2 in sorted(s.finds_km2.items())
        if s.newest_stock and s.newest_stock.total_km2 > 0
    ]

    def column(rows, k, kind=float):
        return np.array([row[k] for row in rows], dtype=kind)

    def of_states(value, kind=float):
        return np.array([value(s) for s in seen], dtype=kind)

    return Panel(
        codes=[s.code for s in seen],
        state=np.array([i for i, _ in flat], dtype=int),
        kind=np.array(["ABCD".index(e.kind) for _, e in flat], dtype=int),
        stock=np.array([stock_row(e.stock) for _, e in flat]),
        peak=np.array([padded(e.peak, longest) for _, e in flat]),
        cancelled=np.array([e.cancelled_km2 for _, e in flat]),
        confirmed=np.array([-1 if e.confirmed_km2 is None else e.confirmed_km2 for _, e in flat]),
        reduced=np.array([-1 if e.reduced_km2 is None else e.reduced_km2 for _, e in flat]),
        cleared=np.array([e.cleared_km2 for _, e in flat]),
        released=np.array([e.released_km2 for _, e in flat]),
        mix_known=np.array([float(e.mix_is_informative) for _, e in flat]),
        years=years,
        last_year=np.array([max(e.years) - first_year for _, e in flat], dtype=int),
        log_output=log_output,
        funding=funding,
        funding_unknown=unknown,
        peak_at_origin=np.array([padded(s.peak, longest) for s in seen]),
        newest_stock=np.array([stock_row(s.newest_stock) for s in seen]),
        unsplit=of_states(lambda s: any(
            stock.unsplit_km2 > 0 for e in s.effort for stock in [e.stock, *e.peak, *s.peak])),
        observations=of_states(lambda s: len(s.effort)),
        baseline=of_states(lambda s: by_code[s.code].baseline, int),
        reduced_state=column(reduced, 0, int),
        reduced_share=column(reduced, 1),
        confirmed_state=column(confirmed, 0, int),
        confirmed_share=column(confirmed, 1),
        busy=of_states(lambda s: s.busy_years),
        idle=of_states(lambda s: len(s.idle_years)),
        waves=of_states(lambda s: len(s.wave_years)),
        open_to_waves=of_states(lambda s: max(s.years_open_to_waves, len(s.wave_years))),
        wave_state=column(waves, 0, int),
        wave_share=column(waves, 1),
        find_state=column(finds, 0, int),
        find_km2=column(finds, 1),
        find_later_km2=column(finds, 2),
        find_output=column(finds, 3),
    )


__all__ = ["Panel", "make_panel", "SMALLEST_SHARE"]
