"""minefree report: one HTML file of a run.

    report_test.py --update     writes the golden text anew, for you to read and to commit with a word on what moved
"""

import difflib
import json
import re
import subprocess
import sys
import unittest

from page_checks import Page
from program import CLOSED_FORM, PROGRAM, ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"
FEW = ("--trajectories", 400, "--quiet")
GOLDEN = ROOT / "tests" / "golden" / "report" / "closed-form.txt"


def golden_text(page):
    """The page as text, without what moves with every commit of the program."""
    return re.sub(r"minefree [0-9.]+ \([^)]*\)", "minefree VERSION", Page(page).text())


class ReportTest(ProgramTest):
    def report(self, *words, code=0):
        out = self.folder / "report.html"
        result = self.call("report", *words, "--out", out)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        self.assertIn(f"Written: {out} (", result.stdout.decode())
        return out.read_text(encoding="utf-8")

    def closed_form(self, text=CLOSED_FORM):
        return self.write("closed-form.yaml", text)

    def saved(self, *words):
        folder = self.folder / "run"
        result = self.call("run", *words, "--out", folder)
        self.assertIn(result.returncode, (0, 4), result.stderr.decode())
        return folder

    def refused(self, what, *words, code=3):
        result = self.call("report", what, *words, "--out", self.folder / "refused.html")
        self.assertEqual((result.returncode, result.stdout), (code, b""))
        self.assertFalse((self.folder / "refused.html").exists())
        return result.stderr.decode()

    def test_a_folder_and_its_scenario_give_the_same_bytes(self):
        for words in ((BASELINE, *FEW), ("scenarios/us-halves.yaml", *FEW, "--state", "AGO", "--state", "TUR", "--target", 2030),
                      ("scenarios/residual-teams.yaml", *FEW), ("scenarios/people-by-state.yaml", *FEW),
                      ("scenarios/state-of-play-2017.yaml", *FEW), ("scenarios/closed-form.yaml",), (BASELINE, *FEW, "--state", "MMR")):
            with self.subTest(words=words):
                folder = self.saved(*words)
                code = 4 if "MMR" in words else 0
                self.assertEqual(self.report(folder, code=code), self.report(*words, code=code))

    def test_threads_change_no_byte(self):
        self.assertEqual(self.report(BASELINE, *FEW, "--threads", 1), self.report(BASELINE, *FEW, "--threads", 2))

    def test_pages_are_whole_in_themselves_and_well_formed(self):
        for words in ((BASELINE, *FEW), ("scenarios/baseline-survey-nigeria.yaml", *FEW, "--state", "NGA"), ("scenarios/closed-form.yaml",)):
            with self.subTest(words=words):
                self.assertEqual(Page(self.report(*words)).problems, [])

    def test_the_checks_of_a_page_find_what_is_planted(self):
        page = self.report(self.closed_form())
        for planted, told in (('<img src="http://example.org/x.png">', "<img> may ask"), ("<p>open", "</main> closes <p>"),
                              ('<a href="https://example.org/">x</a>', "leads out"), ('<p id="limits"></p>', "the id limits is there twice"),
                              ("<style>p{background:url(x)}</style>", "the style asks"), ("<h6>deep</h6>", "level 6 follows"),
                              ('<svg viewBox="0 0 1 1"></svg>', "a picture without a name"), ("<i></b></i>", "</b> closes <i>")):
            with self.subTest(planted=planted):
                problems = Page(page.replace("</main>", planted + "</main>")).problems
                self.assertTrue(any(told in problem for problem in problems), problems)

    def test_the_golden_text(self):
        now = golden_text(self.report(self.closed_form()))
        before = GOLDEN.read_text(encoding="utf-8")
        moved = "".join(difflib.unified_diff(before.splitlines(True), now.splitlines(True), "golden", "this program"))
        self.assertEqual(moved, "", "if that is meant: python3 tests/cli/report_test.py --update\n" + moved)

    def test_its_tables_say_what_run_says(self):
        run = self.json_of("run", BASELINE, *FEW[:2], "--state", "KHM")["states"][0]
        tables = {row[0]: row for table in Page(self.report(BASELINE, *FEW, "--state", "KHM")).tables for row in table}
        by = run["probability"]["by"]["2030"]
        self.assertIn(f"{100 * by:.0f} %", tables["Cambodia"])
        self.assertIn(str(int(run["completion"]["quantiles"]["0.5"])), tables["Cambodia"])
        in_2030 = tables["2030"]
        at = run["remaining_km2"]["year"].index(2030)
        shown = [float(cell.replace(",", "")) for cell in in_2030[2:7]]
        for cell, key in zip(shown, ("p05", "p25", "p50", "p75", "p95")):
            self.assertAlmostEqual(cell, run["remaining_km2"][key][at], delta=0.5)
        self.assertEqual(in_2030[1], f"{100 * by:.0f} %")

    def test_it_says_what_the_scenario_changes_and_how_to_make_it_again(self):
        page = Page(self.report("scenarios/us-halves.yaml", *FEW, "--seed", 7, "--state", "AGO", "--target", 2031)).text()
        self.assertIn("Against baseline.yaml, which it extends:", page)
        self.assertIn("money of United States of America (USA): -50% from 2026", page)
        self.assertIn("minefree report us-halves.yaml --seed 7 --trajectories 400 --state AGO --target 2031", page)
        for hashed in ("Scenario SHA-256", "Data SHA-256", "Calibration SHA-256"):
            self.assertRegex(page, rf"{hashed}\ndd +[0-9a-f]{{64}}\n")
        self.assertIn("million USD of 2024 a year, total", page)
        self.assertIn("Partly prior:", page)

    def test_never_and_refusals_are_said(self):
        page = Page(self.report(BASELINE, *FEW)).text()
        self.assertIn("P50 never within the horizon (2060)", page)
        self.assertRegex(page, r"tr +Myanmar \| no figure of mined area exists")

    def test_a_state_without_a_date_ends_with_4(self):
        page = Page(self.report(BASELINE, *FEW, "--state", "MMR", code=4))
        self.assertIn("No date can be given for any of these states.", page.text())
        self.assertEqual(page.problems, [])

    def test_what_users_write_is_shown_and_never_run(self):
        evil = '<script>alert("1")</script> & \'more\''
        name = json.dumps(evil)
        scenario = self.closed_form(CLOSED_FORM.replace("name: closed form", f"name: {name}").replace("name: Example", f"name: {name}"))
        markup = self.report(scenario)
        page = Page(markup)
        self.assertEqual(page.problems, [])
        self.assertIn(evil, page.text())
        self.assertNotIn("<script", markup)

    def test_it_replaces_a_report_and_nothing_else(self):
        scenario = self.closed_form()
        self.assertEqual(self.report(scenario), self.report(scenario))
        mine = self.write("mine.html", "<p>my own page")
        result = self.call("report", scenario, "--out", mine)
        self.assertEqual(result.returncode, 1)
        self.assertIn("is no report of minefree, so it is left as it is", result.stderr.decode())
        self.assertEqual(mine.read_text(), "<p>my own page")
        self.assertEqual(self.call("report", scenario, "--out", self.folder).returncode, 1)
        missing = self.call("report", scenario, "--out", self.folder / "no" / "where.html")
        self.assertIn("cannot write", missing.stderr.decode())
        self.assertEqual(missing.returncode, 1)

    def test_the_usual_name_is_that_of_the_scenario_in_this_folder(self):
        self.closed_form()
        done = subprocess.run([PROGRAM, "report", "closed-form.yaml"], cwd=self.folder, capture_output=True, check=True)
        self.assertIn(b"Written: closed-form.html (", done.stdout)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"closed-form.yaml", "closed-form.html"})

    def test_folders_that_hold_no_whole_run_are_refused(self):
        self.assertIn("there is no summary.json in this folder", self.refused(self.folder))
        folder = self.saved(self.closed_form())
        facts = (folder / "report.json").read_text(encoding="utf-8")
        summary = (folder / "summary.json").read_text(encoding="utf-8")
        self.assertIn("which no option changes any more", self.refused(folder, "--seed", 3, code=2))
        for name, text, told in (("report.json", facts.replace('"seed":1,', '"seed":2,'), "it belongs to another run"),
                                 ("report.json", "{", "this is not a JSON file"),
                                 ("report.json", facts.replace('"description": ', '"describes": '), "'description' is missing"),
                                 ("report.json", facts.replace('"states": [', '"others": ['), "'states' is missing"),
                                 ("summary.json", summary.replace('"p50":[', '"p50":[1,'), "'states[0].remaining_km2.p50' is missing"),
                                 ("summary.json", summary.replace('"horizon":2060', '"horizon":1060'), "'provenance' is missing"),
                                 ("summary.json", summary.replace('"never_share":0', '"never_share":"0'), "not a JSON"),
                                 ("summary.json", summary.replace('"XXA"', '"XXB"'), "'states of XXB' is missing")):
            with self.subTest(told=told):
                (folder / "report.json").write_text(facts)
                (folder / "summary.json").write_text(summary)
                self.assertNotEqual(text, {"report.json": facts, "summary.json": summary}[name])
                (folder / name).write_text(text)
                said = self.refused(folder)
                self.assertIn(told, said)
                self.assertIn("minefree run SCENARIO --out DIR", said)
        (folder / "report.json").unlink()
        self.assertIn("there is no report.json", self.refused(folder))

    def test_scenarios_that_cannot_be_read_are_told_as_by_run(self):
        broken = self.write("broken.yaml", "format: 1\nhorizont: 3\n")
        self.assertEqual(self.refused(broken), self.call("run", broken).stderr.decode())

    def test_a_report_stays_small(self):
        self.assertLess(len(self.report(BASELINE, "--quiet")), 1_500_000)

    def test_help_and_completions_know_it(self):
        self.assertIn("Examples:\n  minefree report scenarios/baseline.yaml", self.call("report", "--help").stdout.decode())
        self.assertIn(" report", self.call("completions", "bash").stdout.decode())
        self.assertIn("\n  report ", self.call("--help").stdout.decode())


def update():
    class Once(ReportTest):
        def runTest(self):
            GOLDEN.parent.mkdir(exist_ok=True)
            GOLDEN.write_text(golden_text(self.report(self.closed_form())), encoding="utf-8")

    return 0 if unittest.TextTestRunner().run(Once()).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(update()) if "--update" in sys.argv else unittest.main()
