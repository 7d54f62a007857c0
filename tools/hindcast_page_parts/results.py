"""What the hindcast said: its files, read once, and the figure of six states from the end of 2017."""

import csv
import json
import math
import subprocess
import tempfile
from pathlib import Path

from state_pages_parts.answers import ROOT, Answers, NoAnswer, ask, program
from state_pages_parts.history import years_of
from state_pages_parts.state_file import counted_anew

SIX_STATES = ["HRV", "AGO", "KHM", "ZWE", "LKA", "THA"]
FROM_2017 = "scenarios/state-of-play-2017-base.yaml"

# Files that the repository keeps as they are; the others are too large, and one command makes them again.
KEPT = ["hindcast_pit.csv", "hindcast_reliability.csv", "hindcast_brier.csv", "hindcast_by_state.csv",
        "hindcast_origins.csv", "landmine_free_2025.csv", "skill.csv"]


class Results:
    """One run with the usual priors, with all its files, and one with vague ones."""

    def __init__(self):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "hindcast"
            command = [program(), "hindcast", "--quiet", "--out", str(out)]
            try:
                done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            except OSError as error:
                raise NoAnswer(f"{command[0]} cannot be run ({error.strerror}); build it with ./dev build") from None
            if done.returncode != 0:
                raise NoAnswer(f"{' '.join(command)}: {done.stderr.strip()}")
            self.files = {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.csv")}
            self.answer = json.loads((out / "hindcast.json").read_text(encoding="utf-8"))
        self.vague = ask("hindcast", "--vague", "--quiet")
        self.rows = self.answer["rows"]
        self.six = six_states()

    def table(self, name):
        return list(csv.DictReader(self.files[name].splitlines()))

    def row(self, rows=None, origin="all", mode="unconditional", **wanted):
        """The one row that fits, or None."""
        wanted = {"baseline": None, "origin": origin, "mode": mode, **wanted}
        for row in self.rows if rows is None else rows:
            if all(row[key] == value for key, value in wanted.items()):
                return row
        return None

    def kept_files(self):
        """Name and text of what goes to docs/hindcast."""
        kept = {name: self.files[name] for name in KEPT}
        head, *lines = self.files["hindcast.csv"].splitlines()
        of_all = [line for line in lines if line.split(",")[1] == "all"]
        kept["hindcast.csv"] = "\n".join([head, *of_all]) + "\n"
        kept["six_states_2017.csv"] = six_states_text(self.six)
        return kept


def largest_errors(results, horizon="3"):
    """Stock forecasts by how far the median lay from the truth on the scale of the score."""
    cases = {}
    for line in results.table("hindcast_forecasts.csv"):
        if line["mode"] == "unconditional" and line["variable"] == "stock" and line["horizon"] == horizon:
            case = cases.setdefault((line["origin"], line["state"]), {"redefined": line["redefined"]})
            case["truth"] = float(line["truth"])
            case[line["model"], line["quantile"]] = float(line["value"] or "inf")
    found = []
    for (origin, state), case in cases.items():
        if case["redefined"] == "1":
            continue
        known = case["persistence", ""]
        offset = 0.05 * known
        error = math.log((case["minefree", "0.5"] + offset) / (case["truth"] + offset))
        found.append({"origin": origin, "state": state, "known": known, "truth": case["truth"], "error": error,
                      **{share: case["minefree", share] for share in ("0.1", "0.5", "0.9")}})
    return sorted(found, key=lambda case: -abs(case["error"]))


def six_states():
    """Of each state: the fan from the end of 2017, what was on record before, and what was reported since."""
    answers = Answers(FROM_2017)
    figures = []
    for code in SIX_STATES:
        run = answers.run(code)
        for year, stock in stocks_before(answers.explain(code)):
            figures.append((code, year, "reported", "", stock))
        if run["estimable"]:
            fan = run["remaining_km2"]
            for place, year in enumerate(fan["year"]):
                if year <= 2026:
                    for key in ("p05", "p25", "p50", "p75", "p95"):
                        figures.append((code, year, "forecast", key, fan[key][place]))
        for year, stock in zip(run["reported"]["year"], run["reported"]["remaining_km2"]):
            figures.append((code, year, "recounted" if year in counted_anew(code) else "reported", "", stock))
        declared = run["reported"].get("declared")
        if declared:
            figures.append((code, int(declared[:4]), "declared", declared, 0))
    return figures


def stocks_before(explanation):
    for year in years_of(explanation):
        if year.year <= 2017 and year.stock_km2() is not None:
            yield year.year, year.stock_km2()


def six_states_text(figures):
    lines = ["state,year,kind,quantile,area_km2"]
    lines += [f"{code},{year},{kind},{quantile},{round(value, 4):g}" for code, year, kind, quantile, value in figures]
    return "\n".join(lines) + "\n"
