"""minefree annex: the annex to a request for an extension."""

import csv
import json
import re
import unittest

from program import CLOSED_FORM, ProgramTest

FEW = ("--trajectories", 2000, "--quiet")


class AnnexTest(ProgramTest):
    def text_of(self, *words):
        result = self.call("annex", *words, *FEW)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout.decode()

    def rows_of(self, path):
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_a_certain_state_asks_for_the_end_of_its_year(self):
        path = self.write("closed-form.yaml", CLOSED_FORM)
        result = self.call("annex", path, "XXA", "--json")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        annex = json.loads(result.stdout)
        deadline = annex["deadline"]
        self.assertEqual((deadline["ask"], deadline["asked"], deadline["asked_met"]), ("p80", "2038-12-31", 1))
        self.assertEqual((deadline["in_force"], deadline["in_force_met"]), ("2030-03-01", 0))
        years = annex["years"]
        self.assertEqual([years[0]["year"], years[-1]["year"]], [2025, 2038])
        self.assertEqual(years[-1]["remaining_km2"], {"p50": 0, "p80": 0})
        for year in years[:-1]:
            self.assertEqual(year["budget_musd"], {"p50": 6, "p80": 6, "mean": 6})
        self.assertAlmostEqual(annex["budget_musd_total"]["p50"], 13.1 * 6, places=2)
        # 100 suspected and 20 confirmed; 15 of 100 are confirmed, 2 of 5 of what is confirmed reduced.
        sums = {flow: sum(year["released_km2"][flow] for year in years) for flow in ("cancelled", "reduced", "cleared")}
        self.assertAlmostEqual(sums["cancelled"], 85, places=3)
        self.assertAlmostEqual(sums["reduced"], 14, places=3)
        self.assertAlmostEqual(sums["cleared"], 21, places=3)

    def test_one_extension_is_for_ten_years_at_most(self):
        text = self.text_of("AGO")
        self.assertIn("**Deadline to ask for: 2035-12-31**", text)
        self.assertIn("expect to ask again", text)

    def test_it_says_what_run_says(self):
        annex = self.json_of("annex", "KHM", "--trajectories", 2000)
        run = self.json_of("run", "scenarios/baseline.yaml", "--trajectories", 2000, "--state", "KHM")["states"][0]
        self.assertEqual(annex["completion"]["p80"], run["completion"]["quantiles"]["0.8"])
        self.assertEqual(annex["deadline"]["in_force_met"], run["probability"]["deadline_met"])
        self.assertEqual([y["remaining_km2"]["p50"] for y in annex["years"]], run["remaining_km2"]["p50"][: len(annex["years"])])
        by_2030 = next(y for y in annex["years"] if y["year"] == 2030)
        self.assertEqual(by_2030["complete"], run["probability"]["by"]["2030"])
        for year in annex["years"]:
            self.assertLessEqual(year["remaining_km2"]["p50"], year["remaining_km2"]["p80"])
            self.assertLessEqual(year["budget_musd"]["p50"], year["budget_musd"]["p80"])

    def test_its_tables_are_markdown(self):
        for name in ("AGO", "KHM"):
            table = []
            for line in self.text_of(name).splitlines() + [""]:
                if line.startswith("|"):
                    table.append(line)
                    continue
                if table:
                    self.assertGreater(len(table), 2)
                    self.assertRegex(table[1], r"^\|( :?-+:? \|)+$")
                    self.assertEqual(len({len(re.sub(r"\\\|", "", row).split("|")) for row in table}), 1)
                    table = []
                self.assertLessEqual(len(line), 110, line)

    def test_the_scenario_may_stand_before_the_state_or_be_an_option(self):
        surge = "scenarios/surge.yaml"
        self.assertEqual(self.text_of(surge, "AGO"), self.text_of("AGO", "--scenario", surge))
        self.assertNotEqual(self.text_of(surge, "AGO"), self.text_of("AGO"))

    def test_a_deadline_that_is_thought_of_is_judged(self):
        text = " ".join(self.text_of("AGO", "--deadline", "2045-12-31").split())
        self.assertIn("**Deadline under consideration: 2045-12-31**, met in 8", text)
        self.assertIn("One extension is for ten years at most", text)
        self.assertIn("| 2045 |", text)

    def test_a_state_that_is_not_party_gets_milestones_and_no_request(self):
        path = self.write("not-party.yaml", CLOSED_FORM.replace("treaty: {party: true, deadline: 2030-03-01}", "treaty: {party: false}"))
        text = self.text_of(path, "XXA")
        self.assertIn("# Example: plan of completion", text)
        self.assertIn("**No extension is to be asked for**: the state is not party", text)
        self.assertIn("| 2038 |", text)

    def test_a_state_that_meets_its_deadline_need_not_ask(self):
        path = self.write("in-time.yaml", CLOSED_FORM.replace("2030-03-01", "2040-03-01"))
        self.assertIn("**No extension need be asked for**", self.text_of(path, "XXA"))

    def test_4_with_reasons_and_needs_when_nothing_can_be_estimated(self):
        out = self.folder / "refused"
        self.call("annex", "AGO", *FEW, "--out", out)
        result = self.call("annex", "MMR", *FEW, "--out", out)
        self.assertEqual(result.returncode, 4)
        text = result.stdout.decode()
        self.assertIn("no figure of mined area exists", text)
        self.assertIn("What would change that: authority, access, survey, baseline, capacity.", text)
        self.assertEqual({path.name for path in out.iterdir()}, {"annex.md", "annex.json"})
        self.assertEqual((out / "annex.md").read_bytes(), result.stdout)
        printed = self.call("annex", "MMR", *FEW, "--json")
        self.assertEqual((printed.returncode, printed.stdout), (4, (out / "annex.json").read_bytes()))
        refusal = json.loads(printed.stdout)
        self.assertIs(refusal["estimable"], False)
        self.assertEqual((refusal["format"], refusal["state"]["code"]), (1, "MMR"))
        self.assertIn("no figure of mined area exists", refusal["reasons"][0])
        self.assertEqual(refusal["needs"], ["authority", "access", "survey", "baseline", "capacity"])

    def test_2_for_wrong_usage(self):
        for words, says in (
            ((), "STATE is required"),
            (("QQQ",), "no state QQQ"),
            (("scenarios/surge.yaml", "AGO", "--scenario", "scenarios/baseline.yaml"), "name one scenario"),
            (("AGO", "--deadline", "2020-12-31"), "--deadline 2020-12-31 lies in the past of the scenario"),
            (("AGO", "--deadline", "2030-02-30"), "--deadline is '2030-02-30'; write a day that exists"),
            (("AGO", "--deadline", "2099-12-31"), "is beyond the horizon"),
            (("KHM", "--deadline", "2030-12-31"), "is not later than the deadline in force, 2030-12-31"),
        ):
            result = self.call("annex", *words, *(FEW if words else ()))
            self.assertEqual(result.returncode, 2, words)
            self.assertIn(says, result.stderr.decode())

    def test_out_writes_the_same_as_is_printed(self):
        out = self.folder / "annex"
        printed = self.call("annex", "AGO", *FEW, "--out", out).stdout
        self.assertEqual(
            {path.name for path in out.iterdir()}, {"annex.md", "annex.json", "milestones.csv", "budget.csv", "assumptions.csv"}
        )
        self.assertEqual((out / "annex.md").read_bytes(), printed)
        rows = self.rows_of(out / "milestones.csv")
        self.assertEqual({row["quantity"] for row in rows if row["statistic"] == "p80"}, {"remaining_km2"})
        budget = self.rows_of(out / "budget.csv")
        self.assertEqual(budget[-1]["year"], "all")
        assumptions = self.rows_of(out / "assumptions.csv")
        self.assertTrue(all(row["state"] == "AGO" and row["kind"] for row in assumptions))
        self.assertFalse(any(None in row or None in row.values() for row in assumptions))

    def test_help_begins_with_examples_and_completions_know_it(self):
        self.assertIn("Examples:\n  minefree annex", self.call("annex", "--help").stdout.decode())
        self.assertIn(" annex ", self.call("completions", "bash").stdout.decode())


if __name__ == "__main__":
    unittest.main()
