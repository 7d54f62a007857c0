"""Every state with a date at a glance: small S-curves, the likeliest to meet a year first."""

import math

import pandas as pd
from matplotlib.ticker import FixedLocator

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, PALE, SOFT, VERMILLION, Frame, SizeName, tidy
from minefree.plots.words import decimal_of, percent, short_name, source_of
from minefree.run_result import Run

_COLUMNS = {"post": 4, "story": 3, "wide": 7, "print": 6}


def all_states(run: Run, *, by: int = 2030, size: SizeName = "wide") -> Chart:
    """Small multiples of the date of completion, sorted by the probability to be complete by the end of `by`.

    Raises ValueError where the year is not simulated, or no state has a date.
    """
    share = run.completed_by_month
    if f"{by}-12" not in share.index.astype(str):
        raise ValueError(f"{by} is not a simulated year of this run")
    if share.empty:
        raise ValueError("no state of this run has a date")
    chance = share.loc[f"{by}-12"].sort_values(ascending=False, kind="stable")
    completion = run.completion
    likely = int((chance >= 2 / 3).sum())
    title = f"Who finishes by {by}?"
    sentence = (f"Of the {len(chance)} states for which a date can be given, {likely or 'none'} "
                f"{'is' if likely == 1 else 'are'} likely (at least 2 of 3 futures) to have cleared their last known mined "
                f"area by the end of {by}; {_unlikely(chance)} in fewer than 1 of 3.")
    horizon, origin = run.provenance["horizon"], run.provenance["origin"]
    foot = (f"{source_of(run)} Each curve: share of futures complete, from 0 to all, {origin + 1} to {horizon}. Number: chance by "
            f"the end of {by}. Dashed: deadline under the Convention. No date can be given for {len(run.not_estimable)} other states.")
    frame = Frame(size, title, sentence, foot)

    columns = _COLUMNS[size]
    rows = math.ceil(len(chance) / columns)
    left, bottom, wide, high = frame.area
    points = frame.text_points({"post": 0.72, "story": 0.78}.get(size, 0.66))
    line_of_text = points * frame.size.dpi / 72 / frame.size.height
    gap = 0.14 * wide / columns
    cell_wide, cell_high = (wide + gap) / columns, high / rows
    for i, (state, value) in enumerate(chance.items()):
        column, row = i % columns, i // columns
        axes = frame.figure.add_axes((left + column * cell_wide, bottom + high - (row + 1) * cell_high + 1.9 * line_of_text,
                                      cell_wide - gap, cell_high - 4.0 * line_of_text))
        tidy(axes, frame, points * 0.85)
        x = [period.year + period.month / 12 for period in share.index]
        width = frame.size.line_width
        axes.fill_between(x, share[state], color=PALE, linewidth=0)
        axes.plot(x, share[state], color=BLUE, linewidth=0.9 * width)
        axes.set_ylim(0, 1)
        axes.set_xlim(origin + 1, horizon + 1)
        axes.yaxis.set_major_locator(FixedLocator([0.5]))
        axes.set_yticklabels([])
        axes.xaxis.set_major_locator(FixedLocator([by + 1, horizon + 1]))
        axes.set_xticklabels([f"end {by}", str(horizon)], color=SOFT)
        axes.get_xticklabels()[0].set_horizontalalignment("left" if by - origin < 8 else "center")
        axes.get_xticklabels()[1].set_horizontalalignment("right")
        axes.plot([by + 1, by + 1], [0, value], color=INK, linewidth=0.5 * width)
        axes.plot([by + 1], [value], marker="o", color=INK, markersize=2.4 * width, clip_on=False)
        deadline = completion.loc[state, "deadline"]
        if isinstance(deadline, str) and decimal_of(deadline) > origin + 1:
            axes.axvline(decimal_of(deadline), color=VERMILLION, linewidth=0.6 * width, linestyle=(0, (3, 2)))
        axes.text(0, 1.06, short_name(completion.loc[state, "name"]), transform=axes.transAxes, fontsize=points, color=INK,
                  fontweight="bold", va="bottom")
        axes.text(1, 1.06, percent(value), transform=axes.transAxes, fontsize=points, color=INK, va="bottom", ha="right")
    table = completion.loc[chance.index, ["name", "p10", "p50", "p90", "never_share", "deadline", "deadline_met"]]
    table.insert(1, f"by_{by}", chance)
    return Chart(frame.figure, title=title, sentence=sentence, table=table)


def _unlikely(chance: pd.Series) -> str:
    count = int((chance < 1 / 3).sum())
    return {0: "none finishes", 1: "one finishes"}.get(count, f"{count} finish")
