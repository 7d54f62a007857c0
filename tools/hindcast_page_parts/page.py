"""The page docs/hindcast.md, from the results and the notes that people wrote."""

from hindcast_page_parts.results import SIX_STATES, largest_errors
from state_pages_parts.answers import ROOT
from state_pages_parts.text import made_by, number, paragraph, share, table

NOTES = ROOT / "docs/hindcast/notes.md"
METHOD = ROOT / "docs/hindcast/method.md"
TITLES = {
    "stock": "Known mined area", "release": "Land released since the origin", "casualties": "Casualties of the year",
    "world_funding": "International money for the world", "date": "Date of the declaration",
    "deadline_met": "Deadline met", "extension_asked": "Longer deadline granted within five years"}
OWN_METRIC = {"date": "tw_crps", "deadline_met": "brier", "extension_asked": "brier"}
RELATIVE = {"date": "relative_tw_crps", "deadline_met": "brier_skill", "extension_asked": "brier_skill"}
HEADS = {"wis": "WIS", "tw_crps": "CRPS, years", "brier": "Brier"}


def interval(row, of_share=False):
    text = (lambda value: share(value)) if of_share else (lambda value: f"{value:.2f}")
    if row is None:
        return ""
    if row["low"] is None:
        return text(row["value"])
    return f"{text(row['value'])} ({text(row['low'])} to {text(row['high'])})"


def primary(results):
    lines = []
    vague = [endpoint["row"] for endpoint in results.vague["primary"]]
    for endpoint, doubled in zip(results.answer["primary"], vague):
        row = endpoint["row"]
        told = row and results.row(mode="conditional", **{key: row[key] for key in (
            "variable", "horizon", "model", "baseline", "metric")})
        of_share = bool(row) and row["metric"].startswith("coverage")
        lines.append([endpoint["name"], endpoint["aim"], interval(row, of_share), row["n"] if row else 0,
                      "**met**" if endpoint["met"] else "**missed**", interval(told, of_share),
                      interval(doubled, of_share)])
    return table(["primary endpoint", "aim", "value (95 %)", "n", "", "told money and security", "priors twice as wide"],
                 lines, right=["n"])


def by_origin(results):
    lines = []
    for origin in results.answer["origins"]:
        pick = lambda **wanted: results.row(origin=origin["origin"], model="minefree", **wanted)
        wis = pick(variable="stock", horizon=3, metric="relative_wis", baseline="best_simple")
        skill = pick(variable="deadline_met", horizon=None, metric="brier_skill", baseline="reference_class")
        covers = pick(variable="stock", horizon=3, metric="coverage_80")
        cell = lambda row, as_share=False: "" if row is None else (
            f"{share(row['value']) if as_share else format(row['value'], '.2f')} ({row['n']})")
        lines.append([f"end of {origin['origin']}", origin["states"], cell(wis), cell(covers, True), cell(skill),
                      f"{origin['deadlines_met']} of {origin['deadlines_fallen_due']}",
                      origin["funding_state_years_known"], origin["security_state_years_known"]])
    calibrated = sum(origin["posterior_sha256"] is not None for origin in results.answer["origins"])
    said = paragraph(f"{calibrated} of {len(lines)} origins use draws of a calibration that was fitted to what they could "
                     "know; the others use the estimator of [model.md](model.md).")
    return said + "\n\n" + table(["origin", "states", "relative WIS (n)", "80 % coverage (n)", "Brier skill (n)",
                  "deadlines met so far", "state-years of money told", "of security"], lines,
                 right=["states", "state-years of money told", "of security"])


def scores(results, variable, horizon, rows=None, mode="unconditional"):
    """A table of all models; nothing where no case was scored."""
    rows = results.rows if rows is None else rows
    own = OWN_METRIC.get(variable, "wis")
    relative = RELATIVE.get(variable, "relative_wis")
    pick = lambda **wanted: results.row(rows, mode=mode, variable=variable, horizon=horizon, **wanted)
    models = []
    for row in rows:
        if row["variable"] == variable and row["model"] not in models:
            models.append(row["model"])
    models.sort(key=lambda model: (model != "minefree", model == "best_simple"))
    lines = []
    for model in models:
        row = pick(model=model, metric=own)
        if row is None:
            continue
        cell = lambda metric: pick(model=model, metric=metric)
        coverage = [share(found["value"]) if (found := cell(f"coverage_{k}")) else "" for k in (50, 80, 95)]
        bias = cell("bias")
        lines.append([model, row["n"], f"{row['value']:.3f}",
                      interval(pick(model="minefree", metric=relative, baseline=model)), *coverage,
                      f"{bias['value']:+.2f}" if bias else ""])
    if not lines:
        return ""
    against = "our skill against it" if relative == "brier_skill" else "ours / this one"
    return table(["model", "n", HEADS[own], against, "50 %", "80 %", "95 %", "bias"], lines,
                 right=["n", HEADS[own], "50 %", "80 %", "95 %", "bias"])


def all_scores(results):
    parts = []
    for variable, title in TITLES.items():
        for horizon in (None, 1, 3, 5):
            text = scores(results, variable, horizon)
            if text:
                ahead = f", {horizon} year{'s' * (horizon > 1)} ahead" if horizon and variable != "extension_asked" else ""
                parts += [f"### {title}{ahead}", text]
    return parts


