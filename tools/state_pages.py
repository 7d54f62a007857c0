#!/usr/bin/python3
"""Makes a page of one state from answers of the program: docs/states/<ISO3>.md.

    tools/state_pages.py                  the five pages of the repository
    tools/state_pages.py KHM              that of Cambodia, a new one if there is none
    tools/state_pages.py --check          writes nothing; exit code 1 when a page is not what it would write
    build/venv/bin/python tools/state_pages.py --charts     the charts as well (tools/requirements-charts.txt)

The program is build/release/minefree, or what MINEFREE_PROGRAM names.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from state_pages_parts.answers import ROOT, Answers, NoAnswer  # noqa: E402
from state_pages_parts.page import page  # noqa: E402

STATES = ["AGO", "AFG", "NGA", "MMR", "LBN"]
FOLDER = ROOT / "docs/states"


def stale(code, text):
    """None, or how the page on disk differs: the first line that is not the same."""
    path = FOLDER / f"{code}.md"
    if not path.exists():
        return f"docs/states/{code}.md is missing"
    now = path.read_text(encoding="utf-8")
    if now == text:
        return None
    pairs = list(zip(now.splitlines() + [""], text.splitlines() + [""]))
    line = next((k for k, (old, new) in enumerate(pairs) if old != new), len(pairs) - 1)
    return (f"docs/states/{code}.md:{line + 1} is not fresh; run tools/state_pages.py\n"
            f"  has   {pairs[line][0][:160]}\n  wants {pairs[line][1][:160]}")


def draw(codes, answers):
    from state_pages_parts.casualty_chart import draw_casualties
    from state_pages_parts.history import years_of
    from state_pages_parts.projection_chart import draw_projection

    for code in codes:
        path = FOLDER / f"{code}.svg"
        if years_of(answers.explain(code)):
            draw_projection(answers, code, path)
        else:
            draw_casualties(answers, code, path)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("codes", nargs="*", metavar="CODE", help="ISO3 codes; the five of the repository when absent")
    parser.add_argument("--check", action="store_true", help="write nothing, tell which pages are not fresh")
    parser.add_argument("--charts", action="store_true", help="draw the charts as well; needs matplotlib")
    options = parser.parse_args(arguments)
    codes = options.codes or STATES
    answers = Answers()
    try:
        unknown = [code for code in codes if not answers.has(code)]
        if unknown:
            print(f"{answers.scenario} has no state {', '.join(unknown)}.", file=sys.stderr)
            return 2
        texts = {code: page(code, answers) for code in codes}
        if options.check:
            problems = [problem for code in codes if (problem := stale(code, texts[code]))]
            print("\n".join(problems) if problems else f"{len(codes)} pages are fresh.")
            return 1 if problems else 0
        FOLDER.mkdir(parents=True, exist_ok=True)
        for code in codes:
            (FOLDER / f"{code}.md").write_text(texts[code], encoding="utf-8")
        if options.charts:
            draw(codes, answers)
    except (NoAnswer, ValueError) as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
