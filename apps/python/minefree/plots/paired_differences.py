"""What another scenario changes, state by state, in the same futures."""

import numpy as np
import pandas as pd
from matplotlib.ticker import FuncFormatter, MaxNLocator

from minefree.answers import Comparison
from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, SOFT, VERMILLION, Frame, SizeName
from minefree.plots.words import short_name, signed


def paired_differences(comparison: Comparison, scenario: str | None = None, *, by: int = 2030,
                       size: SizeName = "wide") -> Chart:
    """Dots: how many more or fewer of 100 futures are complete by the end of `by`, with two standard errors.

    `scenario` is the id of one of the others, the first when left out. Raises KeyError where there is none of that
    name, ValueError where `by` is not a target of the base.
    """
    names = comparison.names
    base, *others = names
    scenario = others[0] if scenario is None else scenario
    table = comparison.probability_difference.loc[scenario].reset_index()
    if by not in set(table["target"]):
        raise ValueError(f"{by} is not a target of '{base}'; its targets are {sorted(set(table['target']))}")
    table = table[table["target"] == by].set_index("state").drop(columns="target")
    table.insert(0, "name", comparison.states.loc[scenario]["name"])
    table = table.join(comparison.states.loc[scenario][["earlier_share", "later_share", "median_years_gained"]])
    table = table.iloc[table["value"].abs().argsort(kind="stable")]  # drawn from below: the largest is on top

    title = f"“{names[scenario]}”: what it changes by {by}"
    sentence = _sentence(table, by)
    told = comparison.provenance
    foot = (f"minefree {told['version']}, “{names[scenario]}” against “{names[base]}”, the same {told['trajectories']:,} "
            "simulated futures under both, so that only the scenario differs. Bars: two standard errors of the simulation.")
    frame = Frame(size, title, sentence, foot)
    axes = frame.axes(left=17 if size in ("wide", "print") else 19, right=8, below=3.2, above=0.5)

    width, points = frame.size.line_width, frame.text_points(0.72 if len(table) > 16 and size != "story" else 0.8)
    value, error = 100 * table["value"].to_numpy(), 200 * table["standard_error"].fillna(0).to_numpy()
    for i, (change, around) in enumerate(zip(value, error, strict=True)):
        clear = abs(change) > around
        colour = SOFT if not clear else BLUE if change > 0 else VERMILLION
        marker = "o" if not clear else ">" if change > 0 else "<"
        axes.plot([0, change], [i, i], color=colour, linewidth=0.6 * width)
        axes.plot([change - around, change + around], [i, i], color=colour, linewidth=1.6 * width, alpha=0.45)
        axes.plot([change], [i], marker=marker, markersize=3.4 * width, color=colour,
                  markerfacecolor=colour if clear else "white", markeredgewidth=0.6 * width)
        axes.text(1.01, i, signed(change),
                  transform=axes.get_yaxis_transform(), fontsize=points, va="center", ha="left", color=colour)
    reach = max(1.0, float(np.max(np.abs(value) + error)) * 1.08)
    one_sided = (value >= 0).all(), (value <= 0).all()
    axes.set_xlim(-reach * (0.08 if one_sided[0] else 1), reach * (0.08 if one_sided[1] else 1))
    axes.set_ylim(-0.7, len(table) - 0.3)
    axes.axvline(0, color=INK, linewidth=0.6 * width)
    axes.set_yticks(range(len(table)), [short_name(name) for name in table["name"]], fontsize=points)
    axes.grid(axis="x", color="#e3e5e8", linewidth=0.3 * width)
    axes.grid(axis="y", visible=False)
    axes.tick_params(axis="x", labelsize=points)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: signed(x) if x else "no change"))
    axes.set_xlabel(f"more (+) or fewer (−) of 100 futures complete by the end of {by}", fontsize=points, color=SOFT)
    return Chart(frame.figure, title=title, sentence=sentence, table=table.iloc[::-1])


def _sentence(table: pd.DataFrame, by: int) -> str:
    clear = table[table["value"].abs() > 2 * table["standard_error"].fillna(0)]
    if clear.empty:
        return f"In no state does the chance to finish by {by} move by more than the simulation can tell."
    up, down = clear[clear["value"] > 0], clear[clear["value"] < 0]
    parts = []
    for part, word in ((up, "rises"), (down, "falls")):
        if len(part):
            most = part.loc[part["value"].abs().idxmax()]
            parts.append(f"{word} in {len(part)} of {len(table)} states, most in {most['name']}: from {100 * most['base']:.0f} to "
                         f"{100 * most['other']:.0f} of 100 futures")
    return f"The chance to finish by {by} " + "; it ".join(parts) + "."
