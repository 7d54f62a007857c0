"""Figures one by one: the state, the unit, the size, and the same figure given twice."""

from itertools import combinations

from record.problems import violation
from record.tables import grouped

FIGURE_TABLES = ("annual", "additions", "annual_partial")
WORLD = "WLD"

# Above these, a figure of one state and year is a slip of the unit. The largest of the record:
# 174,000 km2 of Ukraine, 1,300 km2 cancelled in a year, 1.1 billion USD for the world.
LARGEST = {"km2": 200_000, "musd": 2_000, "count": 50_000_000}
# Hectares, thousands and square metres read as km2; a factor this exact is no coincidence.
SLIPS = (100, 1_000, 1_000_000)
SLIP_TOLERANCE = 0.001


def unit_of(metric):
    """A metric carries its unit at the end of its name; what has none is counted."""
    return next((unit for unit in ("km2", "musd") if metric.endswith(f"_{unit}")), "count")


def figure_key(row):
    return (row["iso3"], row["year"], row["metric"], row["source_id"])


def unknown_states(tables):
    """Donors give to others too, and who joins or leaves the treaty need not be in the record."""
    for name in (*FIGURE_TABLES, "plans", "events", "claims"):
        for row in tables[name]:
            joins_or_leaves = row.get("kind") in ("accession", "withdrawal")
            if row["iso3"] in tables.states or row["iso3"] == WORLD or joins_or_leaves:
                continue
            yield violation("unknown_state", row, (row["iso3"], row["source_id"]),
                            f"{row['iso3']} is not in states.csv. Add the state or mend the code.")


def wrong_units(tables):
    for name in FIGURE_TABLES:
        for row in tables[name]:
            unit, key = unit_of(row["metric"]), figure_key(row)
            if row["unit"] != unit:
                yield violation("unit", row, key, f"{row['metric']} is in {row['unit']}; its "
                                                  f"name says {unit}. Convert the value.")
            elif unit == "count" and row.number("value") % 1 and row["quality"] != "estimate":
                yield violation("whole_number", row, key,
                                f"{row['metric']} is {row['value']}, and what is counted is whole. "
                                "Only an average, an estimate, is not.")
            if row.number("value") > LARGEST[unit]:
                yield violation("too_large", row, key,
                                f"{row['metric']} is {row['value']}, above {LARGEST[unit]:,} "
                                f"{unit}. Look at the unit of the source.")


def given_twice(tables):
    for group in grouped(tables.figures, figure_key).values():
        first = group[0]
        for row in group[1:]:
            where = f"{first.table}:{first.line}"
            if row.number("value") == first.number("value"):
                yield violation("duplicate", row, figure_key(row),
                                f"{row['metric']} {row['value']} stands in {where} too. Remove it.")
            else:
                yield violation("two_values", row, figure_key(row),
                                f"{row['metric']} is {row['value']}, and {first['value']} in "
                                f"{where}, both from {row['source_id']}.")


def slipped_units(tables):
    """Two figures of one state, year and metric that differ by the factor of a unit."""
    for group in grouped(
        tables.figures, lambda row: (row["iso3"], row["year"], row["metric"])
    ).values():
        for left, right in combinations(group, 2):
            low, high = sorted((left.number("value"), right.number("value")))
            for slip in SLIPS if low > 0 else ():
                if abs(high / low / slip - 1) < SLIP_TOLERANCE:
                    yield violation("unit_slip", right, figure_key(right),
                                    f"{right['metric']} is {right['value']}, and {left['value']} "
                                    f"in {left.table}:{left.line}: a factor of {slip:,}.")


RULES = (unknown_states, wrong_units, given_twice, slipped_units)
