"""The fan of the land that remains, with the reported history drawn in, and the land released below."""

import textwrap
from datetime import date
from statistics import median

from state_pages_parts.history import years_of
from state_pages_parts.look import (BARS, BLUE, INK, NARROW_BAND, RED, WIDE_BAND, foot, head,
                                    limit_of, save, use_our_look)
from state_pages_parts.state_file import counted_anew
from state_pages_parts.text import number, share


def year_of_date(text):
    day = date.fromisoformat(text)
    return day.year + (day.timetuple().tm_yday - 1) / 365.0


def named(date):
    """The year by whose end it is."""
    return str(int(date - 1e-6))


def sentence_of(run, horizon):
    """What the chart says, in a sentence."""
    if not run["estimable"]:
        return "No date can be given: " + "; ".join(run["reasons"]) + "."
    early, half, late = (run["completion"]["quantiles"][key] for key in ("0.1", "0.5", "0.9"))
    never = share(run["completion"]["never_share"])
    text = (f"Half of the futures are complete by {named(half)}; " if half else
            f"Fewer than half of the futures are complete by {horizon}; ")
    if late:
        text += f"four in five between {named(early)} and {named(late)}."
    else:
        text += (f"one in ten by {named(early)}; " if early else "") + f"{never} are not by {horizon}."
    return (f"Supposing {run['condition']}: " if run["conditional"] else "") + text


class Projection:
    """One state's figures for the two panels."""

    def __init__(self, answers, code, first=None, last=None):
        self.run = answers.run(code)
        self.plan = answers.plan(code)["plan"]
        self.history = years_of(answers.explain(code))
        self.anew = counted_anew(code)
        self.about = answers.provenance()
        origin, horizon = self.about["origin"], self.about["horizon"]
        latest = self.history[-1].year if self.history else origin
        self.first = first or max(min([y.year for y in self.history] + [origin - 8]), origin - 13)
        end = origin + 2
        if self.run["estimable"]:
            ninety = self.run["completion"]["quantiles"]["0.9"]
            end = int(min(horizon, max(origin + 8, (ninety or horizon) + 2)))
        self.last = last or max(end, latest + 1)
        self.history = [year for year in self.history if year.year >= self.first]


def draw_remaining(axes, data):
    run = data.run
    stocks = [(year.year + 1, year.stock_km2(), year.year) for year in data.history
              if year.stock_km2() is not None]
    # A stock is that of the end of its year, so it stands at the start of the next.
    values = [stock for _, stock, _ in stocks]
    if run["estimable"]:
        fan = run["remaining_km2"]
        x = [year + 1 for year in fan["year"]]
        axes.fill_between(x, fan["p05"], fan["p95"], color=WIDE_BAND, label="nine in ten futures")
        axes.fill_between(x, fan["p25"], fan["p75"], color=NARROW_BAND, label="half of the futures (middle)")
        start = run["initial"]["confirmed_km2"] + run["initial"]["suspected_km2"]
        axes.plot([x[0] - 1] + x, [start] + fan["p50"], color=BLUE, linewidth=2.4, label="median future")
        values = values + fan["p95"]
    newest = stocks[-1][1] if stocks else 0
    top = limit_of(values, max([newest] + (fan["p95"] if run["estimable"] else [0])), 2.2)
    for x, value, year in stocks:
        inside = min(value, top * 0.97)
        hollow = year in data.anew
        axes.plot([x], [inside], marker="D" if hollow else "o", markersize=7, color=INK, zorder=5,
                  markerfacecolor="white" if hollow else INK, linestyle="none", clip_on=False)
        if value > top:
            axes.annotate(number(value), (x, inside), textcoords="offset points", xytext=(-3, 9),
                          fontsize=10, rotation=50, ha="left", va="bottom", annotation_clip=False)
    axes.plot([], [], "o", color=INK, label="reported stock")
    if any(year in data.anew for _, _, year in stocks):
        axes.plot([], [], "D", color=INK, markerfacecolor="white", label="counted anew, or re-surveyed")
    axes.set_ylim(0, top)
    axes.set_ylabel("mined land on record, km²")
    marks = [(run.get("probability", {}).get("deadline"), "deadline", RED, "--"),
             (data.plan["stated_completion"], "own plan", INK, ":")]
    marks = [mark for mark in marks if mark[0] and data.first <= year_of_date(mark[0]) <= data.last]
    for place, (day, name, colour, style) in enumerate(marks):
        x = year_of_date(day)
        axes.axvline(x, color=colour, linestyle=style, linewidth=2)
        axes.annotate(f"{name} {day[:7]}", (x, top), textcoords="offset points",
                      xytext=(5, -12 - 16 * place), fontsize=11, color=colour,
                      bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1})


