"""What is wrong in the record: a place, what and why, and how to go on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A row breaks the schema; nothing excuses that."""

    table: str
    line: int
    text: str


@dataclass(frozen=True)
class Violation:
    """A row contradicts another; known_contradictions.csv may say that the sources do so too."""

    table: str
    line: int
    rule: str
    key: str
    text: str

    @property
    def name(self):
        """What a line of the list of known contradictions begins with."""
        return (self.table.removesuffix(".csv"), self.key, self.rule)


def violation(rule, row, key, text):
    """The violation of a rule at a row; the key says which figure, whatever line it is on."""
    return Violation(row.table, row.line, rule, "/".join(map(str, key)), text)
