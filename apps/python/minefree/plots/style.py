"""How charts look: sizes, colours that differ in grey too, and the frame around the axes."""

from dataclasses import dataclass
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

SizeName = Literal["post", "story", "wide", "print"]

# Okabe and Ito (2008), told apart with any colour vision; in grey from dark to light as listed.
INK = "#1a1a1a"
BLUE = "#0072b2"
VERMILLION = "#d55e00"
GREEN = "#009e73"
SKY = "#56b4e9"
ORANGE = "#e69f00"
PALE = "#cfe5f5"
SOFT = "#5f6368"  # text that stands back: 6 to 1 on white
LINE = "#c9ccd1"
LAND = "#eceef0"


@dataclass(frozen=True)
class Size:
    """A size in pixels at `dpi`, and `text`, the points of running text; headings are multiples of it."""

    width: int
    height: int
    dpi: int
    text: float

    @property
    def line_width(self) -> float:
        """Points of a main line."""
        return self.text / 6


SIZES: dict[str, Size] = {
    "post": Size(1080, 1080, 100, 18),
    "story": Size(1080, 1920, 100, 21),
    "wide": Size(1600, 900, 100, 18),
    "print": Size(2480, 1754, 300, 9),  # half of A4, across
}
"""Square and tall for phones, wide for slides, and half a page of A4."""


class Frame:
    """A figure with a headline, the sentence under it, and where the numbers come from at the foot.

    `area` is what is left for the axes: left, bottom, width and height as shares of the figure.
    """

    def __init__(self, size: SizeName, title: str, sentence: str, foot: str) -> None:
        if size not in SIZES:
            raise ValueError(f"there is no size '{size}'; take one of {', '.join(SIZES)}")
        self.size = SIZES[size]
        inches = (self.size.width / self.size.dpi, self.size.height / self.size.dpi)
        self.figure = Figure(figsize=inches, dpi=self.size.dpi, facecolor="white")
        FigureCanvasAgg(self.figure)
        self.margin = 0.055 if self.size.height >= self.size.width else 0.04
        em = self.size.text * self.size.dpi / 72 / self.size.height  # a line of text, as a share of the height
        top = 1 - max(1.2 * em, self.margin * self.size.width / self.size.height)
        top = self._write(title, top, 1.45 * self.size.text, INK, weight="bold") - 0.5 * em
        top = self._write(sentence, top, self.size.text, INK) - 0.9 * em
        bottom = self._write_foot(foot, 0.8 * em)
        self.em = em
        self.area = (self.margin, bottom + 0.8 * em, 1 - 2 * self.margin, top - bottom - 0.8 * em)

    def text_points(self, scale: float = 0.85) -> float:
        """Points for labels within the chart."""
        return self.size.text * scale

    def axes(self, left: float = 0.0, right: float = 0.0, below: float = 2.0, above: float = 0.0) -> Axes:
        """One plot in the area; room for its labels in widths of a letter (left, right) and lines (below, above)."""
        x, y, width, height = self.area
        letter = 0.5 * self.size.text * self.size.dpi / 72 / self.size.width
        made = self.figure.add_axes((x + left * letter, y + below * self.em, width - (left + right) * letter,
                                     height - (below + above) * self.em))
        tidy(made, self)
        return made

    def _write(self, text: str, top: float, points: float, colour: str, **how: Any) -> float:
        """Text broken to the width, hanging from `top`; gives where it ends."""
        lines = self._broken(text, points, 1 - 2 * self.margin, **how)
        drawn = self.figure.text(self.margin, top, "\n".join(lines), fontsize=points, color=colour, va="top", ha="left",
                                 linespacing=1.25, **how)
        return float(drawn.get_window_extent(self._renderer()).y0 / self.size.height)

    def _write_foot(self, text: str, bottom: float) -> float:
        points = 0.62 * self.size.text
        lines = self._broken(text, points, 1 - 2 * self.margin)
        drawn = self.figure.text(self.margin, bottom, "\n".join(lines), fontsize=points, color=SOFT, va="bottom",
                                 ha="left", linespacing=1.25)
        return float(drawn.get_window_extent(self._renderer()).y1 / self.size.height)

    def _renderer(self) -> Any:
        return self.figure.canvas.get_renderer()  # type: ignore[attr-defined]

    def _broken(self, text: str, points: float, width: float, **how: Any) -> list[str]:
        lines: list[str] = [""]
        probe = self.figure.text(0, 0, "", fontsize=points, **how)
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            probe.set_text(longer.replace("$", r"\$"))
            if lines[-1] and probe.get_window_extent(self._renderer()).width > width * self.size.width:
                lines.append(word)
            else:
                lines[-1] = longer
        probe.remove()
        return lines


def tidy(axes: Axes, frame: Frame, points: float | None = None) -> None:
    """Lines that stand back, labels large enough to read on a phone."""
    points = frame.text_points() if points is None else points
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(INK)
    axes.spines["bottom"].set_linewidth(frame.size.line_width * 0.5)
    axes.tick_params(labelsize=points, colors=INK, length=0, pad=points * 0.4)
    axes.grid(axis="y", color=LINE, linewidth=frame.size.line_width * 0.3)
    axes.set_axisbelow(True)
