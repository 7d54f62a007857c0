"""The distribution of dates, or the refusal; and what a scenario supposes."""

from state_pages_parts.answers import Answers
from state_pages_parts.text import listed, made_by, paragraph, share, table, year_of

BASES = {
    "data": "on reported figures",
    "mixed": "partly on reported figures, partly on judgement (prior)",
    "prior": "on judgement (prior) alone",
}
SUPPOSED = {"confirmed_km2": "confirmed", "suspected_km2": "suspected", "undiscovered_km2": "undiscovered",
            "capacity_km2_per_year": "capacity", "starts": "first year"}
IN_TEN = (("0.05", "1 of 20"), ("0.1", "1 of 10"), ("0.25", "1 of 4"), ("0.5", "half"), ("0.75", "3 of 4"),
          ("0.8", "4 of 5"), ("0.9", "9 of 10"))


def command(verb, scenario, code):
    return f"minefree {verb} {scenario}" + (f" {code}" if verb == "explain" else f" --state {code}")


def plan(code, answers):
    """What the state says itself; the sentence is the program's own."""
    planned = answers.plan(code)
    parts = [paragraph(planned["sentence"])]
    rows = [row for row in answers.explain(code)["numbers"]
            if row["section"] == "Treaty and plan" and row["name"] != "deadline"]
    names = {"stated_completion": "completion", "planned_km2_per_year": "pace", "cost_musd": "cost"}
    units = {"planned_km2_per_year": " km2 a year", "cost_musd": " million USD"}
    if rows:
        parts.append(table(
            ["published", "what", "stated", "source", "remark"],
            [(row["year"], names.get(row["name"], row["name"]), row["value"] + units.get(row["name"], ""),
              f"[{row['source']}](#{row['source'].lower()})", row["note"]) for row in rows]))
    parts.append(made_by(command("plan", answers.scenario, code)))
    return "\n\n".join(parts)


def distribution(run, about):
    horizon = about["horizon"]
    quantiles, probability = run["completion"]["quantiles"], run["probability"]
    never = run["completion"]["never_share"]
    middle = (f"Half of the futures are complete by the end of {year_of(quantiles['0.5'], horizon)}."
              if quantiles["0.5"] else f"Fewer than half of the futures are complete by {horizon}.")
    spread = (f"Four in five fall between {year_of(quantiles['0.1'], horizon)} and "
              f"{year_of(quantiles['0.9'], horizon)};" if quantiles["0.1"] else "")
    lines = [paragraph(middle, spread, f"{share(never)} are not complete by {horizon}.",
                       f"The dates rest {BASES[run['basis']]}.")]
    lines.append(table(["share of futures complete", "by the end of"],
                       [(words, year_of(quantiles[key], horizon)) for key, words in IN_TEN]))
    chances = [f"{share(value)} by the end of {year}" for year, value in probability["by"].items()]
    deadline = probability["deadline"]
    lines.append(paragraph(
        "Complete: " + ", ".join(chances) + ".",
        f"The deadline in force, {deadline}, is met in {share(probability['deadline_met'])} of futures."
        if deadline else "",
        f"Of the futures that complete, {share(probability['reopened_within_10_years'])} find new mined land within"
        " ten years." if probability["reopened_within_10_years"] is not None else ""))
    return "\n\n".join(lines)


def remaining(run):
    """The fan of the chart as a table, every fifth year."""
    fan = run["remaining_km2"]
    picked = [k for k, year in enumerate(fan["year"]) if k == 0 or year % 5 == 0]
    return paragraph("Mined land on record at the end of the year, km2; what the chart draws:") + "\n\n" + table(
        ["end of", "1 of 20 below", "1 of 4 below", "middle", "1 of 4 above", "1 of 20 above"],
        [(fan["year"][k], *(f"{fan[name][k]:,.1f}" for name in ("p05", "p25", "p50", "p75", "p95")))
         for k in picked],
        right=("1 of 20 below", "1 of 4 below", "middle", "1 of 4 above", "1 of 20 above"))


def refusal(run):
    reasons = "\n".join(f"- {reason}" for reason in run["reasons"])
    return paragraph("**No date can be given.** The reasons:") + "\n\n" + reasons


def completion(code, answers):
    run = answers.run(code)
    text = (distribution(run, answers.provenance()) + "\n\n" + remaining(run)
            if run["estimable"] else refusal(run))
    return text + "\n\n" + made_by(command("run", answers.scenario, code))


def conditional(code, scenarios):
    """What would follow if a scenario's supposition held; it says nothing on how likely that is."""
    parts = []
    for path, condition in scenarios:
        answers = Answers(path)
        if not answers.has(code):
            continue
        run = answers.run(code)
        supposed = [row for row in answers.explain(code)["numbers"] if row["name"] in SUPPOSED
                    and row["source"] == "state_overrides of the scenario"]
        numbers = listed(f"{SUPPOSED[row['name']]} {row['value']}" for row in supposed) if supposed else ""
        parts.append(paragraph(
            f"**Supposing {condition}** (nothing here says how likely that is).",
            f"Supposed, in km2 (and km2 a year), with the span of nine in ten: {numbers}." if numbers else ""))
        parts.append(distribution(run, answers.provenance()) if run["estimable"] else refusal(run))
        parts.append(made_by(command("run", path, code), command("explain", path, code)))
    return "\n\n".join(parts)
