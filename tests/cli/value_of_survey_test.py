"""minefree value-of-survey: what survey is worth."""

import csv
import unittest

from program import CLOSED_FORM, ProgramTest

BASELINE = "scenarios/baseline.yaml"
FEW = ("--trajectories", 1000, "--quiet")


class ValueOfSurvey(ProgramTest):
    def text_of(self, *words, columns=120):
        result = self.call("value-of-survey", BASELINE, *FEW, *words, environment={"COLUMNS": str(columns)})
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout.decode()

    def test_a_state_is_answered_in_its_first_sentence(self):
        text = " ".join(self.text_of("--state", "AGO").split())
        self.assertRegex(text, r"^Today's course 5 million USD of survey in Angola (narrows|does not measurably narrow)")

    def test_the_table_lists_every_state_once_and_fits(self):
        for columns in (80, 120):
            text = self.text_of(columns=columns)
            self.assertLessEqual(max(map(len, text.splitlines())), columns)
            for name in ("Angola", "Ukraine", "Myanmar"):
                lines = [line for line in text.splitlines() if line.strip().startswith(name + " ")]
                self.assertEqual(len(lines), 1, name)
        self.assertIn("Hard to reach", text)
        self.assertIn("a baseline survey is worth most here", text)

    def test_amounts_may_be_repeated_and_have_a_table_each(self):
        data = self.json_of("value-of-survey", BASELINE, "--trajectories", 1000, "--state", "BIH", "--musd", 2, "--musd", 50)
        self.assertEqual(data["musd"], [2, 50])
        small, large = data["states"][0]["amounts"]
        self.assertLess(small["campaign"]["suspected_share"], large["campaign"]["suspected_share"])
        self.assertLess(small["years_gained"]["clearance"]["value"], large["years_gained"]["clearance"]["value"])

    def test_targets_give_probabilities_for_each_use_of_the_money(self):
        data = self.json_of("value-of-survey", BASELINE, "--trajectories", 1000, "--state", "KHM", "--target", 2032)
        by = data["states"][0]["amounts"][0]["probability"]
        self.assertEqual(set(by), {"2032"})
        self.assertEqual(set(by["2032"]), {"nothing", "clearance", "survey"})
        self.assertLess(by["2032"]["nothing"], by["2032"]["clearance"])

    def test_what_nothing_is_done_about_is_what_run_says(self):
        words = (BASELINE, "--trajectories", 1000, "--state", "AGO")
        survey = self.json_of("value-of-survey", *words)["states"][0]["amounts"][0]["probability"]["2030"]
        run = self.json_of("run", *words)["states"][0]["probability"]["by"]["2030"]
        self.assertAlmostEqual(survey["nothing"], run, delta=0.003)  # doubles against lanes of floats

    def test_more_threads_give_the_same_bytes(self):
        words = ("value-of-survey", BASELINE, *FEW, "--state", "AGO", "--json", "--threads")
        self.assertEqual(self.call(*words, 1).stdout, self.call(*words, 3).stdout)

    def test_the_states_asked_for_do_not_change_each_other(self):
        both = self.json_of("value-of-survey", BASELINE, "--trajectories", 1000, "--state", "AGO", "--state", "KHM")
        alone = self.json_of("value-of-survey", BASELINE, "--trajectories", 1000, "--state", "KHM")
        self.assertEqual([s for s in both["states"] if s["code"] == "KHM"], alone["states"])

    def test_nothing_is_unknown_in_a_certain_scenario(self):
        path = self.write("closed-form.yaml", CLOSED_FORM)
        state = self.json_of("value-of-survey", path)["states"][0]
        self.assertEqual(state["width"]["years"], 0)
        self.assertEqual(state["amounts"][0]["evppi_years"]["both"]["value"], 0)

    def test_4_when_nothing_can_be_estimated(self):
        result = self.call("value-of-survey", BASELINE, *FEW, "--state", "MMR")
        self.assertEqual(result.returncode, 4)
        self.assertIn("a baseline survey is worth most here", result.stdout.decode())

    def test_2_for_wrong_usage(self):
        for words, says in (
            ((), ""),
            ((BASELINE, "--state", "QQQ"), "no state QQQ"),
            ((BASELINE, "--musd", "0"), "--musd is '0'; write million USD"),
            ((BASELINE, "--musd", "lots"), "--musd is 'lots'"),
            ((BASELINE, "--trajectories", "100"), "100 futures are too few"),
            ((BASELINE, "--target", "2090"), "--target 2090 is outside the simulated years"),
        ):
            result = self.call("value-of-survey", *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertIn(says, result.stderr.decode())

    def test_out_writes_the_same_as_is_printed(self):
        out = self.folder / "survey"
        printed = self.call("value-of-survey", BASELINE, *FEW, "--state", "AGO", "--json", "--out", out).stdout
        self.assertEqual({path.name for path in out.iterdir()}, {"value_of_survey.csv", "value_of_survey.json"})
        self.assertEqual((out / "value_of_survey.json").read_bytes(), printed)
        with (out / "value_of_survey.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual({row["state"] for row in rows}, {"AGO"})
        self.assertIn("evppi_years", {row["result"] for row in rows})

    def test_help_begins_with_examples_and_completions_know_it(self):
        self.assertIn("Examples:\n  minefree value-of-survey", self.call("value-of-survey", "--help").stdout.decode())
        self.assertIn(" value-of-survey ", self.call("completions", "bash").stdout.decode())


if __name__ == "__main__":
    unittest.main()
