"""The readiness ladder: what a programme needs before a date can mean anything."""

from state_pages_parts.text import table

RUNGS = {
    "authority": "somebody who may decide, and keeps a register",
    "access": "land can be entered",
    "survey": "people who look for the mined land",
    "baseline": "a figure of what there is",
    "capacity": "teams and money that release land, and reports of it",
}


def ladder(run, notes):
    """`notes` holds what a person wrote of each rung; the program says which are missing."""
    rows = []
    for rung, meaning in RUNGS.items():
        missing = rung in run["needs"]
        rows.append((rung, meaning, "**missing**" if missing else "not named as missing", notes.get(rung, "")))
    return table(["rung", "that is", "on record", "what is there, what is not"], rows)
