#!/usr/bin/env python3
"""Draws what came of a frozen forecast: the reports since on its fan, and why the date moved.

    tools/draw_overlay.py scenarios/frozen/2020-landmine-free-2025.json AGO -o angola.svg

Needs matplotlib in a virtual environment (tools/draw_projection.py says how) and the program (./dev build). With
several states, {} in the name of the file stands for the code. The same figures make the same bytes.
"""

import argparse
import json
import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from state_pages_parts.answers import NoAnswer, ask  # noqa: E402

STEP_NAMES = {"engine": "made\nagain", "time": "time", "release": "release", "area": "new\narea",
              "kind": "kind of\nland", "hidden": "hidden\nland", "money": "money", "parameters": "para-\nmeters"}


def is_date(movement):
    return movement["measure"] == "completion_date"


def measure_of(movement):
    if is_date(movement):
        return {0.5: "half of the futures are complete"}.get(
            movement["share"], f"{100 * movement['share']:.0f} % of the futures are complete")
    return f"complete by the end of {movement['by_end_of']}"


def change_of(change, movement):
    if not is_date(movement):
        return f"{100 * change:+.1f} points" if abs(change) >= 0.0005 else "0 points"
    months = 12 * change
    return f"{months:+.0f} months" if abs(months) >= 0.5 else "0 months"


def sentence_of(state, overlay):
    """What the chart says, in two sentences."""
    scored = [check for check in state["stocks"] if not check["redefined"]]
    inside = sum(check["inside_80"] for check in scored)
    text = (f"Of {len(scored)} stocks reported since, {inside} lie within four fifths of the futures seen from the end of "
            f"{overlay['frozen']['origin']}. ") if scored else "No stock was reported since that can be compared. "
    movement = state["movement"]
    if not movement:
        return text + "Why its date moved cannot be told: " + state.get("no_movement", overlay["no_movements"]) + "."
    largest = max(movement["steps"], key=lambda step: abs(step["change"]))
    name = STEP_NAMES[largest["step"]].replace("-\n", "").replace("\n", " ")
    level = (f"from {movement['then']:.1f} to {movement['now']:.1f}" if is_date(movement)
             else f"from {100 * movement['then']:.1f} % to {100 * movement['now']:.1f} %")
    what = "The date by which " + measure_of(movement) if is_date(movement) else "The chance to be " + measure_of(movement)
    return (text + f"{what} moved {level}; the largest step is {name} "
            f"({change_of(largest['change'], movement)}).")


def draw_fan(axes, kept, state, years, look):
    x = [year + 1 for year in years]  # the end of a year is the start of the next
    fan = {float(key): values for key, values in kept["remaining_km2"].items()}
    axes.fill_between(x, fan[0.05], fan[0.95], color=look.WIDE_BAND, label="nine in ten futures, as frozen")
    axes.fill_between(x, fan[0.25], fan[0.75], color=look.NARROW_BAND, label="half of the futures (middle)")
    axes.plot(x, fan[0.5], color=look.BLUE, linewidth=2.4, label="median future")
    axes.plot([kept["last_stock_year"] + 1], [kept["last_stock_km2"]], "s", color=look.INK, markersize=7,
              label="stock known when frozen")
    for anew, form, label in ((False, "o", "reported since"), (True, "D", "reported since, counted anew")):
        checks = [check for check in state["stocks"] if check["redefined"] == anew]
        if checks:
            axes.plot([check["year"] + 1 for check in checks], [check["reported_km2"] for check in checks], form,
                      color=look.INK, markersize=8, markerfacecolor="white" if anew else look.INK, linestyle="none",
                      zorder=5, clip_on=False, label=label)
    values = fan[0.95] + [check["reported_km2"] for check in state["stocks"]] + [kept["last_stock_km2"]]
    axes.set_ylim(0, 1.1 * max(values))
    axes.set_xlim(min(kept["last_stock_year"] + 1, x[0]) - 0.3, x[-1] + 0.3)
    axes.set_ylabel("mined land on record, km²")
    axes.xaxis.set_major_locator(look.plt.MaxNLocator(integer=True))
    axes.legend(loc="upper left", bbox_to_anchor=(0, -0.1), ncols=3, columnspacing=1.2)


