"""The public record of scenarios/data, read once and asked by state."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

# Number of a history row -> metrics of annual.csv that may stand behind it. The first one is the
# plain case; any later one is a reading of the record and wants a reason in the state file.
HISTORY_METRICS = {
    "confirmed_km2": ("cha_km2", "contamination_km2"),
    "suspected_km2": ("sha_km2", "contamination_km2"),
    "contamination_km2": ("contamination_km2",),
    "cleared_km2": ("cleared_km2",),
    "reduced_km2": ("reduced_km2",),
    "cancelled_km2": ("cancelled_km2",),
    "released_km2": ("released_km2",),
    "discovered_km2": ("discovered_km2",),
    "confirmed_by_survey_km2": ("discovered_km2",),
}
FUNDING_METRICS = {
    "international_musd": ("funding_international_musd",),
    "national_musd": ("funding_national_musd",),
}
CASUALTY_METRICS = {
    "casualties": ("casualties",),
    "killed": ("casualties_killed",),
    "injured": ("casualties_injured",),
    "men": ("casualties_men",),
    "women": ("casualties_women",),
    "boys": ("casualties_boys",),
    "girls": ("casualties_girls",),
    "children": ("casualties_children",),
}
_PEOPLE_COLUMNS = (
    "people_exposed", "people_exposed_men", "people_exposed_women", "people_exposed_boys",
    "people_exposed_girls", "eore_people", "eore_men", "eore_women", "eore_boys", "eore_girls",
)
PEOPLE_METRICS = {column: (column,) for column in _PEOPLE_COLUMNS}
RESIDUAL_METRICS = {column: (column,) for column in ("residual_items", "residual_teams")}


@dataclass(frozen=True)
class Figure:
    """One line of annual.csv or additions.csv; `value` is the text as the record has it."""

    year: int
    metric: str
    value: str
    source: str
    quality: str
    note: str


def same_number(left, right):
    """True if two texts are the same number; the shorter 12.0 of one file is the 12 of another."""
    try:
        a, b = float(left), float(right)
    except (TypeError, ValueError):
        return False
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def last_day(date):
    """The date a plan means: a bare year is its 31 December, a date stays as it is."""
    return f"{date}-12-31" if len(date) == 4 and date.isdigit() else date


def _rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Record:
    """The record by state. Missing files are an error, except additions.csv."""

    def __init__(self, folder):
        folder = Path(folder)
        self.source_year = {
            row["source_id"]: int(row["year"]) for row in _rows(folder / "sources.csv")
        }
        self.states = {row["iso3"]: row for row in _rows(folder / "states.csv")}
        self._figures = defaultdict(list)
        for name in ("annual.csv", "additions.csv"):
            if (folder / name).exists():
                for row in _rows(folder / name):
                    self._add_figure(row)
        self._tables = {}
        for name in ("deadlines", "plans", "events", "calls", "donor_recipient"):
            table = defaultdict(list)
            for row in _rows(folder / f"{name}.csv"):
                table[row["iso3"]].append(row)
            self._tables[name] = table

    def _add_figure(self, row):
        self._figures[row["iso3"]].append(
            Figure(
                int(row["year"]), row["metric"], row["value"], row["source_id"],
                row["quality"], row["note"],
            )
        )

    def figures(self, code):
        """Figures of a state, by year, then by the year in which the source was published."""
        return sorted(
            self._figures[code],
            key=lambda figure: (
                figure.year, self.source_year.get(figure.source, 0), figure.source,
            ),
        )

    def table(self, name, code):
        """Rows of deadlines, plans, events, calls or donor_recipient about a state."""
        return self._tables[name][code]

    def find(self, code, year, metric, value, sources):
        """The figure with this value from one of these sources, or None."""
        for figure in self._figures[code]:
            if (
                figure.year == year
                and figure.metric == metric
                and figure.source in sources
                and same_number(figure.value, value)
            ):
                return figure
        return None

    def rivals(self, code, year, metric, value):
        """Figures for the same year and metric that are more than 1 % away from this value."""

        def far(other):
            mine, theirs = float(value), float(other)
            return abs(theirs - mine) > 0.01 * max(abs(mine), abs(theirs))

        return [
            figure
            for figure in self._figures[code]
            if figure.year == year and figure.metric == metric and far(figure.value)
        ]
