"""Numbers, tables and sentences of a page."""

import textwrap

WIDTH = 100
ABSENT = ""


def number(value, digits=3):
    """Three figures that count, thousands kept apart; nothing for what is absent."""
    if value is None:
        return ABSENT
    value = float(value)
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - _power(value))
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _power(value):
    return int(f"{abs(value):e}".split("e")[1])


def whole(value):
    return ABSENT if value is None else f"{float(value):,.0f}"


def share(value):
    """Per cent; what is not certain is never written as such."""
    if value is None:
        return ABSENT
    percent = 100 * value
    if 0 < percent < 1:
        return "<1 %"
    if 99 < percent < 100:
        return ">99 %"
    return f"{percent:.0f} %"


def year_of(date, horizon):
    """The year by whose end it is; a date on 1 January belongs to the year before."""
    return f"after {horizon}" if date is None else str(int(date - 1e-6))


def table(heads, rows, right=()):
    """A table of Markdown; columns named in `right` are set to the right. Empty columns go."""
    kept = [k for k in range(len(heads)) if any(str(row[k]) for row in rows)]
    line = [("---:" if heads[k] in right else "---") for k in kept]
    cells = [[heads[k] for k in kept], line] + [
        [str(row[k]).replace("|", "/") for k in kept] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def paragraph(*sentences):
    text = " ".join(sentence for sentence in sentences if sentence)
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def listed(words):
    words = list(words)
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def sources(ids):
    return ", ".join(f"[{name}](#{name.lower()})" for name in ids)


def made_by(*commands):
    """By which command the figures above were made."""
    return "*Made by " + listed(f"`{command}`" for command in commands) + ".*"
