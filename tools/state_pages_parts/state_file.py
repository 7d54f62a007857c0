"""What a page takes from the state file itself: words and marks that no command prints."""

from functools import cache

import yaml

from state_pages_parts.answers import ROOT


LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # numbers and dates stay texts


@cache
def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)


def state_file(code):
    return read(ROOT / "scenarios/states" / f"{code}.yaml")


def counted_anew(code):
    """Years whose stock is counted by another rule than before, or rests on a nationwide re-survey."""
    rows = state_file(code).get("history") or []
    return {int(row["year"]) for row in rows
            if "true" in (row.get("redefined"), row.get("resurvey"))}


def conditional_scenarios(code):
    """Shipped scenarios that suppose what is missing of this state: (path, condition), by name."""
    found = []
    for path in sorted((ROOT / "scenarios").glob("*.yaml")):
        scenario = read(path)
        supposed = (scenario.get("state_overrides") or {}).get(code) or {}
        if supposed.get("condition"):
            found.append((f"scenarios/{path.name}", supposed["condition"]))
    return found
