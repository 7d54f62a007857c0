"""minefree stress: each donor dropped in turn, beside the same futures."""

import json
import unittest

from program import CLOSED_FORM, ROOT, ProgramTest

BASELINE = "scenarios/baseline.yaml"
FEW = ("--trajectories", 640)


class Stress(ProgramTest):
    def compared(self, levers, *words):
        dropped = self.write("dropped.yaml", f"format: 1\nextends: {ROOT}/{BASELINE}\nfunding: {levers}\n")
        return self.json_of("compare", BASELINE, dropped, *FEW, *words)["others"][0]

    def test_it_is_exactly_the_comparison_with_the_donor_dropped(self):
        stress = self.json_of("stress", BASELINE, *FEW)
        donors = {donor["donor"]: donor for donor in stress["donors"]}
        self.assertGreater(len(donors), 10)
        for code in ("USA", "EU", "KOR"):
            other = self.compared(f"{{donors: {{{code}: [{{change: -100%, from: 2026}}]}}}}")
            moved = {state["code"]: state for state in donors[code]["states"]}
            for state in other["states"]:
                if state["code"] in moved:
                    self.assertEqual(moved[state["code"]], state)
                else:
                    self.assertEqual(state["same_share"], 1, state["code"])
            for target, world in other["world"]["mean_states_complete_by_end_of"].items():
                of_donor = donors[code]["world"]["mean_states_complete_by_end_of"][target]
                self.assertEqual((of_donor["base"], of_donor["other"]), (world["base"], world["other"]))

    def test_year_share_donor_and_state_are_those_asked_for(self):
        stress = self.json_of("stress", BASELINE, *FEW, "--donor", "usa", "--from", 2028, "--share", "33.3%", "--state", "AGO")
        self.assertEqual((stress["from"], stress["share"]), (2028, 0.333))
        (donor,) = stress["donors"]
        other = self.compared("{donors: {USA: [{change: -33.3%, from: 2028}]}}", "--state", "AGO")
        self.assertEqual(donor["states"], other["states"])

    def test_shared_money_of_finished_states_moves_others_too(self):
        base = self.write("base.yaml", f"format: 1\nextends: {ROOT}/{BASELINE}\nfunding: {{reallocate_share: 0.5}}\n")
        dropped = self.write("gone.yaml", "format: 1\nextends: base.yaml\nfunding: {donors: {USA: [{change: -1, from: 2026}]}}\n")
        (donor,) = self.json_of("stress", base, *FEW, "--donor", "USA")["donors"]
        self.assertEqual(donor["states"], self.json_of("compare", base, dropped, *FEW)["others"][0]["states"])

    def test_a_donor_without_money_changes_nothing_and_that_is_said(self):
        result = self.call("stress", BASELINE, *FEW, "--donor", "LIE", "--json")
        self.assertEqual(result.returncode, 0)
        self.assertIn(b"no money of LIE (Liechtenstein) is known", result.stderr)
        (donor,) = json.loads(result.stdout)["donors"]
        self.assertEqual((donor["states"], donor["musd_per_year"]), ([], 0))
        for world in donor["world"]["mean_states_complete_by_end_of"].values():
            self.assertEqual((world["difference"], world["standard_error"]), (0, 0))

    def test_the_text_begins_with_the_answer_and_says_what_is_not_known(self):
        text = self.call("stress", BASELINE, *FEW, "--quiet").stdout.decode()
        self.assertTrue(text.split("\n")[2].startswith("Without the United States of America, "), text)
        unbroken = " ".join(text.split())
        for words in ("from 2026 on (the second simulated year", "No donor is known, so that nothing can be seen",
                      "One donor alone in the record", "of the international money that is reported"):
            self.assertIn(words, unbroken)

    def test_files_say_what_json_says(self):
        out = self.folder / "out"
        printed = self.call("stress", BASELINE, *FEW, "--donor", "JPN", "--json", "--out", out)
        self.assertEqual(printed.stdout, (out / "stress.json").read_bytes())
        rows = (out / "stress.csv").read_text().splitlines()
        self.assertEqual(rows[0], "donor,state,result,target_year,value")
        self.assertTrue(all(row.count(",") == 4 for row in rows))
        self.assertIn("JPN,,musd_per_year,,", "\n".join(rows))

    def test_the_same_question_gives_the_same_bytes_for_any_number_of_threads(self):
        one, three = (self.call("stress", BASELINE, *FEW, "--json", "--threads", n).stdout for n in (1, 3))
        self.assertEqual(one, three)

    def test_wrong_words_are_told(self):
        for words, expected in (
                (("--donor", "NRO"), "--donor is 'NRO', which is no donor's code. Did you mean 'NOR'?"),
                (("--donor", "OTH"), "whose donor no row names"),
                (("--from", 2070), "--from 2070 is outside the simulated years, 2025 to 2060"),
                (("--from", 2024), "--from 2024 is outside the simulated years"),
                (("--from", "soon"), "--from is 'soon'; write a whole number"),
                (("--share", "0%"), "--share is '0%'; write a share above 0 and up to 1"),
                (("--share", "120%"), "--share is '120%'"),
                (("--state", "ZZZ"), "has no state ZZZ")):
            result = self.call("stress", BASELINE, *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertIn(expected, result.stderr.decode())
            self.assertEqual(result.stdout, b"")

    def test_without_donors_or_states_it_says_so(self):
        scenario = self.write("one.yaml", CLOSED_FORM)
        result = self.call("stress", scenario)
        self.assertEqual(result.returncode, 0)
        self.assertIn(b"No donor is named by the record", result.stdout)
        self.assertEqual(self.call("stress", BASELINE, "--state", "MMR", *FEW).returncode, 4)

    def test_ctrl_c_ends_within_a_second_and_writes_nothing(self):
        self.check_that_ctrl_c_ends("stress", BASELINE, "--trajectories", 2000000, after=1)


if __name__ == "__main__":
    unittest.main()
