#!/usr/bin/python3
"""Tests of tools/state_pages.py: the five pages are fresh, and its parts say what they should."""

import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from state_pages_parts import people, text  # noqa: E402
from state_pages_parts.history import years_of  # noqa: E402
from state_pages_parts.ladder import ladder  # noqa: E402


def row(year, name, value, source="a2020", note="", section="Reported history"):
    return {"section": section, "year": year, "name": name, "value": str(value), "source": source, "note": note}


class Freshness(unittest.TestCase):
    def test_the_pages_are_what_the_tool_writes(self):
        done = subprocess.run([sys.executable, "-B", "tools/state_pages.py", "--check"], cwd=ROOT,
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, "5 pages are fresh.\n"), done.stderr)

    def test_each_page_is_listed_and_shows_a_chart_that_is_there(self):
        listing = (ROOT / "docs/states/README.md").read_text(encoding="utf-8")
        for code in ("AGO", "AFG", "NGA", "MMR", "LBN"):
            self.assertIn(f"]({code}.md)", listing)
            self.assertTrue((ROOT / f"docs/states/{code}.svg").exists(), code)


class History(unittest.TestCase):
    def test_all_released_is_the_reported_sum_or_the_sum_of_the_parts(self):
        years = years_of({"numbers": [row(2020, "cleared_km2", 2), row(2020, "cancelled_km2", 3),
                                      row(2021, "cleared_km2", 2), row(2021, "released_km2", 9)]})
        self.assertEqual([year.released_km2() for year in years], [5, 9])

    def test_a_later_count_replaces_the_split_of_an_earlier_one(self):
        years = years_of({"numbers": [row(2020, "confirmed_km2", 8), row(2020, "suspected_km2", 7),
                                      row(2020, "contamination_km2", 5, "b2021")]})
        self.assertEqual(years[0].stock_km2(), 5)

    def test_a_year_without_release_has_none(self):
        self.assertIsNone(years_of({"numbers": [row(2020, "contamination_km2", 5)]})[0].released_km2())


class People(unittest.TestCase):
    def test_the_share_not_told_counts_whom_no_figure_names(self):
        children = {"casualties": 100, "children": 30}
        both = {"casualties": 100, "boys": 10, "girls": 5, "men": 60, "women": 5}
        self.assertEqual(text.share(0.7), people.unknown(people.known_age(children), 100))
        self.assertEqual("100 %", people.unknown(people.known_sex(children), 100))
        self.assertEqual("20 %", people.unknown(people.known_age(both), 100))
        self.assertEqual("20 %", people.unknown(people.known_sex(both), 100))


class Text(unittest.TestCase):
    def test_numbers_keep_three_figures_that_count(self):
        self.assertEqual([text.number(value) for value in (57.905679, 0.00996, 1193.08, 0, None)],
                         ["57.9", "0.00996", "1,193", "0", ""])

    def test_a_share_that_is_not_certain_is_not_written_as_such(self):
        self.assertEqual([text.share(value) for value in (0, 0.002, 0.5, 0.999, 1)],
                         ["0 %", "<1 %", "50 %", ">99 %", "100 %"])

    def test_empty_columns_go(self):
        self.assertEqual(text.table(["a", "b"], [("1", ""), ("2", "")]), "| a |\n| --- |\n| 1 |\n| 2 |")

    def test_the_ladder_marks_what_is_missing(self):
        lines = ladder({"needs": ["survey"]}, {"survey": "none"}).splitlines()
        self.assertIn("| survey | people who look for the mined land | **missing** | none |", lines)
        self.assertEqual(sum("missing**" in line for line in lines), 1)


if __name__ == "__main__":
    unittest.main()
