"""Holds what a person judged, not read: spreads of the programme and regimes of security."""

from state_files.report import check_keys, check_sources

REGIMES = ("open", "restricted", "conflict")


def check_programme(programme, record, report):
    for key, row in programme.items():
        if not isinstance(row, dict):
            report.add(programme, f"{key} needs low, best, high (or value) and a source.")
            continue
        check_keys(row, ("low", "best", "high", "value", "source", "reason"), report)
        check_sources(row, record, report, allow_own=True)
        if "value" in row:
            continue
        low, best, high = (float(row.get(part, "nan")) for part in ("low", "best", "high"))
        if not low <= best <= high:
            report.add(row, f"{key}: low, best and high are not in order.")


def check_security(rows, record, report):
    last = 0
    for row in rows:
        check_keys(row, ("from", "to", "regime", "source", "reason"), report)
        check_sources(row, record, report)
        first, end = int(row.get("from", "0")), int(row.get("to", "0"))
        if not last < first <= end:
            report.add(row, "years overlap, or run backwards.")
        last = end
        if row.get("regime") not in REGIMES:
            report.add(row, f"regime must be one of {', '.join(REGIMES)}.")
        if not row.get("reason"):
            report.add(row, "a regime wants a reason.")
