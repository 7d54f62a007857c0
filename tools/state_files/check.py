"""Holds a state file against the record: every number must be there, every choice reasoned."""

from state_files.dates import check_declarations, check_plan, check_status, check_treaty
from state_files.figures import check_donor, check_rows, check_series
from state_files.judgement import check_programme, check_security
from state_files.record import (
    CASUALTY_METRICS, FUNDING_METRICS, HISTORY_METRICS, PEOPLE_METRICS, RESIDUAL_METRICS,
)
from state_files.report import Report, check_keys

SECTIONS = (
    "format", "code", "name", "baseline", "series", "treaty", "status", "history", "programme",
    "funding", "donor_shares", "security", "casualties", "people", "residual", "plans", "notes",
)
BASELINES = ("complete", "partial", "none")
HISTORY_FLAGS = ("series", "redefined", "resurvey")


def check_state(state, code, record):
    """The report on one state file, read by yaml_text.read."""
    report = Report()
    if code not in record.states:
        report.add(state, f"{code} is not in states.csv.")
        return report
    _check_head(state, code, record, report)
    check_series(state, report)
    check_treaty(state.get("treaty", {}), code, record, report)
    check_status(state.get("status", {}), code, record, report)
    check_declarations(state, code, record, report)
    sections = (
        (state.get("history", []), HISTORY_METRICS, HISTORY_FLAGS),
        (state.get("funding", {}).get("years", []), FUNDING_METRICS, ()),
        (state.get("casualties", []), CASUALTY_METRICS, ()),
        (state.get("people", []), PEOPLE_METRICS, ()),
        (state.get("residual", []), RESIDUAL_METRICS, ()),
    )
    for rows, metrics, flags in sections:
        check_rows(rows, metrics, flags, code, record, report)
    check_programme(state.get("programme", {}), record, report)
    for row in state.get("donor_shares", []):
        check_donor(row, code, record, report)
    check_security(state.get("security", []), record, report)
    for row in state.get("plans", []):
        check_plan(row, code, record, report)
    return report


def _check_head(state, code, record, report):
    check_keys(state, SECTIONS, report)
    _check_section_order(state, report)
    known = record.states[code]
    if state.get("format") != "1":
        report.add(state, "format must be 1.")
    if state.get("code") != code:
        report.add(state, f"code is {state.get('code')}, the file is {code}.yaml.")
    if not state.get("name"):
        report.add(state, "the state has no name.")
    if state.get("baseline") not in BASELINES:
        report.add(state, f"baseline must be one of {', '.join(BASELINES)}.")
    treaty = state.get("treaty", {})
    if (treaty.get("party") == "true") != (known["party"] == "yes"):
        report.add(treaty, f"states.csv says party {known['party']}.")
    if treaty.get("entry_into_force", "") != known["entry_into_force"]:
        entry = known["entry_into_force"] or "no date"
        report.add(treaty, f"states.csv has {entry} as entry into force.")


def _check_section_order(state, report):
    given = [section for section in state if section in SECTIONS]
    wanted = [section for section in SECTIONS if section in state]
    for section, expected in zip(given, wanted):
        if section != expected:
            report.add(state, f"'{section}' stands where '{expected}' belongs.")
            return
