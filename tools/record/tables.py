"""The tables of the record as rows that know their line, asked by the rules."""

import csv
from collections import defaultdict


class Row(dict):
    """A row of a table by column, as text; `table` is the name of its file."""

    def __init__(self, cells, table, line):
        super().__init__(cells)
        self.table, self.line = table, line

    def number(self, column):
        return float(self[column])

    def year(self, column="year"):
        """The year of a year or a date; None if the cell is empty."""
        return int(self[column][:4]) if self[column] else None


def read_table(path):
    """The header, and the lines as (line, cells), each numbered as an editor does."""
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        lines, line = [], reader.line_num + 1
        for cells in reader:
            lines.append((line, cells))
            line = reader.line_num + 1
    return header, lines


class Tables:
    """All tables that passed their schema, and look-ups that several rules need."""

    def __init__(self, rows_of, folder):
        self.folder = folder
        self._rows_of = rows_of
        self.sources = {row["source_id"]: row for row in self["sources"]}
        self.states = {row["iso3"]: row for row in self["states"]}
        self.figures = self["annual"] + self["additions"]

    def __getitem__(self, name):
        """Rows of a table; none if there is no such table."""
        return self._rows_of.get(name, [])

    def names(self):
        return list(self._rows_of)

    def published(self, row):
        """Year in which the source of a row was published; None if the source is unknown."""
        source = self.sources.get(row.get("source_id", ""))
        return source.year() if source else None

    def publisher(self, row):
        """The family of a source: reports of one publisher continue each other."""
        name = self.sources[row["source_id"]]["publisher"]
        if "Landmine" in name:
            return "Landmine Monitor"
        return "Mine Action Review" if "Mine Action Review" in name else name


def grouped(rows, key):
    """Rows by key(row), in the order of the table."""
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def by_source(rows):
    """metric -> row, for what one source says of one year of a state.

    By table, because an addition may count other land than the figure of annual.csv beside it.
    """
    groups = grouped(rows, lambda row: (row.table, row["iso3"], row["year"], row["source_id"]))
    return [{row["metric"]: row for row in group} for group in groups.values()]
