"""Calls a command of the engine in this process."""

from collections.abc import Callable, Sequence
from pathlib import Path

from minefree import _engine

LIBRARY = Path(__file__).resolve().parent / "scenarios"


def call_program(words: Sequence[object], progress: Callable[[int, int], None] | None = None) -> tuple[int, str, str]:
    """Runs a command line without the program's name.

    Gives the exit code of the program, what it would print, and its messages. `progress` is told
    what is done and the total. The interpreter's lock is released meanwhile; Ctrl-C ends the command.
    """
    library = str(LIBRARY) if LIBRARY.is_dir() else ""
    return _engine.call([str(word) for word in words], library, progress)
