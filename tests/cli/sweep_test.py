"""minefree sweep: one question to many points, killed and resumed, in parts and whole."""

import csv
import json
import os
import random
import signal
import subprocess
import time
import unittest

from program import CLOSED_FORM, PROGRAM, ROOT, ProgramTest

OPEN = (CLOSED_FORM.replace("certain: true\n", "").replace("trajectories: 1000", "trajectories: 200")
        .replace(", maturity_penalty: 0", ""))
STUDY = """format: 1
name: Money and cost
base: base.yaml
changes: {funding: {world: [{change: 0%, from: 2026}]}}
design: {method: lhs, n: 60}
trajectories: 40
parameters:
  - {name: money, path: funding.world.0.change, low: -50%, high: 50%}
  - {name: penalty, path: parameters.maturity_penalty, low: 0.1, high: 0.9}
outputs:
  - {result: probability, state: XXA, by: 2030}
  - {result: mean_completion_year, state: XXA}
  - {result: remaining_km2, by: 2030}
"""


class Sweep(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("base.yaml", OPEN)
        self.out = self.folder / "out"

    def study(self, text=STUDY):
        return self.write("study.yaml", text)

    def sweep(self, *words, text=STUDY):
        result = self.call("sweep", self.study(text), "--out", self.out, *words)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return (self.out / "sweep.csv").read_bytes()

    def rows(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def test_a_row_is_what_run_says_of_its_scenario(self):
        self.sweep()
        row = self.rows(self.out / "sweep.csv")[17]
        self.write("point.yaml",
                   "format: 1\nextends: base.yaml\ntrajectories: 40\n"
                   f"funding: {{world: [{{change: {row['money']}, from: 2026}}]}}\n"
                   f"parameters: {{maturity_penalty: {row['penalty']}}}\n")
        state = self.json_of("run", self.folder / "point.yaml")["states"][0]
        self.assertEqual(float(row["XXA_probability_by_2030"]), state["probability"]["by"]["2030"])
        year = state["remaining_km2"]["year"].index(2030)
        self.assertAlmostEqual(float(row["remaining_km2_2030"]), state["remaining_km2"]["mean"][year], places=5)
        self.assertLessEqual(float(row["XXA_mean_completion_year"]), 2061)

    def test_describes_itself(self):
        self.sweep()
        about = json.loads((self.out / "sweep.json").read_text())
        self.assertEqual(about["design"], {"method": "lhs", "points": 60, "n": 60, "seed": 1})
        self.assertEqual([one["name"] for one in about["parameters"]], ["money", "penalty"])
        self.assertEqual(about["parameters"][0]["low"], -0.5)
        self.assertEqual([one["name"] for one in about["outputs"]],
                         ["XXA_probability_by_2030", "XXA_mean_completion_year", "remaining_km2_2030"])
        header = (self.out / "sweep.csv").read_text().splitlines()[0].split(",")
        self.assertEqual(header[:6], ["point", "money", "penalty", "XXA_probability_by_2030",
                                      "XXA_probability_by_2030_half_1", "XXA_probability_by_2030_half_2"])

    def test_has_the_same_bytes_for_any_number_of_threads_and_when_printed(self):
        whole = self.sweep("--threads", 1)
        self.out = self.folder / "three"
        self.assertEqual(self.sweep("--threads", 3), whole)
        self.assertEqual(self.call("sweep", self.study(), "--threads", 2).stdout, whole)

    def test_goes_on_where_a_row_was_cut_off(self):
        whole = self.sweep()
        shuffle = random.Random(1)
        for _ in range(5):
            cut = shuffle.randrange(len(whole))
            (self.out / "sweep.csv").write_bytes(whole[:cut])
            self.assertEqual(self.sweep(), whole, f"cut after {cut} bytes")
        self.assertEqual(self.sweep(), whole, "nothing is left to do")

    def test_that_is_killed_loses_and_repeats_no_row(self):
        text = STUDY.replace("n: 60", "n: 3000").replace("trajectories: 40", "trajectories: 400")
        study = self.study(text)
        with subprocess.Popen([PROGRAM, "sweep", study, "--out", self.out, "--threads", "1"], cwd=ROOT,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            path = self.out / "sweep.csv"
            until = time.monotonic() + 60
            while (not path.exists() or path.stat().st_size < 10_000) and time.monotonic() < until:
                time.sleep(0.02)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        killed = path.read_bytes()
        self.assertGreater(killed.count(b"\n"), 30)
        self.assertLess(killed.count(b"\n"), 3001, "it was killed before its end")
        resumed = self.sweep(text=text)
        self.assertTrue(resumed.startswith(killed[: killed.rfind(b"\n") + 1]), "the rows before are kept")
        self.out = self.folder / "at once"
        self.assertEqual(self.sweep(text=text), resumed)

    def test_that_is_interrupted_says_how_to_go_on(self):
        text = STUDY.replace("n: 60", "n: 20000").replace("trajectories: 40", "trajectories: 1000")
        with subprocess.Popen([PROGRAM, "sweep", self.study(text), "--out", self.out], cwd=ROOT,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            until = time.monotonic() + 60
            while not (self.out / "sweep.csv").exists() and time.monotonic() < until:
                time.sleep(0.02)
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
            stdout, stderr = process.communicate(timeout=60)
        self.assertEqual((process.returncode, stdout), (1, b""))
        self.assertIn(b"of 20,000 points are in", stderr)
        self.assertIn(b"The same command goes on from there.", stderr)

    def test_is_the_same_in_parts(self):
        whole = self.sweep()
        self.out = self.folder / "parts"
        for part in (3, 1):
            self.call("sweep", self.study(), "--out", self.out, "--part", f"{part}/3")
        missing = self.call("sweep", self.study(), "--out", self.out, "--join", 3)
        self.assertEqual(missing.returncode, 1)
        self.assertIn(b"part 2 of 3 is not whole yet", missing.stderr)
        self.assertFalse((self.out / "sweep.csv").exists())
        self.call("sweep", self.study(), "--out", self.out, "--part", "2/3")
        self.assertEqual(self.sweep("--join", 3), whole)

    def test_does_not_mix_with_another_sweep(self):
        whole = self.sweep()
        other = self.call("sweep", self.study(), "--out", self.out, "--seed", 9)
        self.assertEqual(other.returncode, 1)
        self.assertIn(b"it is of another sweep", other.stderr)
        (self.out / "sweep.csv").write_bytes(whole.replace(b"\n3,", b"\n4,", 1))
        mixed = self.call("sweep", self.study(), "--out", self.out)
        self.assertEqual(mixed.returncode, 1)
        self.assertIn(b"line 5 is not of this sweep", mixed.stderr)

    def test_does_not_go_on_without_its_description(self):
        whole = self.sweep()
        (self.out / "sweep.json").unlink()
        (self.out / "sweep.csv").write_bytes(whole[:200])
        other = self.call("sweep", self.study(), "--out", self.out, "--seed", 9)
        self.assertEqual(other.returncode, 1)
        self.assertIn(b"it holds rows, and no sweep.json", other.stderr)
        self.assertEqual((self.out / "sweep.csv").read_bytes(), whole[:200])

    def test_stops_soon_where_a_point_takes_long(self):
        text = STUDY.replace("trajectories: 40", "trajectories: 10000000")
        with subprocess.Popen([PROGRAM, "sweep", self.study(text), "--out", self.out], cwd=ROOT,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            until = time.monotonic() + 60
            while not (self.out / "sweep.csv").exists() and time.monotonic() < until:
                time.sleep(0.02)
            time.sleep(0.5)
            asked = time.monotonic()
            process.send_signal(signal.SIGINT)
            _, stderr = process.communicate(timeout=60)
        self.assertLess(time.monotonic() - asked, 3)
        self.assertIn(b"interrupted; 0 of 60 points", stderr)

    def test_is_made_by_one_process_at_a_time(self):
        self.sweep()
        import fcntl
        with open(self.out / "sweep.csv", "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            second = self.call("sweep", self.study(), "--out", self.out)
        self.assertEqual(second.returncode, 1)
        self.assertIn(b"another process is adding to it", second.stderr)

    def test_shares_its_futures_between_points(self):
        text = STUDY.replace("{method: lhs, n: 60}", "{csv: points.csv}")
        self.write("points.csv", "money,penalty\n0,0.3\n0,0.3\n0,0.8\n0.5,0.3\n")
        self.sweep(text=text)
        rows = self.rows(self.out / "sweep.csv")
        for row in rows:
            del row["point"]
        self.assertEqual(rows[0], rows[1], "the same point is the same row")
        for other in rows[2:]:
            self.assertNotEqual(rows[0]["remaining_km2_2030"], other["remaining_km2_2030"], "every parameter moves it")

    def test_says_what_a_point_lacks(self):
        text = STUDY.replace("{method: lhs, n: 60}", "{csv: points.csv}")
        self.write("points.csv", "money,penalty\n0,0.3\n-3,0.4\n")
        result = self.call("sweep", self.study(text), "--out", self.out)
        self.assertEqual(result.returncode, 3)
        self.assertIn(b"point 1 (money -3, penalty 0.4) cannot be simulated", result.stderr)
        self.assertEqual(len(self.rows(self.out / "sweep.csv")), 1, "what came before is kept")

    def test_refuses_a_state_without_a_date(self):
        text = STUDY.replace("base: base.yaml", f"base: {ROOT}/scenarios/baseline.yaml").replace("XXA", "UKR")
        result = self.call("sweep", self.study(text), "--out", self.out)
        self.assertEqual(result.returncode, 4)
        self.assertFalse(self.out.exists())

    def test_says_what_is_wrong_with_its_options(self):
        for words in (["--part", "0/3"], ["--part", "4/3"], ["--part", "three"], ["--join", "0"],
                      ["--part", "1/2", "--join", "2"], ["--trajectories", "1"]):
            result = self.call("sweep", self.study(), "--out", self.out, *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertEqual(len(result.stderr.splitlines()), 1 if words[0] == "--trajectories" else 2, words)
        alone = self.call("sweep", self.study(), "--part", "1/2")
        self.assertEqual(alone.returncode, 2)
        self.assertIn(b"need --out", alone.stderr)

    def test_is_checked_like_any_file(self):
        self.assertEqual(self.call("check", self.study()).returncode, 0)
        result = self.call("check", self.study(STUDY.replace("low: 0.1,", "low: 2,")))
        self.assertEqual(result.returncode, 3)

    def test_tells_what_it_found(self):
        text = self.call("sweep", self.study(), "--out", self.out).stdout.decode()
        self.assertIn("60 points of lhs (2 parameters), 40 futures each", text)
        self.assertIn("XXA_mean_completion_year", text)
        self.assertIn("Noise:", text)


if __name__ == "__main__":
    unittest.main()
