#!/usr/bin/python3
"""Tests of tools/claims_page.py: the page is fresh, the engine says so still, and scores are what they should be."""

import subprocess
import sys
import unittest
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import claims_page  # noqa: E402
from claims_page_parts import engine, scores, tables  # noqa: E402
from claims_page_parts.claims import Claim, all_claims  # noqa: E402

ASKED_AGAIN = "2017"  # the origin of most claims
FIELDS = dict.fromkeys(Claim.__dataclass_fields__, "")


def promise(said, by, outcome, code="AAA", **more):
    return Claim(**(FIELDS | {
        "claim_id": f"{code}-{said}-by{by[:4]}", "iso3": code, "year_said": str(said), "claimed_by": by,
        "kind": "completion_date", "speaker": "state", "outcome": outcome} | more))


def dated(claim, probability):
    return engine.Answer(claim.claim_id, claim.origin, "no", "dated", probability=str(probability))


class Freshness(unittest.TestCase):
    def run_tool(self, *arguments):
        done = subprocess.run([sys.executable, "-B", "tools/claims_page.py", *arguments], cwd=ROOT,
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_the_page_is_made_from_the_claims_and_the_answers(self):
        self.run_tool()

    def test_the_engine_answers_as_it_did(self):
        self.run_tool("--ask-again", ASKED_AGAIN)

    def test_a_page_that_was_changed_is_stale(self):
        told = claims_page.first_difference("docs/claims.md", "a\nb\n", "a\nc\n")
        self.assertIn("docs/claims.md:2 is not fresh; run tools/claims_page.py --update", told)
        self.assertIsNone(claims_page.first_difference("docs/claims.md", "a\n", "a\n"))

    def test_answers_survive_being_written_and_read(self):
        answers = engine.read_answers(claims_page.ANSWERS)
        self.assertEqual(engine.as_csv(answers), claims_page.ANSWERS.read_text(encoding="utf-8"))
        self.assertEqual([answer.claim_id for answer in answers], [claim.claim_id for claim in all_claims()])


class Chances(unittest.TestCase):
    MONTHS = {"first": "2020-03", "counts": [0, 10, 31]}  # April has 30 days, May 31

    def test_months_before_the_day_count_whole_and_its_own_in_proportion(self):
        chances = [engine.chance_by(self.MONTHS, day, 100) for day in ("2020-03-31", "2020-04-15", "2020-05-01")]
        self.assertEqual([round(chance, 6) for chance in chances], [0, 0.05, 0.11])

    def test_days_outside_the_futures_are_none_or_all(self):
        self.assertEqual([engine.chance_by(self.MONTHS, day, 100) for day in ("2019-12-31", "2030-01-01")], [0, 0.41])

    def test_a_yearly_mean_ends_with_the_claim(self):
        self.assertEqual([engine.mean_until([2020, 2021, 2022], [1, 3, 8], last) for last in (2021, None, 2019)],
                         ["2", "4", ""])


class Scores(unittest.TestCase):
    def setUp(self):
        self.claims = [promise(2008, "2010-12-31", "met"), promise(2008, "2011-12-31", "not_met", "BBB"),
                       promise(2012, "2014-12-31", "not_met", "CCC"), promise(2012, "2020-12-31", "open", "DDD"),
                       promise(2012, "2013-12-31", "met", "EEE", condition="money")]

    def scored(self):
        answers = [dated(self.claims[0], 0.5), dated(self.claims[2], 0.2)]
        refused = [engine.Answer(claim.claim_id, claim.origin, "no", "missing") for claim in self.claims]
        given = {answer.claim_id: answer for answer in (*refused, *answers)}
        return scores.scored_claims(self.claims, given.values())

    def test_open_and_conditional_promises_are_not_scored(self):
        self.assertEqual([one.claim.iso3 for one in self.scored()], ["AAA", "BBB", "CCC"])

    def test_the_base_rate_knows_only_what_was_due_before(self):
        self.assertEqual([one.base_rate for one in self.scored()], [0.5, 0.5, 0.5])
        late = replace(self.claims[2], year_said="2011")
        self.assertEqual(scores.base_rate(late, self.claims[:3]), 2 / 3)

    def test_the_brier_score_is_the_mean_square(self):
        known = [one for one in self.scored() if one.engine is not None]
        self.assertAlmostEqual(scores.brier(known, lambda one: one.engine), (0.25 + 0.04) / 2)
        self.assertEqual(scores.brier(known, lambda one: 1), 0.5)
        least, most = scores.without_one_state(known, lambda one: one.engine)
        self.assertAlmostEqual(least, 0.04)
        self.assertAlmostEqual(most, 0.25)

    def test_a_refusal_takes_the_base_rate(self):
        forecaster = scores.FORECASTERS[0][1]
        self.assertEqual([forecaster(one) for one in self.scored()], [0.5, 0.5, 0.2])

    def test_each_dated_promise_lies_in_one_band(self):
        bands = list(scores.by_band(self.scored()))
        self.assertEqual([(count, kept) for _, _, count, _, kept in bands], [(0, 0), (0, 0), (1, 0), (1, 1)])


class Words(unittest.TestCase):
    def test_what_came_has_its_unit(self):
        left = promise(2010, "2012-12-31", "not_met", outcome_value="4.1", outcome_year="2013")
        self.assertEqual(tables.outcome(left), "did not; 4.1 km2 left in 2013")
        self.assertEqual(tables.outcome(replace(left, kind="pace", claimed_km2_per_year="9")),
                         "did not; 4.1 km2 a year in 2013")

    def test_a_date_beyond_the_horizon_is_said_as_such(self):
        answer = dated(promise(2010, "2012-12-31", "open"), 0)
        self.assertEqual(tables.years(answer), "after 2060")
        answer.p10, answer.p50 = "2030.00", "2031.50"
        self.assertEqual(tables.years(answer), "2031 (2029 to after 2060)")

    def test_a_refusal_of_the_state_file_is_marked_as_of_today(self):
        answer = engine.Answer("A", 2010, "no", "refused", reason="war")
        self.assertEqual(tables.refusal(answer), "as judged today: war")


if __name__ == "__main__":
    unittest.main()
