#!/usr/bin/python3
"""Looks through the text of the repository for what must not be published.

    tools/check_text.py [FOLDER]      FOLDER is the repository; the one this file stands in when absent

Unfinished-work markers, paths of somebody's machine, addresses of package registries (a lock file that
holds one works on one network only), and files that are not UTF-8.
"""

import re
import subprocess
import sys
from pathlib import Path

FOLDERS_LEFT_OUT = {".git", "build", "node_modules", "__pycache__", ".venv"}
# Copies of published tables, kept as they were found; and files that are bad on purpose.
DATA_FOLDERS = ("scenarios/data/", "tests/bad_input/cases/")
BINARY = {".png", ".ico", ".woff2", ".wasm", ".gz", ".nc", ".parquet"}

# Written in two halves, so that this file does not find itself.
FORBIDDEN = [
    ("work that is not finished", re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b")),
    ("a path of one machine", re.compile(r"(?<![\w.])/(?:ho" r"me|ro" r"ot|wo" r"rk|Us" r"ers)/")),
    ("the address of a package registry", re.compile(r"https?://[\w.-]*(?:pypi|npmjs|artifact|nexus|deb\.debian|ubuntu\.com/ubuntu)")),
    ("a merge left half done", re.compile(r"^(?:<{7}|>{7}) ")),
]


def tracked_files(root):
    """What git keeps; everything below the folder where there is no git."""
    listing = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, text=True)
    if (root / ".git").exists() and listing.returncode == 0 and listing.stdout:
        return [root / name for name in listing.stdout.split("\0") if name]
    return sorted(root.rglob("*"))


def files(root):
    for path in tracked_files(root):
        name = path.relative_to(root)
        if FOLDERS_LEFT_OUT.isdisjoint(name.parts) and path.is_file() and path.suffix not in BINARY:
            if not name.as_posix().startswith(DATA_FOLDERS):
                yield name.as_posix(), path


def main(arguments):
    root = Path(arguments[0] if arguments else Path(__file__).resolve().parent.parent).resolve()
    count = 0
    for name, path in files(root):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            print(f"{name}: not UTF-8")
            count += 1
            continue
        for number, line in enumerate(lines, 1):
            for what, pattern in FORBIDDEN:
                match = pattern.search(line)
                if match:
                    print(f"{name}:{number}: '{match[0].strip()}' looks like {what}")
                    count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
