"""How land is released: cancelled, reduced, cleared; and what is newly found."""

from matplotlib.ticker import FuncFormatter, MaxNLocator

from minefree.plots.chart import Chart
from minefree.plots.style import BLUE, INK, PALE, SKY, SOFT, VERMILLION, Frame, SizeName
from minefree.plots.words import amount, basis_of, source_of
from minefree.run_result import Run

# From dark to light upwards, each with a hatch of its own; finds point down.
_LOOKS = {"cleared": (BLUE, "", "cleared of mines"), "reduced": (SKY, "//", "reduced by technical survey"),
          "cancelled": (PALE, "..", "cancelled by survey"), "discovered": (VERMILLION, "xx", "newly found (adds to the land)")}


def land_flows(run: Run, state: str, *, until: int | None = None, size: SizeName = "wide") -> Chart:
    """Mean land by year, km2: stacked bars of what is released, and below them what is found.

    `until` is the last year drawn, 12 years on when left out. Raises KeyError where the run has no such state,
    ValueError where it has no date.
    """
    if state not in run.completion.index:
        run.state(state)
        raise ValueError(f"{state} has no date in this run, so that there is nothing to draw")
    origin, horizon = run.provenance["origin"], run.provenance["horizon"]
    last = min(origin + 12 if until is None else until, horizon)
    flows = run.released.loc[state].loc[:last]
    name = run.name_of(state)
    title = f"{name}: how land is released"
    sums = flows.sum()
    out = sums["cleared"] + sums["reduced"] + sums["cancelled"]
    sentence = (f"From {flows.index[0]} to {flows.index[-1]}, {amount(out)} km² are released on average over the futures: "
                f"{amount(sums['cleared'])} cleared, {amount(sums['reduced'])} reduced by technical survey and "
                f"{amount(sums['cancelled'])} cancelled as not mined. {amount(sums['discovered'])} km² are newly found.")
    foot = f"{source_of(run)} Means over all futures, those that have finished included.{basis_of(run, state)}"
    frame = Frame(size, title, sentence, foot)
    axes = frame.axes(left=4, below=2, above=2.6 if size in ("wide", "print") else 4.2)

    base = flows["cleared"] * 0
    handles = []
    for flow in ("cleared", "reduced", "cancelled"):
        colour, hatch, words = _LOOKS[flow]
        handles.append(axes.bar(flows.index, flows[flow], bottom=base, color=colour, hatch=hatch, edgecolor="white",
                                linewidth=0.4, width=0.78, label=words))
        base = base + flows[flow]
    colour, hatch, words = _LOOKS["discovered"]
    handles.append(axes.bar(flows.index, -flows["discovered"], color=colour, hatch=hatch, edgecolor="white", linewidth=0.4,
                            width=0.78, label=words))
    axes.axhline(0, color=INK, linewidth=0.6 * frame.size.line_width)
    axes.spines["bottom"].set_visible(False)
    axes.yaxis.set_major_locator(MaxNLocator(6))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{abs(value):,g}"))
    axes.xaxis.set_major_locator(MaxNLocator(9, integer=True))
    points = frame.text_points(0.8)
    axes.text(0, 1.01, "km² a year", transform=axes.transAxes, fontsize=points, color=SOFT, ha="left", va="bottom")
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(-0.01, 1.05 if size in ("wide", "print") else 1.04),
                ncols=4 if size in ("wide", "print") else 2, fontsize=points, frameon=False, handlelength=1.3,
                columnspacing=1.2, handletextpad=0.5, borderaxespad=0)
    return Chart(frame.figure, title=title, sentence=sentence, table=flows.add_suffix("_km2"))
