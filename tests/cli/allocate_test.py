"""minefree allocate: an extra budget shared out between states."""

import csv
import unittest

from program import ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"
FEW = ("--state", "LKA", "--state", "KHM", "--state", "ZWE", "--state", "PER", "--trajectories", 1000)


class Allocate(ProgramTest):
    def allocate(self, *words):
        return self.json_of("allocate", BASELINE, "--by", 2030, *FEW, *words)

    def test_the_best_split_keeps_to_the_budget_and_beats_the_simple_ones(self):
        result = self.allocate("--budget-musd", 20, "--lumps", 20)
        for split in ("best", "equal", "proportional"):
            given = sum(s["musd_per_year_additional"][split] for s in result["states"])
            self.assertLessEqual(given, 20.01)
        for other in ("best_less_equal", "best_less_proportional"):
            difference = result["gain"][other]
            self.assertGreater(difference["value"], 2 * difference["standard_error"])
        self.assertAlmostEqual(result["gain"]["best"]["value"], sum(s["gain"]["best"]["value"] for s in result["states"]), places=5)
        for state in result["states"]:
            gains = [point["gain"] for point in state["curve"]]
            self.assertEqual(gains, sorted(gains), "more money is never worse under the same draws")

    def test_floor_and_cap_hold(self):
        result = self.allocate("--budget-musd", 10, "--lumps", 10, "--floor", "KHM=4", "--cap", "PER=1")
        best = {s["code"]: s["musd_per_year_additional"]["best"] for s in result["states"]}
        self.assertGreaterEqual(best["KHM"], 4)
        self.assertLessEqual(best["PER"], 1)

    def test_people_years_leave_out_states_without_a_figure(self):
        result = self.allocate("--budget-musd", 10, "--lumps", 5, "--objective", "people-years")
        considered = {s["code"]: s["considered"] for s in result["states"]}
        self.assertEqual(considered, {"KHM": True, "LKA": False, "PER": False, "ZWE": True})
        said = self.call("allocate", BASELINE, "--by", 2030, *FEW, "--budget-musd", 10, "--lumps", 5, "--objective", "people-years")
        self.assertIn(b"Left out, as no figure of people", said.stdout)

    def test_files_hold_splits_and_curves(self):
        folder = self.folder / "shared"
        result = self.allocate("--budget-musd", 4, "--lumps", 4, "--out", folder)
        rows = list(csv.DictReader((folder / "allocate.csv").read_text().splitlines()))
        self.assertEqual(len(rows), 3 * len(result["states"]))
        curves = list(csv.DictReader((folder / "allocate-curves.csv").read_text().splitlines()))
        self.assertEqual(len(curves), sum(len(s["curve"]) for s in result["states"]))

    def test_wrong_words_are_explained(self):
        for words, said in (((), b"--budget-musd"),
                            (("--budget-musd", 10, "--floor", "KHM"), b"such as AGO=5"),
                            (("--budget-musd", 10, "--floor", "KHM=20"), b"does not fit into the budget"),
                            (("--budget-musd", 10, "--floor", "KHM=3", "--cap", "KHM=2"), b"between --floor KHM=3 and --cap KHM=2"),
                            (("--budget-musd", 10, "--lumps", 10, "--floor", "KHM=0.5", "--cap", "KHM=0.7"), b"with more --lumps"),
                            (("--budget-musd", 10, "--lumps", 2, "--floor", "KHM=0.1", "--floor", "LKA=0.1", "--floor", "PER=0.1"), b"takes 3 lumps"),
                            (("--budget-musd", 10, "--objective", "people-years", "--floor", "LKA=5"), b"LKA takes no part"),
                            (("--budget-musd", 1e6), b"from 0.01 to 10000"),
                            (("--budget-musd", 10, "--cap", "QQQ=2"), b"has no state QQQ"),
                            (("--budget-musd", 10, "--objective", "lives"), b"completions, area or people-years")):
            result = self.call("allocate", BASELINE, "--by", 2030, *FEW, *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertIn(said, result.stderr)

    def test_money_that_is_handed_on_takes_no_other_state_in(self):
        file = self.write("coupled.yaml", f"format: 1\nname: coupled\nextends: {ROOT}/scenarios/baseline.yaml\nfunding: {{reallocate_share: 0.5}}\n")
        result = self.json_of("allocate", file, "--by", 2030, "--state", "LKA", "--state", "PER", "--trajectories", 200, "--budget-musd", 4, "--lumps", 4)
        self.assertEqual([s["code"] for s in result["states"]], ["LKA", "PER"])
        for split in ("best", "equal", "proportional"):
            self.assertAlmostEqual(sum(s["musd_per_year_additional"][split] for s in result["states"]), 4, places=2)

    def test_a_split_that_cannot_be_told_apart_is_said_in_good_english(self):
        said = self.call("allocate", BASELINE, "--by", 2030, "--state", "LKA", "--trajectories", 200, "--budget-musd", 1, "--lumps", 1)
        self.assertIn(b"this split cannot be told apart from equal shares", b" ".join(said.stdout.split()))

    def test_ctrl_c_ends_within_a_second_and_writes_nothing(self):
        self.check_that_ctrl_c_ends("allocate", BASELINE, "--by", 2030, "--budget-musd", 50, after=3)

    def test_threads_change_no_byte(self):
        words = ("allocate", BASELINE, "--by", 2030, *FEW, "--budget-musd", 4, "--lumps", 4, "--json")
        self.assertEqual(self.call(*words, "--threads", 1).stdout, self.call(*words, "--threads", 2).stdout)


if __name__ == "__main__":
    unittest.main()
