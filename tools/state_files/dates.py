"""Holds the dates of a state file against the record: deadlines, declarations and plans."""

import re

from state_files.record import last_day, same_number
from state_files.report import check_keys, check_sources, sources_of

NEEDS = ("authority", "access", "survey", "baseline", "capacity")


def check_treaty(treaty, code, record, report):
    check_keys(treaty, ("party", "entry_into_force", "deadlines"), report)
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
        _check_declaration(status, code, record, report)
    elif kind == "not_estimable":
        check_sources(status, record, report)
        if not status.get("reasons"):
            report.add(status, "not_estimable wants reasons.")
        needs = status.get("needs", [])
        if not needs or needs != [need for need in NEEDS if need in needs]:
            report.add(status, f"needs is a subset of {', '.join(NEEDS)}, in this order.")
    elif kind != "affected":
        report.add(status, f"status.kind is {kind}: affected, declared or not_estimable.")


def _check_declaration(status, code, record, report):
    day = status.get("declared", "")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        report.add(status, f"declared is '{day}': write the day as YYYY-MM-DD.")
        return
    if day.endswith("-12-31") and not status.get("reason"):
        report.add(status, "declared on 31 December: say in a reason if only the year is known.")
    if not any(
        event["kind"] == "completion_declared"
        and event["year"] == day[:4]
        and event["source_id"] in sources_of(status)
        for event in record.table("events", code)
    ):
        report.add(status, f"events.csv has no declaration of {day[:4]} from this source.")


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
