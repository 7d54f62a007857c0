"""What is wrong in a state file, and what every row of one must have: known keys and sources."""

from dataclasses import dataclass, field

OWN = "own"


@dataclass(frozen=True)
class Problem:
    """What is wrong, and in which line of the file."""

    line: int
    text: str


@dataclass
class Report:
    """Problems of one file, and the figures of the record that it uses."""

    problems: list = field(default_factory=list)
    used: set = field(default_factory=set)

    def add(self, row, text):
        self.problems.append(Problem(getattr(row, "line", 1), text))


def sources_of(row):
    """The source ids of a row: one text or a list."""
    source = row.get("source", [])
    return [source] if isinstance(source, str) else list(source)


def check_sources(row, record, report, allow_own=False):
    sources = sources_of(row)
    if not sources:
        report.add(row, "a row without a source.")
    for source in sources:
        if source == OWN and allow_own:
            if not row.get("reason"):
                report.add(row, "source own wants a reason.")
        elif source not in record.source_year:
            report.add(row, f"source {source} is not in sources.csv.")


def check_keys(row, allowed, report):
    for key in row:
        if key not in allowed:
            report.add(row, f"'{key}' has no place here.")
