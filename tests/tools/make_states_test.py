#!/usr/bin/python3
"""Tests of tools/make_states.py, on a small record of its own and on the one of the repository."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import make_states  # noqa: E402
from state_files.check import check_state  # noqa: E402
from state_files.draft import draft  # noqa: E402
from state_files.record import Record, last_day, same_number  # noqa: E402
from state_files.yaml_text import WIDTH, list_row, read, scalar, yaml  # noqa: E402

RECORD = {
    "sources.csv": """\
source_id,title,publisher,year,url
early2019,Early,Somebody,2019,https://example.org/1
late2021,Late,Somebody,2021,https://example.org/2
""",
    "states.csv": """\
iso3,name,party,entry_into_force,deadline_original,deadline_current,deadline_known_as_of,status,note
XXA,Example,yes,2000-03-01,2010-03-01,2025-03-01,2021,affected,A made-up state.
""",
    "annual.csv": """\
iso3,year,metric,value,unit,source_id,quality,note
XXA,2018,cha_km2,8,km2,early2019,reported,
XXA,2018,sha_km2,2,km2,early2019,reported,
XXA,2018,contamination_km2,10,km2,early2019,reported,sum
XXA,2018,cleared_km2,0.5,km2,early2019,reported,first count
XXA,2018,cleared_km2,0.7,km2,late2021,reported,revised
XXA,2020,contamination_km2,9,km2,late2021,approx,all suspected
XXA,2020,casualties,4,count,late2021,reported,
XXA,2020,funding_international_musd,1.5,musd,late2021,reported,
""",
    "deadlines.csv": """\
iso3,request_year,previous_deadline,granted_deadline,source_id,note
XXA,2009,2010-03-01,2020-03-01,early2019,
XXA,2019,2020-03-01,2025-03-01,late2021,
XXA,2021,2025-03-01,,late2021,asked for; not decided
""",
    "plans.csv": """\
iso3,stated_completion,planned_annual_km2,cost_estimate_musd,source_id,note
XXA,2024,2.5,,late2021,
""",
    "events.csv": """\
iso3,year,kind,source_id,note
XXA,2019,completion_declared,late2021,
""",
    "calls.csv": """\
iso3,edition_year,publisher,deadline,deadline_call,likelihood_2025,performance_score,source_id
""",
    "donor_recipient.csv": """\
donor,iso3,year,musd,source_id,note
USA,XXA,2020,1.0,late2021,
""",
}

STATE = """\
format: 1
code: XXA
name: Example
baseline: partial
treaty:
  party: true
  entry_into_force: 2000-03-01
  deadlines:
    - {date: 2010-03-01, granted: 2000, source: early2019}
    - {date: 2020-03-01, granted: 2009, source: early2019}
    - {date: 2025-03-01, granted: 2019, source: late2021}
status:
  kind: affected
history:
  - {year: 2018, confirmed_km2: 8, suspected_km2: 2.0, source: early2019}
  - {year: 2018, cleared_km2: 0.7, source: late2021, reason: revised}
  - {year: 2020, suspected_km2: 9, source: late2021, reason: all suspected}
programme:
  confirmed_share: {low: 0.05, best: 0.1, high: 0.2, source: own, reason: a guess}
funding:
  years:
    - {year: 2020, international_musd: 1.5, source: late2021}
donor_shares:
  - {donor: USA, year: 2020, musd: 1, source: late2021}
security:
  - {from: 2000, to: 2020, regime: open, source: late2021, reason: nothing known}
casualties:
  - {year: 2020, casualties: 4, source: late2021}
plans:
  - {published: 2021, stated_completion: 2024-12-31, planned_km2_per_year: 2.5, source: late2021}
