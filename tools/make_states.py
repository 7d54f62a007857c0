#!/usr/bin/python3
"""State files from the public record.

  tools/make_states.py AGO                drafts scenarios/states/AGO.yaml, to stdout
  tools/make_states.py AGO --diff FILE    shows what the file and the record do not share
  tools/make_states.py --check-all        holds every state file against the record
  tools/make_states.py --report           how many figures each state file holds, and how old

A draft holds all that the record knows: a person chooses by deleting rows and giving reasons.
Exit code 0 when all is well, 1 when a file holds a number that the record does not have,
2 for wrong usage.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from state_files.check import check_state  # noqa: E402
from state_files.coverage import report_lines  # noqa: E402
from state_files.draft import draft  # noqa: E402
from state_files.record import Record  # noqa: E402
from state_files.yaml_text import read  # noqa: E402

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios"
USABLE_METRICS = ("_km2", "funding_", "casualties", "people_exposed", "eore_", "residual_")


def unused_figures(code, record, used):
    """Figures of the record that a state file could hold and does not."""
    return [
        figure
        for figure in record.figures(code)
        if figure not in used and any(part in figure.metric for part in USABLE_METRICS)
    ]


def show_problems(path, report):
    """One line a problem, with the place; true if there was none."""
    for problem in sorted(report.problems, key=lambda problem: problem.line):
        print(f"{os.path.relpath(path)}:{problem.line}: {problem.text}")
    return not report.problems


def show_diff(code, path, record):
    """What the record has and the file has not, then what is wrong in the file."""
    report = check_state(read(path), code, record)
    for figure in unused_figures(code, record, report.used):
        note = f"  # {figure.note}" if figure.note else ""
        print(
            f"not used: {figure.year} {figure.metric} {figure.value} "
            f"({figure.source}, {figure.quality}){note}"
        )
    return show_problems(path, report)


def check_all(folder, record):
    """True if every state file of the folder holds against the record."""
    paths = sorted(Path(folder).glob("*.yaml"))
    well = all([show_problems(path, check_state(read(path), path.stem, record)) for path in paths])
    print(f"{len(paths)} state files checked against the record.", file=sys.stderr)
    return well and bool(paths)


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("code", nargs="?", help="ISO3 code of the state to draft")
    parser.add_argument("--diff", metavar="FILE", help="compare this state file with the record")
    parser.add_argument("--check-all", action="store_true", help="check every curated state file")
    parser.add_argument("--report", action="store_true", help="one line for each state file")
    parser.add_argument("--data", default=SCENARIOS / "data", help="folder of the record")
    parser.add_argument("--states", default=SCENARIOS / "states", help="folder of the state files")
    options = parser.parse_args(arguments)
    if [bool(options.code), options.check_all, options.report].count(True) != 1:
        parser.error("give the code of a state, --check-all or --report")
    return options


def main(arguments=None):
    options = parse_arguments(arguments)
    if options.report:
        paths = sorted(Path(options.states).glob("*.yaml"))
        print("\n".join(report_lines([(path.stem, read(path)) for path in paths])))
        return 0
    record = Record(options.data)
    if options.check_all:
        return 0 if check_all(options.states, record) else 1
    if options.code not in record.states:
        print(f"{options.code} is not in states.csv.", file=sys.stderr)
        return 2
    if options.diff:
        return 0 if show_diff(options.code, options.diff, record) else 1
    sys.stdout.write(draft(options.code, record))
    return 0


if __name__ == "__main__":
    sys.exit(main())
