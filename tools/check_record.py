#!/usr/bin/python3
"""Holds the public record against its schema, and its figures against each other.

  tools/check_record.py                 the tables of scenarios/data
  tools/check_record.py --data FOLDER   those of another folder with a datapackage.json

A contradiction that the sources really contain goes to known_contradictions.csv, with the key and
the rule that stand in brackets at the end of its line.
Exit code 0 when all is well, 1 when something is wrong, 2 for wrong usage.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from record import balance, claims, corrections, figures, money, publication, splits, treaty  # noqa: E402
from record.known import LIST, unexcused  # noqa: E402
from record.schema import read_package  # noqa: E402
from record.tables import Tables  # noqa: E402

DATA = Path(__file__).resolve().parent.parent / "scenarios" / "data"
SUBJECTS = (figures, splits, balance, publication, treaty, money, claims, corrections)
RULES = [rule for subject in SUBJECTS for rule in subject.RULES]


def check_record(folder):
    """The problems of a record, and its tables."""
    reading = read_package(folder)
    tables = Tables(reading.rows_of, folder)
    violations = [violation for rule in RULES for violation in rule(tables)]
    # The rules do not see rows that break the schema, so a listed contradiction may seem gone.
    return reading.problems + unexcused(tables, violations, rotten=not reading.problems), tables


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the record")
    folder = parser.parse_args(arguments).data.resolve()
    problems, tables = check_record(folder)
    for problem in sorted(problems, key=lambda problem: (problem.table, problem.line)):
        print(f"{os.path.relpath(folder / problem.table)}:{problem.line}: {problem.text}")
    rows = sum(len(tables[name]) for name in tables.names())
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    print(f"{count} in {len(tables.names())} tables with {rows} rows; "
          f"known contradictions: {len(tables[LIST])}.", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
