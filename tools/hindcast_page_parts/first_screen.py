"""The three primary endpoints on the first screen of README.md."""

from hindcast_page_parts.page import interval
from state_pages_parts.answers import ROOT
from state_pages_parts.text import table

README = ROOT / "README.md"
START = "<!-- by tools/hindcast_page.py -->\n"
END = "<!-- end -->\n"


def endpoints(results):
    """A row for each: what it is, the aim, the value with its interval, and whether the aim is met."""
    lines = []
    for endpoint in results.answer["primary"]:
        row = endpoint["row"]
        of_share = bool(row) and row["metric"].startswith("coverage")
        lines.append([endpoint["name"], endpoint["aim"], interval(row, of_share), row["n"] if row else 0,
                      "met" if endpoint["met"] else "**missed**"])
    return table(["fixed before the first run", "aim", "value (95 %)", "n", ""], lines, right=["n"])


def readme(results):
    """The text of README.md with the endpoints as they are now."""
    text = README.read_text(encoding="utf-8")
    start = text.index(START) + len(START)
    return text[:start] + "\n" + endpoints(results) + "\n\n" + text[text.index(END, start):]
