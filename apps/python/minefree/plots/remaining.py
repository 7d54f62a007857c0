"""Mined land that is left: what was reported, and how it may go on."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, PALE, SKY, SOFT, VERMILLION, Frame, SizeName
from minefree.plots.words import amount, basis_of, day_in_words, decimal_of, in_ten, source_of
from minefree.run_result import Run

# Earlier stocks that are larger than the fan by so much would press it flat; they are told at the foot.
_FAR = 4
_STOCKS = ["confirmed_km2", "suspected_km2", "unsplit_km2"]


def remaining_area(run: Run, state: str, *, history: pd.DataFrame | None = None, size: SizeName = "wide") -> Chart:
    """A fan of the recorded land, km2, with the reported past drawn in.

    `history` is that of `mf.history`, looked up when left out. Raises KeyError where the run has no such state,
    ValueError where it has no date.
    """
    if state not in run.completion.index:
        run.state(state)
        raise ValueError(f"{state} has no date in this run, so that there is nothing to draw")
    past = reported_stock(run.history(state) if history is None else history, state)
    ahead = run.remaining.loc[state]
    row = run.completion.loc[state]
    origin, name = run.provenance["origin"], row["name"]
    title = f"{name}: mined land left"
    sentence = _sentence(run, state, past, ahead)
    near = past[past <= _FAR * max(ahead["p95"].max(), past.iloc[-1] if len(past) else 0)].loc[origin - 12 :]
    foot = (source_of(run) + " Land on record at the end of each year, suspected and confirmed; finds can make it grow."
            + _off_the_chart(past, near) + basis_of(run, state))
    frame = Frame(size, title, sentence, foot)
    axes = frame.axes(left=4, right=0, below=2, above=1.5)

    # Every value is of the end of the year that stands below it.
    end = _shown_until(ahead)
    ahead = ahead.loc[:end]
    start = run.state(state)["last_stock_km2"]
    x = [origin, *ahead.index]
    begins = float(past.iloc[-1]) if len(past) else start
    line = {c: [begins if begins is not None else ahead[c].iloc[0], *ahead[c]] for c in ("p05", "p25", "p50", "p75", "p95")}
    width = frame.size.line_width
    axes.fill_between(x, line["p05"], line["p95"], color=PALE, linewidth=0)
    axes.fill_between(x, line["p25"], line["p75"], color=SKY, linewidth=0)
    axes.plot(x, line["p50"], color=BLUE, linewidth=1.3 * width)
    axes.plot(near.index, near, color=INK, linewidth=width, marker="o", markersize=2.6 * width)
    _reported_since(axes, run, state, width)
    axes.set_xlim(min([*near.index, origin]) - 0.3, end + 0.2)
    top = max([*line["p95"], *near])
    axes.set_ylim(0, top * 1.12)
    axes.yaxis.set_major_locator(MaxNLocator(5))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}" if top >= 5 else f"{value:g}"))
    axes.xaxis.set_major_locator(MaxNLocator(7, integer=True))
    points = frame.text_points()
    axes.text(0, 1.02, "km²", transform=axes.transAxes, fontsize=points, color=SOFT, ha="right", va="bottom")
    _deadline(axes, row["deadline"], top, points, width)
    _key(axes, frame)
    table = pd.concat({"reported_km2": past, **{f"{c}_km2": run.remaining.loc[state][c] for c in ("p05", "p25", "p50", "p75", "p95")}},
                      axis=1).rename_axis("year")
    return Chart(frame.figure, title=title, sentence=sentence, table=table)


def reported_stock(history: pd.DataFrame, state: str) -> pd.Series:
    """Recorded land by year, km2, from the figures of `mf.history`."""
    rows = history[(history["state"] == state) & history["variable"].isin(_STOCKS) & history["year"].notna()]
    stock = rows.groupby(rows["year"].astype(int))["value"].sum(min_count=1).dropna()
    return stock.rename("reported_km2")


def _off_the_chart(past: pd.Series, near: pd.Series) -> str:
    left_out = past.drop(near.index)
    return f" Not drawn: {amount(left_out.iloc[-1])} km² in {left_out.index[-1]} and what was reported before." if len(left_out) else ""


def _sentence(run: Run, state: str, past: pd.Series, ahead: pd.DataFrame) -> str:
    name, targets = run.name_of(state), list(run.probability.columns)
    by = 2030 if 2030 in targets else targets[len(targets) // 2] if targets else int(ahead.index[-1])
    low, high = ahead.loc[by, "p25"], ahead.loc[by, "p75"]
    done = float(run.completed_by_month.loc[f"{by}-12", state])
    had = f"{amount(past.iloc[-1])} km² were on record at the end of {past.index[-1]}. " if len(past) else ""
    return (f"{had}By the end of {by}, half of the futures have between {amount(low)} and {amount(high)} km² left; "
            f"in {in_ten(done)} {name} has finished.")


def _shown_until(ahead: pd.DataFrame) -> int:
    """The year after which next to nothing is left in nineteen of twenty futures; at most 20 years, or the horizon."""
    empty = ahead.index[ahead["p95"] <= 0]
    last = int(empty[0]) + 1 if len(empty) else int(ahead.index[-1])
    return min(last, int(ahead.index[0]) + 19, int(ahead.index[-1]))


def _reported_since(axes: Axes, run: Run, state: str, width: float) -> None:
    since = run.state(state)["reported"]
    if since["year"]:
        axes.plot(since["year"], since["remaining_km2"], color=INK, linestyle="none", marker="o",
                  markersize=3 * width, markerfacecolor="white", markeredgewidth=0.7 * width)


def _deadline(axes: Axes, deadline: str | None, top: float, points: float, width: float) -> None:
    if not isinstance(deadline, str):
        return
    x = decimal_of(deadline) - 1
    axes.axvline(x, color=VERMILLION, linewidth=0.8 * width, linestyle=(0, (4, 2)))
    axes.text(x, top * 1.115, f" deadline {day_in_words(deadline)}", color=VERMILLION, fontsize=points, va="top", ha="left",
              bbox={"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.8})


def _key(axes: Axes, frame: Frame) -> None:
    width = frame.size.line_width
    handles = [Line2D([], [], color=INK, marker="o", linewidth=width, markersize=2.6 * width, label="reported"),
               Line2D([], [], color=BLUE, linewidth=1.3 * width, label="half of futures below"),
               Patch(color=SKY, label="middle half of futures"),
               Patch(color=PALE, label="9 of 10 futures")]
    axes.legend(handles=handles, loc="upper right", fontsize=frame.text_points(0.75), frameon=True, framealpha=0.85,
                edgecolor="none", handlelength=1.4, bbox_to_anchor=(1.0, 0.9))
