"""Calls a command of the engine in this process."""

from collections.abc import Callable, Sequence
from pathlib import Path

from minefree import _engine

Progress = Callable[[int, int], None]

version: str = _engine.version
"""Version of the engine."""

commit: str = _engine.commit
"""Commit that the engine was built from."""


def _find_library() -> Path:
    here = Path(__file__).resolve()
    installed, checkout = here.parent / "scenarios", here.parents[3] / "scenarios"
    return installed if (installed / "data" / "sources.csv").is_file() else checkout


library: Path = _find_library()
"""Folder of the scenarios and the public record that come with the package."""


def call_program(words: Sequence[object], progress: Progress | None = None) -> tuple[int, str, str]:
    """Runs a command line without the program's name.

    Gives the exit code of the program, what it would print, and its messages. `progress` is told
    what is done and the total. The interpreter's lock is released meanwhile; Ctrl-C ends the command.
    """
    return _engine.call([str(word) for word in words], str(library), progress)
