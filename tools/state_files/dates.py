"""Holds the dates of a state file against the record: deadlines, declarations and plans."""

import re
from calendar import monthrange

from state_files.record import last_day, same_number
from state_files.report import check_keys, check_sources, sources_of

DAY = r"\d{4}-\d{2}-\d{2}"
FOUND_AGAIN = ("residual_found", "new_mine_use")
# Events of the record that are no declaration of the state that the file could hold.
NO_DECLARATION_OF_ITS_OWN = {
    ("ARG", "2020"): "declared by the United Kingdom, contested by Argentina",
    ("DZA", "2016"): "clearance ended; declared in February 2017",
    ("MOZ", "2017"): "late finds were cleared; the declaration of 2015 had held",
}
NEEDS = ("authority", "access", "survey", "baseline", "capacity")


def check_treaty(treaty, code, record, report):
    check_keys(treaty, ("party", "entry_into_force", "deadlines", "declarations"), report)
    dates, years = [], []
    for row in treaty.get("deadlines", []):
        check_keys(row, ("date", "granted", "source", "reason"), report)
        check_sources(row, record, report)
        dates.append(row.get("date", ""))
        years.append(row.get("granted", ""))
        if not _deadline_known(row, code, record):
            report.add(row, f"deadline {row.get('date')} is not in the record from this source.")
    if dates != sorted(dates) or years != sorted(years):
        report.add(treaty, "deadlines are not in the order in which they were granted.")
    for row in treaty.get("declarations", []):
        _check_declaration(row, code, record, report)


def _deadline_known(row, code, record):
    date, sources = row.get("date"), sources_of(row)
    for known in record.table("deadlines", code):
        if known["source_id"] not in sources:
            continue
        if known["granted_deadline"] == date:
            return row.get("granted") == known["request_year"] or bool(row.get("reason"))
        if known["previous_deadline"] == date:
            return True
    for call in record.table("calls", code):
        if call["source_id"] in sources and call["deadline"] == date:
            return True
    # states.csv names no source: a date found only there needs a word on where it comes from.
    return record.states[code]["deadline_original"] == date and bool(row.get("reason"))


def check_status(status, code, record, report):
    allowed = ("kind", "declared", "reasons", "needs", "source", "reason")
    check_keys(status, allowed, report)
    kind = status.get("kind")
    if kind == "declared":
        check_sources(status, record, report)
        _check_declaration_of_status(status, code, record, report)
    elif kind == "not_estimable":
        check_sources(status, record, report)
        if not status.get("reasons"):
            report.add(status, "not_estimable wants reasons.")
        needs = status.get("needs", [])
        if not needs or needs != [need for need in NEEDS if need in needs]:
            report.add(status, f"needs is a subset of {', '.join(NEEDS)}, in this order.")
    elif kind != "affected":
        report.add(status, f"status.kind is {kind}: affected, declared or not_estimable.")


def _check_declaration_of_status(status, code, record, report):
    day = status.get("declared", "")
    if not re.fullmatch(DAY, day):
        report.add(status, f"declared is '{day}': write the day as YYYY-MM-DD.")
        return
    if day.endswith("-12-31") and not status.get("reason"):
        report.add(status, "declared on 31 December: say in a reason if only the year is known.")
    if not _declared_in(day[:4], status, code, record):
        report.add(status, f"events.csv has no declaration of {day[:4]} from this source.")


def _check_declaration(row, code, record, report):
    check_keys(row, ("date", "known_to", "affected_again", "source", "reason"), report)
    check_sources(row, record, report)
    day = row.get("date", "")
    if not re.fullmatch(DAY, day):
        report.add(row, f"date is '{day}': write the day as YYYY-MM-DD.")
        return
    known_to = row.get("known_to", "day")
    if last_day_known_to(known_to, day) != day:
        report.add(row, f"known to the {known_to}: write its last day, not {day}.")
    if known_to != "day" and not row.get("reason"):
        report.add(row, f"known to the {known_to} only: say in a reason where it comes from.")
    if not _declared_in(day[:4], row, code, record):
        report.add(row, f"events.csv has no declaration of {day[:4]} from this source.")
    again = row.get("affected_again")
    if again and not _event(FOUND_AGAIN, again, row, code, record):
        report.add(row, f"events.csv has no find and no new mines of {again} from this source.")


def last_day_known_to(known_to, day):
    """The last day of the month or year of a day; the day itself when that is known."""
    if known_to == "year":
        return f"{day[:4]}-12-31"
    if known_to == "month":
        return f"{day[:7]}-{monthrange(int(day[:4]), int(day[5:7]))[1]}"
    return day


def check_declarations(state, code, record, report):
    """What the record calls declared stands in the file, and what stands fits the status."""
    treaty, status = state.get("treaty", {}), state.get("status", {})
    rows = treaty.get("declarations", [])
    days = [row.get("date", "") for row in rows]
    if days != sorted(days):
        report.add(treaty, "declarations are not in the order of their dates.")
    declared = status.get("kind") == "declared"
    if rows and not declared and "affected_again" not in rows[-1]:
        report.add(rows[-1], "the last declaration still holds, but status.kind is not declared.")
    day = status.get("declared", "")
    if rows and declared and re.fullmatch(DAY, day) and day < days[-1]:
        report.add(status, f"declared is older than the declaration of {days[-1]}.")
    years = {day[:4] for day in (*days, status.get("declared", ""))}
    for event in record.table("events", code):
        known = event["year"] in years or (code, event["year"]) in NO_DECLARATION_OF_ITS_OWN
        if event["kind"] == "completion_declared" and not known:
            year = event["year"]
            report.add(treaty, f"events.csv has a declaration of {year}, the file has not.")


def _declared_in(year, row, code, record):
    return _event(("completion_declared",), year, row, code, record)


def _event(kinds, year, row, code, record):
    """True if the record has such an event of the year, from one of the row's sources."""
    return any(
        event["kind"] in kinds and event["year"] == year and event["source_id"] in sources_of(row)
        for event in record.table("events", code)
    )


PLAN_COLUMNS = {
    "planned_km2_per_year": "planned_annual_km2",
    "cost_musd": "cost_estimate_musd",
}


def check_plan(row, code, record, report):
    check_keys(
        row, ("published", "stated_completion", "source", "reason", *PLAN_COLUMNS), report
    )
    check_sources(row, record, report)
    sources = sources_of(row)
    years = [str(record.source_year.get(source)) for source in sources]
    if row.get("published") not in years:
        report.add(row, f"published {row.get('published')}: the source is of {', '.join(years)}.")
    if not any(_same_plan(row, known, sources) for known in record.table("plans", code)):
        report.add(row, "plans.csv has no such plan from this source.")


def _same_plan(row, known, sources):
    if known["source_id"] not in sources:
        return False
    if "stated_completion" in row:
        if last_day(known["stated_completion"]) != row["stated_completion"]:
            return False
    return all(
        key not in row or same_number(row[key], known[column])
        for key, column in PLAN_COLUMNS.items()
    )
