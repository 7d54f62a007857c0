"""minefree compare: two scenarios, future by future."""

import json
import unittest

from program import CLOSED_FORM, ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"


def numbers_of(value, key=None):
    """Every key of a JSON value with its number, at any depth."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from numbers_of(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from numbers_of(part, key)
    else:
        yield key, value


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

    def test_equal_scenarios_give_zero_in_every_difference_and_equal_bytes(self):
        same = self.write("same.yaml", f"extends: {ROOT}/scenarios/us-halves.yaml\nfunding: {{donors: {{USA: [{{change: 0%}}]}}}}\n")
        one, two = (self.call("compare", BASELINE, same, "--trajectories", 400, "--json", "--threads", n) for n in (1, 2))
        self.assertEqual(one.stdout, two.stdout)
        other = json.loads(one.stdout)["others"][0]
        self.assertTrue(other["changes_nothing"])
        errors = [value for key, value in numbers_of(other) if key in ("value", "difference", "standard_error")]
        self.assertGreater(len(errors), 100)
        self.assertEqual(set(errors) - {None}, {0})

    def test_a_lever_without_effect_is_named_with_its_place_and_reason(self):
        other = self.write("other.yaml", f"extends: {ROOT}/{BASELINE}\nfunding:\n  donors:\n    USA: [{{change: -50%}}]\n"
                           "    LIE: [{change: -50%}]\nsecurity: {MMR: [{regime: open}]}\nsurvey: {KHM: [{intensity: 1}]}\n")
        result = self.call("compare", BASELINE, other, "--trajectories", 200)
        said = result.stderr.decode()
        self.assertIn(":5:10: funding.donors.LIE changes nothing in any future: no state that can be estimated", said)
        self.assertIn("security.MMR changes nothing in any future: Myanmar cannot be estimated", said)
        self.assertIn("survey.KHM changes nothing in any future.", said)
        self.assertNotIn("USA", said)
        self.assertEqual(self.call("compare", BASELINE, other, "--trajectories", 200, "--quiet").stderr, b"")
        levers = self.json_of("compare", BASELINE, other, "--trajectories", 200)["others"][0]["levers_without_effect"]
        self.assertEqual([lever["path"] for lever in levers], ["funding.donors.LIE", "security.MMR", "survey.KHM"])

    def test_what_a_scenario_changes_is_listed_everywhere(self):
        folder = self.folder / "out"
        result = self.call("compare", BASELINE, "scenarios/us-halves.yaml", "--trajectories", 100, "--out", folder)
        self.assertIn(b"money of United States of America (USA): -50% from 2026", result.stdout)
        self.assertEqual((folder / "changes.csv").read_text(),
                         'scenario,path,base,other\nus-halves,funding.donors.USA,"","-50% from 2026"\n')
        changes = json.loads((folder / "compare.json").read_text())["others"][0]["changes"]
        self.assertEqual(changes, [{"path": "funding.donors.USA", "base": None, "other": "-50% from 2026"}])
        self.assertIn("us-halves,,spent_musd_difference,2030,-", (folder / "compare.csv").read_text())

    def test_differences_agree_with_two_single_runs(self):
        surge = self.json_of("compare", BASELINE, "scenarios/surge.yaml", "--trajectories", 800)["others"][0]
        base = {s["code"]: s for s in self.json_of("run", BASELINE, "--trajectories", 800)["states"]}
        other = {s["code"]: s for s in self.json_of("run", "scenarios/surge.yaml", "--trajectories", 800)["states"]}
        for state in surge["states"]:
            for target, difference in state["probability_difference"].items():
                expected = (other[state["code"]]["probability"]["by"][target] -
                            base[state["code"]]["probability"]["by"][target])
                self.assertAlmostEqual(difference["value"], expected, places=5)

    def test_money_that_one_side_hands_on_leaves_the_world_comparable(self):
        file = self.write("coupled.yaml", f"format: 1\nname: coupled\nextends: {ROOT}/scenarios/baseline.yaml\nfunding: {{reallocate_share: 0.5}}\n")
        words = ("compare", BASELINE, file, "--state", "LKA", "--trajectories", 200)
        other = self.json_of(*words)["others"][0]
        self.assertEqual([s["code"] for s in other["states"]], ["LKA"])
        self.assertLess(abs(other["world"]["mean_states_complete_by_end_of"]["2030"]["difference"]), 1)
        self.assertNotIn(b"changes nothing in any future", self.call(*words).stderr)

    def test_scenarios_of_other_years_have_no_future_in_common(self):
        result = self.call("compare", BASELINE, "scenarios/landmine-free-2025.yaml")
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"origin", result.stderr)


if __name__ == "__main__":
    unittest.main()
