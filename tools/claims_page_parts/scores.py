"""How well the engine would have done, beside three simpler ways to judge a promise.

The Brier score is the mean square of (probability - outcome), the outcome being 1 for a promise that was kept: 0 is
perfect, 0.25 is what a coin gets, 1 is always wrong.
"""

from dataclasses import dataclass

from claims_page_parts.claims import Claim
from claims_page_parts.engine import Answer


@dataclass(frozen=True)
class Scored:
    """A promise whose outcome is known; `engine` is None where the engine gives no date."""

    claim: Claim
    answer: Answer
    engine: float | None
    base_rate: float

    @property
    def kept(self):
        return self.claim.kept


def base_rate(claim, promises):
    """Share kept of the promises due before the year of this one; (kept + 1) / (due + 2), as few are due at first."""
    due = [other for other in promises if other.claimed_by < f"{claim.year_said}-01-01"]
    return (sum(other.kept for other in due) + 1) / (len(due) + 2)


def scored_claims(claims, answers):
    promises = [claim for claim in claims if claim.scored]
    of = {answer.claim_id: answer for answer in answers}
    return [Scored(claim, of[claim.claim_id],
                   float(of[claim.claim_id].probability) if of[claim.claim_id].answer == "dated" else None,
                   base_rate(claim, promises)) for claim in promises]


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def brier(scored, probability):
    return mean((probability(one) - one.kept) ** 2 for one in scored)


FORECASTERS = (
    ("the engine; the base rate where it gives no date",
     lambda one: one.base_rate if one.engine is None else one.engine),
    ("base rate of earlier statements", lambda one: one.base_rate),
    ("no to every statement", lambda one: 0.0),
    ("every statement at its word", lambda one: 1.0),
)


def without_one_state(scored, probability):
    """The least and the largest score when one state is left out; promises of one state are not independent."""
    scores = [brier([one for one in scored if one.claim.iso3 != code], probability)
              for code in {one.claim.iso3 for one in scored}]
    return min(scores), max(scores)


BANDS = ((0.0, 0.02), (0.02, 0.1), (0.1, 0.5), (0.5, 1.01))


def by_band(scored):
    """(low, high, how many, mean probability, how many kept) of promises with a date, by what the engine gave them."""
    for low, high in BANDS:
        ones = [one for one in scored if one.engine is not None and low <= one.engine < high]
        yield low, min(high, 1.0), len(ones), mean(one.engine for one in ones), sum(one.kept for one in ones)