"""


class OnASmallRecord(unittest.TestCase):
    """A record of one state, written to a folder for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name, text in RECORD.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def record(self):
        return Record(self.folder)

    def state_path(self, text=STATE):
        path = self.folder / "XXA.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def problems(self, text):
        return check_state(read(self.state_path(text)), "XXA", self.record()).problems

    def one_problem(self, old, new, part):
        """Replacing old by new gives one problem whose text has this part; returns its line."""
        self.assertIn(old, STATE)
        text = STATE.replace(old, new, 1)
        problems = self.problems(text)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(part, problems[0].text)
        return text.splitlines()[problems[0].line - 1]

    def run_tool(self, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = make_states.main([*arguments, "--data", str(self.folder)])
        return code, out.getvalue(), err.getvalue()


class Check(OnASmallRecord):
    def test_a_good_file_has_no_problem(self):
        self.assertEqual(self.problems(STATE), [])

    def test_a_number_that_is_not_in_the_record_is_a_problem_at_its_line(self):
        line = self.one_problem("confirmed_km2: 8", "confirmed_km2: 7", "is not in the record")
        self.assertIn("confirmed_km2: 7", line)

    def test_a_number_of_another_year_is_a_problem(self):
        self.one_problem("year: 2020, casualties", "year: 2019, casualties", "is not in the record")

    def test_a_number_from_another_source_is_a_problem(self):
        self.one_problem(
            "casualties: 4, source: late2021", "casualties: 4, source: early2019",
            "is not in the record",
        )

    def test_an_unknown_source_is_a_problem(self):
        problems = self.problems(STATE.replace("2.0, source: early2019", "2.0, source: nobody"))
        self.assertTrue(any("nobody is not in sources.csv" in problem.text for problem in problems))

    def test_a_choice_between_sources_wants_a_reason(self):
        self.one_problem(", reason: revised", "", "the record also has 0.5 (early2019)")

    def test_a_total_called_suspected_wants_a_reason(self):
        self.one_problem(", reason: all suspected", "", "is read from contamination_km2")

    def test_own_judgement_wants_a_reason(self):
        self.one_problem(", reason: a guess", "", "source own wants a reason")

    def test_own_is_no_source_of_a_figure(self):
        problems = self.problems(STATE.replace("suspected_km2: 2.0, source: early2019",
                                               "suspected_km2: 2.0, source: own"))
        self.assertTrue(any("own is not in sources.csv" in problem.text for problem in problems))

    def test_a_spread_that_runs_backwards_is_a_problem(self):
        self.one_problem("low: 0.05", "low: 0.5", "not in order")

    def test_a_deadline_that_was_never_granted_is_a_problem(self):
        self.one_problem("2025-03-01", "2026-03-01", "deadline 2026-03-01 is not in the record")

    def test_a_deadline_granted_in_another_year_is_a_problem(self):
        self.one_problem("granted: 2019", "granted: 2018", "deadline 2025-03-01")

    def test_years_out_of_order_are_a_problem(self):
        rows = STATE.splitlines()
        first = rows.index("history:") + 1
        rows[first + 2], rows[first] = rows[first], rows[first + 2]
        problems = self.problems("\n".join(rows))
        self.assertTrue(problems)
        self.assertTrue(all("order of years" in problem.text for problem in problems))

    def test_a_misspelt_key_is_a_problem(self):
        self.one_problem("musd: 1,", "musd: 1, share: 2,", "'share' has no place here")

    def test_money_that_no_donor_gave_is_a_problem(self):
        self.one_problem("musd: 1,", "musd: 2,", "is not in donor_recipient.csv")

    def test_a_plan_of_another_year_is_a_problem(self):
        self.one_problem("2024-12-31", "2025-12-31", "plans.csv has no such plan")

    def test_overlapping_regimes_are_a_problem(self):
        self.one_problem(
            "  - {from: 2000, to: 2020, regime: open, source: late2021, reason: nothing known}\n",
            "  - {from: 2000, to: 2020, regime: open, source: late2021, reason: nothing known}\n"
            "  - {from: 2020, to: 2021, regime: open, source: late2021, reason: nothing known}\n",
            "overlap",
        )

    def test_a_declaration_needs_its_event(self):
        declared = "  kind: declared\n  declared: {}-02-27\n  source: late2021\n"
        good = STATE.replace("  kind: affected\n", declared.format(2019))
        self.assertEqual(self.problems(good), [])
        self.one_problem("  kind: affected\n", declared.format(2020), "no declaration of 2020")

    def test_a_refused_state_needs_reasons_and_needs_in_order(self):
        refused = ("  kind: not_estimable\n  reasons: [nobody looked]\n"
                   "  needs: [{}]\n  source: late2021\n")
        good = STATE.replace("  kind: affected\n", refused.format("access, survey"))
        self.assertEqual(self.problems(good), [])
        self.one_problem("  kind: affected\n", refused.format("survey, access"), "in this order")

    def test_a_key_given_twice_is_refused(self):
        with self.assertRaisesRegex(yaml.YAMLError, "given twice"):
            read(self.state_path(STATE + "format: 1\n"))


class Draft(OnASmallRecord):
    def test_a_draft_reads_back_and_holds_every_figure_in_order(self):
        state = read(self.state_path(draft("XXA", self.record())))
        self.assertEqual([row["year"] for row in state["history"]], ["2018", "2018", "2020"])
        self.assertEqual(state["history"][0]["confirmed_km2"], "8")
        self.assertEqual(state["history"][1], {"year": "2018", "cleared_km2": "0.7",
                                               "source": "late2021"})
        self.assertEqual(state["plans"][0]["stated_completion"], "2024-12-31")
        self.assertEqual(len(state["treaty"]["deadlines"]), 3)

    def test_a_draft_has_no_number_that_the_record_lacks(self):
        problems = self.problems(draft("XXA", self.record()))
        self.assertFalse([problem for problem in problems if "not in the record" in problem.text])

    def test_the_sum_of_confirmed_and_suspected_is_left_out(self):
        first = read(self.state_path(draft("XXA", self.record())))["history"][0]
        self.assertNotIn("contamination_km2", first)

    def test_additions_belong_to_the_record(self):
        (self.folder / "additions.csv").write_text(
            RECORD["annual.csv"].splitlines()[0]
            + "\nXXA,2019,cleared_km2,0.6,km2,late2021,estimate,computed\n", encoding="utf-8")
        row = "{year: 2019, cleared_km2: 0.6, source: late2021}"
        self.assertIn(row, draft("XXA", self.record()))


class Tool(OnASmallRecord):
    def test_diff_lists_what_is_not_used_and_is_content(self):
        code, out, _ = self.run_tool("XXA", "--diff", str(self.state_path()))
        self.assertEqual(code, 0)
        self.assertEqual(
            out,
            "not used: 2018 contamination_km2 10 (early2019, reported)  # sum\n"
            "not used: 2018 cleared_km2 0.5 (early2019, reported)  # first count\n",
        )

    def test_diff_fails_on_a_number_that_is_not_in_the_record(self):
        path = self.state_path(STATE.replace("cleared_km2: 0.7", "cleared_km2: 0.71"))
        code, out, _ = self.run_tool("XXA", "--diff", str(path))
        self.assertEqual(code, 1)
        self.assertIn("XXA.yaml:16: cleared_km2 0.71 of 2018 is not in the record", out)

    def test_a_state_that_the_record_does_not_know_is_wrong_usage(self):
        self.assertEqual(self.run_tool("QQQ")[0], 2)

    def test_check_all_reads_the_folder(self):
        self.state_path()
        self.assertEqual(self.run_tool("--check-all", "--states", str(self.folder))[0], 0)

    def test_an_empty_folder_is_not_a_success(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.assertEqual(self.run_tool("--check-all", "--states", str(empty))[0], 1)


class Text(unittest.TestCase):
    def test_numbers_are_compared_as_numbers(self):
        self.assertTrue(same_number("12.0", "12"))
        self.assertFalse(same_number("12.0", "12.001"))
        self.assertFalse(same_number("", "12"))

    def test_a_bare_year_means_its_last_day(self):
        self.assertEqual(last_day("2028"), "2028-12-31")
        self.assertEqual(last_day("2026-03-01"), "2026-03-01")

    def test_texts_are_quoted_only_where_yaml_needs_it(self):
        self.assertEqual(scalar("stated in March"), "stated in March")
        self.assertEqual(scalar("a, b"), '"a, b"')
        self.assertEqual(scalar("no"), '"no"')
        self.assertEqual(scalar(True), "true")

    def test_a_long_row_is_wrapped_and_reads_back(self):
        row = {"year": 2018, "source": "late2021", "reason": "one reason, and " * 20 + "no more"}
        text = list_row(row)
        self.assertTrue(all(len(line) <= WIDTH for line in text.splitlines()))
        self.assertEqual(yaml.safe_load(text)[0]["reason"], row["reason"])


class Repository(unittest.TestCase):
    def test_every_state_file_holds_against_the_record(self):
        record = Record(ROOT / "scenarios" / "data")
        paths = sorted((ROOT / "scenarios" / "states").glob("*.yaml"))
        self.assertGreaterEqual(len(paths), 12)
        for path in paths:
            problems = check_state(read(path), path.stem, record).problems
            self.assertEqual([f"{path.name}:{p.line}: {p.text}" for p in problems], [])

    def test_every_state_of_the_record_can_be_drafted(self):
        record = Record(ROOT / "scenarios" / "data")
        for code in record.states:
            self.assertEqual(yaml.safe_load(draft(code, record))["code"], code)


if __name__ == "__main__":
    unittest.main()
