"""The tables of docs/claims.md, each with its sentence: a claim, what the engine says of it, and what came."""

from claims_page_parts.claims import names_of_states
from state_pages_parts import text
from state_pages_parts.text import number, paragraph, share, table

HORIZON = 2060
OUTCOMES = {"met": "**came true**", "not_met": "did not", "open": "not known"}


def years(answer):
    """The middle of the futures, and between which years eight in ten lie."""
    low, middle, high = (str(int(float(date) - 1e-6)) if date else f"after {HORIZON}"
                         for date in (answer.p10, answer.p50, answer.p90))
    return f"{middle} ({low} to {high})" if answer.p10 else middle


def chance(answer):
    return share(float(answer.probability)) if answer.probability else ""


def refusal(answer):
    return ("as judged today: " if answer.answer == "refused" else "") + answer.reason


def outcome(claim):
    said = OUTCOMES[claim.outcome]
    if claim.outcome_date:
        said += f"; complete on {claim.outcome_date}"
    if claim.outcome_value:
        in_all = "km2" if claim.claimed_km2 and not claim.claimed_km2_per_year else "km2 a year"
        unit = {"pace": in_all, "count_of_states": "States Parties affected"}.get(claim.kind, "km2 left")
        said += f"; {number(claim.outcome_value)} {unit} in {claim.outcome_year}"
    return said


def remark(claim):
    condition = f"on a condition: {claim.condition}" if claim.condition and claim.kind != "completion_date" else ""
    return "; ".join(part for part in (condition, claim.note) if part)


def rows_of(claims, of, cells):
    """A row for each claim: who and when, the cells of the table, and what came."""
    names = names_of_states()
    for claim in claims:
        answer = of[claim.claim_id]
        star = "\\*" if answer.calibrated == "yes" else ""
        sources = text.sources(dict.fromkeys(name for name in (claim.source_id, claim.outcome_source_id) if name))
        yield (names[claim.iso3], claim.year_said + star, claim.said_by, claim.claimed_by, *cells(claim, answer),
               outcome(claim), sources, remark(claim))


def section(title, sentence, claims, of, heads, cells, right=()):
    return "\n\n".join([f"## {title}", paragraph(sentence), table(
        ["state", "said", "by whom", "by when", *heads, "what came", "sources", "remark"],
        list(rows_of(claims, of, cells)), right=right)])


def promises(claims, of):
    ours = [claim for claim in claims if claim.kind == "completion_date" and not claim.condition]
    return section(
        "Dates to which the engine gives a chance",
        "The chance is that of completion by the stated day. Then comes the year by whose end half of the futures are"
        " complete, and in brackets those between which eight in ten lie.",
        [claim for claim in ours if of[claim.claim_id].answer == "dated"], of, ["chance", "half by (8 in 10)"],
        lambda claim, answer: (chance(answer), years(answer)), right=("chance",)) + "\n\n" + section(
        "Dates to which it gives none",
        "'As judged today' marks a reason of the state file, which refuses at every origin and may name what came"
        " later; the other reasons are what the record of that time does not have.",
        [claim for claim in ours if of[claim.claim_id].answer != "dated"], of, ["why there is no chance"],
        lambda claim, answer: (refusal(answer),))


def conditional(claims, of):
    return section(
        "Dates on a condition",
        "These are not scored, since nothing in the record tells whether the condition held; the chance is the engine's"
        " on the course of that time, without it.",
        [claim for claim in claims if claim.kind == "completion_date" and claim.condition], of,
        ["condition", "chance, or why there is none"],
        lambda claim, answer: (claim.condition, chance(answer) or refusal(answer)))


def paces(claims, of):
    def cells(claim, answer):
        claimed = [f"{number(claim.claimed_km2)} in all" if claim.claimed_km2 else "",
                   f"{number(claim.claimed_km2_per_year)} a year" if claim.claimed_km2_per_year else ""]
        return ", ".join(part for part in claimed if part), number(answer.km2_per_year or None) or refusal(answer)

    return section(
        "Pace",
        "The km2 that were to be released, and the km2 a year that the engine expected up to that day: land cleared,"
        " reduced and cancelled, mean of its futures.",
        [claim for claim in claims if claim.kind == "pace"], of, ["claimed, km2", "engine, km2 a year"], cells)


def costs(claims, of):
    def cells(claim, answer):
        span = int(claim.claimed_by[:4]) - int(claim.year_said) if claim.claimed_by else 0
        return (number(claim.claimed_musd), number(float(claim.claimed_musd) / span) if span else "",
                number(answer.musd_per_year or None) or refusal(answer), chance(answer))

    return section(
        "Cost",
        "Million USD that were said to be needed, and the same for each year after it was said. Beside it stands the"
        " money a year that the engine expected up to that day, from all sources and in prices of that time, and the"
        " chance that the state completes by then with it. What 100 million a year more from 2018 on could have brought"
        " is asked in [scenarios/README.md](../scenarios/README.md#what-could-have-been-known).",
        [claim for claim in claims if claim.kind == "cost"], of,
        ["claimed", "a year", "engine, a year", "chance"], cells)


def counts(claims, of):
    return section(
        "Number of states",
        "States Parties that were to complete. The engine's number is that of states complete by the end of that year,"
        " in half of its futures (and in eight of ten), of the few that it dates, party to the Convention or not.",
        [claim for claim in claims if claim.kind == "count_of_states"], of, ["claimed", "engine", "states dated"],
        lambda claim, answer: (
            claim.claimed_states, f"{answer.states_p50} ({answer.states_p10} to {answer.states_p90})",
            answer.states_dated))
