"""The sources of a page, in full."""

import csv
from functools import cache

from state_pages_parts.answers import ROOT


@cache
def known_sources():
    with open(ROOT / "scenarios/data/sources.csv", encoding="utf-8", newline="") as file:
        return {row["source_id"]: row for row in csv.DictReader(file)}


def source_list(ids, known):
    """One line a source, by id: what a figure's mark leads to."""
    lines = []
    for name in sorted(ids, key=str.lower):
        row = known[name]
        lines.append(f"- <a id=\"{name.lower()}\"></a>`{name}` {row['title']}. {row['publisher']}, {row['year']}. "
                     f"<{row['url']}>")
    return "\n".join(lines)
