"""The calibrations of the repository: fitted to the figures that are there, and used by default."""

import hashlib
import unittest

from program import ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"
POSTERIORS = sorted((ROOT / "scenarios" / "posterior").rglob("*.csv"))


def head_of(path):
    """The `# key: value` lines."""
    head = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("# "):
                return head
            key, _, value = line[2:].rstrip("\n").partition(": ")
            head[key] = value
    return head


class Posterior(ProgramTest):
    def test_there_is_one_for_each_origin_of_the_hindcast_and_of_the_baseline(self):
        usual = {path.stem for path in POSTERIORS if path.parent.name == "posterior"}
        self.assertEqual(usual, {"2013", "2015", "2017", "2019", "2020", "2021", "2024"})
        vague = {path.stem for path in POSTERIORS if path.parent.name == "vague"}
        self.assertEqual(vague, {"2015", "2017", "2019", "2021"})  # that of 2013 is refused: it diverges

    def test_each_was_fitted_to_the_figures_that_are_there_now(self):
        # After a change of figures: ./dev calibrate --all, tools/hindcast_page.py, ./dev golden.
        for path in POSTERIORS:
            with self.subTest(path.relative_to(ROOT).as_posix()):
                head = head_of(path)
                self.assertEqual(head["origin"], path.stem)
                history = self.call("history", BASELINE, "--csv", "--origin", path.stem).stdout
                self.assertEqual(head["data_sha256"], hashlib.sha256(history).hexdigest())

    def test_a_run_takes_it_by_default_and_says_so(self):
        few = ("--trajectories", "200", "--state", "AGO")
        by_default = self.json_of("run", BASELINE, *few)
        bytes_of_2024 = (ROOT / "scenarios" / "posterior" / "2024.csv").read_bytes()
        self.assertEqual(by_default["provenance"]["posterior_sha256"], hashlib.sha256(bytes_of_2024).hexdigest())
        self.assertGreater(by_default["states"][0]["inputs"]["calibrated"], 5)
        self.assertGreater(by_default["states"][0]["skill"]["stock_3_years_relative_wis"]["n"], 5)
        without = self.write("without.yaml", f"extends: {ROOT / BASELINE}\nposterior: none\n")
        without = self.json_of("run", without, *few)
        self.assertIsNone(without["provenance"]["posterior_sha256"])
        self.assertIsNone(without["states"][0]["skill"])
        self.assertEqual(without["states"][0]["inputs"]["calibrated"], 0)

    def test_another_origin_never_takes_the_draws_of_the_baseline(self):
        path = self.write("early.yaml", f"extends: {ROOT / BASELINE}\norigin: 2016\n")
        early = self.json_of("run", path, "--trajectories", "50", "--state", "HRV")
        self.assertIsNone(early["provenance"]["posterior_sha256"])

    def test_explain_says_what_is_calibrated_and_what_is_still_judgement(self):
        text = self.call("explain", BASELINE, "AGO").stdout.decode()
        self.assertIn("posterior/2024.csv; the state's own draws", " ".join(text.split()))
        self.assertIn("the data do not narrow it, so it is still judgement", " ".join(text.split()))


if __name__ == "__main__":
    unittest.main()
