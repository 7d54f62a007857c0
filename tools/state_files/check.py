"""Holds a state file against the record: every number must be there, every choice reasoned."""

from dataclasses import dataclass, field

from state_files.record import (
    CASUALTY_METRICS, FUNDING_METRICS, HISTORY_METRICS, PEOPLE_METRICS, last_day, same_number,
)

SECTIONS = (
    "format", "code", "name", "baseline", "treaty", "status", "history", "programme", "funding",
    "donor_shares", "security", "casualties", "people", "plans", "notes",
)
BASELINES = ("complete", "partial", "none")
REGIMES = ("open", "restricted", "conflict")
NEEDS = ("authority", "access", "survey", "baseline", "capacity")
FLAGS = ("redefined", "resurvey")
OWN = "own"


@dataclass(frozen=True)
class Problem:
    """What is wrong, and in which line of the file."""

    line: int
    text: str


@dataclass
class Report:
    """Problems of one file, and the figures of the record that it uses."""

    problems: list = field(default_factory=list)
    used: set = field(default_factory=set)

    def add(self, row, text):
        self.problems.append(Problem(getattr(row, "line", 1), text))


def sources_of(row):
    """The source ids of a row: one text or a list."""
    source = row.get("source", [])
    return [source] if isinstance(source, str) else list(source)


def check_state(state, code, record):
    """The report on one state file, read by yaml_text.read."""
    report = Report()
    if code not in record.states:
        report.add(state, f"{code} is not in states.csv.")
        return report
    _check_head(state, code, record, report)
    _check_treaty(state.get("treaty", {}), code, record, report)
    _check_status(state.get("status", {}), code, record, report)
    sections = (
        (state.get("history", []), HISTORY_METRICS, FLAGS),
        (state.get("funding", {}).get("years", []), FUNDING_METRICS, ()),
        (state.get("casualties", []), CASUALTY_METRICS, ()),
        (state.get("people", []), PEOPLE_METRICS, ()),
    )
    for rows, metrics, flags in sections:
        for row in rows:
            _check_figures(row, metrics, flags, code, record, report)
        _check_order(rows, report)
    _check_programme(state.get("programme", {}), record, report)
    for row in state.get("donor_shares", []):
        _check_donor(row, code, record, report)
    _check_security(state.get("security", []), record, report)
    for row in state.get("plans", []):
        _check_plan(row, code, record, report)
    return report


def _check_sources(row, record, report, allow_own=False):
    sources = sources_of(row)
    if not sources:
        report.add(row, "a row without a source.")
    for source in sources:
        if source == OWN and allow_own:
            if not row.get("reason"):
                report.add(row, "source own wants a reason.")
        elif source not in record.source_year:
            report.add(row, f"source {source} is not in sources.csv.")


def _check_keys(row, allowed, report):
    for key in row:
        if key not in allowed:
            report.add(row, f"'{key}' has no place here.")


def _check_head(state, code, record, report):
    _check_keys(state, SECTIONS, report)
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


def _check_treaty(treaty, code, record, report):
    _check_keys(treaty, ("party", "entry_into_force", "deadlines"), report)
    dates, years = [], []
    for row in treaty.get("deadlines", []):
        _check_keys(row, ("date", "granted", "source", "reason"), report)
        _check_sources(row, record, report)
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


def _check_status(status, code, record, report):
    _check_keys(status, ("kind", "declared", "reasons", "needs", "source"), report)
    kind = status.get("kind")
    if kind == "declared":
        _check_sources(status, record, report)
        year = status.get("declared", "")[:4]
        events = record.table("events", code)
        if not any(
            event["kind"] == "completion_declared"
            and event["year"] == year
            and event["source_id"] in sources_of(status)
            for event in events
        ):
            report.add(status, f"events.csv has no declaration of {year} from this source.")
    elif kind == "not_estimable":
        _check_sources(status, record, report)
        if not status.get("reasons"):
            report.add(status, "not_estimable wants reasons.")
        needs = status.get("needs", [])
        if not needs or needs != [need for need in NEEDS if need in needs]:
            report.add(status, f"needs is a subset of {', '.join(NEEDS)}, in this order.")
    elif kind != "affected":
        report.add(status, f"status.kind is {kind}: affected, declared or not_estimable.")


def _check_figures(row, metrics, flags, code, record, report):
    _check_keys(row, ("year", "source", "reason", *metrics, *flags), report)
    _check_sources(row, record, report)
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
        rivals = record.rivals(code, year, found.metric, row[key])
        if rivals:
            others = ", ".join(f"{rival.value} ({rival.source})" for rival in rivals)
            report.add(row, f"{key} {row[key]} of {year}: the record also has {others}; say why.")


def _check_order(rows, report):
    years = [int(row.get("year", "0")) for row in rows]
    for row, year, before in zip(rows[1:], years[1:], years):
        if year < before:
            report.add(row, "rows are not in the order of years.")


def _check_programme(programme, record, report):
    for key, row in programme.items():
        if not isinstance(row, dict):
            report.add(programme, f"{key} needs low, best, high (or value) and a source.")
            continue
        _check_keys(row, ("low", "best", "high", "value", "source", "reason"), report)
        _check_sources(row, record, report, allow_own=True)
        if "value" in row:
            continue
        low, best, high = (float(row.get(part, "nan")) for part in ("low", "best", "high"))
        if not low <= best <= high:
            report.add(row, f"{key}: low, best and high are not in order.")


def _check_donor(row, code, record, report):
    _check_keys(row, ("donor", "year", "musd", "source", "reason"), report)
    _check_sources(row, record, report)
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


def _check_security(rows, record, report):
    last = 0
    for row in rows:
        _check_keys(row, ("from", "to", "regime", "source", "reason"), report)
        _check_sources(row, record, report)
        first, end = int(row.get("from", "0")), int(row.get("to", "0"))
        if not last < first <= end:
            report.add(row, "years overlap, or run backwards.")
        last = end
        if row.get("regime") not in REGIMES:
            report.add(row, f"regime must be one of {', '.join(REGIMES)}.")
        if not row.get("reason"):
            report.add(row, "a regime wants a reason.")


PLAN_COLUMNS = {
    "planned_km2_per_year": "planned_annual_km2",
    "cost_musd": "cost_estimate_musd",
}


def _check_plan(row, code, record, report):
    _check_keys(
        row, ("published", "stated_completion", "source", "reason", *PLAN_COLUMNS), report
    )
    _check_sources(row, record, report)
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
