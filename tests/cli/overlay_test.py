"""minefree overlay: later reports on a frozen forecast, and why its dates moved."""

import csv
import io
import json
import shutil
import unittest

from program import CLOSED_FORM, ROOT, ProgramTest

STEPS = ["engine", "time", "release", "area", "kind", "hidden", "money", "parameters"]


class Overlay(ProgramTest):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "kept.json"
        words = ("--trajectories", 300, "--quiet", "--out", self.path)
        states = ("--state", "AGO", "--state", "KHM", "--state", "LBN", "--state", "UKR")
        result = self.call("freeze", "scenarios/landmine-free-2025.yaml", *states, *words)
        self.assertEqual(result.returncode, 0, result.stderr.decode())

    def overlaid(self, *words):
        return self.json_of("overlay", self.path, *words)

    def test_reports_are_set_against_the_quantiles(self):
        overlay = self.overlaid()
        angola = next(state for state in overlay["states"] if state["code"] == "AGO")
        frozen = json.loads(self.path.read_text())
        kept = next(state for state in frozen["states"] if state["code"] == "AGO")
        for check in angola["stocks"]:
            place = frozen["years"].index(check["year"])
            self.assertEqual(check["median_km2"], kept["remaining_km2"]["0.5"][place])
            inside = kept["remaining_km2"]["0.1"][place] <= check["reported_km2"] <= kept["remaining_km2"]["0.9"][place]
            self.assertEqual(check["inside_80"], inside)
            below = kept["remaining_km2"]["0.3"][place] <= check["reported_km2"]
            self.assertEqual(check["fell_at"] >= 0.299, below)
        scored = [c for state in overlay["states"] for c in state["stocks"] if not c["redefined"]]
        self.assertEqual(overlay["scores"]["stocks"], len(scored))
        self.assertAlmostEqual(overlay["scores"]["wis"], sum(c["wis"] for c in scored) / len(scored), delta=1e-4)

    def test_every_movement_is_the_sum_of_its_steps_in_their_order(self):
        overlay = self.overlaid()
        self.assertEqual(overlay["order"], STEPS)
        moved = {state["code"]: state["movement"] for state in overlay["states"] if state["movement"]}
        self.assertEqual(set(moved), {"AGO", "KHM"})
        for code, movement in moved.items():
            self.assertEqual([step["step"] for step in movement["steps"]], STEPS)
            total = sum(step["change"] for step in movement["steps"])
            self.assertAlmostEqual(movement["then"] + total, movement["now"], places=6, msg=code)
            self.assertEqual(movement["steps"][0]["change"], 0, "made again by the same program")
        lebanon = next(state for state in overlay["states"] if state["code"] == "LBN")
        self.assertEqual(lebanon["no_movement"], "no stock since 2017")

    def test_the_later_date_is_that_of_a_run(self):
        movement = next(s for s in self.overlaid()["states"] if s["code"] == "AGO")["movement"]
        words = ("run", "scenarios/baseline.yaml", "--trajectories", 300, "--seed", 2025)
        run = next(s for s in self.json_of(*words)["states"] if s["code"] == "AGO")
        self.assertEqual(movement["now"], run["completion"]["quantiles"]["0.5"])

    def test_the_bytes_are_the_same_for_any_number_of_threads(self):
        words = ("overlay", self.path, "--json", "--quiet", "--threads")
        self.assertEqual(self.call(*words, 1).stdout, self.call(*words, 2).stdout)

    def test_bars_are_drawn_for_the_states_asked_for_and_fit(self):
        for columns in (80, 120):
            result = self.call("overlay", self.path, "--state", "KHM", environment={"COLUMNS": str(columns)})
            text = result.stdout.decode()
            self.assertIn("Cambodia, P50 date", text)
            self.assertIn("as frozen", text)
            self.assertNotIn("Angola", text)
            self.assertLessEqual(max(map(len, text.splitlines())), columns)

    def test_out_writes_tidy_tables(self):
        out = self.folder / "out"
        printed = self.call("overlay", self.path, "--json", "--quiet", "--out", out).stdout
        self.assertEqual({path.name for path in out.iterdir()},
                         {"overlay.json", "overlay.csv", "declarations.csv", "waterfall.csv"})
        self.assertEqual((out / "overlay.json").read_bytes(), printed)
        rows = list(csv.DictReader(io.StringIO((out / "waterfall.csv").read_text())))
        angola = [row for row in rows if row["state"] == "AGO"]
        self.assertEqual([row["step"] for row in angola], ["then", *STEPS, "now"])
        self.assertEqual(angola[-2]["level"], angola[-1]["level"])

    def test_a_frozen_file_that_was_edited_is_refused(self):
        text = self.path.read_text()
        for change in (text[: len(text) // 2], text.replace('"format": 1', '"format": 9'), text.replace('"AGO"', '"AGX"'),
                       text.replace('"years"', '"yeers"'), "", "{}", "[1, 2]"):
            result = self.call("overlay", self.write("bad.json", change))
            self.assertEqual(result.returncode, 3, change[:80])
            self.assertIn("bad.json", result.stderr.decode())
            self.assertEqual(result.stdout, b"")
        self.assertEqual(self.call("overlay", self.folder / "missing.json").returncode, 3)

    def test_a_provenance_that_was_edited_is_refused_with_its_place(self):
        text = self.path.read_text()
        for old, new, place in (('"origin":2020,"horizon"', '"origin":2024,"horizon"', ":4:"),
                                ('"seed":2025,"trajectories"', '"seed":2026,"trajectories"', ":8:17: "),
                                ("[2021,2022,2023,", "[2021,2022,2024,", ":8:17: ")):
            self.assertIn(old, text)
            result = self.call("overlay", self.write("bad.json", text.replace(old, new)))
            self.assertEqual(result.returncode, 3, old)
            self.assertIn("bad.json" + place, result.stderr.decode())
            self.assertIn("edited since", result.stderr.decode())

    def test_a_changed_record_is_said_and_counted_apart(self):
        library = self.folder / "scenarios"
        shutil.copytree(ROOT / "scenarios", library)
        state = library / "states" / "KHM.yaml"
        text = state.read_text(encoding="utf-8")
        self.assertIn("contamination_km2: 890", text)
        state.write_text(text.replace("contamination_km2: 890", "contamination_km2: 600"), encoding="utf-8")
        result = self.call("overlay", self.path, "--scenario", library / "baseline.yaml", "--json")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn("the record has changed", result.stderr.decode())
        states = {s["code"]: s for s in json.loads(result.stdout)["states"]}
        self.assertLess(states["KHM"]["movement"]["steps"][0]["change"], -1)
        self.assertEqual(states["AGO"]["movement"]["steps"][0]["change"], 0)

    def test_draws_that_a_scenario_names_are_found_again_beside_the_frozen_file(self):
        work, kept = self.folder / "work", self.folder / "kept"
        (work / "draws").mkdir(parents=True)
        kept.mkdir()
        draws = work / "draws" / "mine.csv"
        shutil.copy(ROOT / "scenarios" / "posterior" / "2020.csv", draws)
        scenario = work / "mine.yaml"
        scenario.write_text(f"extends: {ROOT}/scenarios/landmine-free-2025.yaml\nposterior: draws/mine.csv\n")
        path = kept / "mine.json"
        words = ("freeze", scenario, "--trajectories", 200, "--state", "AGO", "--out")
        note = self.call(*words, path).stderr.decode()
        self.assertIn("holds the hash of draws/mine.csv, not its draws: keep a copy beside the frozen file", note)

        result = self.call("overlay", path, "--json")
        self.assertEqual(result.returncode, 0)
        self.assertIn("the calibration 'draws/mine.csv' that the forecast was frozen with is not there (looked for "
                      f"{kept}/draws/mine.csv, {kept}/mine.csv, ", result.stderr.decode())
        self.assertNotIn("dev calibrate", result.stderr.decode())
        self.assertEqual(json.loads(result.stdout)["no_movements"], "the frozen scenario cannot be run again")

        shutil.copy(draws, kept)
        result = self.call("overlay", path, "--json")
        self.assertNotIn("calibration", result.stderr.decode())
        (angola,) = json.loads(result.stdout)["states"]
        self.assertEqual(angola["movement"]["steps"][0]["change"], 0, "made again with the same draws")
        self.assertNotIn("keep a copy", self.call(*words, kept / "again.json").stderr.decode())

    def test_wrong_usage(self):
        self.assertEqual(self.call("overlay").returncode, 2)
        self.assertEqual(self.call("overlay", self.path, "--state", "HRV").returncode, 2)
        self.assertEqual(self.call("overlay", self.path, "--scenario", "scenarios/none.yaml").returncode, 3)

    def frozen_of_2017(self, *codes):
        path = self.folder / "2017.json"
        states = [word for code in codes for word in ("--state", code)]
        words = ("--trajectories", 200, "--quiet", "--out", path)
        result = self.call("freeze", "scenarios/state-of-play-2017.yaml", *states, *words)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return path

    def test_a_state_that_is_complete_is_scored_once_and_says_since_when(self):
        path = self.frozen_of_2017("CHL", "JOR")
        overlay = self.json_of("overlay", path)
        chile, jordan = overlay["states"]
        self.assertEqual([check["year"] for check in chile["stocks"]], [2020])
        self.assertEqual([check["year"] for check in jordan["stocks"]], [2018])
        self.assertEqual(overlay["scores"]["stocks"], 2)
        self.assertEqual(chile["no_movement"], "declared complete on 2020-02-27")
        text = self.call("overlay", path, "--state", "CHL", "--quiet").stdout.decode()
        self.assertNotIn("Why dates moved", text, "nothing would stand under it")
        self.assertNotIn("Bars of one state", text, "there are none")
        self.assertIn("1 stock was reported since the end of 2017: it lies within the middle half", text)
        self.assertIn("No dates to compare from the end of 2017 to the end of 2024:\n"
                      "  Chile: declared complete on 2020-02-27", text)

    def test_why_there_is_nothing_to_compare_is_a_whole_sentence(self):
        result = self.call("overlay", self.frozen_of_2017("UKR", "AGO"), "--state", "UKR", "--quiet")
        self.assertEqual(result.returncode, 4)
        self.assertEqual(result.stderr.decode(), "minefree: nothing to compare: the forecast gave Ukraine no date\n")

        early = self.write("early.yaml", CLOSED_FORM.replace("origin: 2024", "origin: 2023"))
        kept = self.folder / "early.json"
        self.assertEqual(self.call("freeze", early, "--out", kept).returncode, 0)
        result = self.call("overlay", kept, "--scenario", self.write("closed.yaml", CLOSED_FORM), "--quiet")
        self.assertEqual(result.returncode, 4)
        self.assertEqual(result.stderr.decode(),
                         "minefree: nothing to compare: no report since can be held against it, and none of its dates "
                         "can be set beside a later one: XXA: a scenario gives its stock, so that none is reported\n")

    def test_4_when_there_is_nothing_to_compare(self):
        scenario = self.write("closed.yaml", CLOSED_FORM)
        kept = self.folder / "closed.json"
        self.assertEqual(self.call("freeze", scenario, "--out", kept).returncode, 0)
        result = self.call("overlay", kept, "--scenario", scenario)
        self.assertEqual(result.returncode, 4, result.stderr.decode())
        self.assertIn("nothing to compare", result.stderr.decode())


if __name__ == "__main__":
    unittest.main()
