"""minefree solve: money for a date, a date for money, or what stands in the way."""

import csv
import json
import unittest

from program import CLOSED_FORM, ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"
PROMPT_TEAMS = "parameters: {funding_elasticity: 1, hiring_speed: 1, max_growth: 10}\n"


class Solve(ProgramTest):
    def solve(self, *words):
        return self.json_of("solve", BASELINE, "--trajectories", 1000, *words)

    def test_one_state_is_one_object_with_the_keys_of_the_contract(self):
        state = self.solve("--state", "LKA", "--by", 2031, "--probability", 0.7)
        for key in ("state", "by", "probability", "reachable", "binding", "musd_per_year_total",
                    "musd_per_year_additional", "multiplier", "achieved_probability"):
            self.assertIn(key, state)
        self.assertEqual((state["state"], state["by"], state["probability"]), ("LKA", 2031, 0.7))
        self.assertTrue(state["reachable"])
        self.assertIsNone(state["binding"])
        self.assertGreaterEqual(state["achieved_probability"], 0.7)
        self.assertAlmostEqual(state["musd_per_year_total"], state["musd_per_year_now"] + state["musd_per_year_additional"], places=2)
        self.assertAlmostEqual(state["multiplier"], state["musd_per_year_total"] / state["musd_per_year_now"], places=2)

    def test_work_of_32_75_in_six_years_needs_13_1_million(self):
        file = self.write("prompt.yaml", CLOSED_FORM + PROMPT_TEAMS)
        state = self.json_of("solve", file, "--state", "XXA", "--by", 2030)
        self.assertEqual(state["musd_per_year_now"], 6)
        self.assertAlmostEqual(state["musd_per_year_total"], 6 * 32.75 / 6 / 2.5, delta=0.08)  # rounded up by at most 1 %
        self.assertEqual((state["achieved_probability"], state["price_year"]), (1, 2024))

    def test_the_money_it_names_gives_the_probability_when_a_scenario_adds_it(self):
        state = self.solve("--state", "LKA", "--by", 2031, "--from", 2026)
        more = self.write("more.yaml", f"""format: 1
name: more
extends: {ROOT}/scenarios/baseline.yaml
funding: {{recipients: {{LKA: [{{add_musd: {state["musd_per_year_additional"]}, from: 2026, to: 2031}}]}}}}
""")
        run = self.json_of("run", more, "--state", "LKA", "--trajectories", 1000, "--target", 2031)
        self.assertAlmostEqual(run["states"][0]["probability"]["by"]["2031"], state["achieved_probability"], delta=0.0011)

    def test_money_that_is_given_leads_to_a_date_and_more_money_never_to_a_later_one(self):
        dates = []
        for more in ("+0", "+5", "+50"):
            state = self.solve("--state", "LKA", "--money", more)
            dates.append(state["with_money"]["date_at_probability"])
        self.assertEqual(dates[0], state["now"]["date_at_probability"])
        self.assertEqual(dates, sorted(dates, reverse=True))
        total = self.solve("--state", "LKA", "--money", 30)["with_money"]
        self.assertAlmostEqual(total["musd_per_year_total"], 30, places=2)

    def test_the_deadline_to_ask_for_is_the_last_day_of_the_year_of_the_date(self):
        state = self.solve("--state", "LKA")
        self.assertNotIn("reachable", state)
        self.assertEqual(state["deadline_to_ask_for"], f"{int(state['now']['date_at_probability'])}-12-31")

    def test_what_cannot_be_reached_names_what_binds_and_ends_with_5(self):
        result = self.call("solve", BASELINE, "--state", "TUR", "--by", 2027, "--trajectories", 500)
        self.assertEqual(result.returncode, 5)
        self.assertIn(b"What binds most is", result.stdout)

    def test_a_state_without_an_estimate_ends_with_4(self):
        result = self.call("solve", BASELINE, "--state", "MMR", "--by", 2030, "--trajectories", 100)
        self.assertEqual(result.returncode, 4)
        self.assertIn(b"Myanmar", result.stdout)
        refused = json.loads(self.call("solve", BASELINE, "--state", "MMR", "--by", 2030, "--trajectories", 100, "--json").stdout)
        self.assertEqual((refused["state"], refused["reachable"]), ("MMR", False))
        self.assertTrue(refused["reasons"])

    def test_files_hold_what_was_printed(self):
        folder = self.folder / "solved"
        printed = self.solve("--by", 2030, "--state", "LKA", "--state", "KHM", "--out", folder)
        self.assertEqual([s["state"] for s in printed["states"]], ["KHM", "LKA"])
        rows = list(csv.DictReader((folder / "solve.csv").read_text().splitlines()))
        more = {r["state"]: float(r["value"]) for r in rows if r["result"] == "musd_per_year_additional"}
        self.assertEqual(more, {s["state"]: s["musd_per_year_additional"] for s in printed["states"] if s["reachable"]})

    def test_wrong_words_are_explained(self):
        for words, said in ((("--by", 2070), b"outside the simulated years, 2025 to 2060"),
                            (("--by", 2030, "--from", 2031), b"cannot complete anything by the end of 2030"),
                            (("--probability", "1.2"), b"between 0 and 1, such as 0.8 or 80%"),
                            (("--money", "much"), b"20 in all, or +20 on top"),
                            (("--at-most", "0"), b"from 0.01 to 10000")):
            result = self.call("solve", BASELINE, *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertIn(said, result.stderr)
            self.assertEqual(result.stdout, b"")

    def test_threads_change_no_byte(self):
        words = ("solve", BASELINE, "--state", "LKA", "--by", 2031, "--trajectories", 1000, "--json")
        self.assertEqual(self.call(*words, "--threads", 1).stdout, self.call(*words, "--threads", 2).stdout)


if __name__ == "__main__":
    unittest.main()
