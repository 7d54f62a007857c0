#!/usr/bin/python3
"""Sets public claims beside what came of them and what the engine would have said: docs/claims.md.

    tools/claims_page.py                     tells whether the page fits docs/claims.csv and the record; asks no engine
    tools/claims_page.py --update            asks the engine once for each year, and writes both files anew
    tools/claims_page.py --page              writes the page alone, from the answers that are there
    tools/claims_page.py --ask-again 2017    tells whether the engine still answers of 2017 what docs/claims.csv says

Exit code 1 when something is stale. The program is build/release/minefree, or what MINEFREE_PROGRAM names.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from claims_page_parts.claims import all_claims  # noqa: E402
from claims_page_parts.engine import all_answers, answers_at, as_csv, read_answers  # noqa: E402
from claims_page_parts.page import page  # noqa: E402
from state_pages_parts.answers import ROOT, NoAnswer  # noqa: E402

PAGE, ANSWERS = ROOT / "docs/claims.md", ROOT / "docs/claims.csv"
ANEW = "is not fresh; run tools/claims_page.py --update"


def first_difference(name, has, wants):
    """None, or where two texts part."""
    if has == wants:
        return None
    pairs = list(zip(has.splitlines() + [""], wants.splitlines() + [""]))
    line = next((k for k, (old, new) in enumerate(pairs) if old != new), len(pairs) - 1)
    return f"{name}:{line + 1} {ANEW}\n  has   {pairs[line][0][:160]}\n  wants {pairs[line][1][:160]}"


def stale_page(claims):
    answers = read_answers(ANSWERS)
    ids = [claim.claim_id for claim in claims]
    if [answer.claim_id for answer in answers] != ids:
        return f"docs/claims.csv has other claims than scenarios/data/claims.csv; it {ANEW}"
    return first_difference("docs/claims.md", PAGE.read_text(encoding="utf-8"), page(claims, answers))


def stale_answers(claims, origin):
    now = as_csv(answers_at(origin, [claim for claim in claims if claim.origin == origin]))
    kept = as_csv([answer for answer in read_answers(ANSWERS) if answer.origin == origin])
    return first_difference(f"docs/claims.csv, origin {origin}", kept, now)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--update", action="store_true", help="ask the engine and write both files anew")
    parser.add_argument("--page", action="store_true", help="write docs/claims.md from docs/claims.csv")
    parser.add_argument("--ask-again", type=int, metavar="YEAR", help="compare one origin with the engine's answers")
    options = parser.parse_args(arguments)
    claims = all_claims()
    try:
        if options.update:
            ANSWERS.write_text(as_csv(all_answers(claims)), encoding="utf-8")
        if options.update or options.page:
            PAGE.write_text(page(claims, read_answers(ANSWERS)), encoding="utf-8")
            return 0
        problem = stale_answers(claims, options.ask_again) if options.ask_again else stale_page(claims)
    except NoAnswer as failure:
        problem = str(failure)
    if problem:
        print(problem)
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
