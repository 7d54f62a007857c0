"""Where a state stands: treaty, stocks, and what was released by year."""

from state_pages_parts.history import OTHERS, RELEASES, STOCKS, rows, years_of
from state_pages_parts.state_file import counted_anew
from state_pages_parts.text import number, paragraph, sources, table

BASELINES = {
    "complete": "a baseline survey has covered the country",
    "partial": "a baseline survey has covered part of the country",
    "none": "no baseline survey exists",
}


def treaty(code, answers, state):
    party = state["treaty"]["party"] == "true"
    deadlines = [row for row in rows(answers.explain(code), "Treaty and plan") if row["name"] == "deadline"]
    if not party:
        return paragraph(f"{state['name']} is not a party to the Convention, so no deadline binds it.")
    since = state["treaty"].get("entry_into_force")
    text = f"{state['name']} is a State Party" + (f" since {since}." if since else ".")
    return paragraph(text, "Its Article 5 deadlines:") + "\n\n" + table(
        ["deadline", "granted", "source", "remark"],
        [(row["value"], row["year"], sources([row["source"]]), row["note"]) for row in deadlines])


def newest_stock(code, answers, state):
    """The sentence that most people look for."""
    years = [year for year in years_of(answers.explain(code)) if year.stock_km2() is not None]
    if not years:
        return paragraph(f"No figure of mined land in {state['name']} exists that can be used;",
                         BASELINES[state["baseline"]] + ".")
    newest = years[-1]
    values = newest.values
    parts = [f"{number(values[name])} km2 {word}" for name, word in
             (("confirmed_km2", "confirmed"), ("suspected_km2", "suspected")) if name in values]
    how = f" ({' and '.join(parts)})" if parts else ", not split into confirmed and suspected land"
    return paragraph(
        f"The newest usable stock is **{number(newest.stock_km2())} km2 at the end of {newest.year}**{how},",
        f"from {sources(newest.sources_of(STOCKS))}.",
        f"On record, {BASELINES[state['baseline']]}.")


def stocks(code, answers):
    years = [year for year in years_of(answers.explain(code)) if year.stock_km2() is not None]
    if not years:
        return ""
    anew = counted_anew(code)
    return table(
        ["end of", "km2", "confirmed", "suspected", "counted anew", "source", "remark"],
        [(year.year, number(year.stock_km2()), number(year.values.get("confirmed_km2")),
          number(year.values.get("suspected_km2")), "yes" if year.year in anew else "",
          sources(year.sources_of(STOCKS)), "; ".join(year.notes)) for year in years],
        right=("km2", "confirmed", "suspected"))


def other_counting(code, answers):
    found = years_of(answers.explain(code), "Of another counting")
    if not found:
        return ""
    about = [row for row in rows(answers.explain(code), "Counting of the land") if row["name"] == "series"]
    counted = rows(answers.explain(code), "Of another counting")[0]["note"].split(";")[0]
    return "\n\n".join([
        paragraph(f"Another counting stands beside it, `{counted}`; it is shown here and not used:",
                  about[0]["note"] + "." if about else ""),
        table(["year", "stock, km2", "cleared, km2", "released, km2", "source"],
              [(year.year, number(year.stock_km2()), number(year.values.get("cleared_km2")),
                number(year.released_km2()) if "cleared_km2" not in year.values else "",
                sources(year.sources_of(STOCKS + RELEASES))) for year in found],
              right=("stock, km2", "cleared, km2", "released, km2"))])


def released(code, answers):
    """What was released by year, kept apart by method."""
    years = [year for year in years_of(answers.explain(code))
             if year.released_km2() is not None or any(name in year.values for name in OTHERS)]
    if not years:
        return paragraph("No released area is reported for any year.")
    names = ("cleared_km2", "reduced_km2", "cancelled_km2")
    heads = ["year", "cleared", "reduced", "cancelled", "all released", "confirmed by survey", "found", "source"]
    body = table(
        heads,
        [(year.year, *(number(year.values.get(name)) for name in names),
          number(year.released_km2()), *(number(year.values.get(name)) for name in OTHERS),
          sources(year.sources_of(RELEASES + OTHERS))) for year in years],
        right=tuple(heads[1:7]))
    return body + "\n\n" + paragraph(
        "In km2. All released is the reported sum, or what the reported methods make; years without a row have no",
        "usable report, which is not the same as no release.")