def draw_waterfall(axes, movement, overlay, look):
    scale = 1 if is_date(movement) else 100
    names = [f"end of\n{overlay['frozen']['origin']}"]
    level = movement["then"]
    axes.plot([-0.4, 0.6], [scale * level] * 2, color=look.INK, linewidth=3)
    levels = [level]
    for place, step in enumerate(movement["steps"], 1):
        after = level + step["change"]
        later = step["change"] > 0 if is_date(movement) else step["change"] < 0
        axes.bar(place, scale * step["change"], 0.66, bottom=scale * level, color=look.RED if later else look.SKY,
                 hatch="" if later else "///", edgecolor=look.INK, linewidth=0.8)
        axes.plot([place - 0.4, place + 1.4 if place < len(movement["steps"]) else place + 0.6], [scale * after] * 2,
                  color=look.INK, linewidth=0.9, linestyle=":")
        axes.annotate(change_of(step["change"], movement).split()[0], (place, scale * max(level, after)),
                      textcoords="offset points", xytext=(0, 4), ha="center", fontsize=10.5)
        names.append(STEP_NAMES[step["step"]])
        level = after
        levels.append(level)
    end = len(movement["steps"]) + 1
    axes.plot([end - 0.6, end + 0.4], [scale * movement["now"]] * 2, color=look.INK, linewidth=3)
    names.append(f"end of\n{overlay['today']['origin']}")
    for place, value, side in ((0, movement["then"], "center"), (end, movement["now"], "center")):
        axes.annotate(f"{value:.1f}" if is_date(movement) else f"{100 * value:.1f} %", (place, scale * value),
                      textcoords="offset points", xytext=(0, 6), ha=side, fontsize=11, fontweight="bold")
    axes.set_xticks(range(len(names)), names, fontsize=10.5)
    room = 0.12 * (max(levels) - min(levels)) or 0.5
    axes.set_ylim(scale * (min(levels) - room), scale * (max(levels) + 1.4 * room))
    axes.yaxis.set_major_locator(look.plt.MaxNLocator(6, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.6g}")
    axes.set_ylabel("half complete by" if is_date(movement) and movement["share"] == 0.5
                    else "date" if is_date(movement) else "probability, %")


def draw(path, frozen_name, kept, state, years, overlay):
    from state_pages_parts import look
    plt = look.use_our_look()
    movement = state["movement"]
    figure, panels = plt.subplots(2 if movement else 1, 1, figsize=(10, 10.2 if movement else 6.4), squeeze=False,
                                  gridspec_kw={"hspace": 0.42})
    figure.subplots_adjust(left=0.1, right=0.975, top=0.85, bottom=0.125 if movement else 0.25)
    draw_fan(panels[0][0], kept, state, years, look)
    if movement:
        draw_waterfall(panels[1][0], movement, overlay, look)
    figure.text(0.02, 0.975, f"{state['name']}: what came of the forecast of {overlay['frozen']['origin']}", fontsize=16,
                fontweight="bold", va="top")
    figure.text(0.02, 0.937, textwrap.fill(sentence_of(state, overlay), 100), fontsize=12, va="top", linespacing=1.35)
    unit = "Months" if movement and is_date(movement) else "Points of probability"
    order = (f"{unit} are written on the bars: plain ones for the worse, hatched for the better. Another order would share "
             "the movement out otherwise.\n")
    figure.text(0.02, 0.012, (order if movement else "") +
                f"{overlay['frozen_name']}; {overlay['frozen']['trajectories']:,} futures, seed "
                f"{overlay['frozen']['seed']}. A stock stands at the end of its year.\n"
                f"The same as a table: minefree overlay {frozen_name} --state {state['code']}",
                fontsize=9.5, color="#555555", va="bottom", linespacing=1.3)
    look.save(figure, path)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("frozen", help="file of minefree freeze")
    parser.add_argument("codes", nargs="+", metavar="CODE", help="ISO3 code; several make several files")
    parser.add_argument("-o", "--out", required=True, help="file; with several states {} stands for the code")
    parser.add_argument("--scenario", help="the forecast of today; scenarios/baseline.yaml when left out")
    options = parser.parse_args(arguments)
    if len(options.codes) > 1 and "{}" not in options.out:
        parser.error("with several states the name of the file needs {}, which stands for the code")
    try:
        words = ["--scenario", options.scenario] if options.scenario else []
        overlay = ask("overlay", options.frozen, "--quiet", *words)
        frozen = json.loads(Path(options.frozen).read_text(encoding="utf-8"))
        kept = {state["code"]: state for state in frozen["states"] if state["estimable"]}
        states = {state["code"]: state for state in overlay["states"]}
        for code in options.codes:
            if code not in kept:
                print(f"{options.frozen} has no forecast of {code}.", file=sys.stderr)
                return 2
            draw(options.out.replace("{}", code), options.frozen, kept[code], states[code], frozen["years"], overlay)
    except NoAnswer as failure:
        print(failure, file=sys.stderr)
        return 1
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is missing: tools/draw_projection.py --help says how to get it", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
