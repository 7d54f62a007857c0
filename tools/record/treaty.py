"""Deadlines and plans: each follows from the one before."""

from record.problems import violation
from record.tables import grouped

YEARS_TO_CLEAR = 10  # Article 5


def first_deadlines(tables):
    for code, row in tables.states.items():
        entry, first = row["entry_into_force"], row["deadline_original"]
        if entry and first and first != f"{int(entry[:4]) + YEARS_TO_CLEAR}{entry[4:]}":
            yield violation("first_deadline", row, (code,),
                            f"{code} has {first} as first deadline; entry into force {entry} plus "
                            f"{YEARS_TO_CLEAR} years is another day.")


def last_deadlines(tables):
    """states.csv repeats the last deadline that deadlines.csv knows."""
    granted = grouped((row for row in tables["deadlines"] if row["granted_deadline"]),
                      lambda row: row["iso3"])
    for code, row in tables.states.items():
        dates = [grant["granted_deadline"] for grant in granted.get(code, [])]
        last = max(dates, default=row["deadline_original"])
        if last and row["deadline_current"] != last:
            where = "deadlines.csv ends with" if dates else "deadlines.csv has none after"
            yield violation("last_deadline", row, (code,),
                            f"{code} has {row['deadline_current'] or 'no date'} as its deadline; "
                            f"{where} {last}.")


def deadlines_out_of_order(tables):
    for code, rows in grouped(tables["deadlines"], lambda row: row["iso3"]).items():
        known = {row["granted_deadline"] for row in rows}
        if code in tables.states:
            known.add(tables.states[code]["deadline_original"])
        for row in rows:
            previous, granted = row["previous_deadline"], row["granted_deadline"]
            key = (code, row["request_year"], granted or previous, row["source_id"])
            if previous and granted and granted <= previous:
                yield violation("deadline_backwards", row, key,
                                f"{granted} was granted after {previous}: a deadline that was "
                                "moved is later than the old one.")
            if granted and row["request_year"] and row.year("request_year") > int(granted[:4]):
                yield violation("request_after_grant", row, key,
                                f"asked for in {row['request_year']}, after {granted}.")
            if previous and previous not in known:
                yield violation("deadline_gap", row, key,
                                f"the previous deadline {previous} of {code} was never granted in "
                                "this table. A step is missing, or the date differs.")


def grants_out_of_order(tables):
    """Who asks later gets a later deadline."""
    asked = [row for row in tables["deadlines"] if row["request_year"] and row["granted_deadline"]]
    for code, rows in grouped(asked, lambda row: row["iso3"]).items():
        rows = sorted(rows, key=lambda row: row.year("request_year"))
        for before, row in zip(rows, rows[1:]):
            earlier = before["request_year"] < row["request_year"]
            if earlier and row["granted_deadline"] < before["granted_deadline"]:
                key = (code, row["request_year"], row["granted_deadline"], row["source_id"])
                yield violation("grants_out_of_order", row, key,
                                f"asked for in {row['request_year']} and granted until "
                                f"{row['granted_deadline']}; line {before.line} has "
                                f"{before['granted_deadline']} from {before['request_year']}.")


def plans_in_the_past(tables):
    for row in tables["plans"]:
        published = tables.published(row)
        if row["stated_completion"] and row.year("stated_completion") < (published or 0):
            yield violation("plan_in_the_past", row,
                            (row["iso3"], row["stated_completion"], row["source_id"]),
                            f"completion in {row['stated_completion']} is stated in a source of "
                            f"{published}. Was it a plan of an earlier year?")


RULES = (first_deadlines, last_deadlines, deadlines_out_of_order, grants_out_of_order,
         plans_in_the_past)