def errors(results, count=12):
    lines = [[f"{case['state']}, {case['origin']}", number(case["known"]),
              f"{number(case['0.5'])} ({number(case['0.1'])} to {number(case['0.9'])})", number(case["truth"]),
              f"{case['error']:+.2f}"] for case in largest_errors(results)[:count]]
    return table(["state, origin", "known km²", "forecast (80 %)", "reported", "log error"], lines,
                 right=["known km²", "reported", "log error"])


def landmine_free(results):
    lines = []
    for row in results.answer["landmine_free_2025"]:
        if row["call"] or row["probability"] >= 0.005 or row["complete"]:
            lines.append([row["state"], share(row["probability"]), row["call"] or "",
                          share(row["call_probability"]), "complete" if row["complete"] else "not complete"])
    lines.sort(key=lambda line: line[0])
    return table(["state", "our probability", "analysts' call", "as a probability", "outcome"], lines,
                 right=["our probability", "as a probability"])


def six_sentences(results):
    """The figure in words, a line for each state."""
    lines = []
    for code in SIX_STATES:
        of_state = [figure for figure in results.six if figure[0] == code]
        fan = {(year, key): value for _, year, kind, key, value in of_state if kind == "forecast"}
        later = [(year, value) for _, year, kind, _, value in of_state if kind != "forecast" and kind != "declared" and year > 2017]
        told = [(year, value) for year, value in later if (year, "p50") in fan]
        if not told:
            continue
        inside = sum(fan[year, "p05"] <= value <= fan[year, "p95"] for year, value in told)
        year, value = told[-1]
        lines.append([code, len(told), inside, year,
                      f"{number(fan[year, 'p50'])} ({number(fan[year, 'p05'])} to {number(fan[year, 'p95'])})",
                      number(value)])
    return table(["state", "stocks reported since", "inside nine in ten futures", "last", "forecast (90 %), km²",
                  "reported, km²"], lines, right=["stocks reported since", "inside nine in ten futures", "last",
                                                  "reported, km²"])


def picture(name, words):
    return f"![{words}](hindcast/{name}.svg)"


def page(results):
    about = results.answer["provenance"]
    redefined = sum(row["n"] for row in results.answer["redefined_rows"]
                    if row["model"] == "minefree" and row["metric"] == "wis" and row["variable"] == "stock"
                    and row["origin"] == "all" and row["mode"] == "unconditional")
    parts = [
        "# The hindcast",
        "<!-- Made by tools/hindcast_page.py; people write docs/hindcast/notes.md and method.md. -->",
        paragraph("Would it have been right? From the end of five years the engine is told only what sources published by "
                  "the next year said, and its forecasts are held against what was reported later. The method was fixed "
                  "before the first run. All of it is shown, also where it loses."),
        "## In three numbers", primary(results),
        paragraph("Relative WIS below 1 means that ours was better. n counts forecasts of one state from one origin; the "
                  "intervals draw whole states anew, since forecasts of one state share its fate.",
                  "Few states completed in these years, so deadlines and dates say little either way."),
        "### By origin", by_origin(results),
        NOTES.read_text(encoding="utf-8").strip(),
        "## Six states from the end of 2017", picture("six_states_2017", "Six states from the end of 2017"),
        six_sentences(results),
        "## Is it as sure as it should be?", picture("coverage", "Coverage of the intervals"),
        picture("pit", "Where the truth lay in our forecasts"), picture("reliability", "Probabilities and outcomes"),
        "## Where it was best and worst", picture("skill_by_state", "Score by state"), errors(results),
        paragraph("Medians of the stock three years ahead. The error is that of log(stock + 5 % of the known stock): +0.7 is "
                  "twice too much, -0.7 half."),
        "## The end of 2025, as seen from the end of 2020", landmine_free(results),
        paragraph("A call on 2025 had never fallen due by 2020. So a high likelihood gets the frequency with which deadlines "
                  "called on track had been met by then, a low one that of deadlines called not on track (with half a "
                  "case each way). States below 0.5 % without a call are left out."),
        METHOD.read_text(encoding="utf-8").strip(),
        "## All scores", paragraph(
            "Of unconditional runs, all origins together. `_spread`: the point with the errors that the same forecast made in "
            "earlier years, known by the origin; left out where there are fewer than ten. `best_simple`: the better of "
            "persistence and remaining area / mean release with spreads, on the cases that it has. Dates are scored up to "
            f"the end of 2025. Recounted records are scored apart: {redefined} forecasts of stocks.")]
    parts += all_scores(results)
    parts += ["### Stocks told the money and the security that came, three years ahead",
              scores(results, "stock", 3, mode="conditional"),
              "### Stocks whose record was counted anew in between, three years ahead",
              scores(results, "stock", 3, rows=results.answer["redefined_rows"]),
              "## Files", paragraph(
                  "`docs/hindcast/*.csv` holds these scores, the counts of the plots, and `skill.csv`, which tells a run how "
                  "well results of its kind did. Every single forecast is in `hindcast_forecasts.csv` of "
                  "`minefree hindcast --out DIR`."),
              made_by("minefree hindcast", "minefree hindcast --vague"),
              f"*{about['trajectories']:,} futures for each origin, seed {about['seed']}.*"]
    return "\n\n".join(part for part in parts if part) + "\n"
