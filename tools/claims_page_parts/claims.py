"""The claims of the record, and those among them that can be scored."""

import csv
from dataclasses import dataclass, fields

from state_pages_parts.answers import ROOT

DATA = ROOT / "scenarios/data"


def rows_of(table):
    with open(DATA / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Claim:
    """A row of claims.csv; numbers and days stay text, as the record has them."""

    claim_id: str
    iso3: str
    year_said: str
    said_by: str
    speaker: str
    kind: str
    claimed_by: str
    claimed_km2: str
    claimed_km2_per_year: str
    claimed_musd: str
    claimed_states: str
    condition: str
    outcome: str
    outcome_date: str
    outcome_year: str
    outcome_value: str
    outcome_source_id: str
    source_id: str
    note: str

    @property
    def origin(self):
        """Last year whose figures could be known: that before the claim, reported in the year of the claim."""
        return int(self.year_said) - 1

    @property
    def scored(self):
        """A promise for a day, with a known outcome and without a condition that nobody can check."""
        return self.kind == "completion_date" and self.outcome != "open" and not self.condition

    @property
    def kept(self):
        return self.outcome == "met"


def all_claims():
    names = [field.name for field in fields(Claim)]
    return [Claim(**{name: row[name] for name in names}) for row in rows_of("claims")]


def names_of_states():
    return {row["iso3"]: row["name"] for row in rows_of("states")} | {"WLD": "Several states"}


def calls_of_no(claims):
    """Observers' calls 'not on track' for days of scored promises: how many there are, and how many came true."""
    kept = {(claim.iso3, claim.claimed_by): claim.kept for claim in claims if claim.scored}
    calls = [(row["iso3"], row["deadline"]) for row in rows_of("calls") if row["deadline_call"] == "not_on_track"]
    judged = [kept[call] for call in calls if call in kept]
    return len(judged), sum(not was_kept for was_kept in judged)
