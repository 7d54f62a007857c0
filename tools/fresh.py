"""Keeps a file of the repository what the program prints: the part that such tools share."""

import difflib
import sys


def keep_fresh(words, usage, path, make):
    """Runs `[--update] PROGRAM`: compares a file with `make(program, its text)`, or writes it; gives the exit code."""
    update = "--update" in words
    programs = [word for word in words if word != "--update"]
    if len(programs) != 1:
        print(usage, file=sys.stderr)
        return 2
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    now = make(programs[0], before)
    if now == before:
        return 0
    if update:
        path.write_text(now, encoding="utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), now.splitlines(True), path.name, "program"))
    print(f"{path.name} is stale: ./dev golden writes it anew.")
    return 1
