"""What is handed on: the source archive builds outside the checkout, and its wheel runs alone."""

import os
import subprocess
import sys
import tarfile
import zipfile

import pytest
from conftest import ROOT

MAKE_SDIST = "import sys; from scikit_build_core.build import build_sdist; build_sdist(sys.argv[1])"
USE = """
import minefree as mf, sys
assert mf.__file__.startswith(sys.argv[1]), mf.__file__
assert str(mf.library).startswith(sys.argv[1]), mf.library
print(mf.run("closed-form").completion.loc["XXA", "p50"])
"""


@pytest.mark.slow
def test_a_wheel_builds_from_the_source_archive_and_runs_alone(tmp_path):
    subprocess.run([sys.executable, "-c", MAKE_SDIST, tmp_path], cwd=ROOT, check=True, capture_output=True)
    (archive,) = tmp_path.glob("minefree-*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path)
    source = tmp_path / archive.name.removesuffix(".tar.gz")
    built = subprocess.run([sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path, source],
                           cwd=tmp_path, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout[-4000:] + built.stderr[-4000:]

    (wheel,) = tmp_path.glob("minefree-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "site")
    for needed in ("py.typed", "_engine.pyi", "data/world.json", "scenarios/baseline.yaml", "scenarios/data/sources.csv"):
        assert f"minefree/{needed}" in names
    assert not [name for name in names if name.endswith((".cpp", ".hpp", ".a"))]
    used = subprocess.run([sys.executable, "-c", USE, tmp_path / "site"], cwd=tmp_path, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(tmp_path / "site")})
    assert used.returncode == 0, used.stderr
    assert float(used.stdout) == pytest.approx(2038.1, abs=0.1)


def test_the_command_line_comes_with_the_package():
    shown = subprocess.run([sys.executable, "-m", "minefree.program", "--version"], capture_output=True, text=True)
    assert shown.stdout.startswith("minefree ")
