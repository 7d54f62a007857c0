#!/usr/bin/env python3
"""Runs the commands of docs/frozen.md again and puts in what they print now.

    tools/frozen_page.py            rewrites the page
    tools/frozen_page.py --check    fails when the page says something else

A command is the first line of a fenced block, after `$ `; the rest of the block is its output. Needs the program
(./dev build), or its path in MINEFREE_PROGRAM.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "frozen.md"
PROGRAM = os.environ.get("MINEFREE_PROGRAM") or str(ROOT / "build" / "release" / "minefree")
BLOCK = re.compile(r"^```\n\$ (minefree [^\n]*)\n.*?^```$", re.MULTILINE | re.DOTALL)


def output_of(command):
    """What a command prints at 118 columns; minefree is the program, everything else the shell's."""
    folder = Path(PROGRAM).resolve().parent
    settings = {**os.environ, "COLUMNS": "118", "PATH": f"{folder}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=ROOT, env=settings, capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"{command}: {done.stderr.strip() or f'ended with code {done.returncode}'}")
    return done.stdout.rstrip("\n")


def main():
    old = PAGE.read_text(encoding="utf-8")
    new = BLOCK.sub(lambda block: f"```\n$ {block[1]}\n{output_of(block[1])}\n```", old)
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(new, encoding="utf-8")
        return 0
    if new != old:
        print("docs/frozen.md is stale: tools/frozen_page.py")
    return int(new != old)


if __name__ == "__main__":
    sys.exit(main())
