"""minefree plan: is a state's own plan credible?"""

import unittest

from program import ProgramTest

BASELINE = "scenarios/baseline.yaml"
FEW = ("--trajectories", 200, "--quiet")


class OwnPlans(ProgramTest):
    def text_of(self, *words, columns=100):
        result = self.call("plan", BASELINE, *FEW, *words, environment={"COLUMNS": str(columns)})
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout.decode()

    def test_a_state_is_answered_in_its_first_sentence(self):
        text = " ".join(self.text_of("--state", "BIH").split())
        self.assertTrue(text.startswith("Bosnia and Herzegovina plans to finish by 1 March 2027; "), text)
        self.assertIn("times its best year (58.7 in 2016", text)

    def test_the_table_lists_every_state_once_and_fits(self):
        for columns in (100, 120):
            text = self.text_of(columns=columns)
            self.assertLessEqual(max(map(len, text.splitlines())), columns)
            for name in ("Angola", "Ukraine", "Myanmar"):
                self.assertEqual(sum(line.strip().startswith(name) for line in text.splitlines()), 1, name)

    def test_the_table_is_sorted_by_the_chance_to_meet_the_plan(self):
        states = self.json_of("plan", BASELINE, "--trajectories", 200)["states"]
        chance = {s["name"]: s["plan"]["probability_met"] for s in states if s["estimable"] and s["plan"]["stated_completion"]}
        rows = [line.split("  ")[0] for line in self.text_of(columns=120).splitlines()]
        printed = [chance[name] for name in rows if name in chance]
        self.assertGreater(len(printed), 10)
        self.assertEqual(printed, sorted(printed, reverse=True))

    def test_it_says_what_run_says(self):
        plan = self.json_of("plan", BASELINE, "--trajectories", 200, "--state", "AGO")["states"][0]
        run = self.json_of("run", BASELINE, "--trajectories", 200, "--state", "AGO")["states"][0]
        self.assertEqual(plan["plan"]["probability_met"], run["plan"]["probability_met"])
        self.assertEqual(plan["plan"]["stated_completion"], run["plain"]["own_plan"])
        self.assertEqual(plan["remaining_over_mean_release"], run["plain"]["remaining_over_mean_release"])
        self.assertEqual(plan["completion"]["quantiles"]["0.8"], run["completion"]["quantiles"]["0.8"])
        self.assertAlmostEqual(plan["needed_km2_per_year"], plan["stock"]["km2"] / 6, places=5)

    def test_4_when_no_plan_can_be_judged(self):
        for state in ("MMR", "UKR"):
            result = self.call("plan", BASELINE, *FEW, "--state", state)
            self.assertEqual(result.returncode, 4)
            self.assertIn("No date can be given", result.stdout.decode())

    def test_2_for_wrong_usage(self):
        self.assertEqual(self.call("plan").returncode, 2)
        self.assertEqual(self.call("plan", BASELINE, "--state", "QQQ").returncode, 2)

    def test_out_writes_the_same_as_is_printed(self):
        out = self.folder / "plans"
        printed = self.call("plan", BASELINE, *FEW, "--json", "--out", out).stdout
        self.assertEqual({path.name for path in out.iterdir()}, {"plan.csv", "plan.json"})
        self.assertEqual((out / "plan.json").read_bytes(), printed)

    def test_help_begins_with_examples_and_completions_know_it(self):
        self.assertIn("Examples:\n  minefree plan", self.call("plan", "--help").stdout.decode())
        self.assertIn(" plan ", self.call("completions", "bash").stdout.decode())


if __name__ == "__main__":
    unittest.main()
