#!/usr/bin/python3
"""Makes the page of who gives to whom, docs/donor-matrix.md, from `minefree history --donors`.

    tools/donor_matrix_page.py             writes the page
    tools/donor_matrix_page.py --check     writes nothing; exit code 1 when the page is not what it would write

The program is build/release/minefree, or what MINEFREE_PROGRAM names.
"""

import argparse
import csv
import os
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "donor-matrix.md"
PROGRAM = os.environ.get("MINEFREE_PROGRAM", str(ROOT / "build" / "release" / "minefree"))
ORIGINS = (2015, 2017, 2019, 2021, 2024)
SMALLEST = 1.0  # million USD a year: recipients and donors below are summed up

TEXT = """# Who gives to whom

Made by `tools/donor_matrix_page.py` from `minefree history scenarios/baseline.yaml --donors`. Do not edit.

Million USD a year, prices of 2024, the mean of the newest three years reported among the last ten, as known at the origin of the
baseline. A number in *italics* is imputed: no row of the record tells it, but the totals of donor and recipient leave room. How
is told in [decision 0025](decisions/0025-donor-matrix.md). "Other donors" are what no donor with a total can have given.

## How much is known

Of the money of recipients with a reported total:

| origin | known by rows | imputed | other donors | donors with a total |
|---|---:|---:|---:|---:|
{origins}
**Read an imputed number as a share of a gap, not as a fact.** Whoever has a total and no row is as likely to have given to
one state as to another, by the size of the gaps. A donor with a single project, such as Saudi Arabia in Yemen, is spread over
many states here. Totals of donors are few and old; the newest that are used: {newest}. Some lists of the United States and
the European Union for 2017 to 2019 are incomplete.

## The matrix at the origin of the baseline

{matrix}
"""


def cells_at(origin):
    command = [PROGRAM, "history", "scenarios/baseline.yaml", "--donors", "--origin", str(origin)]
    out = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True).stdout
    return [{**row, "musd": float(row["musd_per_year"])} for row in csv.DictReader(out.splitlines())]


def donors_with_total(origin):
    """Those whose row has a cell that is imputed or goes to other recipients."""
    return {cell["donor"] for cell in cells_at(origin)
            if cell["basis"] == "imputed" or (cell["recipient"] == "OTH" and cell["donor"] != "OTH")}


def row_of_origin(origin):
    cells = [cell for cell in cells_at(origin) if cell["recipient"] != "OTH"]
    with_total = {cell["recipient"] for cell in cells if cell["basis"] != "known"}
    sums = Counter()
    for cell in cells:
        if cell["recipient"] in with_total:
            sums[cell["basis"]] += cell["musd"]
    whole = sum(sums.values())
    parts = [f"{sums[basis]:.0f} ({100 * sums[basis] / whole:.0f} %)" for basis in ("known", "imputed", "rest")]
    return f"| {origin} | {' | '.join(parts)} | {len(donors_with_total(origin))} |\n"


def matrix_of(cells):
    to, by = Counter(), Counter()
    for cell in cells:
        to[cell["recipient"]] += cell["musd"]
        by[cell["donor"]] += cell["musd"]
    recipients = sorted((code for code in to if to[code] >= SMALLEST and code != "OTH"), key=lambda code: -to[code])
    donors = sorted((code for code in by if by[code] >= SMALLEST and code != "OTH"), key=lambda code: -by[code])
    table = defaultdict(dict)
    for cell in cells:
        text = f"{cell['musd']:.1f}"
        if text != "0.0":
            table[cell["recipient"]][cell["donor"]] = f"*{text}*" if cell["basis"] == "imputed" else text
    donors.append("OTH")
    lines = ["| | " + " | ".join(donors) + " | all |", "|---|" + "---:|" * (len(donors) + 1)]
    for recipient in [*recipients, "OTH"]:
        row = [table[recipient].get(donor, "") for donor in donors]
        name = "other recipients" if recipient == "OTH" else "none in particular" if recipient == "WLD" else recipient
        lines.append(f"| {name} | " + " | ".join(row) + f" | {to[recipient]:.1f} |")
    lines.append("| all | " + " | ".join(f"{by[donor]:.1f}" for donor in donors) + f" | {sum(by.values()):.1f} |")
    return "\n".join(lines) + "\n\nRecipients and donors of less than a million a year are left out, but for the sums.\n"


def newest_totals(origin):
    """`2022 European Union, Germany; 2021 Canada`: the year of each donor's newest total of the last ten years."""
    newest = {}
    with open(ROOT / "scenarios" / "data" / "donors.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if origin - 10 < int(row["year"]) <= origin and not row["donor"].startswith("Top "):
                newest[row["donor"]] = max(int(row["year"]), newest.get(row["donor"], 0))
    years = sorted(set(newest.values()), reverse=True)
    return "; ".join(f"{year} {', '.join(sorted(d for d in newest if newest[d] == year))}" for year in years)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, tell whether the page is fresh")
    options = parser.parse_args()
    text = TEXT.format(origins="".join(row_of_origin(origin) for origin in ORIGINS), newest=newest_totals(ORIGINS[-1]),
                       matrix=matrix_of(cells_at(ORIGINS[-1]))).rstrip("\n") + "\n"
    if options.check:
        fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
        print("docs/donor-matrix.md is " + ("fresh" if fresh else "stale: run tools/donor_matrix_page.py"))
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
