"""Public claims: what was said, what came of it, and that none is left out because it went well or badly.

Every date that plans.csv and deadlines.csv tell, every price and pace of plans.csv and every state that calls.csv
calls on track is a claim, if it was said by LAST_YEAR_SAID for a day up to LAST_DAY. So the list is not picked by
hand. What is no claim after all stands in known_contradictions.csv with the reason.
"""

import re

from record.problems import violation
from record.tables import grouped

LAST_YEAR_SAID = 2023      # three years before the record was last read
LAST_DAY = "2026-10-31"    # what is due later cannot be judged

NEEDS = {"completion_date": ("claimed_by",), "cost": ("claimed_musd",), "count_of_states": ("claimed_states",),
         "pace": ("claimed_km2_per_year", "claimed_km2")}  # a pace may be a sum up to a day
# Such requests ask for time to look, and do not say that the work will be done.
NO_PROMISE = re.compile(r"^interim|initial extension|to survey|baseline survey")
ON_TRACK = ("on_track", "just_on_track")
LAND = ("contamination_km2", "cha_km2", "sha_km2", "cleared_km2", "released_km2")


def last_day(text):
    """A year or a month means its last day; the day of a month matters to nobody here."""
    return text + {4: "-12-31", 7: "-31"}.get(len(text), "")


def claims_incomplete(tables):
    """A claim has what its kind needs, and an outcome that fits its day."""
    for row in tables["claims"]:
        key, by, done = (row["claim_id"],), row["claimed_by"], row["outcome_date"]
        if not any(row[column] for column in NEEDS[row["kind"]]):
            yield violation("claim_incomplete", row, key, f"a claim of the kind {row['kind']} needs "
                                                          f"{' or '.join(NEEDS[row['kind']])}.")
        if not row["claim_id"].startswith(f"{row['iso3']}-{row['year_said']}-"):
            yield violation("claim_incomplete", row, key, f"begins with {row['iso3']}-{row['year_said']}-.")
        if (row["outcome"] == "open") == bool(row["outcome_source_id"]):
            yield violation("claim_incomplete", row, key, f"the outcome is {row['outcome']}; a source of it is given "
                                                          "when it is known, and only then.")
        if row["kind"] != "completion_date" or row["outcome"] == "open":
            continue
        if (row["outcome"] == "met") != bool(done and done <= by):
            yield violation("claim_outcome", row, key, f"{row['outcome']}, claimed by {by}, and complete "
                                                       f"{'on ' + done if done else 'on no known day'}.")


def claims_before_their_source(tables):
    for row in tables["claims"]:
        published = tables.published(row)
        if published and row.year("year_said") > published:
            yield violation("claim_before_source", row, (row["claim_id"],),
                            f"said in {row['year_said']}, but {row['source_id']} is of {published}.")
        known = tables.sources.get(row["outcome_source_id"])
        if known and row["outcome_date"] and known.year() < row.year("outcome_date"):
            yield violation("claim_before_source", row, (row["claim_id"],),
                            f"complete on {row['outcome_date']}, but {row['outcome_source_id']} is of {known.year()}.")


def outcomes_not_in_the_record(tables):
    """What is left, reached or counted is a figure of the record, from the source that is named."""
    figures = grouped(tables.figures + tables["annual_partial"],
                      lambda row: (row["iso3"], row["year"], row["source_id"]))
    for row in tables["claims"]:
        if not row["outcome_value"]:
            continue
        said = figures.get((row["iso3"], row["outcome_year"], row["outcome_source_id"]), [])
        metrics = ("affected_states",) if row["claimed_states"] or row["iso3"] == "WLD" else ()
        values = {metric: [figure.number("value") for figure in said if figure["metric"] == metric]
                  for metric in LAND + metrics}
        values["sum"] = [left + right for left in values["cha_km2"] for right in values["sha_km2"]]
        if not any(abs(value - row.number("outcome_value")) < 1e-9 for known in values.values() for value in known):
            yield violation("claim_figure", row, (row["claim_id"],),
                            f"{row['outcome_value']} of {row['outcome_year']} from {row['outcome_source_id']} is in no "
                            "table of figures. Add it there, or leave it to the note.")


def claims_missing(tables):
    """Nothing that the rule above asks for is left out."""
    dates = {(row["iso3"], row["speaker"] == "observer", row["claimed_by"]) for row in tables["claims"]}
    sums = {(row["iso3"], row["kind"], row[column]) for row in tables["claims"]
            for column in ("claimed_musd", "claimed_km2_per_year")}
    for row, what, told in (*_plans(tables, dates, sums), *_requests(tables, dates), *_calls(tables, dates)):
        if not told:
            yield violation("claim_missing", row, (row["iso3"], what, row["source_id"]),
                            f"{row['iso3']} and {what} from {row['source_id']} is in no claim. Add it to claims.csv.")


def _plans(tables, dates, sums):
    for row in tables["plans"]:
        stated, published = row["stated_completion"], tables.published(row)
        if not published or published > LAST_YEAR_SAID:
            continue
        if stated and last_day(stated) <= LAST_DAY and int(stated[:4]) >= published:
            # A plan that names a year is told by any claim for a day of it.
            yield row, stated, any(code == row["iso3"] and day.startswith(stated) for code, _, day in dates)
        for kind, column in (("cost", "cost_estimate_musd"), ("pace", "planned_annual_km2")):
            if row[column]:
                yield row, row[column], (row["iso3"], kind, row[column]) in sums


def _requests(tables, dates):
    for row in tables["deadlines"]:
        asked, day = row.year("request_year"), row["granted_deadline"]
        if asked and asked <= LAST_YEAR_SAID and row["previous_deadline"] < day <= LAST_DAY:
            if not NO_PROMISE.search(row["note"]):
                yield row, day, (row["iso3"], False, day) in dates


def _calls(tables, dates):
    for row in tables["calls"]:
        day = row["deadline"]
        if row["deadline_call"] in ON_TRACK and day <= LAST_DAY and row.year("edition_year") <= LAST_YEAR_SAID:
            yield row, day, (row["iso3"], True, day) in dates


RULES = (claims_incomplete, claims_before_their_source, outcomes_not_in_the_record, claims_missing)
