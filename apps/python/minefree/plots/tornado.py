"""Which number moves the answer most: one bar for each, from its low to its high end."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, ORANGE, SOFT, Frame, SizeName
from minefree.sweep_result import SweepResult
from minefree.words import capital, plain


def tornado(table: pd.DataFrame | SweepResult, base: float | None = None, *, outcome: str, title: str = "What moves the answer most?",
            source: str = "", dates: bool = False, most: int = 12, share: float = 0.1, names: dict[str, str] | None = None,
            size: SizeName = "wide") -> Chart:
    """Bars of the outcome at the `low` and the `high` end of each number, the longest on top.

    `table` has a row for each number, by its name, and the columns `low` and `high`: the outcome with it there. With
    `low_at` and `high_at`, the ends themselves, bars are labelled by them. `base` is the outcome with all numbers at
    their best value; `outcome` names it with its unit; `dates` says that it is a decimal year. The `most` longest are drawn.

    Of a sweep, `outcome` is one of its outputs, the ends are the `share` of the points with the lowest and highest values
    (SweepResult.ends), and `base` is the mean over all points; the others are not held but vary. `names` are what people
    call the numbers. Raises ValueError where `low` or `high` is missing, or a table comes without `base`.
    """
    swept = isinstance(table, SweepResult)
    low, high = "number at its low end", "at its high end"
    if isinstance(table, SweepResult):
        base = float(table.output(outcome).mean())
        source = source or f"{table.source} All others vary over their whole ranges; a number by a bar is the mean value there."
        table, outcome = table.ends(outcome, share=share), plain(outcome)
        low, high = (f"its {end} {100 * share:.0f} %" for end in ("lowest", "highest"))
    if missing := {"low", "high"} - set(table.columns):
        raise ValueError(f"the table lacks {' and '.join(sorted(missing))}")
    if base is None:
        raise ValueError("base is missing: the outcome with all numbers at their best value")
    table = table.assign(span=(table["high"] - table["low"]).abs()).sort_values("span", ascending=False, kind="stable")
    drawn = table.head(most).iloc[::-1].rename(index=names or {})
    if swept:
        drawn = drawn.rename(index=plain)
    first = drawn.iloc[-1]
    write = (lambda x: f"{x:.1f}".removesuffix(".0")) if dates else (lambda x: f"{x:.3g}")
    sentence = (f"{capital(str(drawn.index[-1]))} moves it most: {f'“{outcome}”' if swept else f'the {outcome}'} goes from {write(min(first['low'], first['high']))} to "
                f"{write(max(first['low'], first['high']))} as it goes from one end to the other; "
                f"{'over all points' if swept else 'with all at their best value'} it is {write(base)}{' on average' if swept else ''}.")
    frame = Frame(size, title, sentence, source or "minefree. Each number is moved alone, the others stay at their best value.")
    axes = frame.axes(left=22, right=2, below=3.2, above=1.6)
    width, points = frame.size.line_width, frame.text_points(0.78)
    for i, (_, row) in enumerate(drawn.iterrows()):
        for end, colour, hatch in (("low", BLUE, ""), ("high", ORANGE, "//")):
            axes.barh(i, row[end] - base, left=base, height=0.62, color=colour, hatch=hatch, edgecolor="white", linewidth=0.4,
                      label={"low": low, "high": high}[end] if i == 0 else None)
        if {"low_at", "high_at"} <= set(drawn.columns):
            _label_ends(axes, i, row, base, points * 0.85)
    axes.axvline(base, color=INK, linewidth=0.7 * width)
    reach = max(abs(drawn[["low", "high"]] - base).max()) * 1.2 or 1.0
    axes.set_xlim(base - reach, base + reach)
    axes.set_yticks(range(len(drawn)), drawn.index, fontsize=points)
    axes.tick_params(axis="x", labelsize=points)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", color="#e3e5e8", linewidth=0.3 * width)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=dates))
    if dates:
        axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:.0f}"))
    axes.set_xlabel(outcome, fontsize=points, color=SOFT)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, fontsize=points, frameon=False, handlelength=1.3,
                borderaxespad=0.2)
    return Chart(frame.figure, title=title, sentence=sentence, table=table.drop(columns="span"))


def _label_ends(axes: Axes, i: int, row: pd.Series, base: float, points: float) -> None:
    """The number at each end of its bar; both at the outer end where the outcome lies on one side of the base."""
    ends = [(row["low"], f"{row['low_at']:.3g}"), (row["high"], f"{row['high_at']:.3g}")]
    if (row["low"] >= base) == (row["high"] >= base):
        ends = [(max(row["low"], row["high"], key=lambda x: abs(x - base)), " and ".join(text for _, text in ends))]
    for value, text in ends:
        away = value >= base
        axes.annotate(text.replace("-", "−"), (value, i), xytext=(4 if away else -4, 0), textcoords="offset points",
                      fontsize=points, va="center", ha="left" if away else "right", color=SOFT)
