"""Casualties by year, for a state of which no mined land is known. A year without a figure is not a year without
casualties: it is hatched."""

from state_pages_parts.look import BARS, INK, foot, head, save, use_our_look
from state_pages_parts.people import by_year


def draw_casualties(answers, code, path):
    plt = use_our_look()
    run, about = answers.run(code), answers.provenance()
    found = {year: values for year, values in by_year(answers.explain(code), "Casualties")
             if values.get("casualties") is not None}
    years = range(min(found), max(max(found), about["origin"]) + 1)
    top = 1.15 * max(values["casualties"] for values in found.values())
    figure, axes = plt.subplots(figsize=(10, 5.4))
    figure.subplots_adjust(left=0.085, right=0.975, top=0.78, bottom=0.2)
    for year in years:
        if year in found:
            value = found[year]["casualties"]
            axes.bar(year, value, 0.72, color=BARS["cleared_km2"][1], edgecolor=INK, linewidth=0.7)
            axes.annotate(f"{value:,.0f}", (year, value), ha="center", va="bottom", fontsize=11)
        else:
            axes.bar(year, top, 0.72, color="white", hatch="//", edgecolor="#C8C8C8", linewidth=0)
    axes.bar([years[0]], [0], color="white", hatch="//", edgecolor="#C8C8C8", label="no usable figure")
    axes.set_ylim(0, top)
    axes.set_ylabel("killed or injured in a year")
    axes.xaxis.set_major_locator(plt.MaxNLocator(integer=True, nbins=12))
    axes.legend(loc="lower left", bbox_to_anchor=(0, -0.24))
    newest = max(found)
    head(figure, f"{run['name']}: casualties of mines and other ordnance",
         f"No date can be given. {found[newest]['casualties']:,.0f} people were killed or injured in {newest}.")
    foot(figure, f"The counts are of several sources and differ in what they count: docs/states/{code}.md.\n"
                 f"Sources of every figure: minefree explain {answers.scenario} {code}")
    save(figure, path)
