"""Reads datapackage.json and holds every table against it.

A small reader of Frictionless Data Package 1 for what our package uses: a type or a constraint
that it does not know is a problem, so that nothing is promised and not held.
"""

import datetime
import json
import re
from dataclasses import dataclass, field

from record.problems import Problem
from record.tables import Row, read_table

PACKAGE = "datapackage.json"
_INTEGER = re.compile(r"[+-]?\d+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass
class Reading:
    """Rows by table, those alone that a rule can rely on, and what is wrong with the others."""

    rows_of: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)

    def add(self, table, line, text):
        self.problems.append(Problem(table, line, text))


def read_package(folder):
    """All tables of a folder, held against its datapackage.json."""
    reading = Reading()
    try:
        package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reading.add(PACKAGE, 1, f"cannot be read ({error}).")
        return reading
    resources = package.get("resources", [])
    described = {resource["path"] for resource in resources}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in described:
            reading.add(path.name, 1, f"is no resource of {PACKAGE}. Describe it there.")
    for resource in resources:
        path = folder / resource["path"]
        if path.exists():
            reading.rows_of[resource["name"]] = _read_resource(path, resource["schema"], reading)
        else:
            reading.add(resource["path"], 1, f"is a resource of {PACKAGE} and is not there.")
    for resource in resources:
        _check_foreign_keys(resource, resources, reading)
    return reading


def _read_resource(path, schema, reading):
    columns = [column["name"] for column in schema["fields"]]
    header, lines = read_table(path)
    if header != columns:
        reading.add(path.name, 1, f"has the columns {', '.join(header)}; {PACKAGE} has "
                                  f"{', '.join(columns)}.")
        return []
    rows = []
    for line, cells in lines:
        if len(cells) != len(columns):
            reading.add(path.name, line, f"has {len(cells)} cells for {len(columns)} columns. "
                                         "A text with a comma wants quotes.")
            continue
        row = Row(zip(columns, cells), path.name, line)
        wrong = [text for column in schema["fields"]
                 for text in _cell_problems(row, column, schema)]
        for text in wrong:
            reading.add(path.name, line, text)
        if not wrong:
            rows.append(row)
    return _with_one_row_a_key(rows, schema.get("primaryKey", []), reading)


def _cell_problems(row, column, schema):
    name, text = column["name"], row[column["name"]]
    constraints = column.get("constraints", {})
    if text in schema.get("missingValues", [""]):
        if constraints.get("required"):
            yield f"{name} is empty. It is required."
        return
    if text != text.strip():
        yield f"{name} is '{text}', with a space at an end. Remove it."
        return
    kind = column["type"]
    if not _is_of_type(text, kind):
        yield f"{name} is '{text}', not {_SAID.get(kind, kind)}."
        return
    for constraint, bound in constraints.items():
        said = _breaks(text, kind, constraint, bound)
        if said:
            yield f"{name} is '{text}', {said}."


_SAID = {"integer": "a whole number", "number": "a number", "year": "a year of four digits",
         "date": "a day as YYYY-MM-DD", "string": "a text"}


def _is_of_type(text, kind):
    if kind == "date":
        try:
            return bool(_DATE.fullmatch(text)) and bool(datetime.date.fromisoformat(text))
        except ValueError:
            return False
    patterns = {"integer": _INTEGER, "number": _NUMBER, "year": re.compile(r"\d{4}")}
    return kind == "string" or (kind in patterns and bool(patterns[kind].fullmatch(text)))


def _breaks(text, kind, constraint, bound):
    """What is wrong with a cell by one constraint; an empty text if nothing is."""
    if constraint in ("required", "unique"):  # a primary key is what we use for unique
        return "" if constraint == "required" else f"and '{constraint}' is not checked here"
    if constraint == "enum":
        return "" if text in bound else f"none of {', '.join(bound)}"
    if constraint == "pattern":
        return "" if re.fullmatch(bound, text) else f"which does not fit {bound}"
    if constraint in ("minimum", "maximum") and kind in ("integer", "number", "year"):
        low = constraint == "minimum"
        beyond = float(text) < bound if low else float(text) > bound
        return f"{'below' if low else 'above'} {bound}" if beyond else ""
    return f"and '{constraint}' is not checked here"


def _with_one_row_a_key(rows, columns, reading):
    if not columns:
        return rows
    first = {}
    for row in rows:
        value = tuple(row[column] for column in columns)
        if value in first:
            reading.add(row.table, row.line, f"{', '.join(columns)} {', '.join(value)} are those "
                                             f"of line {first[value].line}. Remove one.")
        first.setdefault(value, row)
    return list(first.values())


def _check_foreign_keys(resource, resources, reading):
    paths = {other["name"]: other["path"] for other in resources}
    for key in resource["schema"].get("foreignKeys", []):
        column, reference = key["fields"], key["reference"]
        known = {row[reference["fields"]] for row in reading.rows_of.get(reference["resource"], [])}
        kept = []
        for row in reading.rows_of.get(resource["name"], []):
            if not row[column] or row[column] in known:
                kept.append(row)
                continue
            reading.add(row.table, row.line, f"{column} {row[column]} is not in "
                                             f"{paths[reference['resource']]}. Add it there.")
        reading.rows_of[resource["name"]] = kept
