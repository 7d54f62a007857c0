#!/usr/bin/python3
"""Tests of tools/check_record.py: the schema and the list of known contradictions."""

import json
import unittest

from record_sample import DATA, PACKAGE, RECORD, OnASmallRecord


class Schema(OnASmallRecord):
    def test_a_good_record_has_no_problem(self):
        code, problems, summary = self.run_tool()
        self.assertEqual((code, problems), (0, []))
        self.assertEqual(
            summary, "0 problems in 15 tables with 40 rows; known contradictions: 0.\n")

    def test_a_text_is_not_a_number(self):
        line = self.plant("annual", "2018,contamination_km2,40", "2018,contamination_km2,about 40",
                          "value is 'about 40', not a number")
        self.assertIn("about 40", line)

    def test_an_area_cannot_be_negative(self):
        self.plant("annual", "2018,contamination_km2,40", "2018,contamination_km2,-40", "below 0")

    def test_a_year_has_four_digits_and_lies_in_our_time(self):
        self.plant("annual", "XXA,2018", "XXA,18", "year is '18', not a year of four digits")
        self.plant("annual", "XXA,2018", "XXA,1818", "below 1990")
        self.plant("annual", "XXA,2018", "XXA,2081", "above 2040")

    def test_a_day_exists(self):
        self.plant("calls", "2025-03-01", "2025-02-30", "not a day as YYYY-MM-DD")

    def test_required_cells_are_filled(self):
        self.plant("annual", "XXA,2018", ",2018", "iso3 is empty. It is required.")

    def test_enumerations_and_patterns_hold(self):
        self.plant("annual", "reported,\nXXA,2019,cha", "certain,\nXXA,2019,cha",
                   "none of reported")
        self.plant("annual", "XXA,2018", "xxa,2018", "does not fit [A-Z]{3}")
        self.plant("annual", "XXA,2019,people_exposed,", "XXA,2019,people_at_risk,", "none of")

    def test_a_space_at_the_end_of_a_cell_is_a_problem(self):
        self.plant("annual", "km2,early2019,reported,", "km2 ,early2019,reported,",
                   "with a space at an end")

    def test_a_comma_too_many_is_a_problem(self):
        self.plant("annual", "late2021,reported,", "late2021,reported,first, then",
                   "9 cells for 8 columns")

    def test_columns_are_those_of_the_schema(self):
        self.write("deflator", RECORD["deflator"].replace("us_cpi_u", "cpi"))
        _, problems, _ = self.run_tool()
        self.assertEqual(len(problems), 1)
        self.assertIn("deflator.csv:1: has the columns year, cpi, source_id", problems[0])

    def test_a_primary_key_is_given_once(self):
        self.add("deflator", "2020,102,late2021", "year 2020 are those of line 3")

    def test_a_source_is_in_the_list_of_sources(self):
        self.add("events", "XXA,2020,conflict,nobody,", "source_id nobody is not in sources.csv")

    def test_a_deadline_is_of_a_state_that_is_known(self):
        self.add("deadlines", "XXB,2019,2020-03-01,2025-03-01,late2021,",
                 "iso3 XXB is not in states.csv")

    def test_each_table_is_described_and_each_described_table_is_there(self):
        self.write("more", "a,b\n")
        (self.folder / "corrections.csv").unlink()
        _, problems, _ = self.run_tool()
        self.assertEqual(len(problems), 2, problems)
        self.assertIn("corrections.csv:1: is a resource of datapackage.json and is not there",
                      problems[0])
        self.assertIn("more.csv:1: is no resource of datapackage.json", problems[1])

    def test_a_promise_that_nobody_checks_is_a_problem(self):
        package = json.loads((self.folder / PACKAGE).read_text(encoding="utf-8"))
        deflator = next(table for table in package["resources"] if table["name"] == "deflator")
        deflator["schema"]["fields"][0]["constraints"]["maxLength"] = 4
        (self.folder / PACKAGE).write_text(json.dumps(package), encoding="utf-8")
        _, problems, _ = self.run_tool()
        self.assertEqual(len(problems), 2)
        self.assertIn("'maxLength' is not checked here", problems[0])

    def test_a_package_that_cannot_be_read_is_a_problem(self):
        (self.folder / PACKAGE).write_text("{", encoding="utf-8")
        code, problems, _ = self.run_tool()
        self.assertEqual(code, 1)
        self.assertIn("datapackage.json:1: cannot be read", problems[0])

    def test_all_problems_are_shown_at_once(self):
        self.write("deflator", "year,us_cpi_u,source_id\n2019,dear,late2021\n2020,x,late2021\n")
        self.write("plans", RECORD["plans"].replace("2024", "2014"))
        _, problems, summary = self.run_tool()
        self.assertEqual(len(problems), 3, problems)
        self.assertTrue(summary.startswith("3 problems in 15 tables"))


class KnownContradictions(OnASmallRecord):
    LISTED = RECORD["known_contradictions"] + (
        "plans,XXA/2014/late2021,plan_in_the_past,the page repeats an old plan\n")

    def test_a_contradiction_that_is_listed_passes(self):
        self.write("plans", RECORD["plans"].replace("2024", "2014"))
        self.write("known_contradictions", self.LISTED)
        code, problems, summary = self.run_tool()
        self.assertEqual((code, problems), (0, []))
        self.assertIn("known contradictions: 1.", summary)

    def test_one_that_is_not_listed_shows_what_to_list(self):
        self.plant("plans", "XXA,2024", "XXA,2014", "[plan_in_the_past, XXA/2014/late2021]")

    def test_a_line_that_excuses_nothing_is_a_problem(self):
        self.write("known_contradictions", self.LISTED)
        code, problems, _ = self.run_tool()
        self.assertEqual(code, 1)
        self.assertIn("known_contradictions.csv:2: plans, XXA/2014/late2021 no longer breaks "
                      "plan_in_the_past. Remove the line.", problems[0])

    def test_a_listed_rule_excuses_no_other_rule(self):
        self.write("plans", RECORD["plans"].replace("2024", "2014"))
        self.write("known_contradictions", self.LISTED.replace("plan_in_the_past", "deadline_gap"))
        self.assertEqual(len(self.run_tool()[1]), 2)

    def test_a_breach_of_the_schema_cannot_be_excused(self):
        self.write("plans", RECORD["plans"].replace("2.5", "some"))
        self.write("known_contradictions", RECORD["known_contradictions"]
                   + "plans,XXA,number,it is printed like that\n")
        self.assertEqual(len(self.run_tool()[1]), 1)


class Repository(unittest.TestCase):
    def test_every_field_of_the_package_is_described(self):
        package = json.loads((DATA / PACKAGE).read_text(encoding="utf-8"))
        self.assertEqual(package["profile"], "tabular-data-package")
        self.assertTrue(package["licenses"] and package["sources"])
        for resource in package["resources"]:
            self.assertEqual(resource["path"], f"{resource['name']}.csv")
            self.assertEqual(resource["profile"], "tabular-data-resource")
            for field in resource["schema"]["fields"]:
                self.assertTrue(field["description"], field)
                if field["name"].endswith(("km2", "musd")):
                    self.assertIn("unit", field)

    def test_every_table_names_its_sources(self):
        package = json.loads((DATA / PACKAGE).read_text(encoding="utf-8"))
        without = {"sources", "states", "known_contradictions"}
        for resource in package["resources"]:
            keys = [key["fields"] for key in resource["schema"].get("foreignKeys", [])]
            self.assertEqual("source_id" in keys, resource["name"] not in without, resource["name"])


if __name__ == "__main__":
    unittest.main()
