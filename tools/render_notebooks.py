#!/usr/bin/env python3
"""Runs the notebooks and writes what they show as docs/notebooks/*.md, with charts beside.

    ./dev notebooks --build-only             all of them, as many futures as they say themselves
    tools/render_notebooks.py 01 05          those whose names begin so, with the Python of build/venv-package

The notebooks in notebooks/ hold no outputs; these pages do.
"""

import base64
import io
import shutil
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from PIL import Image
from traitlets.config import Config

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs/notebooks"
WIDTH = 1200  # pixels of a chart on a page
WIDE_TABLES = "import pandas; pandas.set_option('display.width', 140, 'display.max_colwidth', 80)"


def executed(path):
    """The notebook with its outputs. Raises nbclient's CellExecutionError where a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(WIDE_TABLES))
    nobody_else_listens = Config(KernelManager={"transport": "ipc"})
    NotebookClient(notebook, kernel_name="python3", timeout=900, config=nobody_else_listens,
                   resources={"metadata": {"path": str(ROOT)}}).execute()
    del notebook.cells[0]
    return notebook


def page_of(notebook, name):
    """The page as text; charts are written beside it."""
    charts = PAGES / name
    shutil.rmtree(charts, ignore_errors=True)
    parts = [f"<!-- by tools/render_notebooks.py from notebooks/{name}.ipynb -->"]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        for output in cell.outputs:
            data = output.get("data", {})
            if "image/png" in data:
                parts.append(chart_in(data, charts))
            elif text := output.get("text", data.get("text/plain", "")).rstrip():
                parts.append("```text\n" + "\n".join(line.rstrip() for line in text.splitlines()) + "\n```")
    return "\n\n".join(parts) + "\n"


def chart_in(data, folder):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{len(list(folder.iterdir())) + 1}.png"
    chart = Image.open(io.BytesIO(base64.b64decode(data["image/png"]))).convert("RGB")
    if chart.width > WIDTH:
        chart = chart.resize((WIDTH, round(WIDTH * chart.height / chart.width)), Image.Resampling.LANCZOS)
    chart.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    said = data.get("text/plain", "chart")
    alt = said.removeprefix("<chart: ").removesuffix(">") if said.startswith("<chart: ") else "chart of the numbers above"
    return f"![{alt}]({folder.name}/{path.name})"


def main(wanted):
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        if wanted and not path.name.startswith(tuple(wanted)):
            continue
        (PAGES / f"{path.stem}.md").write_text(page_of(executed(path), path.stem), encoding="utf-8")
        print(f"docs/notebooks/{path.stem}.md")


if __name__ == "__main__":
    main(sys.argv[1:])
