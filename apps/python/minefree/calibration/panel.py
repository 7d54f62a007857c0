"""The record as the program prints it (`minefree history --csv`), as one object a state."""

import csv
import io
from dataclasses import dataclass, field

FLOWS = ("cleared_km2", "reduced_km2", "cancelled_km2", "released_km2", "discovered_km2",
         "confirmed_by_survey_km2")
STOCKS = ("confirmed_km2", "suspected_km2", "unsplit_km2")


@dataclass
class Stock:
    """A recorded stock at the end of `year`, km2; `split_reported` is false where the split into
    confirmed and suspected is that of another year."""

    year: int
    confirmed_km2: float = 0.0
    suspected_km2: float = 0.0
    unsplit_km2: float = 0.0
    split_reported: bool = False

    @property
    def total_km2(self) -> float:
        return self.confirmed_km2 + self.suspected_km2 + self.unsplit_km2


@dataclass
class StateRecord:
    """What is known of one state at the origin."""

    code: str
    stocks: list[Stock] = field(default_factory=list)  # oldest first
    flows: dict[int, dict[str, float]] = field(default_factory=dict)  # year -> name -> km2
    redefined: set[int] = field(default_factory=set)
    resurvey: set[int] = field(default_factory=set)
    regime: dict[int, int] = field(default_factory=dict)  # 0 open, 1 restricted, 2 conflict
    funding_musd: dict[int, float] = field(default_factory=dict)  # international, as reported
    baseline: int = 0  # 0 none, 1 partial, 2 complete
    estimable: bool = True

    def stock_of(self, year: int) -> Stock | None:
        return next((s for s in self.stocks if s.year == year), None)

    def stock_around(self, year: int) -> Stock | None:
        """The last stock before `year`, else the first after it (as the engine's `stock_around`)."""
        nearest = None
        for stock in self.stocks:
            if stock.total_km2 > 0 and (nearest is None or stock.year < year):
                nearest = stock
        return nearest

    def comparable_stocks(self, year: int) -> list[Stock]:
        """Stocks of the ten years to `year` that are counted by the rule of that year."""
        since = max([year - 9, *(r for r in self.redefined if r <= year)])
        return [s for s in self.stocks if since <= s.year <= year]


def is_whole_square_metres(km2: float) -> bool:
    return abs(km2 * 1e6 - round(km2 * 1e6)) < 1e-3


def mark_reported_splits(stocks: list[Stock]) -> None:
    """A split that the engine borrowed from another year is a product of a share and a total, which is
    hardly ever a whole number of square metres; what a report says always is."""
    for stock in stocks:
        stock.split_reported = (
            stock.unsplit_km2 <= 0 and stock.confirmed_km2 > 0 and stock.suspected_km2 > 0
            and is_whole_square_metres(stock.confirmed_km2)
            and is_whole_square_metres(stock.suspected_km2)
        )


def read_panel(text: str) -> list[StateRecord]:
    """States in the order of the file; years without a figure are absent."""
    states: dict[str, StateRecord] = {}
    stocks: dict[tuple[str, int], Stock] = {}
    for row in csv.DictReader(io.StringIO(text)):
        state = states.setdefault(row["state"], StateRecord(row["state"]))
        name, value = row["variable"], float(row["value"])
        if name == "baseline":
            state.baseline = int(value)
            continue
        if name == "estimable_at_origin":
            state.estimable = value > 0
            continue
        year = int(float(row["year"]))
        if name in STOCKS:
            stock = stocks.setdefault((state.code, year), Stock(year))
            setattr(stock, name, value)
        elif name in FLOWS:
            state.flows.setdefault(year, {})[name] = value
        elif name == "redefined":
            state.redefined.add(year)
        elif name == "resurvey":
            state.resurvey.add(year)
        elif name == "regime":
            state.regime[year] = int(value)
        elif name == "funding_international_musd":
            state.funding_musd[year] = value
    for (code, _), stock in sorted(stocks.items()):
        states[code].stocks.append(stock)
    for state in states.values():
        mark_reported_splits(state.stocks)
    return list(states.values())
