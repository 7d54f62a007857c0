#!/usr/bin/python3
"""Tests of the rules of tools/record: each finds its planted error, and what is fine passes."""

import unittest

from record_sample import DATA, RECORD, OnASmallRecord

from record.money import CODES
from record.tables import read_table


class Figures(OnASmallRecord):
    def test_a_state_is_in_the_record(self):
        self.add("annual_partial", "XXB,2020,casualties,3,count,late2021,reported,",
                 "XXB is not in states.csv")
        self.add("events", "XXC,2020,conflict,late2021,", "XXC is not in states.csv")

    def test_the_world_is_a_state_here(self):
        self.write("additions", RECORD["additions"]
                   + "WLD,2020,affected_states,60,count,late2021,reported,\n")
        self.assertEqual(self.run_tool()[0], 0)

    def test_a_metric_has_the_unit_of_its_name(self):
        self.plant("annual", "released_km2,8,km2", "released_km2,8,count", "its name says km2")

    def test_people_are_whole_unless_an_average_is_estimated(self):
        self.plant("annual", "people_exposed,100,", "people_exposed,100.5,",
                   "what is counted is whole")
        self.write("additions", RECORD["additions"].replace(",12,", ",12.5,"))
        self.assertEqual(self.run_tool()[0], 0)

    def test_square_metres_are_not_square_kilometres(self):
        self.plant("annual_partial", "casualties,3,count", "cleared_km2,250000,km2",
                   "above 200,000 km2")

    def test_a_figure_that_differs_by_the_factor_of_a_unit_is_a_slip(self):
        self.add("additions", "XXA,2019,people_exposed_boys,5000,count,late2021,reported,",
                 "people_exposed_boys is 5000, and 50 in annual.csv:16: a factor of 100.")

    def test_the_same_figure_stands_in_one_table(self):
        self.add("additions", "XXA,2019,cha_km2,30.0,km2,early2019,reported,",
                 "stands in annual.csv:4 too")

    def test_one_source_says_one_thing(self):
        self.add("additions", "XXA,2019,cleared_km2,4,km2,early2019,reported,",
                 "cleared_km2 is 4, and 5 in annual.csv:7, both from early2019")


class Splits(OnASmallRecord):
    def test_killed_and_injured_are_no_more_than_the_casualties(self):
        line = self.plant("annual", "casualties_injured,5", "casualties_injured,6",
                          "casualties_killed 4 + casualties_injured 6 is more than casualties 9")
        self.assertIn("casualties,9", line)

    def test_men_women_boys_and_girls_are_no_more_than_the_casualties(self):
        self.plant("annual", "casualties_men,6", "casualties_men,9", "is more than casualties 9")

    def test_boys_and_girls_are_no_more_than_the_children(self):
        self.write("annual", RECORD["annual"]
                   + "XXA,2019,casualties_boys,2,count,early2019,reported,\n"
                   "XXA,2019,casualties_children,2,count,early2019,reported,\n")
        _, problems, _ = self.run_tool()
        self.assertEqual(len(problems), 1, problems)
        self.assertIn("casualties_boys 2 + casualties_girls 1 is more than casualties_children 2",
                      problems[0])

    def test_parts_of_the_people_are_no_more_than_all(self):
        self.plant("annual", "people_exposed_boys,50", "people_exposed_boys,101",
                   "is more than people_exposed 100")

    def test_confirmed_and_suspected_land_are_the_contaminated_land(self):
        self.plant("annual", "sha_km2,6", "sha_km2,7", "is more than contamination_km2 36")
        self.plant("annual", "sha_km2,6", "sha_km2,5", "cha_km2 + sha_km2 are 35")

    def test_rounding_of_areas_is_no_contradiction(self):
        self.write("annual", RECORD["annual"].replace("sha_km2,6", "sha_km2,6.1"))
        self.assertEqual(self.run_tool()[0], 0)

    def test_the_ways_of_release_are_no_more_than_the_release(self):
        self.plant("annual", "reduced_km2,3", "reduced_km2,4", "is more than released_km2 8")


