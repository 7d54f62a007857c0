#!/usr/bin/python3
"""Keeps the table on the first screen of README.md what the program prints.

    tools/readme_table.py [--update] PROGRAM

Without --update it only compares: exit code 1 and the difference when the table is stale. The states for which no
date can be given are left out, as README.md says below the table.
"""

import difflib
import subprocess
import sys
from pathlib import Path

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


def main(words):
    update = "--update" in words
    programs = [word for word in words if word != "--update"]
    if len(programs) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    before = README.read_text(encoding="utf-8")
    now = with_table(before, table_of(programs[0]))
    if now == before:
        return 0
    if update:
        README.write_text(now, encoding="utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), now.splitlines(True), "README.md", "program"))
    print("The table in README.md is stale: ./dev golden writes it anew.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
