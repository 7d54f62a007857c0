#!/usr/bin/python3
"""Tests of tools/make_states.py: drafts, comparisons, the texts it writes, and the repository."""

import unittest

from state_sample import RECORD, ROOT, STATE, OnASmallRecord, Record, check_state, read

from state_files.draft import draft
from state_files.record import last_day, same_number
from state_files.yaml_text import WIDTH, list_row, scalar, yaml


class Draft(OnASmallRecord):
    def test_a_draft_reads_back_and_holds_every_figure_in_order(self):
        state = read(self.state_path(draft("XXA", self.record())))
        self.assertEqual(
            [row["year"] for row in state["history"]], ["2018", "2018", "2020", "2020"])
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

    def test_a_draft_has_people_and_residual_rows_and_asks_about_series(self):
        text = draft("XXA", self.record())
        state = read(self.state_path(text))
        self.assertEqual(state["people"][0]["eore_people"], "70")
        self.assertEqual(state["people"][0]["people_exposed_girls"], "200")
        self.assertEqual(state["residual"][0]["residual_items"], "5")
        self.assertIn("# Stocks differ in 2020", text)
        self.assertNotIn("series", state)

    def test_a_draft_of_a_complete_state_has_its_declaration(self):
        path = self.folder / "states.csv"
        path.write_text(RECORD["states.csv"].replace("affected", "complete"), encoding="utf-8")
        status = read(self.state_path(draft("XXA", self.record())))["status"]
        self.assertEqual((status["kind"], status["declared"]), ("declared", "2019-12-31"))

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
        self.assertIn("XXA.yaml:18: cleared_km2 0.71 of 2018 is not in the record", out)

    def test_a_state_that_the_record_does_not_know_is_wrong_usage(self):
        self.assertEqual(self.run_tool("QQQ")[0], 2)

    def test_check_all_reads_the_folder(self):
        self.state_path()
        self.assertEqual(self.run_tool("--check-all", "--states", str(self.folder))[0], 0)

    def test_the_report_has_a_line_for_each_state_and_a_sum(self):
        self.state_path()
        code, out, _ = self.run_tool("--report", "--states", str(self.folder))
        self.assertEqual(code, 0)
        self.assertEqual(
            out,
            "code kind            stock  release  figures\n"
            "XXA  affected         2020     2018       13\n"
            "1 states (1 affected), 13 figures; newest stock 2020 to 2020, median 2020\n",
        )

    def test_the_report_tells_the_age_of_the_series_that_is_used(self):
        self.state_path(
            STATE.replace("use: official", "use: mine_action_review")
            .replace("{year: 2020, contamination_km2: 3", "{year: 2019, contamination_km2: 3"))
        out = self.run_tool("--report", "--states", str(self.folder))[1]
        self.assertIn("XXA  affected         2019", out)

    def test_one_thing_is_asked_at_a_time(self):
        with self.assertRaises(SystemExit):
            self.run_tool("XXA", "--report")

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