def draw_released(axes, data):
    totals = [year.released_km2() for year in data.history if year.released_km2() is not None]
    projected = []
    if data.run["estimable"]:
        flows = data.run["released_km2"]
        projected = [sum(parts) for parts in zip(flows["cancelled"], flows["reduced"], flows["cleared"])]
    top = limit_of(totals + projected, max([median(totals) if totals else 0] + projected), 2.5)
    shown = set()
    for year in data.history:
        low = 0.0
        split = [name for name in ("cleared_km2", "reduced_km2", "cancelled_km2") if name in year.values]
        parts = [(name, year.values[name]) for name in split]
        total = year.released_km2()
        if total is not None and total > sum(value for _, value in parts) + 1e-9:
            parts.append(("released_km2", total - sum(value for _, value in parts)))
        for name, value in parts:
            label, colour, pattern = BARS[name]
            axes.bar(year.year + 0.5, value, 0.78, bottom=low, color=colour, hatch=pattern, edgecolor=INK,
                     linewidth=0.7, label=None if name in shown else label)
            shown.add(name)
            low += value
        if total is not None and total > top:
            axes.annotate(number(total), (year.year + 0.5, top * 0.98), ha="center", va="top", fontsize=10,
                          rotation=90, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1})
    if projected:
        axes.step([year + 1 for year in [flows["year"][0] - 1] + flows["year"]], [projected[0]] + projected,
                  where="pre", color=BLUE, linewidth=2, label="mean of the futures")
        axes.plot([year + 0.5 for year in flows["year"]], flows["discovered"], color=RED, linestyle="--", linewidth=1.6,
                  label="found and added, mean of the futures")
    axes.set_ylim(0, top)
    axes.set_ylabel("released in a year, km²")


def draw_projection(answers, code, path, first=None, last=None):
    """Draws the chart of one state into a file; the ending says which kind."""
    plt = use_our_look()
    data = Projection(answers, code, first, last)
    figure, (above, below) = plt.subplots(
        2, 1, figsize=(10, 9), sharex=True, gridspec_kw={"height_ratios": [2, 1], "hspace": 0.12})
    figure.subplots_adjust(left=0.085, right=0.975, top=0.845, bottom=0.205)
    draw_remaining(above, data)
    draw_released(below, data)
    below.set_xlim(data.first, data.last + 1)
    below.xaxis.set_major_locator(plt.MaxNLocator(integer=True, nbins=11))
    entries = [axes.get_legend_handles_labels() for axes in (above, below)]
    figure.legend(sum((handles for handles, _ in entries), []), sum((names for _, names in entries), []),
                  loc="lower left", bbox_to_anchor=(0.06, 0.06), ncols=3, columnspacing=1.4)
    head(figure, data.run["name"], textwrap.fill(sentence_of(data.run, data.about["horizon"]), 105))
    foot(figure, f"{answers.name()}: figures up to {data.about['origin']}, "
                 f"{data.about['trajectories']:,} futures, seed {data.about['seed']}. A stock stands at the end of "
                 f"its year. Figures beyond an axis are written out.\n"
                 f"Sources of every figure: minefree explain {answers.scenario} {code}")
    save(figure, path)
