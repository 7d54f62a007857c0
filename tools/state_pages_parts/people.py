"""Casualties by year, sex and age, and people exposed or taught."""

from state_pages_parts.history import rows
from state_pages_parts.text import paragraph, share, sources, table, whole

SPLITS = ("men", "women", "boys", "girls", "children")


def by_year(explained, section):
    years = {}
    for row in rows(explained, section):
        if row["year"] is None:
            continue
        year = years.setdefault(row["year"], {"sources": set(), "notes": []})
        year[row["name"]] = float(row["value"])
        year["sources"].add(row["source"])
        if row["note"] and row["note"] not in year["notes"] and "no date rests on it" not in row["note"]:
            year["notes"].append(row["note"])
    return sorted(years.items())


def known_age(values):
    """People whose age is told: children, and those called men or women."""
    children = values.get("children")
    if children is None and {"boys", "girls"} & values.keys():
        children = values.get("boys", 0) + values.get("girls", 0)
    return None if children is None and not {"men", "women"} & values.keys() else (
        (children or 0) + values.get("men", 0) + values.get("women", 0))


def known_sex(values):
    told = [values[name] for name in ("men", "women", "boys", "girls") if name in values]
    return sum(told) if told else None


def unknown(known, total):
    if not total:
        return "?"
    return share(max(0.0, 1 - (known or 0) / total))


def casualties(code, answers):
    found = [(year, values) for year, values in by_year(answers.explain(code), "Casualties")]
    if not found:
        return paragraph("No casualties of a whole year are in the record.")
    heads = ["year", "all", "killed", "injured", *SPLITS, "age not told", "sex not told", "source", "remark"]
    body = [
        (year, whole(values.get("casualties")), whole(values.get("killed")), whole(values.get("injured")),
         *(whole(values.get(name)) for name in SPLITS),
         unknown(known_age(values), values.get("casualties")), unknown(known_sex(values), values.get("casualties")),
         sources(sorted(values["sources"])), "; ".join(values["notes"]))
        for year, values in found]
    no_sex = all(known_sex(values) is None for _, values in found)
    ages = [year for year, values in found if known_age(values) is not None]
    return table(heads, body, right=tuple(heads[1:-2])) + "\n\n" + paragraph(
        "People killed or injured, mines and often other explosive ordnance together.",
        "Not told is the share of the year's casualties whom no figure here calls a child, a man or a woman:",
        "where only children are counted, the rest may be adults.",
        "Sex is told for no year." if no_sex else "",
        f"Age is told in part for {len(ages)} of {len(found)} years." if ages else "Age is told for no year.",
        "Years without a row have no usable figure.")


def exposed(code, answers):
    found = by_year(answers.explain(code), "People")
    if not found:
        return paragraph("No figure of people exposed or reached by risk education is in the record.")
    splits = [f"{kind}_{name}" for kind in ("people_exposed", "eore") for name in ("men", "women", "boys", "girls")]
    heads = ["year", "exposed", "reached by risk education", *(name.replace("_", " ") for name in splits),
             "source", "remark"]
    return table(heads, [
        (year, whole(values.get("people_exposed")), whole(values.get("eore_people")),
         *(whole(values.get(name)) for name in splits), sources(sorted(values["sources"])),
         "; ".join(values["notes"])) for year, values in found], right=tuple(heads[1:-2]))
