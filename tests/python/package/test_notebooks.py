"""Every notebook runs from top to bottom, with few futures; the pages made of them tell of the same cells."""

import os
import sys

import nbformat
import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))

import render_notebooks  # noqa: E402

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_without_error_and_without_a_warning(path, monkeypatch):
    monkeypatch.setenv("MINEFREE_NOTEBOOK_TRAJECTORIES", os.environ.get("MINEFREE_NOTEBOOK_TRAJECTORIES", "200"))
    said = [output for cell in render_notebooks.executed(path).cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output.text for output in said if output.output_type == "stream" and output.name == "stderr"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_outputs_are_kept(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_page_has_every_cell(path):
    page = (ROOT / f"docs/notebooks/{path.stem}.md").read_text(encoding="utf-8")
    for cell in nbformat.read(path, as_version=4).cells:
        assert cell.source in page, "./dev notebooks --build-only writes the pages anew"
