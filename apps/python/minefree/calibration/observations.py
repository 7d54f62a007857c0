"""From a state's record to what the likelihood sees: effort, shares, pauses, waves and finds.

The rules A to D are those of docs/model.md, "Capacity and shares from the reported history"; what is
said of a year depends on the record alone, never on a parameter.
"""

from dataclasses import dataclass, field

from minefree.calibration.panel import StateRecord, Stock

WINDOW_YEARS = 10
WAVE_SHARE = 0.3  # of the suspected stock: more than that surveyed in a year is a wave
SMALLEST_WAVE_OF_ALL = 0.1  # of the whole stock; a borrowed split may leave hardly any suspected land
SMALLEST_SHARE = 0.01  # reported shares below it count as "at most this"
LARGEST_SHARE = 0.97  # of a stock that a wave can have visited, where reports say more
ROUNDING = 1.05  # figures of one report may be rounded apart
OPEN = 0


@dataclass
class Effort:
    """One observation of effort. Kinds: A split, B processed, C total, D fall of the stock.

    `years` are those it is the mean of: one for A to C. Areas are km2 a year.
    """

    kind: str
    years: list[int]
    stock: Stock  # the mix of work, and the progress, before
    peak: list[Stock]  # stocks among which the largest work is looked for
    cancelled_km2: float = 0.0
    confirmed_km2: float | None = None  # confirmed by survey, where known
    reduced_km2: float | None = None
    cleared_km2: float = 0.0
    released_km2: float = 0.0
    mix_is_informative: bool = False  # tells how effort was split between survey and clearance


@dataclass
class Observations:
    """All that one state says."""

    code: str
    effort: list[Effort] = field(default_factory=list)
    reduced_shares: list[float] = field(default_factory=list)
    confirmed_shares: list[float] = field(default_factory=list)
    busy_years: int = 0
    idle_years: list[int] = field(default_factory=list)
    wave_shares: list[float] = field(default_factory=list)
    wave_years: list[int] = field(default_factory=list)
    years_open_to_waves: int = 0
    finds_km2: dict[int, float] = field(default_factory=dict)
    peak: list[Stock] = field(default_factory=list)  # at the origin, as in the engine
    newest_stock: Stock | None = None


def completed_split(flows: dict[str, float]) -> dict[str, float]:
    """The part that is missing when the sum and the two others are known."""
    flows = dict(flows)
    if "released_km2" in flows and "cleared_km2" in flows:
        rest = flows["released_km2"] - flows["cleared_km2"]
        if "cancelled_km2" in flows and "reduced_km2" not in flows:
            flows["reduced_km2"] = max(0.0, rest - flows["cancelled_km2"])
        elif "reduced_km2" in flows and "cancelled_km2" not in flows:
            flows["cancelled_km2"] = max(0.0, rest - flows["reduced_km2"])
    return flows


def kind_of_year(flows: dict[str, float], stock: Stock | None) -> str | None:
    """A, B or C; None where the year says nothing of work."""
    if "cleared_km2" in flows and "cancelled_km2" in flows:
        return "A"
    if "released_km2" in flows and stock:
        return "C"
    if "cleared_km2" in flows and stock:
        return "B" if flows["cleared_km2"] + flows.get("reduced_km2", 0.0) > 0 else None
    return None


def confirmed_by_survey(state: StateRecord, year: int, flows: dict[str, float]) -> float | None:
    """Reported, or what the fall of the suspected stock leaves beside cancellation. Both stocks must
    be split by a report of their own."""
    if "confirmed_by_survey_km2" in flows:
        return flows["confirmed_by_survey_km2"]
    before, after = state.stock_of(year - 1), state.stock_of(year)
    if not before or not after or year in state.redefined or "cancelled_km2" not in flows:
        return None
    if not before.split_reported or not after.split_reported:
        return None
    return max(0.0, before.suspected_km2 - after.suspected_km2 - flows["cancelled_km2"])


def is_idle(flows: dict[str, float]) -> bool:
    return sum(v for name, v in flows.items() if name != "discovered_km2") <= 0


def wave_share_of_year(state: StateRecord, year: int, flows: dict[str, float],
                       stock: Stock | None) -> float | None:
    """The share of the suspected stock that a wave visited in the year; None where there was none.

    Unsplit land counts as suspected here: what a wave cancels is mostly that.
    """
    if not stock or stock.year >= year:
        return None
    surveyed = flows.get("cancelled_km2", 0.0) + flows.get("confirmed_by_survey_km2", 0.0)
    suspected = stock.suspected_km2 + stock.unsplit_km2
    if year in state.resurvey:
        if surveyed <= 0:
            after = state.stock_of(year)
            surveyed = stock.total_km2 - after.total_km2 if after else flows.get("released_km2", 0.0)
        if suspected < 0.2 * stock.total_km2:
            suspected = stock.total_km2
        share = surveyed / suspected
        return min(share, LARGEST_SHARE) if share > 0 else None
    large = surveyed > max(WAVE_SHARE * suspected, SMALLEST_WAVE_OF_ALL * stock.total_km2)
    if suspected > 0 and year - stock.year <= 2 and large:
        return min(surveyed / suspected, LARGEST_SHARE)
    return None


