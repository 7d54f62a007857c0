"""The generated parts of docs/calibration.md and its figures, from docs/calibration/*.json alone."""

import json
import re

import numpy as np

from minefree.calibration.calibrate import ORIGINS, RESULTS, ROOT, Task
from minefree.calibration.leave_out import PATH as LEFT_OUT_PATH, SMALLEST_P_VALUE, holds
from minefree.calibration.posterior_file import write_whole
from minefree.calibration.predictive import coverage
from minefree.calibration.sbc import PLANTED_FITS

PAGE = ROOT / "docs/calibration.md"
FIRST = 2024  # the origin of the figures and of the long table
CHECK_NAMES = {
    "effort": "log effort of a year (or mean of years)",
    "reduced_share": "reduced share of a year",
    "confirmed_share": "confirmed share of a year",
    "stock_3_years": "stock three years later",
}


def results() -> dict[str, dict]:
    """By name of the task, in the order of ./dev calibrate --all; those that exist."""
    found = {}
    for origin, vague in ORIGINS:
        task = Task(origin, vague)
        if task.result_path.exists():
            found[task.name] = json.loads(task.result_path.read_text(encoding="utf-8"))
    return found


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def span(values: list[float]) -> str:
    low, median, high = (f"{v:.3g}" for v in values)
    return f"{median} ({low} to {high})"


def diagnostics_table(all_results: dict[str, dict]) -> str:
    rows = []
    for name, r in all_results.items():
        d = r["diagnostics"]
        rows.append([name, str(len(r["states"])), str(r["observations"]), str(r["draws"]),
                     f"{d['r_hat']:.4f}", f"{d['bulk_ess']:.0f}", f"{d['tail_ess']:.0f}",
                     str(d["divergences"])])
    return table(["fit", "states", "observations of effort", "draws written", "largest rank R-hat",
                  "smallest bulk ESS", "smallest tail ESS", "divergences"], rows)


def learned_table(result: dict) -> str:
    rows = [[f"`{w['key']}`", span(w["prior"]), span(w["posterior"]), f"{w['sd_ratio']:.2f}",
             f"{w['overlap']:.2f}", "yes" if w["calibrated"] else "no"] for w in result["learned"]]
    return table(["parameter", "prior: median (5 % to 95 %)", "posterior", "sd ratio", "overlap",
                  "calibrated"], rows)


def origins_table(all_results: dict[str, dict]) -> str:
    keys = [w["key"] for w in next(iter(all_results.values()))["learned"]]
    rows = []
    for key in keys:
        row = [f"`{key}`"]
        for r in all_results.values():
            w = next(w for w in r["learned"] if w["key"] == key)
            row.append(f"{w['posterior'][1]:.3g}" + ("" if w["calibrated"] else " (prior)"))
        rows.append(row)
    return table(["posterior median", *all_results], rows)


def checks_table(result: dict) -> str:
    rows = [[CHECK_NAMES[c["name"]], str(len(c["pit"])), f"{np.mean(c['pit']):.2f}",
             f"{coverage(c['pit'], 0.5):.0%}".replace("%", " %"),
             f"{coverage(c['pit'], 0.8):.0%}".replace("%", " %"),
             f"{coverage(c['pit'], 0.95):.0%}".replace("%", " %")] for c in result["checks"]]
    return table(["recorded figure", "number", "mean PIT (0.5 is right)", "inside 50 %", "inside 80 %",
                  "inside 95 %"], rows)


def outliers_table(result: dict, count: int = 10) -> str:
    rows = []
    for c in result["checks"]:
        if c["name"] not in ("effort", "stock_3_years"):
            continue
        order = sorted(range(len(c["pit"])), key=lambda k: min(c["pit"][k], 1 - c["pit"][k]))
        rows += [[CHECK_NAMES[c["name"]], c["labels"][k], f"{c['pit'][k]:.3f}"] for k in order[:count]]
    return table(["recorded figure", "where", "PIT"], rows)


