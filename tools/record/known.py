"""The list of known contradictions: what sources really say, though it cannot all be true."""

from record.problems import Problem

LIST = "known_contradictions"


def unexcused(tables, violations, rotten=True):
    """Violations that are not listed and, if asked, lines of the list that excuse nothing."""
    listed = {(row["table"], row["key"], row["rule"]): row for row in tables[LIST]}
    broken = {violation.name for violation in violations}
    problems = [
        Problem(v.table, v.line, f"{v.text} [{v.rule}, {v.key}]")
        for v in violations if v.name not in listed
    ]
    for name, row in listed.items():
        if rotten and name not in broken:
            problems.append(Problem(row.table, row.line, f"{row['table']}, {row['key']} no longer "
                                                         f"breaks {row['rule']}. Remove the line."))
    return problems
