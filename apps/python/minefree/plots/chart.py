"""A chart with the sentence and the table that say the same."""

import io
import os
import re
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib
import pandas as pd
from matplotlib.figure import Figure


class Chart:
    """`figure` is matplotlib's, `sentence` says what it shows, and `table` holds every number in it."""

    def __init__(self, figure: Figure, *, title: str, sentence: str, table: pd.DataFrame) -> None:
        self.figure = figure
        self.title = title
        self.sentence = sentence
        self.table = table

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes an SVG or PNG, as the name ends; the same chart gives the same bytes.

        An SVG has the title and the sentence as text for those who cannot see it. Raises ValueError for other endings.
        """
        target = Path(path)
        if target.suffix not in (".svg", ".png"):
            raise ValueError(f"'{target.name}' ends in neither .svg nor .png")
        content = self._svg().encode() if target.suffix == ".svg" else self._png()
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".minefree-", delete=False) as whole:
            whole.write(content)
        os.chmod(whole.name, 0o644)
        os.replace(whole.name, target)
        return target

    def _png(self) -> bytes:
        content = io.BytesIO()
        self.figure.savefig(content, format="png", dpi=self.figure.dpi,
                            metadata={"Software": None, "Title": self.title, "Description": self.sentence})
        return content.getvalue()

    def _svg(self) -> str:
        content = io.StringIO()
        with matplotlib.rc_context({"svg.hashsalt": "minefree", "svg.fonttype": "path"}):
            self.figure.savefig(content, format="svg", metadata={"Date": None, "Creator": None})
        head = '<svg role="img" aria-labelledby="minefree-title minefree-description"'
        spoken = (f'<title id="minefree-title">{escape(self.title)}</title>\n'
                  f'<desc id="minefree-description">{escape(self.sentence)}</desc>')
        return re.sub(r"<svg([^>]*)>", lambda found: f"{head}{found[1]}>\n{spoken}", content.getvalue(), count=1)

    def _repr_png_(self) -> bytes:
        return self._png()

    def __repr__(self) -> str:
        stop = "" if self.title.endswith("?") else "."
        return f"<chart: {self.title}{stop} {self.sentence}>"
