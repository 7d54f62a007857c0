"""minefree freeze: a forecast that is kept, and the ones that this repository keeps."""

import json
import unittest

from program import CLOSED_FORM, ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"
FEW = ("--trajectories", 200, "--quiet")
AREA_SHARES = {"0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.975", "0.99"}


class Freeze(ProgramTest):
    def frozen(self, *words):
        result = self.call("freeze", *words)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return json.loads(result.stdout)

    def test_it_keeps_what_run_says(self):
        frozen = self.frozen(BASELINE, *FEW, "--state", "AGO")
        run = self.json_of("run", BASELINE, "--trajectories", 200, "--state", "AGO")
        self.assertEqual(frozen["provenance"], run["provenance"])
        (state,), (other,) = frozen["states"], run["states"]
        self.assertEqual(state["completion"], other["completion"]["quantiles"])
        self.assertEqual(state["complete_by"]["2030"], other["probability"]["by"]["2030"])
        self.assertEqual(state["deadline_met"], other["probability"]["deadline_met"])
        self.assertEqual(state["remaining_km2"]["0.5"], other["remaining_km2"]["p50"][:6])
        self.assertEqual(state["last_stock_km2"], other["last_stock_km2"])

    def test_it_keeps_six_years_or_as_many_as_are_asked_for(self):
        self.assertEqual(self.frozen(BASELINE, *FEW, "--state", "AGO")["years"], list(range(2025, 2031)))
        frozen = self.frozen(BASELINE, *FEW, "--state", "AGO", "--years", 3)
        self.assertEqual(frozen["years"], [2025, 2026, 2027])
        self.assertLessEqual(AREA_SHARES, set(frozen["states"][0]["remaining_km2"]))
        self.assertEqual(len(frozen["states"][0]["remaining_km2"]["0.01"]), 3)

    def test_the_bytes_are_the_same_for_any_number_of_threads_and_in_a_file(self):
        one = self.call("freeze", BASELINE, *FEW, "--threads", 1).stdout
        self.assertEqual(one, self.call("freeze", BASELINE, *FEW, "--threads", 2).stdout)
        path = self.folder / "kept.json"
        self.assertEqual(self.call("freeze", BASELINE, *FEW, "--out", path).stdout, b"")
        self.assertEqual(path.read_bytes(), one)
        self.assertEqual([entry.name for entry in self.folder.iterdir()], ["kept.json"])

    def test_a_frozen_file_is_never_overwritten(self):
        path = self.write("kept.json", "kept")
        result = self.call("freeze", BASELINE, *FEW, "--out", path)
        self.assertEqual(result.returncode, 1)
        self.assertIn("never overwritten", result.stderr.decode())
        self.assertEqual(path.read_text(), "kept")

    def test_nothing_is_left_where_the_folder_is_missing(self):
        result = self.call("freeze", BASELINE, *FEW, "--out", self.folder / "nowhere" / "kept.json")
        self.assertEqual(result.returncode, 1)
        self.assertIn("cannot write", result.stderr.decode())

    def test_exit_codes(self):
        self.assertEqual(self.call("freeze").returncode, 2)
        self.assertEqual(self.call("freeze", BASELINE, "--years", 0).returncode, 2)
        self.assertEqual(self.call("freeze", "scenarios/none.yaml").returncode, 3)
        self.assertEqual(self.call("freeze", BASELINE, *FEW, "--state", "UKR").returncode, 4)

    def test_a_state_given_whole_is_kept_with_its_scenario(self):
        frozen = self.frozen(self.write("closed.yaml", CLOSED_FORM))
        self.assertEqual(frozen["scenario"]["states"][0]["code"], "XXA")
        self.assertAlmostEqual(frozen["states"][0]["completion"]["0.5"], 2038.1, delta=0.05)

    def test_help_begins_with_examples_and_completions_know_it(self):
        for command in ("freeze", "overlay"):
            self.assertIn(f"Examples:\n  minefree {command}", self.call(command, "--help").stdout.decode())
            self.assertIn(f" {command} ", self.call("completions", "bash").stdout.decode())


class KeptForecasts(ProgramTest):
    """Those of the repository: whole and covering what they promise, not what today's engine says."""

    def test_each_is_read_and_carries_its_hashes(self):
        paths = sorted((ROOT / "scenarios" / "frozen").glob("*.json"))
        self.assertGreaterEqual(len(paths), 2)
        for path in paths:
            with self.subTest(path.name):
                frozen = json.loads(path.read_text(encoding="utf-8"))
                provenance = frozen["provenance"]
                for key in ("scenario_sha256", "data_sha256"):
                    self.assertRegex(provenance[key], "^[0-9a-f]{64}$")
                self.assertRegex(frozen["states_sha256"], "^[0-9a-f]{64}$")
                self.assertRegex(frozen["file_sha256"], "^[0-9a-f]{64}$")
                self.assertEqual(frozen["years"][0], provenance["origin"] + 1)
                self.assertEqual(path.name[:4], str(provenance["origin"]))
                self.assertGreater(sum(state["estimable"] for state in frozen["states"]), 5)
                result = self.call("overlay", path, "--trajectories", 50, "--quiet")
                self.assertIn(result.returncode, (0, 4), result.stderr.decode())

    def test_the_one_of_2024_reaches_from_2025_to_2030(self):
        frozen = json.loads((ROOT / "scenarios" / "frozen" / "2024-baseline.json").read_text(encoding="utf-8"))
        self.assertEqual(frozen["years"], list(range(2025, 2031)))
        for state in frozen["states"]:
            if state["estimable"]:
                self.assertLessEqual({str(year) for year in frozen["years"]}, set(state["complete_by"]), state["code"])


if __name__ == "__main__":
    unittest.main()
