"""The reported history of a state, year by year, from what `minefree explain` lists."""

from dataclasses import dataclass, field

STOCKS = ("contamination_km2", "confirmed_km2", "suspected_km2")
RELEASES = ("cleared_km2", "reduced_km2", "cancelled_km2", "released_km2")
OTHERS = ("confirmed_by_survey_km2", "discovered_km2")


@dataclass
class Year:
    """What is reported of one year; absent figures are None."""

    year: int
    values: dict = field(default_factory=dict)
    sources: dict = field(default_factory=dict)  # metric -> id
    notes: list = field(default_factory=list)

    def stock_km2(self):
        """Total on record: the larger of the reported total and the sum of its parts."""
        parts = [self.values[name] for name in STOCKS[1:] if name in self.values]
        totals = [self.values["contamination_km2"]] if "contamination_km2" in self.values else []
        return max(totals + [sum(parts)]) if totals or parts else None

    def released_km2(self):
        """All land released: the reported sum, or what the parts make."""
        parts = [self.values[name] for name in RELEASES[:3] if name in self.values]
        if "released_km2" in self.values:
            return max(self.values["released_km2"], sum(parts))
        return sum(parts) if parts else None

    def sources_of(self, names):
        return sorted({self.sources[name] for name in names if name in self.sources})


def rows(explained, *sections):
    return [row for row in explained["numbers"] if row["section"] in sections]


def years_of(explained, section="Reported history"):
    """The last admissible figure of each year wins, as in the engine."""
    years = {}
    for row in rows(explained, section):
        if row["name"] not in STOCKS + RELEASES + OTHERS or row["year"] is None:
            continue
        year = years.setdefault(row["year"], Year(row["year"]))
        if row["name"] in STOCKS and any(
                name in year.values and year.sources[name] != row["source"] for name in STOCKS):
            for name in STOCKS:  # a later count replaces an earlier one with its split
                year.values.pop(name, None)
        year.values[row["name"]] = float(row["value"])
        year.sources[row["name"]] = row["source"]
        note = row["note"].removesuffix("; redefined").removesuffix("redefined")
        if note and note not in year.notes:
            year.notes.append(note)
    return [years[year] for year in sorted(years)]

