#!/usr/bin/python3
"""Keeps the table on the first screen of README.md what the program prints.

    tools/readme_table.py [--update] PROGRAM

Without --update it only compares: exit code 1 and the difference when the table is stale. The states for which no
date can be given are left out, as README.md says below the table.
"""

import subprocess
import sys
from pathlib import Path

from fresh import keep_fresh

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
START = "```\nToday's course\n"
END = "```\n"


def table_of(program):
    """What `minefree run` prints of the baseline, without the refused states."""
    command = [program, "run", "scenarios/baseline.yaml", "--quiet"]
    output = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout.decode("utf-8")
    paragraphs = output.rstrip("\n").split("\n\n")
    kept = [text for text in paragraphs if not text.startswith("No date can be given for")]
    return "\n\n".join(kept) + "\n"


def with_table(readme, table):
    """The text of README.md with another table."""
    start = readme.index(START) + len("```\n")
    end = readme.index("\n" + END, start) + 1
    return readme[:start] + table + readme[end:]


if __name__ == "__main__":
    sys.exit(keep_fresh(sys.argv[1:], __doc__, README, lambda program, before: with_table(before, table_of(program))))
