"""An answer over two parameters of a grid, with its value in every cell."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.patches import Rectangle

from minefree.plots.chart import Chart
from minefree.plots.style import INK, SOFT, Frame, SizeName
from minefree.plots.words import level_in_words
from minefree.sweep_result import SweepResult
from minefree.words import capital, joined, plain

# One hue from light to dark: the order is the same in grey and with any colour vision.
_COLOURS = LinearSegmentedColormap.from_list("minefree", ["#f2f7fc", "#9ecae6", "#3b8bc2", "#0b3d66"])
_MOST_LEVELS = 20  # more cells could not be read


def heat_map(result: SweepResult, output: str, across: str, up: str, *, at: Mapping[str, float] | None = None,
             names: dict[str, str] | None = None, size: SizeName = "wide") -> Chart:
    """The output over two parameters of a sweep with the design `grid`, dark where it is high.

    Other parameters are averaged over their levels, or held at the level nearest to what `at` says. `names` are what
    people call the parameters. Raises KeyError for a name that the sweep does not have, ValueError where the points
    are no grid of these two.
    """
    told = result.points
    if missing := [name for name in (across, up, *(at or {})) if name not in told.columns]:
        raise KeyError(f"this sweep has no parameter {missing[0]}; it has {', '.join(told.columns)}")
    values = pd.Series(result.output(output), index=told.index)
    for name, wanted in (at or {}).items():
        levels = np.unique(told[name])
        kept = told[name] == levels[np.abs(levels - wanted).argmin()]
        told, values = told[kept], values[kept]
    table = _grid(told, values, across, up)
    called = {name: (names or {}).get(name, plain(name)) for name in (across, up)}
    title = f"{capital(plain(output))}, by {called[across]} and {called[up]}"
    sentence = _sentence(table, output, called, across, up)
    others = [name for name in result.names if name not in (across, up, *(at or {}))]
    foot = result.source + (f" Mean over the levels of {joined([(names or {}).get(name, plain(name)) for name in others])}." if others else "")
    frame = Frame(size, title, sentence, foot)
    axes = frame.axes(left=13, right=1, below=3.6, above=0.3)
    points = frame.text_points(0.8 if table.size <= 60 else 0.6)
    scale = Normalize(table.min(axis=None), table.max(axis=None) or 1)
    rows, columns = table.shape
    write = _writer(table)
    for i in range(rows):
        for j in range(columns):
            value = table.iat[i, j]
            colour = _COLOURS(scale(value))
            axes.add_patch(Rectangle((j, i), 1, 1, facecolor=colour, edgecolor="white", linewidth=0.6 * frame.size.line_width))
            dark = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2] < 0.55
            axes.text(j + 0.5, i + 0.5, write(value), ha="center", va="center", fontsize=points, color="white" if dark else INK)
    axes.set_xlim(0, columns)
    axes.set_ylim(0, rows)
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks(np.arange(columns) + 0.5, _levels(table.columns), fontsize=points)
    axes.set_yticks(np.arange(rows) + 0.5, _levels(table.index), fontsize=points)
    axes.set_xlabel(called[across], fontsize=points, color=SOFT)
    axes.set_ylabel(called[up], fontsize=points, color=SOFT)
    return Chart(frame.figure, title=title, sentence=sentence, table=table)


def _grid(points: pd.DataFrame, values: pd.Series, across: str, up: str) -> pd.DataFrame:
    """Means of the output, a row for each level of `up` and a column for each of `across`, the same number in each."""
    wrong = ValueError(f"the points are no grid of '{across}' and '{up}'; a study with the design 'grid' has one")
    if across == up or not all(2 <= points[name].nunique() <= _MOST_LEVELS for name in (across, up)):
        raise wrong
    cells = values.groupby([points[up], points[across]])
    if cells.size().unstack().nunique(dropna=False).ne(1).any():
        raise wrong
    return cells.mean().unstack()


def _sentence(table: pd.DataFrame, output: str, called: dict[str, str], across: str, up: str) -> str:
    write = _writer(table)
    parts = []
    for end, worst in (("lowest", table.stack().idxmin()), ("highest", table.stack().idxmax())):
        parts.append(f"{end} ({write(table.loc[worst])}) with {called[across]} at {level_in_words(worst[1])} and {called[up]} at "
                     f"{level_in_words(worst[0])}")
    return f"“{capital(plain(output))}” is {' and '.join(parts)}."


def _levels(levels: pd.Index) -> list[str]:
    return [level_in_words(float(level)) for level in levels]


def _writer(table: pd.DataFrame) -> Callable[[float], str]:
    """Enough digits to tell the cells apart, and no more."""
    spread = float(table.max(axis=None) - table.min(axis=None))
    digits = int(np.clip(1 - np.floor(np.log10(spread)), 0, 4)) if spread > 0 else 1
    return lambda value: f"{value:,.{digits}f}"
