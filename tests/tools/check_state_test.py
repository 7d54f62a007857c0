#!/usr/bin/python3
"""Tests of what tools/make_states.py holds a state file to: one changed thing, one problem."""

import unittest

from state_sample import STATE, OnASmallRecord

from state_files.yaml_text import read, yaml


class Check(OnASmallRecord):
    def test_a_good_file_has_no_problem(self):
        self.assertEqual(self.problems(STATE), [])

    def test_a_number_that_is_not_in_the_record_is_a_problem_at_its_line(self):
        line = self.one_problem("confirmed_km2: 8", "confirmed_km2: 7", "is not in the record")
        self.assertIn("confirmed_km2: 7", line)

    def test_a_number_of_another_year_is_a_problem(self):
        self.one_problem("year: 2020, casualties", "year: 2019, casualties", "is not in the record")

    def test_a_number_from_another_source_is_a_problem(self):
        self.one_problem(
            "casualties: 4, source: late2021", "casualties: 4, source: early2019",
            "is not in the record",
        )

    def test_an_unknown_source_is_a_problem(self):
        problems = self.problems(STATE.replace("2.0, source: early2019", "2.0, source: nobody"))
        self.assertTrue(any("nobody is not in sources.csv" in problem.text for problem in problems))

    def test_a_choice_between_sources_wants_a_reason(self):
        self.one_problem(", reason: revised", "", "the record also has 0.5 (early2019)")

    def test_a_total_called_suspected_wants_a_reason(self):
        self.one_problem(", reason: all suspected", "", "is read from contamination_km2")

    def test_own_judgement_wants_a_reason(self):
        self.one_problem(", reason: a guess", "", "source own wants a reason")

    def test_own_is_no_source_of_a_figure(self):
        problems = self.problems(STATE.replace("suspected_km2: 2.0, source: early2019",
                                               "suspected_km2: 2.0, source: own"))
        self.assertTrue(any("own is not in sources.csv" in problem.text for problem in problems))

    def test_a_spread_that_runs_backwards_is_a_problem(self):
        self.one_problem("low: 0.05", "low: 0.5", "not in order")

    def test_a_deadline_that_was_never_granted_is_a_problem(self):
        self.one_problem("2025-03-01", "2026-03-01", "deadline 2026-03-01 is not in the record")

    def test_a_deadline_granted_in_another_year_is_a_problem(self):
        self.one_problem("granted: 2019", "granted: 2018", "deadline 2025-03-01")

    def test_years_out_of_order_are_a_problem(self):
        rows = STATE.splitlines()
        first = rows.index("history:") + 1
        rows[first + 2], rows[first] = rows[first], rows[first + 2]
        problems = self.problems("\n".join(rows))
        self.assertTrue(problems)
        self.assertTrue(all("order of years" in problem.text for problem in problems))

    def test_a_misspelt_key_is_a_problem(self):
        self.one_problem("musd: 1,", "musd: 1, share: 2,", "'share' has no place here")

    def test_money_that_no_donor_gave_is_a_problem(self):
        self.one_problem("musd: 1,", "musd: 2,", "is not in donor_recipient.csv")

    def test_a_plan_of_another_year_is_a_problem(self):
        self.one_problem("2024-12-31", "2025-12-31", "plans.csv has no such plan")

    def test_overlapping_regimes_are_a_problem(self):
        self.one_problem(
            "  - {from: 2000, to: 2020, regime: open, source: late2021, reason: nothing known}\n",
            "  - {from: 2000, to: 2020, regime: open, source: late2021, reason: nothing known}\n"
            "  - {from: 2020, to: 2021, regime: open, source: late2021, reason: nothing known}\n",
            "overlap",
        )

    def test_a_row_with_a_series_wants_the_choice_at_the_top(self):
        line = self.one_problem(
            "series: {use: official, reason: it is what has to be released}\n", "",
            "say at the top which one to use",
        )
        self.assertIn("series: official", line)

    def test_the_choice_of_a_series_wants_a_reason(self):
        self.one_problem(", reason: it is what has to be released", "", "wants a reason")

    def test_a_series_that_no_row_has_cannot_be_used(self):
        self.one_problem("use: official", "use: all_ordnance", "no history row has the series")

    def test_one_series_alone_is_no_choice(self):
        self.one_problem(
            "series: mine_action_review, source: early2019",
            "series: official, source: early2019, reason: the lower one",
            "no choice, no series",
        )

    def test_an_unknown_series_is_a_problem(self):
        self.one_problem("series: mine_action_review", "series: review", "series is review")

    def test_the_other_series_needs_no_reason_but_another_value_does(self):
        self.one_problem(
            "series: mine_action_review, source: early2019}\n",
            "source: early2019}\n"
            "  - {year: 2020, contamination_km2: 9, series: all_ordnance, source: late2021,\n"
            "     reason: all kinds}\n",
            "the record also has 9 (late2021)",
        )

    def test_a_series_belongs_to_the_history_only(self):
        self.one_problem("residual_items: 5,", "residual_items: 5, series: official,",
                         "'series' has no place here")

    def test_people_by_sex_and_age_and_education_are_held_against_the_record(self):
        self.one_problem("people_exposed_girls: 200", "people_exposed_girls: 201",
                         "people_exposed_girls 201 of 2020 is not in the record")
        self.one_problem("eore_people: 70", "eore_people: 71", "eore_people 71 of 2020 is not")
        self.one_problem("eore_people: 70", "eore_girls: 70", "eore_girls 70 of 2020 is not")

    def test_residual_figures_are_held_against_the_record(self):
        line = self.one_problem("residual_items: 5", "residual_items: 6",
                                "residual_items 6 of 2020 is not in the record")
        self.assertIn("residual_teams: 2", line)
        self.one_problem("residual_teams: 2", "teams: 2", "'teams' has no place here")

    def test_sections_have_one_order(self):
        section = STATE[STATE.index("residual:"):STATE.index("plans:")]
        text = STATE.replace(section, "").replace("people:\n", section + "people:\n")
        problems = self.problems(text)
        self.assertEqual([problem.text for problem in problems],
                         ["'residual' stands where 'people' belongs."])

    def test_any_status_may_have_a_reason(self):
        text = STATE.replace("kind: affected", "kind: affected\n  reason: so it is")
        self.assertEqual(self.problems(text), [])

    def test_a_declaration_wants_a_day_or_a_word_on_why_not(self):
        declared = "  kind: declared\n  declared: {}\n  source: late2021\n"
        self.one_problem("  kind: affected\n", declared.format("2019"), "the day as YYYY-MM-DD")
        self.one_problem("  kind: affected\n", declared.format("2019-12-31"), "only the year is")
        good = declared.format("2019-12-31") + "  reason: the source names the year only\n"
        self.assertEqual(self.problems(STATE.replace("  kind: affected\n", good)), [])

    def test_a_declaration_needs_its_event(self):
        declared = "  kind: declared\n  declared: {}-02-27\n  source: late2021\n"
        good = STATE.replace("  kind: affected\n", declared.format(2019))
        self.assertEqual(self.problems(good), [])
        self.one_problem("  kind: affected\n", declared.format(2020), "no declaration of 2020")

    def with_declaration(self, row, status="  kind: affected\n"):
        text = STATE.replace("date: 2019-01-15, affected_again: 2020, source: late2021", row)
        return [p.text for p in self.problems(text.replace("  kind: affected\n", status))]

    def test_a_listed_declaration_holds_against_the_events(self):
        good = "date: 2019-11-29, affected_again: 2020, source: late2021"
        self.assertEqual(self.with_declaration(good), [])
        [problem] = self.with_declaration(good.replace("again: 2020", "again: 2021"))
        self.assertIn("no find and no new mines of 2021", problem)
        problems = self.with_declaration(good.replace("2019-", "2018-"))
        self.assertIn("no declaration of 2018", problems[0])
        self.assertIn("a declaration of 2019, the file has not", problems[1])

    def test_a_listed_declaration_that_holds_makes_a_declared_state(self):
        row = "date: 2019-11-29, source: late2021"
        [problem] = self.with_declaration(row)
        self.assertIn("status.kind is not declared", problem)
        declared = "  kind: declared\n  declared: 2019-11-{}\n  source: late2021\n"
        self.assertEqual(self.with_declaration(row, declared.format(29)), [])
        [problem] = self.with_declaration(row, declared.format(28))
        self.assertIn("older than the declaration of 2019-11-29", problem)

    def test_a_vague_day_is_the_last_one_and_has_a_reason(self):
        row = "date: 2019-11-{}, known_to: month, affected_again: 2020, source: late2021{}"
        self.assertEqual(self.with_declaration(row.format(30, ", reason: November")), [])
        [problem] = self.with_declaration(row.format(30, ""))
        self.assertIn("say in a reason", problem)
        [problem] = self.with_declaration(row.format(29, ", reason: November"))
        self.assertIn("write its last day", problem)

    def test_a_refused_state_needs_reasons_and_needs_in_order(self):
        refused = ("  kind: not_estimable\n  reasons: [nobody looked]\n"
                   "  needs: [{}]\n  source: late2021\n")
        good = STATE.replace("  kind: affected\n", refused.format("access, survey"))
        self.assertEqual(self.problems(good), [])
        self.one_problem("  kind: affected\n", refused.format("survey, access"), "in this order")

    def test_a_key_given_twice_is_refused(self):
        with self.assertRaisesRegex(yaml.YAMLError, "given twice"):
            read(self.state_path(STATE + "format: 1\n"))


if __name__ == "__main__":
    unittest.main()
