"""minefree explain: every number leads to a source or says that it is judgement."""

import csv
import json
import unittest

from program import ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"


class Explain(ProgramTest):
    def setUp(self):
        super().setUp()
        with open(ROOT / "scenarios" / "data" / "sources.csv", newline="", encoding="utf-8") as file:
            self.known = {row["source_id"] for row in csv.DictReader(file)}

    def explained(self, state):
        result = self.call("explain", BASELINE, state, "--json")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return json.loads(result.stdout)

    def test_every_figure_of_every_state_has_a_source_of_the_record_or_is_prior(self):
        for path in sorted((ROOT / "scenarios" / "states").glob("*.yaml")):
            for number in self.explained(path.stem)["numbers"]:
                self.assertTrue(number["source"], number)
                if number["kind"] == "data":
                    ids = [part.strip() for part in number["source"].split(" + ")]
                    self.assertTrue(set(ids) <= self.known, number)
                    self.assertIsNotNone(number["published"], number)

    def test_figures_published_later_are_shown_as_not_used(self):
        later = [n for n in self.explained("HRV")["numbers"] if n["section"] == "Reported after the origin"]
        self.assertTrue(later)
        self.assertTrue(all("not used" in n["note"] for n in later))

    def test_shares_of_donors_that_no_row_tells_are_marked_as_imputed(self):
        shares = {n["name"]: n["kind"] for n in self.explained("AGO")["numbers"] if n["name"].startswith("share of ")}
        self.assertEqual(shares["share of USA"], "estimated from data")
        self.assertEqual(shares["share of DEU"], "imputed")
        self.assertEqual(shares["share of OTH"], "prior")

    def test_text_marks_judgement(self):
        text = self.call("explain", BASELINE, "AGO").stdout.decode()
        self.assertIn("*prior*", text)
        self.assertIn("lm2023-AGO", text)
        self.assertIn("capacity_km2_per_year", text)

    def test_a_state_that_cannot_be_estimated_says_why(self):
        self.assertIn("No date can be given", self.call("explain", BASELINE, "MMR").stdout.decode())

    def test_a_state_that_the_scenario_leaves_out_says_why(self):
        burundi = self.explained("BDI")
        self.assertFalse(burundi["in_run"])
        self.assertEqual(burundi["not_in_run"], "declared complete on 2014-04-30")
        text = self.call("explain", "scenarios/ceasefire-myanmar.yaml", "AGO").stdout.decode()
        self.assertIn("Not in this run: the scenario does not ask for it.", text)
        self.assertTrue(self.explained("AGO")["in_run"])

    def test_what_no_date_rests_on_is_shown_too(self):
        sections = {number["section"] for number in self.explained("BIH")["numbers"]}
        self.assertTrue({"Counting of the land", "Of another counting", "Casualties", "People"} <= sections)

    def test_a_state_without_a_file_is_wrong_usage_with_a_hint(self):
        self.assertEqual(self.call("explain", BASELINE, "QQQ").returncode, 2)
        result = self.call("explain", BASELINE, "BDX")
        self.assertEqual(result.returncode, 2)
        self.assertIn("has no state BDX. Did you mean 'BDI'?", result.stderr.decode())


if __name__ == "__main__":
    unittest.main()
