"""The text of docs/claims.md."""

import re

from claims_page_parts import scores
from claims_page_parts.claims import calls_of_no, names_of_states
from claims_page_parts.engine import FUTURES
from claims_page_parts.tables import conditional, counts, costs, paces, promises
from state_pages_parts.sources import known_sources, source_list
from state_pages_parts.text import listed, paragraph, share, table

REFUSALS = {"missing": "for want of figures of that time in the record",
            "refused": "since the state file gives no date at any origin",
            "absent": "since the engine does not know the state"}


def opening(scored):
    dated = [one for one in scored if one.engine is not None]
    kept = [one for one in dated if one.kept]
    chance_kept = scores.mean(one.engine for one in kept)
    chance_not = scores.mean(one.engine for one in dated if not one.kept)
    return paragraph(
        f"**Of {len(scored)} public statements that a state will be free of known mines by a day that has passed,"
        f" {sum(one.kept for one in scored)} came true.**",
        f"Told only what was published by then, the engine dates {len(dated)} of them: it gave a chance of"
        f" {share(chance_kept)} on average to the {len(kept)} that came true, and of {share(chance_not)} to the"
        f" {len(dated) - len(kept)} that did not.")


def verdict(engine, other):
    return "better than" if engine < other else "worse than" if engine > other else "as good as"


def in_short(claims, answers, scored):
    dated = [one for one in scored if one.engine is not None]
    of_dated = [scores.brier(dated, probability) for _, probability in scores.FORECASTERS]
    engine, rate, no, word = of_dated
    heads = ["how a statement is judged", f"all {len(scored)}", f"the {len(dated)} dated", "without any one state"]
    rows = []
    for (name, probability), score in zip(scores.FORECASTERS, of_dated):
        low, high = scores.without_one_state(dated, probability)
        rows.append((name, f"{scores.brier(scored, probability):.3f}", f"{score:.3f}", f"{low:.3f} to {high:.3f}"))
    states = len({one.claim.iso3 for one in dated})
    bands = [(f"{share(low)} to {share(high)}", count, share(middle), kept)
             for low, high, count, middle, kept in scores.by_band(scored)]
    return "\n\n".join([
        "## In short",
        paragraph(
            f"On its {len(dated)} dates the engine scores {engine:.3f}. That is {verdict(engine, word)} taking each"
            f" statement at its word ({word:.3f}), {verdict(engine, rate)} giving each the share of earlier ones that"
            f" came true ({rate:.3f}), and {verdict(engine, no)} saying no to all ({no:.3f}).",
            "These are Brier scores: 0 is perfect, 0.25 a coin, 1 always wrong. The last column leaves out one of the"
            f" {states} states at a time, since statements on one state fail together."),
        table(heads, rows, right=heads[1:3]),
        paragraph("By what the engine gave: of a calibrated one, the share that came true would lie in the band."),
        table(["engine's chance", "statements", "mean chance", "came true"], bands,
              right=("statements", "mean chance", "came true")),
        speakers(claims, scored),
        refused_in_short(answers, scored)])


def speakers(claims, scored):
    def of(speaker):
        ones = [one for one in scored if one.claim.speaker == speaker]
        return f"{sum(one.kept for one in ones)} of {len(ones)}"

    calls, right = calls_of_no(claims)
    return paragraph(
        f"By who spoke: of the states' own statements {of('state')} came true, of observers' 'on track'",
        f"{of('observer')}; of observers' calls 'not on track' for the same days, which are not among the statements,",
        f"{right} of {calls}.")


def refused_in_short(answers, scored):
    kinds = [one.answer.answer for one in scored]
    parts = [f"{kinds.count(kind)} {words}" for kind, words in REFUSALS.items() if kind in kinds]
    kept = sum(one.kept for one in scored if one.engine is None)
    origins = sorted({answer.origin for answer in answers if answer.calibrated == "yes"})
    return paragraph(
        f"The engine gives no date for {len(scored) - kinds.count('dated')}: {listed(parts)}.",
        f"Of these {kept} came true. A refusal is no forecast: in the column of all it takes the base rate.",
        f"Calibrated (\\*) are the runs at the end of {listed(map(str, origins))}; the others rest on the estimator of"
        " [model.md](model.md)." if origins else
        "No run is calibrated here: all rest on the estimator of [model.md](model.md).")


HOW = """\
## How this page is made

- **Which claims.** Every date, price and pace of `scenarios/data/plans.csv`, every request of `deadlines.csv` that asks
  to finish (not those for an interim or for survey alone), and every "on track" of `calls.csv`, if it was said by 2023
  for a day before November 2026. `tools/check_record.py` stops when one is left out. A state and a day stand once, when
  first said; an observer's call beside it is one of its own. Claims on several states are those that were found.
- **What came.** Came true: the state was complete by the day, by its own declaration, even if mines were found later.
  Did not: it was not complete, or had asked, or said it would ask, for a later day. Not known: no source of the record
  tells; these are not scored. km2 left is the first figure at or near the day, and may count more than the claim did.
- **What the engine knew.** It is asked at the end of the year before the claim, with figures up to that year from
  sources published up to the year of the claim; a source of the same year may be younger than the claim. The judgement
  in the state files (`programme`, `baseline`, and every refusal "as judged today") has no date. Money goes on as it was
  then. {futures:,} futures each, the seed of the baseline; the error of a chance is at most {error:.1f} points.
- **Base rate.** Of the statements that were due before the year of a claim, the share that came true, as
  (came true + 1) / (due + 2).
- **Not asked.** Of a pace or a cost the engine gives no chance, only what it expects: means and medians of its futures.

To make it anew, after `./dev build`: `tools/claims_page.py --update`. The answers stand in [claims.csv](claims.csv),
the claims with all columns in `scenarios/data/claims.csv`."""


def all_sources(claims):
    """Every source that a row or a remark names."""
    known = known_sources()
    named = {word for claim in claims
             for text in (claim.source_id, claim.outcome_source_id, claim.note) for word in re.findall(r"[\w-]+", text)}
    return "## Sources\n\n" + source_list(named & set(known), known)


def page(claims, answers):
    of = {answer.claim_id: answer for answer in answers}
    names = names_of_states()
    claims = sorted(claims, key=lambda claim: (claim.iso3 == "WLD", names[claim.iso3], claim.year_said))
    scored = scores.scored_claims(claims, answers)
    return "\n\n".join([
        "# What was promised, what came, and what the engine would have said",
        opening(scored),
        "*Made by `tools/claims_page.py`; do not edit.*",
        in_short(claims, answers, scored),
        promises(claims, of), conditional(claims, of), paces(claims, of), costs(claims, of), counts(claims, of),
        HOW.format(futures=FUTURES, error=100 * 0.5 / FUTURES ** 0.5),
        all_sources(claims)]) + "\n"
