"""The date of completion: in how many futures it has come by then."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, PALE, SOFT, VERMILLION, Frame, SizeName
from minefree.plots.words import basis_of, day_in_words, decimal_of, in_ten, source_of, year_of
from minefree.run_result import Run


def completion_date(run: Run, state: str, *, size: SizeName = "wide") -> Chart:
    """The S-curve of one state, with its deadline, and the dates by which 5 and 8 of 10 futures are complete.

    Raises KeyError where the run has no such state, ValueError where it has no date.
    """
    if state not in run.completion.index:
        run.state(state)
        raise ValueError(f"{state} has no date in this run, so that there is nothing to draw")
    row = run.completion.loc[state]
    share = run.completed_by_month[state]
    title = f"{row['name']}: when is the last known mined area cleared?"
    sentence = _sentence(run, row)
    frame = Frame(size, title, sentence, source_of(run) + basis_of(run, state))
    axes = frame.axes(left=7, right=1, below=2, above=1)

    width, points = frame.size.line_width, frame.text_points()
    x = [period.year + period.month / 12 for period in share.index]
    start, end = run.provenance["origin"] + 1.0, run.provenance["horizon"] + 1.0
    axes.fill_between([start, *x], [0, *share], color=PALE, linewidth=0)
    axes.plot([start, *x], [0, *share], color=BLUE, linewidth=1.4 * width)
    axes.set_ylim(0, 1.03)
    axes.set_xlim(start - 0.4, end)
    axes.yaxis.set_major_locator(FixedLocator([0, 0.2, 0.4, 0.6, 0.8, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{10 * value:.0f} of 10"))
    axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    axes.text(0, 1.02, "futures complete by then", transform=axes.transAxes, fontsize=points, color=SOFT, ha="left",
              va="bottom")
    for quantile, level in (("p50", 0.5), ("p80", 0.8)):
        if not np.isnan(row[quantile]):
            _mark(axes, row[quantile], level, start, end, width, points)
    if isinstance(row["deadline"], str):
        at = decimal_of(row["deadline"])
        axes.axvline(at, color=VERMILLION, linewidth=0.9 * width, linestyle=(0, (4, 2)))
        axes.text(at + 0.3, 0.985, f"deadline {day_in_words(row['deadline'])}", color=VERMILLION, fontsize=points, va="top",
                  bbox={"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.85})
    table = pd.DataFrame({"month": share.index.astype(str), "share_complete": share.to_numpy()}).set_index("month")
    return Chart(frame.figure, title=title, sentence=sentence, table=table)


def _mark(axes: Axes, date: float, level: float, start: float, end: float, width: float, points: float) -> None:
    axes.plot([start, date, date], [level, level, 0], color=INK, linewidth=0.6 * width, linestyle=(0, (1, 1.5)))
    axes.plot([date], [level], marker="o", color=INK, markersize=3.6 * width)
    right = date < start + 0.72 * (end - start)
    axes.text(date + (0.6 if right else -0.6), level - 0.02, f"{10 * level:.0f} of 10: {year_of(date)}", fontsize=points,
              fontweight="bold", color=INK, va="top", ha="left" if right else "right",
              bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5, "alpha": 0.8})


def _sentence(run: Run, row: pd.Series) -> str:
    horizon = run.provenance["horizon"]
    said = []
    for quantile, futures in (("p50", "5"), ("p80", "8")):
        date = row[quantile]
        said.append(f"in {futures} by {year_of(date)}" if not np.isnan(date) else f"in fewer than {futures} by {horizon}")
    words = f"Of 10 futures, {row['name']} has finished {said[0]}" + (f", {said[1]}." if not np.isnan(row["p50"]) else ".")
    if isinstance(row["deadline"], str):
        words += f" It meets its deadline of {day_in_words(row['deadline'])} in {in_ten(row['deadline_met'])}."
    if row["never_share"] > 0.005:
        words += f" In {in_ten(row['never_share'])} it is not finished by {horizon}."
    return words
