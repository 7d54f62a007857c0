"""Money by year, and who gave it."""

from state_pages_parts.history import rows
from state_pages_parts.text import number, paragraph, share, sources, table


def by_year(code, answers):
    years = {}
    for row in rows(answers.explain(code), "Funding"):
        if row["year"] is not None and row["name"] in ("international_musd", "national_musd"):
            year = years.setdefault(row["year"], {"sources": set()})
            year[row["name"]] = float(row["value"])
            year["sources"].add(row["source"])
    if not years:
        return paragraph("No money by year is in the record.")
    return table(
        ["year", "international", "the state's own", "source"],
        [(year, number(values.get("international_musd")), number(values.get("national_musd")),
          sources(sorted(values["sources"]))) for year, values in sorted(years.items())],
        right=("international", "the state's own"))


def donors(code, answers):
    """Rows of donors by name; a year lists only those that a source names."""
    given = {}
    for row in rows(answers.explain(code), "Donors"):
        if row["year"] is None:
            continue
        name = row["note"].split(";")[0] or row["name"]
        donor = given.setdefault(row["name"], {"name": row["name"], "years": {}, "sources": set()})
        if row["note"] and "not used" not in name and "older" not in name:
            donor["name"] = name
        donor["years"][row["year"]] = float(row["value"])
        donor["sources"].add(row["source"])
    if not given:
        return paragraph("The record names no donors by year.")
    years = sorted({year for donor in given.values() for year in donor["years"]})
    return table(
        ["donor", *map(str, years), "source"],
        [(donor["name"], *(number(donor["years"].get(year)) for year in years), sources(sorted(donor["sources"])))
         for donor in sorted(given.values(), key=lambda donor: donor["name"])],
        right=tuple(map(str, years)))


def basis(code, answers):
    """What the projection takes from all this."""
    mean = [row for row in rows(answers.explain(code), "Funding") if row["name"] == "mean_musd"]
    if not mean:
        return paragraph("No projection rests on money here.")
    own = [row for row in rows(answers.explain(code), "Donors") if row["name"] == "national share"]
    return paragraph(
        f"The futures start from a mean of {number(mean[0]['value'])} million USD a year in prices of the origin;",
        f"{share(float(own[0]['value']))} of it is the state's own." if own else
        "only its ratio to later money matters.")
