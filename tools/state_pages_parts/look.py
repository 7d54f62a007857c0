"""The look that all charts share: colours that stay apart in grey, letters that can be read."""

from io import BytesIO

import matplotlib
from PIL import Image

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

# Okabe and Ito's colours; in grey they differ in lightness, and each has a pattern or a form besides.
INK, BLUE, SKY, ORANGE, RED = "#222222", "#0072B2", "#9CCBE8", "#E69F00", "#B23A00"
WIDE_BAND, NARROW_BAND = "#DCEBF5", "#9CC3DE"
BARS = {  # of the released land: colour and pattern
    "cleared_km2": ("cleared", "#1B4F72", ""),
    "reduced_km2": ("reduced by technical survey", "#6BAED6", "///"),
    "cancelled_km2": ("cancelled by survey", "#E8E3D3", "..."),
    "released_km2": ("released, not split", "#B9B9B9", ""),
}


def use_our_look():
    plt.rcParams.update({
        "font.family": ["DejaVu Sans", "sans-serif"], "font.size": 12, "axes.titlesize": 15, "axes.labelsize": 12,
        "axes.spines.top": False, "axes.spines.right": False, "axes.edgecolor": INK,
        "axes.grid": True, "axes.grid.axis": "y", "grid.color": "#DDDDDD", "axes.axisbelow": True,
        "text.color": INK, "legend.frameon": False, "legend.fontsize": 11, "hatch.linewidth": 0.6,
        "svg.hashsalt": "minefree", "svg.fonttype": "none", "figure.dpi": 100,
    })
    return plt


def save(figure, path):
    """The same bytes for the same figures: no date, no random names. A PNG has few colours and is small."""
    kind = str(path).rsplit(".", 1)[-1]
    if kind == "png":
        picture = BytesIO()
        figure.savefig(picture, format="png")
        Image.open(picture).convert("RGB").quantize(64).save(path, optimize=True)
    else:
        names = {"svg": "Date", "pdf": "CreationDate"}
        figure.savefig(path, metadata={names[kind]: None} if kind in names else None)
    plt.close(figure)


def head(figure, title, sentence):
    figure.text(0.02, 0.965, title, fontsize=16, fontweight="bold", va="top")
    figure.text(0.02, 0.912, sentence, fontsize=12, va="top", linespacing=1.35)


def foot(figure, text):
    figure.text(0.02, 0.015, text, fontsize=9.5, color="#555555", va="bottom", linespacing=1.3)


def limit_of(values, measure, times):
    """Upper end of an axis: what is far above the measure does not set it, it is written out."""
    most = max([value for value in values if value > 0], default=1.0)
    return 1.1 * (min(most, times * measure) if measure > 0 else most)
