"""minefree compare: two scenarios, future by future."""

import unittest

from program import CLOSED_FORM, ProgramTest

BASELINE = "scenarios/baseline.yaml"


class Compare(ProgramTest):
    def test_more_money_is_earlier_and_less_is_later(self):
        result = self.json_of("compare", BASELINE, "scenarios/surge.yaml", "scenarios/us-halves.yaml", "--trajectories", 1000)
        surge, halves = ({state["code"]: state for state in other["states"]} for other in result["others"])
        self.assertGreater(surge["AGO"]["earlier_share"], 0.9)
        self.assertGreater(surge["AGO"]["median_years_gained"], 0)
        self.assertGreater(halves["AGO"]["later_share"], 0.9)
        difference = surge["AGO"]["probability_difference"]["2030"]
        self.assertGreater(difference["value"], 3 * difference["standard_error"])
        self.assertGreater(surge["AGO"]["variance_reduction"], 1)
        for state in (*surge.values(), *halves.values()):
            self.assertAlmostEqual(state["earlier_share"] + state["later_share"] + state["same_share"], 1)

    def test_a_scenario_that_changes_nothing_differs_by_exactly_zero_and_is_said_to(self):
        same = self.write("same.yaml", CLOSED_FORM.replace("name: closed form", "name: closed form again"))
        base = self.write("base.yaml", CLOSED_FORM)
        state = self.json_of("compare", base, same)["others"][0]["states"][0]
        self.assertEqual((state["earlier_share"], state["later_share"], state["same_share"]), (0, 0, 1))
        self.assertIsNone(state["median_years_gained"])
        self.assertEqual(state["probability_difference"]["2030"]["value"], 0)
        self.assertEqual(state["probability_difference"]["2030"]["standard_error"], 0)
        self.assertIn(b"changes no date", self.call("compare", base, same).stderr)

    def test_differences_agree_with_two_single_runs(self):
        surge = self.json_of("compare", BASELINE, "scenarios/surge.yaml", "--trajectories", 800)["others"][0]
        base = {s["code"]: s for s in self.json_of("run", BASELINE, "--trajectories", 800)["states"]}
        other = {s["code"]: s for s in self.json_of("run", "scenarios/surge.yaml", "--trajectories", 800)["states"]}
        for state in surge["states"]:
            for target, difference in state["probability_difference"].items():
                expected = (other[state["code"]]["probability"]["by"][target] -
                            base[state["code"]]["probability"]["by"][target])
                self.assertAlmostEqual(difference["value"], expected, places=5)

    def test_scenarios_of_other_years_have_no_future_in_common(self):
        result = self.call("compare", BASELINE, "scenarios/landmine-free-2025.yaml")
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"origin", result.stderr)


if __name__ == "__main__":
    unittest.main()
