"""How many states are complete, year by year."""

import pandas as pd
from matplotlib.ticker import MaxNLocator

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, PALE, SOFT, Frame, SizeName
from minefree.plots.words import source_of
from minefree.run_result import Run


def states_complete(run: Run, *, by: int = 2030, until: int | None = None, size: SizeName = "wide") -> Chart:
    """The number of the run's states complete by the end of each year, in the middle and in eight of ten futures.

    `by` is the year that the sentence names, `until` the last one drawn. Raises ValueError where `by` is not simulated.
    """
    world, counts = run.world, run.to_dict()["world"]
    if by not in world.index:
        raise ValueError(f"{by} is not a simulated year of this run")
    drawn = world.loc[: until or world.index[-1]]
    row = world.loc[by]
    title = "How many states finish?"
    sentence = (f"By the end of {by}, {_between(row)} of {counts['affected']} affected states have cleared their last known mined "
                f"area in 8 of 10 futures; {int(row['p50'])} is the middle. For {counts['affected'] - counts['estimable']} no date "
                "can be given; they count as not finished.")
    frame = Frame(size, title, sentence, source_of(run))
    axes = frame.axes(left=3, right=1, below=2, above=1.4)
    width, points = frame.size.line_width, frame.text_points()
    edges = [run.provenance["origin"], *drawn.index]  # ends of years
    low, middle, high = ([0, *drawn[c]] for c in ("p10", "p50", "p90"))
    axes.fill_between(edges, low, high, color=PALE, linewidth=0, label="8 of 10 futures")
    axes.plot(edges, middle, color=BLUE, linewidth=1.4 * width, label="the middle of all futures")
    axes.axhline(counts["affected"], color=INK, linewidth=0.6 * width)
    axes.text(edges[0], counts["affected"], f"all {counts['affected']} affected states", fontsize=points, va="bottom", color=INK)
    axes.axhline(counts["estimable"], color=SOFT, linewidth=0.6 * width, linestyle=(0, (4, 2)))
    axes.text(edges[0], counts["estimable"], f"{counts['estimable']} states for which a date can be given", fontsize=points,
              va="bottom", color=SOFT)
    at = by
    axes.plot([at, at], [row["p10"], row["p90"]], color=INK, linewidth=0.9 * width)
    axes.plot([at], [row["p50"]], marker="o", color=INK, markersize=3.4 * width)
    axes.annotate(f"end of {by}: {_between(row)}", (at, row["p90"]), xytext=(0, points * 0.6), textcoords="offset points",
                  fontsize=points, fontweight="bold", ha="center", va="bottom", color=INK)
    axes.legend(loc="upper right", bbox_to_anchor=(1, 0.9), fontsize=frame.text_points(0.8), frameon=True, edgecolor="none",
                framealpha=0.9, handlelength=1.5)
    axes.set_ylim(0, counts["affected"] * 1.1)
    axes.set_xlim(edges[0] - 0.3, edges[-1])
    axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    axes.text(0, 1.02, "states complete at the end of the year", transform=axes.transAxes, fontsize=points, color=SOFT, va="bottom")
    return Chart(frame.figure, title=title, sentence=sentence, table=drawn.rename(columns=lambda c: f"states_{c}"))


def _between(row: pd.Series) -> str:
    low, high = int(row["p10"]), int(row["p90"])
    return f"{low} to {high}" if low != high else str(low)
