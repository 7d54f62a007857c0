"""Drafts a state file: everything the record knows, in order, for a person to choose from."""

from itertools import groupby

from state_files.record import (
    CASUALTY_METRICS, FUNDING_METRICS, HISTORY_METRICS, PEOPLE_METRICS, RESIDUAL_METRICS, last_day,
)
from state_files.yaml_text import list_row, scalar

DONOR_YEARS = 5  # the last years with rows; the engine makes shares of the last three it may know
MODELINE = "# yaml-language-server: $schema=../../docs/state.schema.json"


def draft(code, record):
    """The text of a state file that holds every figure of the record."""
    blocks = [
        _head(code, record),
        _series(code, record),
        _treaty(code, record),
        _status(code, record),
        _figures("history", code, record, HISTORY_METRICS),
        _figures("funding:\n  years", code, record, FUNDING_METRICS, indent="    "),
        _donors(code, record),
        _security(code, record),
        _figures("casualties", code, record, CASUALTY_METRICS),
        _figures("people", code, record, PEOPLE_METRICS),
        _figures("residual", code, record, RESIDUAL_METRICS),
        _plans(code, record),
    ]
    return "\n".join(block for block in blocks if block) + "\n"


def _head(code, record):
    known = record.states[code]
    return "\n".join((
        MODELINE,
        f"# Draft of tools/make_states.py. {known['note']}",
        "format: 1",
        f"code: {code}",
        f"name: {scalar(known['name'])}",
        "baseline: partial            # complete | partial | none, with the reason",
    ))


def _series(code, record):
    """A hint where the record has several stocks of one year: they may be of two countings."""
    stocks = ("contamination_km2", "cha_km2", "sha_km2")
    years = sorted({
        figure.year for figure in record.figures(code)
        if figure.metric in stocks and record.rivals(code, figure.year, figure.metric, figure.value)
    })
    if not years:
        return ""
    return (
        f"# Stocks differ in {', '.join(map(str, years))}. If two countings stand side by side:\n"
        "# series: {use: official, reason: }     # official | mine_action_review | all_ordnance"
    )


def _treaty(code, record):
    known = record.states[code]
    lines = ["treaty:", f"  party: {'true' if known['party'] == 'yes' else 'false'}"]
    if known["entry_into_force"]:
        lines.append(f"  entry_into_force: {known['entry_into_force']}")
    granted = sorted(
        (row for row in record.table("deadlines", code) if row["granted_deadline"]),
        key=lambda row: row["granted_deadline"],
    )
    if granted:
        lines.append("  deadlines:")
    if known["deadline_original"] and granted:
        first = {"date": known["deadline_original"], "granted": known["entry_into_force"][:4]}
        lines.append(list_row({**first, "source": granted[0]["source_id"]}, "    "))
    for row in granted:
        entry = {"date": row["granted_deadline"], "granted": row["request_year"]}
        lines.append(_noted({**entry, "source": row["source_id"]}, row["note"], "    "))
    return "\n".join(lines)


def _status(code, record):
    """Declared if the record calls the state complete and has the declaration, else affected."""
    declarations = [
        row for row in record.table("events", code) if row["kind"] == "completion_declared"
    ]
    complete = record.states[code]["status"] in ("complete", "residual")
    if not (complete and declarations):
        return "status:\n  kind: affected             # affected | declared | not_estimable"
    last = max(declarations, key=lambda row: row["year"])
    return "\n".join(["status:", "  kind: declared"] + [
        f"  # {row['year']} ({row['source_id']}): {row['note']}" for row in declarations
    ] + [
        f"  declared: {last['year']}-12-31",
        f"  source: {last['source_id']}",
        "  reason: only the year is known",
    ])


def _noted(row, note, indent="  "):
    text = list_row(row, indent)
    return f"{indent}# {note}\n{text}" if note else text


def _key_of(metric, metrics):
    for key, candidates in metrics.items():
        if candidates[0] == metric:
            return key
    return None


def _figures(title, code, record, metrics, indent="  "):
    figures = [figure for figure in record.figures(code) if _key_of(figure.metric, metrics)]
    if not figures:
        return ""
    lines = [f"{title}:"]
    for (year, source), group in groupby(figures, key=lambda figure: (figure.year, figure.source)):
        group = list(group)
        row = {"year": year}
        for figure in sorted(group, key=lambda figure: figure.metric):
            row[_key_of(figure.metric, metrics)] = figure.value
        if "confirmed_km2" in row and "suspected_km2" in row:
            row.pop("contamination_km2", None)  # their sum
        row["source"] = source
        lines += [
            f"{indent}# {figure.metric} {figure.quality}: {figure.note}"
            for figure in group
            if figure.note
        ]
        lines.append(list_row(row, indent))
    return "\n".join(lines)


def _donors(code, record):
    rows = record.table("donor_recipient", code)
    years = sorted({row["year"] for row in rows})[-DONOR_YEARS:]
    rows = sorted(
        (row for row in rows if row["year"] in years), key=lambda row: (row["year"], row["donor"])
    )
    if not rows:
        return ""
    return "\n".join(["donor_shares:"] + [
        list_row({
            "donor": row["donor"], "year": row["year"], "musd": row["musd"],
            "source": row["source_id"],
        })
        for row in rows
    ])


def _security(code, record):
    events = sorted(record.table("events", code), key=lambda row: row["year"])
    lines = [
        f"  # {row['year']} {row['kind']} ({row['source_id']}): {row['note']}" for row in events
    ]
    first = record.states[code]["entry_into_force"][:4] or "2010"
    lines.append(f"  # - {{from: {first}, to: 2024, regime: open, source: , reason: }}")
    return "\n".join(["security:"] + lines)


def _plans(code, record):
    rows = record.table("plans", code)
    if not rows:
        return ""
    lines = ["plans:"]
    for row in sorted(rows, key=lambda row: record.source_year[row["source_id"]]):
        plan = {"published": record.source_year[row["source_id"]]}
        if row["stated_completion"]:
            plan["stated_completion"] = last_day(row["stated_completion"])
        if row["planned_annual_km2"]:
            plan["planned_km2_per_year"] = row["planned_annual_km2"]
        if row["cost_estimate_musd"]:
            plan["cost_musd"] = row["cost_estimate_musd"]
        if len(plan) == 1:
            lines.append(f"  # {row['source_id']}: {row['note']}")
            continue
        lines.append(_noted({**plan, "source": row["source_id"]}, row["note"]))
    return "\n".join(lines)
