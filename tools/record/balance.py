"""Conservation of land: what one publisher reports as left follows from what it reported before.

The stock at the end of a year is the one a year earlier, less what was released, plus what was
found. What sources call newly found was in part suspected before, so the stock may lie anywhere
between without and with it. Most pairs in the record agree within a tenth of the stock; what is
between is rounding, and surveys that draw known areas anew. Beyond that, something happened that
a reader should know of. Where a source does not count what was found, a rise is no contradiction.
"""

from record.problems import violation
from record.tables import grouped

TOLERANCE = 0.10       # of the earlier stock
TOLERANCE_KM2 = 0.5    # each of five figures may be rounded to a tenth of a square kilometre
RELEASES = ("cleared_km2", "reduced_km2", "cancelled_km2")


def land_out_of_balance(tables):
    families = grouped(tables.figures, lambda row: (row["iso3"], tables.publisher(row)))
    for rows in families.values():
        rows_of = grouped(rows, lambda row: (row.year(), row["metric"]))
        years = sorted({year for year, metric in rows_of if metric == "contamination_km2"})
        for year in years:
            before = rows_of.get((year - 1, "contamination_km2"), [])
            released = _released_km2(rows_of, year)
            if before and released is not None:
                yield from _compare(rows_of, year, before, released)


def _released_km2(rows_of, year):
    """The larger of the reported sum and of the sum of its parts; None if neither is known."""
    def most(metric):
        return max((row.number("value") for row in rows_of.get((year, metric), [])), default=None)

    parts = [most(metric) for metric in RELEASES if most(metric) is not None]
    sums = [value for value in (most("released_km2"), sum(parts) if parts else None)
            if value is not None]
    return max(sums, default=None)


def _compare(rows_of, year, before, released):
    """Revised figures stand beside the first ones, so the pair that agrees best is compared."""
    found_rows = rows_of.get((year, "discovered_km2"), [])
    found = max((row.number("value") for row in found_rows), default=0.0)
    pairs = [(_gap_km2(old.number("value") - released, found, row.number("value")), old, row)
             for old in before for row in rows_of[year, "contamination_km2"]]
    gap, old, row = min(pairs, key=lambda pair: abs(pair[0]))
    tolerance = max(TOLERANCE * old.number("value"), TOLERANCE_KM2)
    if abs(gap) <= tolerance or (gap > 0 and not found_rows):
        return
    yield violation(
        "land_out_of_balance", row, (row["iso3"], year, "contamination_km2"),
        f"contamination_km2 is {row['value']}; {old['value']} of {year - 1} less {released:g} "
        f"released plus {found:g} found leave {old.number('value') - released + found:g}. "
        "Was land counted anew?")


def _gap_km2(left, found, stock):
    """How far a stock lies above (positive) or below what is left without and with new land."""
    return stock - min(max(stock, left), left + found)


RULES = (land_out_of_balance,)
