"""Which parameter moves the answer most: shares of the variance, or elementary effects, with their intervals."""

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.ticker import FuncFormatter, MaxNLocator

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, LINE, ORANGE, SOFT, Frame, SizeName
from minefree.words import plain

if TYPE_CHECKING:
    from minefree.sensitivity import Indices

# By method: which columns are drawn, each with what it is called and whether it is hatched.
_BARS = {
    "sobol": [("S1", "known alone", BLUE, ""), ("ST", "together with others", ORANGE, "//")],
    "shapley": [("share", "its share", BLUE, "")],
    "morris": [("mu_star", "mean size of its effect", BLUE, "")],
}

# What the axis shows, and what the lines stand for. Only Sobol indices leave noise out by their formula.
_AXES = {
    "sobol": "share of the variance, noise of the simulation left out",
    "shapley": "share of the variance of the fitted polynomial",
    "morris": "change of “{output}” over the whole range",
}
_LINES = {
    "sobol": "Lines: 95 % intervals.",
    "shapley": "Lines: 95 % intervals.",
    "morris": "Lines: 95 % intervals over other paths; noise of the simulation makes sizes larger.",
}


def sensitivity_bars(indices: "Indices", *, most: int = 12, names: dict[str, str] | None = None, size: SizeName = "wide") -> Chart:
    """Bars for each parameter of what `sensitivity.sobol`, `shapley` or `morris` gave, with 95 % intervals.

    The `most` largest are drawn; `names` are what people call the parameters. Raises ValueError where nothing but noise
    moved the output, so that there is no bar to draw.
    """
    bars = _BARS[indices.method]
    table = indices.table
    if table[bars[-1][0]].isna().all():
        raise ValueError(f"'{indices.output}' moves by nothing but noise in this sweep, so that there is nothing to draw")
    drawn = table.head(most).iloc[::-1]
    shares = indices.method != "morris"
    title = f"What decides “{plain(indices.output)}”?"
    frame = Frame(size, title, indices.sentence, f"{indices.source} {_LINES[indices.method]}{_left_out(table, most)}")
    axes = frame.axes(left=22, right=4, below=3.2, above=1.6)
    width, points = frame.size.line_width, frame.text_points(0.78)
    high = 0.8 / len(bars)
    for k, (column, label, colour, hatch) in enumerate(bars):
        places = [i + (len(bars) - 1 - 2 * k) * high / 2 for i in range(len(drawn))]
        values, half = drawn[column].to_numpy(), drawn[f"{column}_conf"].to_numpy()
        axes.barh(places, values.clip(min=0), height=high * 0.92, color=colour, hatch=hatch, edgecolor="white", linewidth=0.4, label=label)
        axes.hlines(places, values - half, values + half, color=INK, linewidth=0.8 * width)
        for place, value, end in zip(places, values, values + half, strict=True):
            axes.annotate(f"{max(round(100 * value), 0)} %" if shares else f"{value:.3g}", (max(end, 0), place), xytext=(4, 0),
                          textcoords="offset points", fontsize=points * 0.85, va="center", color=INK)
    axes.set_yticks(range(len(drawn)), [_called(name, names) for name in drawn.index], fontsize=points)
    axes.tick_params(axis="x", labelsize=points)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", color=LINE, linewidth=0.3 * width)
    ends = pd.concat([drawn[column] + drawn[f"{column}_conf"] for column, *_ in bars])
    axes.set_xlim(0, max(float(ends.max()) * 1.1, 1e-12))
    axes.xaxis.set_major_locator(MaxNLocator(6))
    if shares:
        axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{100 * x:.0f} %"))
    axes.set_xlabel(_AXES[indices.method].format(output=plain(indices.output)), fontsize=points, color=SOFT)
    if len(bars) > 1:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, fontsize=points, frameon=False, handlelength=1.3,
                    borderaxespad=0.2)
    return Chart(frame.figure, title=title, sentence=indices.sentence, table=table)


def _called(name: object, names: dict[str, str] | None) -> str:
    return (names or {}).get(str(name), plain(str(name)))


def _left_out(table: pd.DataFrame, most: int) -> str:
    return f" The {len(table) - most} smallest are not drawn." if len(table) > most else ""
