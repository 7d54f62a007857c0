"""What the engine says of each claim, asked at the end of the year before: one run for all claims of an origin."""

import calendar
import csv
import io
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from state_pages_parts.answers import ROOT, ask
from state_pages_parts.state_file import state_file

FUTURES = 4000
SCENARIO = """\
format: 1
name: What was known at the end of {origin}
extends: {baseline}
origin: {origin}
funding: {{price_year: {origin}}}
"""


@dataclass
class Answer:
    """A line of docs/claims.csv. Empty is what does not apply, and a date beyond the horizon."""

    claim_id: str
    origin: int
    calibrated: str          # yes, if the run used a posterior of that origin
    answer: str              # dated, missing, refused (by the state file, at any origin), absent, world or not_asked
    probability: str = ""    # that the claimed day is met
    p10: str = ""
    p50: str = ""
    p90: str = ""
    km2_per_year: str = ""   # released, mean of the futures and years up to the claimed day
    musd_per_year: str = ""  # median of the futures, mean of those years, prices of the origin
    states_dated: str = ""
    states_p10: str = ""
    states_p50: str = ""
    states_p90: str = ""
    reason: str = ""


COLUMNS = [field.name for field in fields(Answer)]


def run_at(origin):
    """The answer of `minefree run` at the end of a year, for all states."""
    with tempfile.TemporaryDirectory() as folder:
        scenario = Path(folder) / f"origin-{origin}.yaml"
        baseline = ROOT / "scenarios/baseline.yaml"
        scenario.write_text(SCENARIO.format(origin=origin, baseline=baseline), encoding="utf-8")
        return ask("run", scenario, "--trajectories", FUTURES, "--quiet")


def chance_by(by_month, day, futures):
    """Share of futures complete by a day, YYYY-MM-DD; the day's month counts in proportion."""
    first_year, first_month = map(int, by_month["first"].split("-"))
    year, month, date = map(int, day.split("-"))
    whole = 12 * (year - first_year) + month - first_month
    counts = by_month["counts"]
    before = sum(counts[:max(whole, 0)])
    within = counts[whole] * date / calendar.monthrange(year, month)[1] if 0 <= whole < len(counts) else 0
    return (before + within) / futures


def mean_until(years, values, last):
    """Mean of a yearly series up to a year; of its first five years where no year is named."""
    kept = [value for year, value in zip(years, values) if year <= (last or years[0] + 4)]
    return f"{sum(kept) / len(kept):.3g}" if kept else ""


def quantile(state, name):
    value = state["completion"]["quantiles"][name]
    return "" if value is None else f"{value:.2f}"


def _of_state(claim, answer, state, futures):
    if state is None:
        answer.answer, answer.reason = "absent", "the engine has no file of this state"
        return
    if not state["estimable"]:
        never = state_file(claim.iso3)["status"]["kind"] == "not_estimable"
        answer.answer = "refused" if never else "missing"
        answer.reason = state["reasons"][0]
        return
    answer.answer = "dated"
    if claim.claimed_by:
        answer.probability = f"{chance_by(state['completion']['by_month'], claim.claimed_by, futures):.4f}"
    answer.p10, answer.p50, answer.p90 = (quantile(state, name) for name in ("0.1", "0.5", "0.9"))
    last = int(claim.claimed_by[:4]) if claim.claimed_by else None
    released, money = state["released_km2"], state["funding_musd"]
    if claim.kind == "pace":
        yearly = [sum(ways) for ways in zip(released["cancelled"], released["reduced"], released["cleared"])]
        answer.km2_per_year = mean_until(released["year"], yearly, last)
    if claim.kind == "cost":
        answer.musd_per_year = mean_until(money["year"], money["p50"], last)


def _of_the_world(claim, answer, world):
    if claim.kind != "count_of_states":
        answer.answer = "not_asked"
        answer.reason = f"a sum over states, of which the engine dates {world['estimable']} of {world['affected']}"
        return
    counts = world["complete_by_end_of"]
    k = counts["year"].index(int(claim.claimed_by[:4]))
    answer.answer, answer.states_dated = "world", str(world["estimable"])
    answer.states_p10, answer.states_p50, answer.states_p90 = (str(counts[p][k]) for p in ("p10", "p50", "p90"))


def answers_at(origin, claims):
    """One answer for each claim, all of that origin."""
    run = run_at(origin)
    states = {state["code"]: state for state in run["states"]}
    about = run["provenance"]
    calibrated = "yes" if about["posterior_sha256"] else "no"
    answers = []
    for claim in claims:
        answer = Answer(claim.claim_id, origin, calibrated, "")
        if claim.iso3 == "WLD":
            _of_the_world(claim, answer, run["world"])
        else:
            _of_state(claim, answer, states.get(claim.iso3), about["trajectories"])
        answers.append(answer)
    return answers


def all_answers(claims):
    """In the order of the claims; about half a second for each origin."""
    by_id = {answer.claim_id: answer for origin in sorted({claim.origin for claim in claims})
             for answer in answers_at(origin, [claim for claim in claims if claim.origin == origin])}
    return [by_id[claim.claim_id] for claim in claims]


def as_csv(answers):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(answer) for answer in answers)
    return text.getvalue()


def read_answers(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [Answer(**(row | {"origin": int(row["origin"])})) for row in csv.DictReader(file)]
