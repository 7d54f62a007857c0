"""How much the state files hold, and how old it is: one line a state."""

from collections import Counter
from statistics import median_low

from state_files.record import (
    CASUALTY_METRICS, FUNDING_METRICS, HISTORY_METRICS, PEOPLE_METRICS, RESIDUAL_METRICS,
)

STOCKS = {"confirmed_km2", "suspected_km2", "contamination_km2"}
RELEASES = {"cleared_km2", "reduced_km2", "cancelled_km2", "released_km2"}
NONE = "-"


def coverage(state):
    """(kind, newest stock year, newest release year, figures) of one state file."""
    history = state.get("history", [])
    use = state.get("series", {}).get("use")
    used = [row for row in history if row.get("series", use) == use]
    return (
        state.get("status", {}).get("kind", NONE), _newest(used, STOCKS), _newest(used, RELEASES),
        _figures(state),
    )


def _newest(rows, keys):
    return max((row["year"] for row in rows if keys & row.keys()), default=NONE)


def _figures(state):
    """Numbers that stand in the record; dates, plans and what a person judged are not counted."""
    sections = (
        (state.get("history", []), HISTORY_METRICS),
        (state.get("funding", {}).get("years", []), FUNDING_METRICS),
        (state.get("donor_shares", []), ("musd",)),
        (state.get("casualties", []), CASUALTY_METRICS),
        (state.get("people", []), PEOPLE_METRICS),
        (state.get("residual", []), RESIDUAL_METRICS),
    )
    return sum(key in metrics for rows, metrics in sections for row in rows for key in row)


def report_lines(states):
    """A table of all states, and a last line that sums it up."""
    rows = [(code, *coverage(state)) for code, state in states]
    lines = [f"{'code':5}{'kind':15}{'stock':>6}{'release':>9}{'figures':>9}"]
    lines += [f"{code:5}{kind:15}{stock:>6}{release:>9}{figures:9}"
              for code, kind, stock, release, figures in rows]
    kinds = Counter(kind for _, kind, *_ in rows)
    stocks = sorted(stock for _, _, stock, *_ in rows if stock != NONE)
    total = sum(row[-1] for row in rows)
    ages = ""
    if stocks:
        ages = f"; newest stock {stocks[0]} to {stocks[-1]}, median {median_low(stocks)}"
    counted = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    return lines + [f"{len(rows)} states ({counted}), {total} figures{ages}"]
