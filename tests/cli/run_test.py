"""minefree run: results, exit codes, streams, same bytes, and what is left behind when it is stopped."""

import csv
import json
import signal
import subprocess
import time
import unittest

from program import CLOSED_FORM, PROGRAM, ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"
SETS = ("sse42", "avx2", "avx512")


class Results(ProgramTest):
    def test_the_state_of_the_contract_completes_13_1_years_after_the_origin(self):
        summary = self.json_of("run", self.write("a.yaml", CLOSED_FORM))
        state = summary["states"][0]
        self.assertAlmostEqual(state["completion"]["quantiles"]["0.5"], 2038.1, delta=0.05)
        self.assertEqual(state["probability"]["by"]["2030"], 0)
        self.assertEqual(state["completion"]["never_share"], 0)
        self.assertEqual(sum(state["completion"]["by_month"]["counts"]), 1000)
        self.assertEqual(state["completion"]["by_month"]["first"], "2025-01")

    def test_json_has_the_keys_of_the_contract(self):
        summary = self.json_of("run", BASELINE, "--trajectories", 500)
        self.assertEqual(summary["format"], 1)
        for key in ("version", "commit", "scenario", "scenario_sha256", "data_sha256", "posterior_sha256", "seed",
                    "trajectories", "origin", "horizon"):
            self.assertIn(key, summary["provenance"])
        states = {state["code"]: state for state in summary["states"]}
        angola = states["AGO"]
        for key in ("name", "estimable", "conditional", "reasons", "basis", "last_stock_year", "skill", "initial",
                    "completion", "declaration", "plain", "plan", "reported", "probability", "remaining_km2",
                    "released_km2", "funding_musd"):
            self.assertIn(key, angola)
        self.assertEqual(set(angola["completion"]["quantiles"]),
                         {"0.05", "0.1", "0.25", "0.5", "0.75", "0.8", "0.9", "0.95"})
        for key in ("by", "deadline", "deadline_met", "expected_extensions", "reopened_within_10_years"):
            self.assertIn(key, angola["probability"])
        self.assertEqual(len(angola["remaining_km2"]["year"]), 36)
        self.assertEqual(angola["remaining_km2"]["year"][0], 2025)
        self.assertEqual(len(summary["world"]["complete_by_end_of"]["p50"]), 36)
        myanmar = states["MMR"]
        self.assertFalse(myanmar["estimable"])
        self.assertTrue(myanmar["reasons"])
        self.assertNotIn("completion", myanmar)

    def test_json_says_what_the_inputs_are_and_how_old(self):
        state = self.json_of("run", BASELINE, "--trajectories", 100, "--state", "AGO")["states"][0]
        self.assertEqual(list(state["inputs"]), ["reported", "estimated", "calibrated", "literature", "prior", "scenario",
                                                 "newest_report_year", "newest_report_age_years"])
        explained = json.loads(self.call("explain", BASELINE, "AGO", "--json").stdout)["numbers"]
        used = [number for number in explained if number["used"]]
        self.assertEqual(state["inputs"]["reported"], sum(number["kind"] == "data" for number in used))
        self.assertEqual(state["inputs"]["prior"], sum(number["kind"] == "prior" for number in used))
        self.assertEqual(state["inputs"]["newest_report_year"], 2024)
        self.assertEqual(state["inputs"]["newest_report_age_years"], 0)

    def test_verbose_tells_the_inputs_of_each_state_after_the_table(self):
        text = self.call("run", BASELINE, "--trajectories", 100, "--state", "AGO", "--state", "KHM", "--verbose").stdout.decode()
        for name in ("Angola (AGO)", "Cambodia (KHM)"):
            self.assertIn(name, text)
        explained = self.call("explain", BASELINE, "AGO").stdout.decode()
        self.assertIn(explained, text)
        everyone = self.call("run", BASELINE, "--trajectories", 100, "--verbose").stdout.decode()
        self.assertIn("Myanmar (MMR)", everyone)

    def test_options_replace_what_the_scenario_says(self):
        summary = self.json_of("run", BASELINE, "--trajectories", 300, "--seed", 7, "--state", "AGO", "--target", 2040)
        self.assertEqual(summary["provenance"]["trajectories"], 300)
        self.assertEqual(summary["provenance"]["seed"], 7)
        self.assertEqual([state["code"] for state in summary["states"]], ["AGO"])
        self.assertEqual(list(summary["states"][0]["probability"]["by"]), ["2040"])

    def test_a_state_is_the_same_alone_and_among_all(self):
        everyone = self.json_of("run", BASELINE, "--trajectories", 500)
        # The first state of the scenario, one in the middle, and both.
        first = self.json_of("run", BASELINE, "--trajectories", 500, "--state", "AFG")
        both = self.json_of("run", BASELINE, "--trajectories", 500, "--state", "AFG", "--state", "KHM")
        self.assertEqual(first["states"][0], both["states"][0])
        alone = self.json_of("run", BASELINE, "--trajectories", 500, "--state", "KHM")
        self.assertEqual(alone["states"][0], next(s for s in everyone["states"] if s["code"] == "KHM"))

    def test_a_supposed_ceasefire_gives_a_conditional_result(self):
        state = self.json_of("run", "scenarios/ceasefire-myanmar.yaml", "--trajectories", 500)["states"][0]
        self.assertTrue(state["estimable"])
        self.assertTrue(state["conditional"])

    def test_until_error_goes_on_until_it_is_reached(self):
        summary = self.json_of("run", BASELINE, "--trajectories", 500, "--state", "AGO", "--until-error", 2)
        self.assertGreater(summary["provenance"]["trajectories"], 500)
        self.assertLess(summary["states"][0]["completion"]["monte_carlo_error_months"], 2)


