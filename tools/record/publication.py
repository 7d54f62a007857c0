"""Sources: each is used, has an address, and is not older than what it tells."""

import re

from record.problems import violation

YEAR_COLUMNS = ("year", "request_year", "edition_year")
# A figure of a year to come is a plan or a forecast, and its note says so.
OF_THE_FUTURE = re.compile(r"\b(plan(ned|s)?|forecasts?|expected|targets?)\b", re.IGNORECASE)


def unused_sources(tables):
    """A table may use a source or name it in a note; a state file, for a judgement or a regime."""
    texts = [cell for name in tables.names() if name != "sources"
             for row in tables[name] for cell in row.values()]
    for path in sorted((tables.folder.parent / "states").glob("*.yaml")):
        texts.append(path.read_text(encoding="utf-8"))
    named = {word for text in texts for word in re.findall(r"[\w-]+", text)}
    for source, row in tables.sources.items():
        if source not in named:
            yield violation("unused_source", row, (source,),
                            f"{source} is used by no table and no state file. Remove it.")


def sources_without_address(tables):
    for source, row in tables.sources.items():
        if not re.match(r"https?://[^\s/]+\.", row["url"]):
            yield violation("no_address", row, (source,),
                            f"{source} has no address where it can be read.")


def published_before_its_year(tables):
    for name in tables.names():
        for row in tables[name]:
            column = next((column for column in YEAR_COLUMNS if row.get(column)), None)
            published = tables.published(row)
            if not column or published is None or row.year(column) <= published:
                continue
            if OF_THE_FUTURE.search(row.get("note", "")):
                continue
            key = (row.get("iso3") or row.get("donor") or name, row[column],
                   row.get("metric") or row.get("kind") or column, row["source_id"])
            yield violation("published_before_its_year", row, key,
                            f"{row['source_id']} is of {published} and cannot know {row[column]}. "
                            "Mend a year, or call it planned or expected in the note.")


RULES = (unused_sources, sources_without_address, published_before_its_year)
