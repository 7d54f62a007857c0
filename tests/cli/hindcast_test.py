"""minefree hindcast: forecasts from earlier years beside what was reported."""

import csv
import json
import unittest

from program import ProgramTest

VARIABLES = {"stock", "release", "date", "deadline_met", "extension_asked", "casualties", "world_funding"}
MODELS = {
    "minefree", "own_plan", "remaining_over_mean_3", "remaining_over_mean_5", "linear_trend", "reference_class",
    "analyst_call", "persistence", "unpooled", "best_simple", "persistence_spread", "own_plan_spread",
    "remaining_over_mean_3_spread", "remaining_over_mean_5_spread"}
METRICS = {
    "wis", "relative_wis", "tw_crps", "relative_tw_crps", "brier", "brier_skill", "log_score", "coverage_50",
    "coverage_80", "coverage_95", "bias"}
ROW_KEYS = ["origin", "mode", "variable", "horizon", "model", "baseline", "metric", "value", "low", "high", "n"]


class Hindcast(ProgramTest):
    def test_rows_have_the_names_of_the_contract(self):
        result = self.json_of("hindcast", "--trajectories", 60)
        rows = result["rows"]
        for row in rows:
            self.assertEqual(list(row), ROW_KEYS)
        self.assertEqual({row["origin"] for row in rows}, {"all", "2013", "2015", "2017", "2019", "2021"})
        self.assertEqual({row["mode"] for row in rows}, {"unconditional", "conditional"})
        self.assertEqual({row["variable"] for row in rows}, VARIABLES)
        self.assertEqual({row["metric"] for row in rows}, METRICS)
        self.assertLessEqual({row["model"] for row in rows}, MODELS)
        for row in rows:
            relative = row["metric"] in ("relative_wis", "relative_tw_crps", "brier_skill")
            self.assertEqual(row["baseline"] is not None, relative, row)
            self.assertIn(row["baseline"], MODELS | {None})
            self.assertIn(row["horizon"], (None, 1, 3, 5))
            self.assertGreater(row["n"], 0)
            if row["low"] is not None:
                self.assertLessEqual(row["low"], row["high"])
        self.assertEqual(len(result["primary"]), 3)
        for endpoint in result["primary"]:
            self.assertIsInstance(endpoint["met"], bool)
            self.assertIn(endpoint["row"], rows)

    def test_a_row_is_there_once(self):
        rows = self.json_of("hindcast", "--trajectories", 20)["rows"]
        keys = [tuple(row[key] for key in ROW_KEYS[:7]) for row in rows]
        self.assertEqual(len(keys), len(set(keys)))

    def test_others_are_named_only_where_there_are_others(self):
        def sentence(*words):
            text = self.call("hindcast", "--trajectories", 20, "--origin", 2017, "--quiet", *words).stdout
            return " ".join(text.decode("utf-8").split())

        self.assertIn("With draws of a calibration: 1 of 1. ", sentence())
        self.assertIn("With draws of a calibration: 0 of 1; the others use the estimator.", sentence("--prior"))

    def test_threads_change_no_byte(self):
        one, two = (self.call("hindcast", "--trajectories", 40, "--json", "--quiet", "--threads", n) for n in (1, 2))
        self.assertEqual(one.returncode, 0)
        self.assertEqual(one.stdout, two.stdout)

    def test_the_same_run_writes_the_same_files(self):
        folders = [self.folder / name for name in ("one", "two")]
        for folder in folders:
            self.assertEqual(self.call("hindcast", "--trajectories", 20, "--out", folder).returncode, 0)
        names = sorted(path.name for path in folders[0].iterdir())
        self.assertEqual(names, sorted([
            "hindcast.json", "hindcast.csv", "hindcast_forecasts.csv", "hindcast_pit.csv", "hindcast_reliability.csv",
            "hindcast_brier.csv", "hindcast_by_state.csv", "hindcast_origins.csv", "landmine_free_2025.csv",
            "skill.csv"]))
        for name in names:
            self.assertEqual((folders[0] / name).read_bytes(), (folders[1] / name).read_bytes(), name)

    def test_files_say_the_same_as_json(self):
        folder = self.folder / "out"
        printed = self.json_of("hindcast", "--trajectories", 20, "--out", folder)
        self.assertEqual(json.loads((folder / "hindcast.json").read_text()), printed)
        with open(folder / "hindcast.csv", newline="") as file:
            written = [row for row in csv.DictReader(file) if row["figures"] == "as_defined"]
        self.assertEqual(len(written), len(printed["rows"]))
        for line, row in zip(written, printed["rows"]):
            self.assertEqual(float(line["value"]), row["value"])
            self.assertEqual(int(line["n"]), row["n"])
        with open(folder / "skill.csv", newline="") as file:
            self.assertEqual(next(csv.reader(file)),
                             ["basis", "variable", "horizon", "metric", "value", "low", "high", "n"])

    def test_one_origin_and_one_state(self):
        rows = self.json_of("hindcast", "--origin", 2017, "--state", "HRV", "--trajectories", 50)["rows"]
        self.assertEqual({row["origin"] for row in rows}, {"all", "2017"})
        for row in rows:
            self.assertEqual(row["low"], None, "a single state has no interval")

    def test_the_table_begins_with_the_primary_endpoints(self):
        text = self.call("hindcast", "--trajectories", 20).stdout.decode()
        self.assertTrue(text.startswith("Relative WIS of the stock at three years"), text[:80])
        for word in ("Brier skill of the deadline", "Coverage of the 80 % interval", "aim at most 0.85", "n ="):
            self.assertIn(word, " ".join(text.split())[:700])
        for line in text.splitlines():
            self.assertLessEqual(len(line), 120)

    def test_priors_of_doubled_spread_are_another_forecast(self):
        usual, vague = (self.call("hindcast", "--origin", 2017, "--trajectories", 100, "--json", *more).stdout
                        for more in ([], ["--vague"]))
        self.assertEqual(json.loads(vague)["provenance"]["priors"], "vague")
        self.assertNotEqual(json.loads(usual)["rows"], json.loads(vague)["rows"])

    def test_wrong_words_are_usage(self):
        for words in (["--origin", "1990"], ["--origin", "last"], ["--state", "Angola"], ["--state", "XYZ"], ["extra"]):
            result = self.call("hindcast", *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertTrue(result.stderr)
            self.assertFalse(result.stdout)

    def test_a_state_that_never_had_a_forecast_is_nothing_to_score(self):
        result = self.call("hindcast", "--origin", 2017, "--state", "MMR", "--trajectories", 5, "--quiet")
        self.assertEqual(result.returncode, 4)


if __name__ == "__main__":
    unittest.main()
