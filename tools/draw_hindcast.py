#!/usr/bin/env python3
"""Draws the charts of the hindcast from docs/hindcast/*.csv: reliability, PIT, coverage, skill by state, six states.

    build/venv/bin/python tools/draw_hindcast.py

Needs matplotlib in a virtual environment (tools/requirements-charts.txt), not the program.
"""

import argparse
import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
FOLDER = Path(__file__).resolve().parent.parent / "docs/hindcast"


def table(name):
    with open(FOLDER / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main(arguments=None):
    argparse.ArgumentParser(description=__doc__.split("\n\n")[0]).parse_args(arguments)
    try:
        from hindcast_page_parts import charts
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is missing: python3 -m venv build/venv; build/venv/bin/pip install "
              "-r tools/requirements-charts.txt; then call this tool with build/venv/bin/python", file=sys.stderr)
        return 2
    charts.draw_six_states(table("six_states_2017.csv"), FOLDER / "six_states_2017.svg")
    charts.draw_coverage(table("hindcast.csv"), FOLDER / "coverage.svg")
    charts.draw_pit(table("hindcast_pit.csv"), FOLDER / "pit.svg")
    charts.draw_reliability(table("hindcast_reliability.csv"), FOLDER / "reliability.svg")
    charts.draw_skill(table("hindcast_by_state.csv"), FOLDER / "skill_by_state.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