class Streams(ProgramTest):
    def test_results_go_to_stdout_and_nothing_else_does(self):
        result = self.call("run", BASELINE, "--trajectories", 200, "--json")
        json.loads(result.stdout)
        self.assertNotIn(b"\x1b", result.stdout + result.stderr)

    def test_the_table_answers_in_its_first_sentence(self):
        result = self.call("run", BASELINE, "--trajectories", 200, "--quiet")
        self.assertIn("states complete by 2030 (80 %:", result.stdout.decode())
        self.assertRegex(" ".join(result.stdout.decode().split()), r"Newest stock: 2024 for \d+ states, oldest \d+ \(")
        self.assertLessEqual(max(map(len, result.stdout.decode().splitlines())), 120)
        self.assertEqual(result.stderr, b"")

    def test_a_reader_that_goes_away_is_no_failure(self):
        with subprocess.Popen([PROGRAM, "run", BASELINE, "--trajectories", "200", "--json"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=ROOT) as process:
            process.stdout.close()
            self.assertEqual(process.wait(timeout=60), 0)
            self.assertEqual(process.stderr.read(), b"")


class ExitCodes(ProgramTest):
    def code_of(self, *words):
        return self.call(*words).returncode

    def test_0_for_help_and_version(self):
        self.assertEqual(self.code_of("--help"), 0)
        self.assertEqual(self.code_of("run", "--help"), 0)
        self.assertEqual(self.code_of("--version"), 0)

    def test_2_for_wrong_usage(self):
        for words in ((), ("rn", BASELINE), ("run",), ("run", BASELINE, "--trajectries", "5"),
                      ("run", BASELINE, "--trajectories", "none"), ("run", BASELINE, "--state", "QQQ"),
                      ("run", BASELINE, "--target", "1999"), ("report",), ("schema", "nothing")):
            result = self.call(*words)
            self.assertEqual(result.returncode, 2, words)
            self.assertEqual(result.stdout, b"", words)

    def test_3_for_an_invalid_file_with_place_and_nothing_run(self):
        path = self.write("bad.yaml", CLOSED_FORM.replace("capacity_km2_per_year", "capacity_km_per_year"))
        result = self.call("run", path, "--out", self.folder / "out")
        self.assertEqual(result.returncode, 3)
        self.assertIn("bad.yaml:14:", result.stderr.decode())
        self.assertIn("Did you mean 'capacity_km2_per_year'?", result.stderr.decode())
        self.assertEqual(result.stdout, b"")
        self.assertFalse((self.folder / "out").exists())

    def test_3_for_a_file_that_is_not_there(self):
        self.assertEqual(self.code_of("run", self.folder / "absent.yaml"), 3)

    def test_4_when_nothing_asked_for_can_be_estimated(self):
        result = self.call("run", BASELINE, "--state", "MMR")
        self.assertEqual(result.returncode, 4)
        self.assertIn("Myanmar", result.stdout.decode())


class SameBytes(ProgramTest):
    def bytes_of(self, *words, environment=None):
        result = self.call("run", BASELINE, "--trajectories", 1234, "--json", "--quiet", *words, environment=environment)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout

    def test_for_any_number_of_threads(self):
        one = self.bytes_of("--threads", 1)
        for threads in (2, 7):
            self.assertEqual(self.bytes_of("--threads", threads), one, threads)

    def test_for_every_instruction_set_of_this_processor(self):
        reference = self.bytes_of("--instruction-set", "sse42")
        for name in SETS[1:]:
            result = self.call("run", BASELINE, "--trajectories", 1234, "--json", "--quiet", "--instruction-set", name)
            if result.returncode == 2:
                self.assertIn("which this processor lacks", result.stderr.decode())
                print(f"{name} was not run: this processor lacks it")
                continue
            self.assertEqual(result.stdout, reference, name)
            self.assertEqual(self.bytes_of(environment={"MINEFREE_INSTRUCTION_SET": name}), reference, name)


class Out(ProgramTest):
    def test_teams_after_completion_are_sized_side_by_side(self):
        out = self.folder / "teams"
        words = ("scenarios/residual-teams.yaml", "--state", "MOZ", "--trajectories", 500)
        residual = self.json_of("run", *words, "--out", out)["states"][0]["residual"]
        with (out / "residual_teams.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        keeps_up = [float(row["value"]) for row in rows if row["quantity"] == "keeps_up_share"]
        cost = [float(row["value"]) for row in rows if row["quantile"] == "0.5"]
        self.assertEqual(keeps_up, residual["keeps_up_every_year"])
        smallest = residual["smallest_teams"]
        self.assertGreaterEqual(keeps_up[smallest - 1], residual["adequacy_target"])
        self.assertLess(keeps_up[smallest - 2], residual["adequacy_target"])
        self.assertEqual(cost[smallest - 1], residual["smallest_teams_cost_musd_per_year_total"]["p50"])
        self.assertAlmostEqual(cost[19], 20 * cost[0])

    FILES = {"summary.json", "completion.csv", "remaining.csv", "release.csv", "funding.csv", "probability.csv", "dates.csv",
             "world.csv", "report.json"}

    def test_out_writes_the_summary_and_its_csv_twins(self):
        out = self.folder / "results"
        printed = self.call("run", BASELINE, "--trajectories", 300, "--json", "--quiet", "--out", out).stdout
        self.assertEqual({path.name for path in out.iterdir()}, self.FILES)
        self.assertEqual((out / "summary.json").read_bytes(), printed)
        self.assertTrue((out / "completion.csv").read_text().startswith("state,month,count\n"))

    def start_long_run(self):
        return subprocess.Popen([PROGRAM, "run", BASELINE, "--trajectories", "20000000", "--out",
                                 str(self.folder / "results")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)

    def test_ctrl_c_ends_within_a_second_and_leaves_nothing(self):
        with self.start_long_run() as process:
            time.sleep(1)
            asked = time.monotonic()
            process.send_signal(signal.SIGINT)
            code = process.wait(timeout=20)
            self.assertLess(time.monotonic() - asked, 1.5)
        self.assertNotEqual(code, 0)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_kill_leaves_no_half_written_result(self):
        for delay in (0.05, 0.2, 0.4, 0.6, 0.8):
            process = subprocess.Popen([PROGRAM, "run", BASELINE, "--trajectories", "2000", "--quiet", "--out",
                                        str(self.folder / "results")], stdout=subprocess.DEVNULL, cwd=ROOT)
            time.sleep(delay)
            process.kill()
            process.wait()
            if (self.folder / "results").exists():
                self.assertEqual({path.name for path in (self.folder / "results").iterdir()}, self.FILES)
                json.loads((self.folder / "results" / "summary.json").read_text())


if __name__ == "__main__":
    unittest.main()
