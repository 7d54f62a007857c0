"""One page of one state, put together."""

import csv

from state_pages_parts import dates, ladder, money, people, standing
from state_pages_parts.answers import ROOT
from state_pages_parts.notes import Notes
from state_pages_parts.sources import known_sources, source_list
from state_pages_parts.state_file import conditional_scenarios, state_file
from state_pages_parts.text import made_by, number, paragraph, table, whole

CHARTS = {True: "remaining mined land as reported and as projected, and land released by year",
          False: "what the record holds by year"}


def also_in_the_record(code):
    """Sums over several years and parts of a state: told, and used for nothing."""
    with open(ROOT / "scenarios/data/annual_partial.csv", encoding="utf-8", newline="") as file:
        found = [row for row in csv.DictReader(file) if row["iso3"] == code]
    if not found:
        return "", set()
    body = table(
        ["year", "what", "value", "source", "of what part"],
        [(row["year"], row["metric"].replace("_", " ").replace(" km2", ", km2"),
          number(row["value"]) if row["unit"] == "km2" else whole(row["value"]),
          f"[{row['source_id']}](#{row['source_id'].lower()})", row["note"]) for row in found],
        right=("value",))
    return "## Also in the record\n\n" + paragraph(
        "Sums over several years, parts of a year and parts of the state. No figure above rests on them.",
    ) + "\n\n" + body + "\n\n*From `scenarios/data/annual_partial.csv`.*", {row["source_id"] for row in found}


def opening(code, answers, state):
    about = answers.provenance()
    return "\n\n".join([
        f"# {state['name']}",
        f"*Made by `tools/state_pages.py`; do not edit. Figures up to {about['origin']} from sources published up to"
        f" {about['origin'] + 1}, {about['trajectories']:,} futures, seed {about['seed']}.*"])


def page(code, answers):
    """The text of docs/states/<ISO3>.md."""
    known = known_sources()
    state, notes = state_file(code), Notes(code, known)
    run, explained = answers.run(code), answers.explain(code)
    explain = dates.command("explain", answers.scenario, code)
    more, more_sources = also_in_the_record(code)
    supposed = dates.conditional(code, conditional_scenarios(code))
    parts = [opening(code, answers, state)]
    if notes.judgement:
        parts += ["## Our reading", notes.judgement, "*Written by hand: `docs/states/notes/" + code + ".md`.*"]
    if state.get("notes"):
        parts += ["From the state file:", "> " + state["notes"].strip().replace("\n", "\n> ")]
    parts += [
        "## Where it stands",
        f"![{state['name']}: {CHARTS[run['estimable']]}]({code}.svg)",
        standing.newest_stock(code, answers, state),
        standing.stocks(code, answers),
        standing.other_counting(code, answers),
        standing.treaty(code, answers, state),
        made_by(explain),
        "## What was released",
        standing.released(code, answers),
        made_by(explain),
        "## What the state plans, and how likely that is",
        dates.plan(code, answers),
        "## When it may be complete",
        dates.completion(code, answers),
    ]
    if supposed:
        parts += ["## If what is missing were there", supposed]
    parts += [
        "## The ladder", ladder.ladder(run, notes.rungs),
        "*Which rungs are missing: " + f"`{dates.command('run', answers.scenario, code)}`; the last column is written"
        " by hand.*",
        "## Casualties", people.casualties(code, answers),
        "## People exposed", people.exposed(code, answers), made_by(explain),
        "## Money", "Million USD, in prices of each year. Years without a row have no usable figure.",
        money.by_year(code, answers), money.donors(code, answers), money.basis(code, answers), made_by(explain),
        more,
        "## Sources",
        source_list({name for name in explained["sources"]} | more_sources | set(notes.sources), known),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