def effort_of_year(state: StateRecord, year: int, flows: dict[str, float],
                   kind: str, stock: Stock, wave: bool) -> Effort | None:
    """Effort of a reported year; a wave's survey is no effort, so only processing is left of it."""
    if wave:
        processed = flows.get("cleared_km2", 0.0) + flows.get("reduced_km2", 0.0)
        if kind == "C" or processed <= 0 or "cleared_km2" not in flows:
            return None
        kind = "B"
    effort = Effort(kind, [year], stock, state.comparable_stocks(stock.year))
    effort.cleared_km2 = flows.get("cleared_km2", 0.0)
    effort.reduced_km2 = flows.get("reduced_km2")
    if kind == "B" and effort.cleared_km2 <= 0 and effort.reduced_km2 is None:
        return None
    if kind == "A":
        effort.cancelled_km2 = flows["cancelled_km2"]
        effort.confirmed_km2 = confirmed_by_survey(state, year, flows)
        effort.mix_is_informative = (
            effort.cancelled_km2 > 0 and effort.cleared_km2 > 0 and stock.year < year
            and (stock.split_reported or stock.unsplit_km2 > 0)
            and stock.suspected_km2 + stock.unsplit_km2 > effort.cancelled_km2
            and stock.confirmed_km2 + stock.unsplit_km2 > 0
        )
    if kind == "C":
        effort.released_km2 = flows["released_km2"]
    return effort


def stock_falls(state: StateRecord, first_year: int, told: dict[int, float | None],
                seen: Observations) -> None:
    """Rule D, one observation for each pair of stocks: the mean of the years that no report tells of.

    `told` has the years with a report: what was released in all, or None where only a part is known.
    """
    for earlier, later in zip(state.stocks, state.stocks[1:]):
        years = range(earlier.year + 1, later.year + 1)
        if earlier.year < first_year - 1 or earlier.total_km2 <= 0:
            continue
        if any(year in state.redefined or year in state.resurvey for year in years):
            continue
        untold = [year for year in years if year not in told]
        whole = [told[year] for year in years if told.get(year) is not None]
        if not untold:
            continue
        finds = sum(state.flows.get(year, {}).get("discovered_km2", 0.0) for year in years)
        fall = earlier.total_km2 - later.total_km2 + finds - sum(whole)
        released = fall / (len(years) - len(whole))
        if not 0 < released < 0.5 * earlier.total_km2:
            continue
        effort = Effort("D", untold, earlier, state.comparable_stocks(earlier.year))
        effort.released_km2 = released
        seen.effort.append(effort)
        seen.years_open_to_waves += len(untold) if earlier.suspected_km2 + earlier.unsplit_km2 > 0 else 0


def observe(state: StateRecord, origin: int, look_for_waves: bool = True) -> Observations:
    """What the ten years to the origin say of one state."""
    seen = Observations(state.code, peak=state.comparable_stocks(origin))
    seen.newest_stock = state.stocks[-1] if state.stocks else None
    first_year = origin - WINDOW_YEARS + 1
    told: dict[int, float | None] = {}
    for year in range(first_year, origin + 1):
        flows = completed_split(state.flows.get(year, {}))
        stock = state.stock_around(year)
        kind = kind_of_year(flows, stock)
        wave = wave_share_of_year(state, year, flows, stock) if look_for_waves else None
        open_year = state.regime.get(year, OPEN) == OPEN
        if wave is not None and open_year:
            seen.wave_years.append(year)
            seen.wave_shares.append(wave)
            seen.years_open_to_waves += 1
        elif kind and stock and open_year and stock.suspected_km2 + stock.unsplit_km2 > 0:
            seen.years_open_to_waves += 1
        if flows.get("discovered_km2", 0.0) > 0 and year not in state.redefined:
            seen.finds_km2[year] = flows["discovered_km2"]
        if kind is None:
            continue
        told[year] = None if kind == "B" else sum(
            flows.get(n, 0.0) for n in ("cancelled_km2", "reduced_km2", "cleared_km2")
        ) or flows.get("released_km2", 0.0)
        if is_idle(flows):
            seen.idle_years.append(year)
            continue
        # Where only clearance is told, a pause would not be: such years say nothing of how often.
        seen.busy_years += kind != "B"
        observe_shares(state, year, flows, seen)
        if stock:
            effort = effort_of_year(state, year, flows, kind, stock, wave is not None)
            if effort:
                seen.effort.append(effort)
    stock_falls(state, first_year, told, seen)
    return seen


def observe_shares(state: StateRecord, year: int, flows: dict[str, float],
                   seen: Observations) -> None:
    """Shares of the year that need no parameter."""
    if "reduced_km2" in flows and "cleared_km2" in flows:
        processed = flows["reduced_km2"] + flows["cleared_km2"]
        if processed > 0:
            seen.reduced_shares.append(flows["reduced_km2"] / processed)
    # Survey of suspected land confirms some of it; what a first survey of a country finds is no share.
    confirmed = confirmed_by_survey(state, year, flows)
    before = state.stock_around(year)
    if confirmed is None or flows.get("cancelled_km2", 0.0) <= 0 or not before or before.year >= year:
        return
    surveyed = confirmed + flows["cancelled_km2"]
    if surveyed <= ROUNDING * (before.suspected_km2 + before.unsplit_km2):
        seen.confirmed_shares.append(confirmed / surveyed)


def observe_panel(panel: list[StateRecord], origin: int) -> list[Observations]:
    """States that say something of their effort; the others draw from the hyper-distribution."""
    seen = [observe(state, origin) for state in panel]
    return [s for s in seen if s.effort and any(stock.total_km2 > 0 for stock in s.peak)]
