"""minefree history and trajectories: what a run may use, and single futures, as CSV."""

import csv
import io
import unittest

from program import CLOSED_FORM, ProgramTest

BASELINE = "scenarios/baseline.yaml"


class History(ProgramTest):
    def rows(self, *words):
        result = self.call(*words)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return list(csv.DictReader(io.StringIO(result.stdout.decode())))

    def test_an_origin_sees_nothing_that_was_published_later(self):
        rows = self.rows("history", BASELINE, "--csv", "--origin", "2017")
        self.assertGreater(len(rows), 500)
        self.assertLessEqual(max(int(row["year"]) for row in rows if row["year"]), 2017)
        self.assertLessEqual(max(int(row["published"]) for row in rows if row["published"]), 2018)

    def test_completed_states_are_in_the_panel_too(self):
        rows = self.rows("history", BASELINE)
        self.assertTrue({"MOZ", "DZA", "AGO"} <= {row["state"] for row in rows})

    def test_one_value_a_row_and_each_figure_with_its_source(self):
        rows = self.rows("history", BASELINE, "--state", "ZWE")
        keys = [(row["state"], row["year"], row["variable"]) for row in rows]
        self.assertEqual(len(keys), len(set(keys)))
        self.assertEqual({row["state"] for row in rows}, {"ZWE"})
        self.assertTrue(all(row["source"] for row in rows if row["unit"]))

    def test_a_state_that_is_not_there_is_wrong_usage(self):
        self.assertEqual(self.call("history", BASELINE, "--state", "QQQ").returncode, 2)

    def test_futures_obey_the_balance_of_the_land(self):
        rows = self.rows("trajectories", BASELINE, "--state", "ZWE", "--trajectories", "3")
        self.assertEqual(len(rows), 3 * 36)
        before = None
        for row in rows:
            left = float(row["confirmed_km2"]) + float(row["suspected_km2"])
            gone = sum(float(row[f"{kind}_km2"]) for kind in ("cancelled", "reduced", "cleared"))
            if before and before[0] == row["trajectory"]:
                # A find after the completion may re-open a state; then it is no yearly find.
                self.assertGreaterEqual(left + gone - float(row["discovered_km2"]) - before[1], -1e-9)
            before = (row["trajectory"], left)

    def test_certain_futures_are_all_the_same(self):
        path = self.write("closed.yaml", CLOSED_FORM.replace("maturity_penalty: 0", "maturity_penalty: 0, survey_preference: 1"))
        rows = self.rows("trajectories", path, "--trajectories", "2")
        first, second = rows[:36], rows[36:]
        self.assertAlmostEqual(float(first[0]["confirmed_km2"]) + float(first[0]["suspected_km2"]), 110.840, 3)
        self.assertEqual([row["cleared_km2"] for row in first], [row["cleared_km2"] for row in second])


class Donors(ProgramTest):
    def matrix(self, *options):
        result = self.call("history", "scenarios/baseline.yaml", "--donors", *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return list(csv.DictReader(result.stdout.decode().splitlines()))

    def test_the_matrix_says_what_is_known_imputed_and_left(self):
        cells = {(cell["donor"], cell["recipient"]): cell["basis"] for cell in self.matrix()}
        self.assertEqual(cells["USA", "AGO"], "known")
        self.assertEqual(cells["DEU", "AGO"], "imputed")
        self.assertEqual(cells["OTH", "AGO"], "rest")
        self.assertEqual(cells["USA", "OTH"], "rest")

    def test_an_earlier_origin_has_another_matrix(self):
        self.assertNotEqual(self.matrix("--origin", 2017), self.matrix())


if __name__ == "__main__":
    unittest.main()
