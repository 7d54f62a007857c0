"""minefree regret: strategies against futures, under the same draws."""

import csv
import json
import unittest

from program import CLOSED_FORM, ROOT, ProgramTest

EXAMPLE = "scenarios/studies/which-50-million.yaml"
FEW = ("--trajectories", 400)

STUDY = f"""format: 1
name: Money or none
base: {ROOT}/scenarios/baseline.yaml
target: {{by: 2032, state: XKX}}
strategies:
  - {{name: Nothing more}}
  - {{name: More, changes: {{funding: {{recipients: {{XKX: [{{add_musd: 2, from: 2027}}]}}}}}}}}
futures:
  - {{name: As calibrated}}
  - {{name: Less for Kosovo, changes: {{funding: {{recipients: {{XKX: [{{change: -50%, from: 2026}}]}}}}}}}}
"""


class Regret(ProgramTest):
    def study(self, text=STUDY, name="study.yaml"):
        return self.write(name, text)

    def cells(self, result):
        return {(cell["strategy"], cell["future"]): cell for cell in result["cells"]}

    def test_each_cell_is_the_run_of_the_scenario_with_the_changes_of_both(self):
        cells = self.cells(self.json_of("regret", self.study(), *FEW))
        levers = {("Nothing more", "As calibrated"): "", ("More", "As calibrated"): "{add_musd: 2, from: 2027}",
                  ("Nothing more", "Less for Kosovo"): "{change: -50%, from: 2026}",
                  ("More", "Less for Kosovo"): "{add_musd: 2, from: 2027}, {change: -50%, from: 2026}"}
        for names, entries in levers.items():
            same = self.write("same.yaml", f"format: 1\nextends: {ROOT}/scenarios/baseline.yaml\ntargets: [2032]\n"
                                           f"funding: {{recipients: {{XKX: [{entries}]}}}}\n")
            states = [s for s in self.json_of("run", same, *FEW)["states"] if s["estimable"]]
            complete = {state["code"]: state["probability"]["by"]["2032"] for state in states}
            self.assertAlmostEqual(cells[names]["target_probability"]["value"], complete["XKX"], places=6)
            self.assertAlmostEqual(cells[names]["outcome"]["value"], sum(complete.values()), places=4)

    def test_the_difference_between_strategies_is_that_of_compare(self):
        cells = self.cells(self.json_of("regret", self.study(), *FEW))
        more = self.write("more.yaml", f"format: 1\nextends: {ROOT}/scenarios/baseline.yaml\n"
                                       "funding: {recipients: {XKX: [{add_musd: 2, from: 2027}]}}\n")
        other = self.json_of("compare", "scenarios/baseline.yaml", more, *FEW, "--target", 2032)["others"][0]
        world = other["world"]["mean_states_complete_by_end_of"]["2032"]
        self.assertAlmostEqual(cells["Nothing more", "As calibrated"]["regret"]["value"],
                               world["other"] - world["base"], places=5)
        self.assertEqual(cells["More", "As calibrated"]["regret"], {"value": 0, "standard_error": 0})

    def test_equal_strategies_are_said_not_to_be_told_apart(self):
        same = self.study(STUDY.replace("add_musd: 2,", "change: 0%,"))
        result = self.json_of("regret", same, *FEW)
        self.assertTrue(all(cell["regret"]["value"] == 0 for cell in result["cells"]))
        self.assertEqual(result["all_alike_share"], 1)
        self.assertEqual(result["minimax_regret"]["not_told_apart"], ["More"])
        self.assertIn("cannot be told apart", self.call("regret", same, *FEW).stdout.decode())

    def test_strategies_that_release_the_same_land_in_other_years_are_equal(self):
        base = self.write("base.yaml", CLOSED_FORM)
        more = "{{name: {}, changes: {{funding: {{recipients: {{XXA: [{{add_musd: {}, from: {}}}]}}}}}}}}"
        same = self.study(f"format: 1\nname: Same land\nbase: {base}\ntarget: {{by: 2060, state: XXA}}\n"
                          f"outcome: released_km2\nstrategies:\n  - {{name: a}}\n  - {more.format('b', 2, 2027)}\n"
                          f"  - {more.format('c', 1, 2026)}\nfutures:\n  - {{name: As given}}\n")
        result = self.json_of("regret", same, *FEW)
        self.assertEqual([cell["regret"]["value"] for cell in result["cells"]], [0, 0, 0])
        self.assertEqual(result["cells"][0]["outcome"], {"value": 120, "standard_error": 0})
        self.assertEqual(result["all_alike_share"], 1)
        self.assertEqual([s["best_alone_share"] for s in result["by_strategy"]], [0, 0, 0])
        self.assertEqual(result["minimax_regret"]["not_told_apart"], ["b", "c"])

    def test_other_outcomes_can_be_compared(self):
        probability = self.json_of("regret", self.study(STUDY + "outcome: target_probability\n"), *FEW)
        for cell in probability["cells"]:
            self.assertEqual(cell["outcome"], cell["target_probability"])
        land = self.json_of("regret", self.study(STUDY + "outcome: released_km2\n"), *FEW)
        self.assertGreater(land["cells"][0]["outcome"]["value"], 100)

    def test_the_example_answers_first_and_adds_up(self):
        text = self.call("regret", EXAMPLE, *FEW).stdout.decode()
        self.assertRegex(" ".join(text.split()), r"best\? '.*' (is the safest choice: it loses least where it is wrong, [0-9.]+ states|does at least as well)")
        result = self.json_of("regret", EXAMPLE, *FEW)
        self.assertEqual(len(result["cells"]), len(result["strategies"]) * len(result["futures"]))
        for future in result["futures"]:
            of_future = [cell for cell in result["cells"] if cell["future"] == future]
            best = max(cell["outcome"]["value"] for cell in of_future)
            for cell in of_future:
                self.assertAlmostEqual(cell["regret"]["value"], best - cell["outcome"]["value"], places=5)
        for strategy in result["by_strategy"]:
            self.assertLessEqual(strategy["best_alone_share"], strategy["best_share"])

    def test_files_say_what_json_says_for_any_number_of_threads(self):
        one, three = (self.call("regret", self.study(), *FEW, "--json", "--threads", n).stdout for n in (1, 3))
        self.assertEqual(one, three)
        out = self.folder / "out"
        self.call("regret", self.study(), *FEW, "--out", out)
        self.assertEqual((out / "regret.json").read_bytes(), one)
        with open(out / "regret.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        regrets = {(row["strategy"], row["future"]): float(row["value"]) for row in rows if row["result"] == "regret"}
        self.assertEqual(regrets, {names: cell["regret"]["value"] for names, cell in self.cells(json.loads(one)).items()})

    def test_bad_studies_and_words_are_refused(self):
        bad = self.study(STUDY.replace("by: 2032", "by: 2132"))
        result = self.call("regret", bad, "--out", self.folder / "out")
        self.assertEqual(result.returncode, 3)
        self.assertIn("outside the simulated years of the base", result.stderr.decode())
        self.assertEqual((result.stdout, (self.folder / "out").exists()), (b"", False))
        self.assertEqual(self.call("regret", "scenarios/baseline.yaml").returncode, 3)
        self.assertEqual(self.call("regret", EXAMPLE, "--state", "AGO").returncode, 2)
        self.assertEqual(self.call("schema", "studdy").returncode, 2)

    def test_a_target_without_a_date_is_not_judged(self):
        result = self.call("regret", self.study(STUDY.replace("state: XKX", "state: MMR")), *FEW)
        self.assertEqual(result.returncode, 4)
        self.assertIn(b"no date can be given for MMR", result.stderr)

    def test_ctrl_c_ends_within_a_second_and_writes_nothing(self):
        self.check_that_ctrl_c_ends("regret", EXAMPLE, "--trajectories", 1000000, after=4)


if __name__ == "__main__":
    unittest.main()
