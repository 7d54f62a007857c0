"""A box of scenario discovery: within which bounds a result comes about."""

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, LINE, SOFT, Frame, SizeName
from minefree.plots.words import level_in_words
from minefree.words import plain

if TYPE_CHECKING:
    from minefree.sensitivity import Discovery


def discovered_box(discovery: "Discovery", *, box: int = 1, names: dict[str, str] | None = None, size: SizeName = "wide") -> Chart:
    """The bounds of one box of `sensitivity.discover` within the whole range of each parameter that has one.

    `box` counts from 1; `names` are what people call the parameters. Raises ValueError where there is no such box.
    """
    if not 1 <= box <= len(discovery.boxes):
        raise ValueError(f"there is no box {box}; {len(discovery.boxes) or 'none'} was found" if len(discovery.boxes) < 2
                         else f"there is no box {box}; {len(discovery.boxes)} were found")
    drawn = discovery.boxes[box - 1]
    title = f"When is “{plain(discovery.output)}” {'below' if discovery.below else 'at least'} {discovery.threshold:g}?"
    share = f"{100 * drawn.density:.0f} of 100 points within these bounds are such; they hold {100 * drawn.coverage:.0f} of 100 of all such points."
    sentence = discovery.sentence if box == 1 else f"Of what the first box leaves: {share}"
    unsure = f" At {100 * discovery.unsure:.1f} % of the points two halves of the futures do not agree on which side they are." if discovery.unsure else ""
    frame = Frame(size, title, sentence, discovery.source + unsure)
    axes = frame.axes(left=22, right=10, below=2.6, above=0.5)
    width, points = frame.size.line_width, frame.text_points(0.8)
    limits = drawn.limits.iloc[::-1]
    for i, (name, row) in enumerate(limits.iterrows()):
        whole = discovery.ranges.loc[name]
        axes.add_patch(Rectangle((0, i - 0.1), 1, 0.2, facecolor="white", edgecolor=LINE, linewidth=0.7 * width))
        axes.add_patch(Rectangle((row["low_place"], i - 0.22), row["high_place"] - row["low_place"], 0.44, facecolor=BLUE))
        for place, value, align, bound in ((row["low_place"], row["low"], "right", row["low_place"] > 0),
                                           (row["high_place"], row["high"], "left", row["high_place"] < 1)):
            axes.annotate(level_in_words(value), (place, i), xytext=(4 if align == "left" else -4, 0), textcoords="offset points",
                          fontsize=points, ha=align, va="center", color=INK if bound else SOFT, fontweight="bold" if bound else "normal")
        for place, value, bound in ((0, whole["low"], row["low_place"] > 0), (1, whole["high"], row["high_place"] < 1)):
            if bound:
                axes.annotate(level_in_words(value), (place, i - 0.24), fontsize=points * 0.8, color=SOFT, va="top",
                              ha="left" if place == 0 else "right")
    axes.set_yticks(range(len(limits)), [(names or {}).get(str(name), plain(str(name))) for name in limits.index], fontsize=points)
    middle, around = (len(limits) - 1) / 2, max(len(limits), 3) / 2
    axes.set_ylim(middle - around, middle + around)
    axes.set_xlim(-0.12, 1.02)
    axes.set_xticks([0, 1], ["low end of the range", "high end"], fontsize=points * 0.9, color=SOFT)
    axes.get_xticklabels()[1].set_horizontalalignment("right")
    axes.get_xticklabels()[0].set_horizontalalignment("left")
    axes.spines["bottom"].set_visible(False)
    axes.grid(visible=False)
    return Chart(frame.figure, title=title, sentence=sentence, table=discovery.table.loc[[box]])
