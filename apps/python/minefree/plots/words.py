"""Numbers in words that people read without a dictionary."""

import calendar
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minefree.run_result import Run


def in_ten(share: float) -> str:
    """A share of futures as '3 of 10', or '1 of 100' and 'fewer than 1 of 100' where ten are too coarse."""
    if share <= 0:
        return "none"
    if share >= 1:
        return "all"
    if share < 0.01:
        return "fewer than 1 of 100"
    if share > 0.99:
        return "more than 99 of 100"
    if 0.08 <= share <= 0.92 and abs(share * 10 - round(share * 10)) <= 0.2:
        return f"{round(share * 10)} of 10"
    return f"{round(share * 100)} of 100"


def percent(share: float) -> str:
    """A share as '17 %', '<1 %' or '>99 %'."""
    if 0 < share < 0.005:
        return "<1 %"
    if 0.995 < share < 1:
        return ">99 %"
    return f"{100 * share:.0f} %"


def level_in_words(value: float) -> str:
    """A level of a parameter in few digits: 0.1, 12, 1,500, −0.5."""
    text = f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return text.replace("-", "−")


def month_of(decimal_year: float) -> str:
    """2030.25 as 'April 2030'."""
    year = math.floor(decimal_year)
    month = min(11, math.floor((decimal_year - year) * 12 + 1e-6))
    return f"{calendar.month_name[month + 1]} {year}"


def year_of(decimal_year: float) -> int:
    """The year in which a date lies; the very end of 2029, 2030.0, still is in 2029."""
    return math.ceil(decimal_year) - 1


def day_in_words(day: str) -> str:
    """'2030-03-01' as '1 March 2030'."""
    year, month, date = day.split("-")
    return f"{int(date)} {calendar.month_name[int(month)]} {year}"


def decimal_of(day: str) -> float:
    """'2030-03-01' as the decimal year at the end of the day."""
    year, month, date = map(int, day.split("-"))
    return year + (month - 1) / 12 + date / calendar.monthrange(year, month)[1] / 12


def amount(value: float) -> str:
    """Two or three digits: 1,230, 45, 3.2."""
    if abs(value) >= 100:
        digits = 2 - math.floor(math.log10(abs(value)))
        return f"{round(value, digits):,.0f}"
    return f"{value:.0f}" if abs(value) >= 10 else f"{value:.1f}" if value else "0"


def signed(value: float) -> str:
    """-6.6 as '−7', 0.3 as '+0.3', zero as '0'; with a minus sign as long as the plus."""
    if value == 0:
        return "0"
    digits = 0 if abs(value) >= 0.95 else 1 if abs(value) >= 0.05 else 2
    return f"{value:+.{digits}f}".replace("-", "−")


_SHORT = {"Democratic Republic of the Congo": "DR Congo", "Bosnia and Herzegovina": "Bosnia and H."}


def short_name(name: str) -> str:
    """A state's name where there is little room."""
    return _SHORT.get(name, name)


def source_of(run: "Run") -> str:
    """What stands at the foot of a chart."""
    told = run.provenance
    return (f"minefree {told['version']}, scenario “{run.name}”, {told['trajectories']:,} simulated futures, figures up to "
            f"{told['origin']}.")


def basis_of(run: "Run", state: str) -> str:
    """A warning where a projection rests on judgement; empty for one that rests on reports."""
    basis = run.state(state)["basis"]
    return {"prior": " No recent report of land or release: this rests on judgement.",
            "mixed": " Releases are reported for few of the last five years, so this rests partly on judgement."}.get(basis, "")
