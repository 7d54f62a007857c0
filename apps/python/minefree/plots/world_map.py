"""A map of the answer in words: likely, possible, unlikely, or not known."""

import textwrap

import pandas as pd
from matplotlib.patches import Patch, PathPatch

from minefree.plots.chart import Chart
from minefree.plots.style import INK, LAND, LINE, Frame, SizeName
from minefree.plots.words import short_name, source_of
from minefree.plots.world_shapes import country_paths
from minefree.run_result import Run

# Dark is far from done, in grey too. What is not known is hatched, never pale.
_LOOKS = {
    "likely": ("#9ad4f2", "...", "likely: at least 2 of 3 futures"),
    "possible": ("#e69f00", "", "possible: 1 of 3 to 2 of 3"),
    "unlikely": ("#8c2d04", "", "unlikely: fewer than 1 of 3"),
    "unknown": ("white", "////", "not known: no date can be given"),
}

_SMALL = 0.06  # across, on the projection; Bosnia and Herzegovina, Kosovo, Lebanon


def world_map(run: Run, *, by: int = 2030, size: SizeName = "wide") -> Chart:
    """States by whether they are complete by the end of `by`: likely (2 of 3 futures or more), possible, unlikely
    (fewer than 1 of 3), or unknown, hatched. Raises ValueError where `by` is not a simulated year."""
    table = _categories(run, by)
    count = table["category"].value_counts()
    title = f"Cleared of known mines by {by}?"
    sentence = (f"Of {len(table)} affected states, {_of(count, 'likely')} likely to have cleared their last known mined area by the "
                f"end of {by}, {_of(count, 'possible')} possible, {_of(count, 'unlikely')} unlikely; for "
                f"{int(count.get('unknown', 0))} no date can be given.")
    foot = f"{source_of(run)} Shapes: Natural Earth, simplified; they imply no opinion on any border or status."
    frame = Frame(size, title, sentence, foot)
    tall = frame.size.height >= frame.size.width
    axes = frame.axes(left=0, right=0, below=24 if size == "story" else 6.2 if tall else 0, above=0)
    axes.axis("off")
    axes.set_aspect("equal", anchor="N" if size == "story" else "C" if tall else "E")
    width = frame.size.line_width
    category = table["category"].to_dict()
    for code, path in country_paths().items():
        look = _LOOKS.get(category.get(code, ""))
        if look is None:
            axes.add_patch(PathPatch(path, facecolor=LAND, edgecolor=LINE, linewidth=0.15 * width))
            continue
        axes.add_patch(PathPatch(path, facecolor=look[0], edgecolor=INK, linewidth=0.18 * width, hatch=look[1], zorder=2))
        if path.get_extents().size.max() < _SMALL:  # too small to be seen from afar
            box = path.get_extents()
            axes.plot([(box.x0 + box.x1) / 2], [(box.y0 + box.y1) / 2], marker="o", markersize=2.6 * width, color=look[0],
                      markeredgecolor=INK, markeredgewidth=0.25 * width, zorder=3)
    # Where there is more height than width, the map is cut to the affected lands.
    axes.set_xlim(*((-1.75, 2.15) if tall else (-2.2, 2.6)))
    axes.set_ylim(-0.95, 1.28)
    handles = [Patch(facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.5, label=f"{words} ({int(count.get(key, 0))})" + _named(table, key, size))
               for key, (colour, hatch, words) in _LOOKS.items()]
    frame.figure.legend(handles=handles, loc="lower left", bbox_to_anchor=(frame.area[0], frame.area[1]),
                        fontsize=frame.text_points(1.0 if size == "story" else 0.8), frameon=False, borderaxespad=0, labelspacing=0.9 if size == "story" else 0.5,
                        handlelength=1.6, handleheight=1.2)
    return Chart(frame.figure, title=title, sentence=sentence, table=table)


def _categories(run: Run, by: int) -> pd.DataFrame:
    origin, horizon = run.provenance["origin"], run.provenance["horizon"]
    if not origin < by <= horizon:
        raise ValueError(f"{by} is not a simulated year of this run, {origin + 1} to {horizon}")
    states = run.states
    share = run.completed_by_month
    chance = share.loc[f"{by}-12"] if len(share) else pd.Series(dtype=float)
    table = pd.DataFrame({"name": states["name"], "probability": chance.reindex(states.index)})
    table["category"] = ["unknown" if pd.isna(p) else "likely" if p >= 2 / 3 else "possible" if p >= 1 / 3 else "unlikely"
                         for p in table["probability"]]
    return table[states["status"] != "declared"]


def _named(table: pd.DataFrame, category: str, size: SizeName) -> str:
    """Where there is room, who they are; the refused ones are too many."""
    if size != "story" or category == "unknown":
        return ""
    names = [short_name(name) for name in table.loc[table["category"] == category, "name"]]
    return "\n" + textwrap.fill(", ".join(names), 46) if names else ""


def _of(count: pd.Series, category: str) -> str:
    number = int(count.get(category, 0))
    return f"{number} {'is' if number == 1 else 'are'}"