def sbc_table() -> str:
    path = RESULTS / "sbc.json"
    if not path.exists():
        return "Not run yet."
    r = json.loads(path.read_text(encoding="utf-8"))
    rows = [[f"`{q['name']}`", str(q["count"]), f"{q['mean']:.2f}", f"{q['p_value']:.3f}",
             f"{q['inside_80']:.0%}".replace("%", " %")] for q in r["quantities"]]
    p_values = [q["p_value"] for q in r["quantities"]]
    text = (f"{r['fits']} simulated histories of {r['states']} states, {r['refused']} of them set aside. Of "
            f"{len(p_values)} p-values the smallest is {min(p_values):.3f}, where chance alone gives one below "
            f"{0.01 / len(p_values):.5f} once in a hundred such runs; {sum(p < 0.05 for p in p_values)} are below "
            f"0.05 ({0.05 * len(p_values):.1f} expected; quantities of one fit hang together). A planted mistake, "
            "clearance of the later half read as twice what it was, gives "
            f"{r['planted_p_value']:.2g} in {min(r['fits'], PLANTED_FITS)} fits.")
    return text + "\n\n" + table(["quantity", "ranks", "mean rank (0.5 is right)", "p-value of evenness",
                                  "truth inside 80 %"], rows)


def left_out_sentence(r: dict) -> str:
    text = (ROOT / f"scenarios/states/{r['state']}.yaml").read_text(encoding="utf-8")
    state = re.search(r"^name: (.*)$", text, re.MULTILINE)[1]
    said = (f"Had {state} not reported on {r['year']}, what we know of the {r['other_states']} other states would "
            f"hardly differ: no parameter of theirs moves by more than {r['free']['largest_shift_sd']:.2f} of its "
            "standard deviation, ")
    said += ("and what moves comes through what is thought typical of all states, not from that state's figures "
             "themselves." if holds(r) else
             "**but that this comes through what is thought typical of all states alone could not be shown.**")
    if r["free"]["p_value"] >= SMALLEST_P_VALUE:
        said += " Even these moves are no more than the error of sampling."
    return said


def left_out_part() -> str:
    if not LEFT_OUT_PATH.exists():
        return "Not run yet."
    r = json.loads(LEFT_OUT_PATH.read_text(encoding="utf-8"))
    rows = [[name, f"{s['median_shift_sd']:.3f}", f"{s['largest_shift_sd']:.2f} (`{s['largest_shift_of']}`)",
             f"{s['mean_square_z']:.2f}", f"{s['largest_z']:.1f} (`{s['largest_z_of']}`)", f"{s['p_value']:.2g}"]
            for name, s in (
                ("free", r["free"]),
                ("held at the medians of the fit with the year", r["held"]),
                ("planted mistake: held, but without the year at its own medians", r["planted"]))]
    moved = [[f"`{s['column']}`", f"{s['one']:.3g}", f"{s['other']:.3g}", f"{s['in_sd']:+.2f}", f"{s['z']:+.1f}"]
             for s in (*r["shared"][:6], *r["shifts"][:6])]
    return "\n\n".join([
        left_out_sentence(r),
        f"Struck out of {r['state']} {r['year']}: {', '.join(r['struck_out'])}. {r['compared']} quantities of other "
        f"states are compared; {r['draws'][0]} draws a free fit and {r['draws'][1]} a held one.",
        table(["what states share is", "median shift, sd", "largest shift, sd", "mean z² (1 is sampling alone)",
               "largest z", "p-value of it"], rows),
        "Free, these move most: of what states share, and of other states' own.",
        table(["posterior median", "with the year", "without", "shift, sd", "z"], moved)])


def replace_part(text: str, name: str, content: str) -> str:
    """The text between the two marks of a generated part."""
    pattern = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"docs/calibration.md has no part '{name}'")
    return pattern.sub(lambda m: m[1] + "\n" + content + "\n\n" + m[2], text)


def write_report() -> None:
    found = results()
    if str(FIRST) not in found:
        return
    newest = found[str(FIRST)]
    text = PAGE.read_text(encoding="utf-8")
    for name, content in (
        ("diagnostics", diagnostics_table(found)),
        ("learned", learned_table(newest)),
        ("origins", origins_table({n: r for n, r in found.items() if not r["vague"]})),
        ("vague", origins_table({n: r for n, r in found.items() if r["vague"]})
         if any(r["vague"] for r in found.values()) else "Not run yet."),
        ("checks", checks_table(newest)),
        ("outliers", outliers_table(newest)),
        ("leave-out", left_out_part()),
        ("sbc", sbc_table()),
    ):
        text = replace_part(text, name, content)
    write_whole(PAGE, text)
    from minefree.calibration.figures import draw_figures
    draw_figures(newest, RESULTS)