class Balance(OnASmallRecord):
    def test_a_fall_that_no_release_explains_is_a_contradiction(self):
        line = self.plant("annual", "2018,contamination_km2,40", "2018,contamination_km2,50",
                          "50 of 2018 less 8 released plus 4 found leave 46")
        self.assertIn("2019,contamination_km2", line)

    def test_a_rise_above_what_was_found_is_a_contradiction(self):
        self.plant("annual", "2018,contamination_km2,40", "2018,contamination_km2,29", "leave 25")

    def test_a_rise_is_none_where_finds_are_not_counted(self):
        self.write("annual", RECORD["annual"]
                   .replace("2018,contamination_km2,40", "2018,contamination_km2,29")
                   .replace("XXA,2019,discovered_km2,4,km2,early2019,reported,\n", ""))
        self.assertEqual(self.run_tool()[0], 0)

    def test_found_land_may_have_been_suspected_before(self):
        self.write("annual", RECORD["annual"].replace("discovered_km2,4", "discovered_km2,30"))
        self.assertEqual(self.run_tool()[0], 0)

    def test_publishers_are_not_compared_with_each_other(self):
        self.write("sources", RECORD["sources"].replace("Late,Somebody", "Late,Somebody else"))
        self.write("annual", RECORD["annual"].replace(
            "2018,contamination_km2,40,km2,early2019", "2018,contamination_km2,90,km2,late2021"))
        self.assertEqual(self.run_tool()[0], 0)


class Sources(OnASmallRecord):
    def test_a_source_that_nobody_uses_is_a_problem(self):
        self.add("sources", "idle2020,Idle,Somebody,2020,https://example.org/3",
                 "idle2020 is used by no table and no state file")

    def test_a_state_file_may_use_a_source_alone(self):
        self.write("sources", RECORD["sources"]
                   + "idle2020,Idle,Somebody,2020,https://example.org/3\n")
        states = self.folder.parent / "states"
        states.mkdir()
        (states / "XXA.yaml").write_text("security:\n  - {source: idle2020}\n", encoding="utf-8")
        self.assertEqual(self.run_tool()[0], 0)

    def test_a_source_has_an_address(self):
        self.plant("sources", "https://example.org/2", "", "no address where it can be read")

    def test_a_source_cannot_know_a_year_to_come(self):
        self.add("additions", "XXA,2020,cleared_km2,3,km2,early2019,reported,",
                 "early2019 is of 2019 and cannot know 2020")
        self.plant("calls", "XXA,2019", "XXA,2020", "cannot know 2020")

    def test_a_plan_may_be_of_a_year_to_come(self):
        self.write("additions", RECORD["additions"]
                   + "XXA,2020,cleared_km2,3,km2,early2019,estimate,planned\n")
        self.assertEqual(self.run_tool()[0], 0)


class Treaty(OnASmallRecord):
    def test_the_first_deadline_is_ten_years_after_entry_into_force(self):
        self.plant("states", "2000-03-01,", "2000-04-01,", "plus 10 years is another day")

    def test_the_last_deadline_is_that_of_the_deadlines(self):
        self.plant("states", "2025-03-01", "2026-03-01", "deadlines.csv ends with 2025-03-01")

    def test_a_deadline_is_moved_forward(self):
        self.write("states", RECORD["states"].replace("2025-03-01", "2020-03-01"))
        self.write("deadlines", RECORD["deadlines"]
                   .replace("2020-03-01,2025-03-01", "2020-03-01,2020-02-01")
                   .replace("2021,2025-03-01", "2021,2020-03-01"))
        _, problems, _ = self.run_tool()
        self.assertEqual(len(problems), 2, problems)
        self.assertIn("deadline_backwards", problems[0] + problems[1])
        self.assertIn("grants_out_of_order", problems[0] + problems[1])

    def test_nobody_asks_after_the_grant_has_ended(self):
        self.write("deadlines", RECORD["deadlines"].replace(
            "XXA,2009,2010-03-01,2020-03-01,early2019", "XXA,2021,2010-03-01,2020-03-01,late2021"))
        _, problems, _ = self.run_tool()
        self.assertEqual(len(problems), 2, problems)
        self.assertIn("asked for in 2021, after 2020-03-01. [request_after_grant", problems[0])
        self.assertIn("line 3 has 2025-03-01 from 2019. [grants_out_of_order", problems[1])

    def test_no_step_between_deadlines_is_missing(self):
        self.plant("deadlines", "2019,2020-03-01", "2019,2021-03-01",
                   "the previous deadline 2021-03-01 of XXA was never granted")

    def test_a_plan_looks_ahead(self):
        self.plant("plans", "XXA,2024", "XXA,2019", "stated in a source of 2021")


