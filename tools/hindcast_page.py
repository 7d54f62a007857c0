#!/usr/bin/python3
"""Makes the page of the hindcast, docs/hindcast.md, its small tables, docs/hindcast/*.csv, and its lines in README.md.

    tools/hindcast_page.py            runs the hindcast and writes page and tables
    tools/hindcast_page.py --check    writes nothing; exit code 1 when something is not what it would write

The charts come from the tables: tools/draw_hindcast.py. People write docs/hindcast/notes.md and method.md. Where every
origin has a calibration, scenarios/hindcast/skill.csv is written too: runs print it beside their results. The program is build/release/minefree, or what MINEFREE_PROGRAM names.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hindcast_page_parts.first_screen import readme  # noqa: E402
from hindcast_page_parts.page import page  # noqa: E402
from hindcast_page_parts.results import Results  # noqa: E402
from state_pages_parts.answers import ROOT, NoAnswer  # noqa: E402


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, tell what is not fresh")
    options = parser.parse_args(arguments)
    try:
        results = Results()
    except NoAnswer as failure:
        print(failure, file=sys.stderr)
        return 1
    files = {f"docs/hindcast/{name}": text for name, text in results.kept_files().items()}
    files["docs/hindcast.md"] = page(results)
    files["README.md"] = readme(results)
    if all(origin["posterior_sha256"] for origin in results.answer["origins"]):
        # What a run prints beside results that rest on a calibration.
        files["scenarios/hindcast/skill.csv"] = results.files["skill.csv"]
    stale = [name for name, text in files.items()
             if not (ROOT / name).exists() or (ROOT / name).read_text(encoding="utf-8") != text]
    if options.check:
        for name in stale:
            print(f"{name} is not fresh; run tools/hindcast_page.py, then tools/draw_hindcast.py")
        if not stale:
            print(f"{len(files)} files of the hindcast are fresh.")
        return 1 if stale else 0
    for name, text in files.items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(text, encoding="utf-8")
    print(f"{len(stale)} of {len(files)} files changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
