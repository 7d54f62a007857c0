"""Figures of docs/calibration.md, from the committed results."""

import re
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402

INK, BAND, MARK = "#1b3a4b", "#c9d6df", "#c0392b"
TITLES = {
    "effort": "Log effort", "reduced_share": "Reduced share", "confirmed_share": "Confirmed share",
    "stock_3_years": "Stock three years later",
}


def save(figure, path: Path) -> None:
    figure.savefig(path, dpi=110, metadata={"Software": None})
    plt.close(figure)


def draw_pit(checks: list[dict], path: Path) -> None:
    """Histograms of PIT; flat is right."""
    figure, axes = plt.subplots(1, len(checks), figsize=(3 * len(checks), 2.9), layout="constrained")
    for axis, check in zip(axes, checks):
        pit, bins = np.array(check["pit"]), 10 if len(check["pit"]) > 60 else 5
        expected = len(pit) / bins
        spread = 1.645 * np.sqrt(expected * (1 - 1 / bins))
        axis.axhspan(expected - spread, expected + spread, color=BAND, zorder=0)
        axis.hist(pit, bins=bins, range=(0, 1), color=INK, rwidth=0.9)
        axis.set_title(f"{TITLES[check['name']]} (n = {len(pit)})", fontsize=10)
        axis.set_xlabel("share of predictions below the record")
    axes[0].set_ylabel("observations")
    save(figure, path)


def draw_effort_by_year(check: dict, path: Path) -> None:
    """PIT of log effort by year, told by the kind of report."""
    figure, axis = plt.subplots(figsize=(9, 3.6), layout="constrained")
    years = np.array([int(re.search(r"\d{4}", label)[0]) for label in check["labels"]])
    kinds = np.array([label[-1] for label in check["labels"]])
    pit = np.array(check["pit"])
    random = np.random.default_rng(1)
    axis.axhspan(0.1, 0.9, color=BAND, zorder=0)
    for kind, marker, name in zip("ABCD", "osv^", ("A split", "B cleared", "C sum", "D fall of stock")):
        mine = kinds == kind
        axis.scatter(years[mine] + random.uniform(-0.25, 0.25, mine.sum()), pit[mine], marker=marker,
                     s=22, label=name, alpha=0.8)
    for year in np.unique(years):
        axis.hlines(pit[years == year].mean(), year - 0.35, year + 0.35, color=MARK, lw=2)
    axis.set(ylim=(0, 1), ylabel="PIT of log effort", xticks=np.unique(years))
    axis.legend(ncols=4, loc="upper center", bbox_to_anchor=(0.5, 1.16), frameon=False)
    save(figure, path)


def draw_learned(learned: list[dict], path: Path) -> None:
    """Prior and posterior as spans, each in units of the prior's median."""
    figure, axis = plt.subplots(figsize=(9, 0.34 * len(learned) + 1), layout="constrained")
    for row, w in enumerate(reversed(learned)):
        median = w["prior"][1]
        for values, offset, colour, width in ((w["prior"], 0.14, BAND, 7), (w["posterior"], -0.14, INK, 4)):
            low, middle, high = (v / median for v in values)
            axis.hlines(row + offset, low, high, color=colour, lw=width)
            axis.plot(middle, row + offset, "|", color=MARK, ms=7)
    axis.set_xscale("log")
    axis.set_xticks([0.1, 0.2, 0.5, 1, 2, 5], ["0.1", "0.2", "0.5", "1", "2", "5"])
    axis.minorticks_off()
    axis.set_yticks(range(len(learned)), [w["key"] for w in reversed(learned)], fontsize=8)
    axis.set_xlabel("relative to the prior's median; grey prior, dark posterior, 5 % to 95 %")
    axis.grid(axis="x", alpha=0.3)
    save(figure, path)


def draw_figures(result: dict, folder: Path) -> None:
    draw_pit(result["checks"], folder / "pit.png")
    draw_effort_by_year(result["checks"][0], folder / "effort-by-year.png")
    draw_learned(result["learned"], folder / "prior-and-posterior.png")
