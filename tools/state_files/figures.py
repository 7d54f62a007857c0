"""Holds the figures of a state file against the record, row by row, and the series they are of."""

from state_files.record import same_number
from state_files.report import check_keys, check_sources, sources_of

# Countings of one stock that may stand side by side; a row of none belongs to all of them.
SERIES = ("official", "mine_action_review", "all_ordnance")


def check_rows(rows, metrics, flags, code, record, report):
    """Rows of one section: `metrics` maps their numbers to the record, `flags` are other keys."""
    for row in rows:
        _check_figures(row, metrics, flags, _of_other_series(row, rows, metrics),
                       code, record, report)
    years = [int(row.get("year", "0")) for row in rows]
    for row, year, before in zip(rows[1:], years[1:], years):
        if year < before:
            report.add(row, "rows are not in the order of years.")


def _of_other_series(row, rows, metrics):
    """(source, value) of the year's other series: those are rows of their own, not left out."""
    return [
        (sources_of(other), other[key])
        for other in rows
        if other.get("year") == row.get("year")
        and "series" in row and "series" in other and other["series"] != row["series"]
        for key in other if key in metrics
    ]


def _check_figures(row, metrics, flags, other_series, code, record, report):
    check_keys(row, ("year", "source", "reason", *metrics, *flags), report)
    check_sources(row, record, report)
    year, sources = int(row.get("year", "0")), sources_of(row)
    numbers = [key for key in row if key in metrics]
    if not numbers:
        report.add(row, "a row without a number.")
    for key in numbers:
        found = None
        for rank, metric in enumerate(metrics[key]):
            found = record.find(code, year, metric, row[key], sources)
            if found:
                break
        if not found:
            report.add(row, f"{key} {row[key]} of {year} is not in the record from this source.")
            continue
        report.used.add(found)
        if row.get("reason"):
            continue
        if rank:
            report.add(row, f"{key} is read from {found.metric}: give a reason.")
        rivals = [
            rival for rival in record.rivals(code, year, found.metric, row[key])
            if not any(
                rival.source in others and same_number(rival.value, value)
                for others, value in other_series
            )
        ]
        if rivals:
            others = ", ".join(f"{rival.value} ({rival.source})" for rival in rivals)
            report.add(row, f"{key} {row[key]} of {year}: the record also has {others}; say why.")


def check_series(state, report):
    """`series` at the top names one of the countings that the history rows are of."""
    rows = [row for row in state.get("history", []) if "series" in row]
    for row in rows:
        if row["series"] not in SERIES:
            report.add(row, f"series is {row['series']}: {', '.join(SERIES[:-1])} or {SERIES[-1]}.")
    present = {row["series"] for row in rows}
    if "series" not in state:
        if rows:
            report.add(rows[0], "a row has a series: say at the top which one to use, and why.")
        return
    choice = state["series"]
    if not isinstance(choice, dict):
        report.add(state, "series wants {use: ..., reason: ...}.")
        return
    check_keys(choice, ("use", "reason"), report)
    if not choice.get("reason"):
        report.add(choice, "the choice of a series wants a reason.")
    if choice.get("use") not in present:
        report.add(choice, f"no history row has the series {choice.get('use')}.")
    elif len(present) == 1:
        report.add(choice, f"all rows with a series are {choice['use']}: no choice, no series.")


def check_donor(row, code, record, report):
    check_keys(row, ("donor", "year", "musd", "source", "reason"), report)
    check_sources(row, record, report)
    for known in record.table("donor_recipient", code):
        if (
            known["donor"] == row.get("donor")
            and known["year"] == row.get("year")
            and known["source_id"] in sources_of(row)
            and same_number(known["musd"], row.get("musd"))
        ):
            return
    money = f"{row.get('donor')} {row.get('year')} {row.get('musd')}"
    report.add(row, f"{money} is not in donor_recipient.csv from this source.")
