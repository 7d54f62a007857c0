#!/usr/bin/env python3
"""Draws a state's remaining mined land: what was reported, and the fan of its futures.

    tools/draw_projection.py scenarios/baseline.yaml AGO -o angola.svg

Needs matplotlib in a virtual environment, and the program (./dev build):

    python3 -m venv build/venv
    build/venv/bin/pip install -r tools/requirements-charts.txt pyyaml
    build/venv/bin/python tools/draw_projection.py scenarios/baseline.yaml AGO -o angola.svg

The ending of the file says which kind: .svg, .png or .pdf. The same figures make the same bytes.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from state_pages_parts.answers import Answers, NoAnswer  # noqa: E402


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("scenario", help="scenario file")
    parser.add_argument("codes", nargs="+", metavar="CODE", help="ISO3 code; several make several files")
    parser.add_argument("-o", "--out", required=True, help="file; with several states {} stands for the code")
    parser.add_argument("--from", dest="first", type=int, help="first year drawn")
    parser.add_argument("--to", dest="last", type=int, help="last year drawn")
    options = parser.parse_args(arguments)
    if len(options.codes) > 1 and "{}" not in options.out:
        parser.error("with several states the name of the file needs {}, which stands for the code")
    try:
        from state_pages_parts.projection_chart import draw_projection
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is missing: python3 -m venv build/venv; build/venv/bin/pip install "
              "-r tools/requirements-charts.txt; then call this tool with build/venv/bin/python", file=sys.stderr)
        return 2
    answers = Answers(options.scenario)
    try:
        for code in options.codes:
            if not answers.has(code):
                print(f"{options.scenario} has no state {code}.", file=sys.stderr)
                return 2
            draw_projection(answers, code, options.out.replace("{}", code), options.first, options.last)
    except NoAnswer as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