class Money(OnASmallRecord):
    def test_gifts_are_no_more_than_the_total_of_the_donor(self):
        self.plant("donors", "2.5", "2.4", "Norway gave 2.4 in 2019; its gifts")

    def test_every_donor_of_the_record_has_a_code(self):
        _, lines = read_table(DATA / "donors.csv")
        self.assertLessEqual({cells[0] for _, cells in lines} - {"Top five donors"}, set(CODES))

    def test_gifts_are_no_more_than_the_support_of_the_state(self):
        self.plant("annual", "funding_international_musd,3,", "funding_international_musd,2.8,",
                   "the donors that early2019 lists add up to 2.9")

    def test_prices_move_slowly_and_no_year_is_left_out(self):
        self.plant("deflator", "2020,102", "2020,120", "moves by 20.0% in a year")
        self.plant("deflator", "2020,102", "2021,102", "no index between 2019 and 2021")


class Claims(OnASmallRecord):
    def test_every_plan_request_and_call_that_is_due_is_a_claim(self):
        self.add("plans", "XXA,2026-06,,,late2021,", "XXA and 2026-06 from late2021 is in no claim")
        self.add("plans", "XXA,,,7,late2021,", "XXA and 7 from late2021 is in no claim")
        self.add("plans", "XXA,,3.5,,late2021,", "XXA and 3.5 from late2021 is in no claim")
        self.add("calls", "XXA,2020,Mine Action Review,2020-03-01,on_track,,,late2021",
                 "XXA and 2020-03-01 from late2021 is in no claim")
        self.write("claims", RECORD["claims"].replace("2020-03-01", "2020-03-02"))
        self.assertIn("[claim_missing, XXA/2020-03-01/early2019]", self.run_tool()[1][0])

    def test_what_is_not_due_and_what_is_no_promise_is_left_out(self):
        self.write("plans", RECORD["plans"] + "XXA,2027,,,late2021,\n")
        self.write("calls", RECORD["calls"] + "XXA,2020,Landmine Monitor,2025-03-01,not_on_track,,,late2021\n")
        self.write("deadlines", RECORD["deadlines"].replace("early2019,", "early2019,interim request"))
        self.write("claims", "".join(line for line in RECORD["claims"].splitlines(True) if "2009-by" not in line))
        self.assertEqual(self.run_tool()[:2], (0, []))

    def test_a_claim_has_what_its_kind_needs(self):
        self.plant("claims", "state,completion_date,2024-12-31", "state,count_of_states,2024-12-31",
                   "of the kind count_of_states needs claimed_states")
        self.plant("claims", "XXA-2009-by", "XXA-2008-by", "begins with XXA-2009-")

    def test_what_is_known_has_a_source_and_what_is_open_has_none(self):
        self.plant("claims", "open,,,,,late2021,\nXXA-2019-on", "open,,,,late2021,late2021,\nXXA-2019-on",
                   "the outcome is open; a source of it is given when it is known")

    def test_a_promise_is_met_by_its_day_or_not_at_all(self):
        self.plant("claims", "not_met,,2019,36", "met,,2019,36",
                   "met, claimed by 2020-03-01, and complete on no known day")
        self.plant("claims", "not_met,,2019,36", "not_met,2019-03-01,2019,36", "not_met, claimed by 2020-03-01")

    def test_what_is_left_is_a_figure_of_the_record(self):
        self.plant("claims", "2019,36,early2019", "2019,37,early2019", "37 of 2019 from early2019 is in no table")

    def test_nobody_quotes_what_is_not_yet_said(self):
        self.plant("claims", "XXA-2019-ontrack2025,XXA,2019", "XXA-2020-ontrack2025,XXA,2020",
                   "said in 2020, but early2019 is of 2019")


class Corrections(OnASmallRecord):
    def test_a_correction_changes_something(self):
        self.plant("corrections", "4,40", "40,40", "is '40' before and '40' after")
        self.plant("corrections", "4,40", "4,", "Write (empty) or (removed)")

    def test_a_figure_may_be_looked_at_and_left(self):
        self.write("corrections", RECORD["corrections"].replace("4,40,a slip", "4,,left: no slip"))
        self.assertEqual(self.run_tool()[0], 0)


if __name__ == "__main__":
    unittest.main()
