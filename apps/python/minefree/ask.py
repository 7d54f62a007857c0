"""Asks the engine: scenarios and words in, its answer out; messages become exceptions and warnings."""

import json
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from minefree.call import Progress, call_program
from minefree.errors import MinefreeError, MinefreeWarning, NotEstimable, ScenarioError, UsageError, problems_in
from minefree.scenario_input import Scenario, ScenarioFiles, scenario_files
from minefree.words import first_line

DONE, USAGE, INVALID_INPUT, NOT_ESTIMABLE, NOT_REACHABLE = 0, 2, 3, 4, 5


class Printed(NamedTuple):
    """What the program would print, to the byte, and its exit code: 0, or 4 or 5 with an answer."""

    code: int
    text: str


def ask(command: str, scenarios: Sequence[Scenario], words: Sequence[str], progress: Progress | None = None, *,
        before: Sequence[str] = ()) -> Printed:
    """Runs `minefree COMMAND BEFORE SCENARIO... WORDS`.

    Raises UsageError, ScenarioError or MinefreeError, and NotEstimable or NotReachable where the program
    has no answer to print. An exception in `progress`, or Ctrl-C, ends the command and comes out here.
    """
    with scenario_files(scenarios) as files:
        code, out, messages = call_program([command, *before, *files.paths, *words], progress)
        if code == INVALID_INPUT:
            raise ScenarioError([files.in_users_words(problem) for problem in problems_in(messages)])
        if code == USAGE:
            raise UsageError(first_line(messages))
        if code == NOT_ESTIMABLE and not out:
            raise NotEstimable(first_line(messages))
        if code not in (DONE, NOT_ESTIMABLE, NOT_REACHABLE):
            raise MinefreeError(first_line(messages) or f"minefree {command} ended with the code {code}")
        _warn(messages, files)
    return Printed(code, out)


def reasons_in(text: str) -> str:
    """Why no state has a date, by state, from an answer in JSON."""
    answer = json.loads(text)
    refused = answer.get("not_estimable") or [s for s in answer.get("states", []) if not s.get("estimable", True)]
    lines = [f"{state['name']}: {'; '.join(state['reasons'])}" for state in refused]
    return "no date can be given for any of these states\n  " + "\n  ".join(lines)


def _warn(messages: str, files: ScenarioFiles) -> None:
    """One warning for each note, in the name of the line that called this package."""
    for line in dict.fromkeys(filter(str.strip, messages.splitlines())):
        note = line
        for head in ("minefree: ", "note: ", "warning: "):
            note = note.removeprefix(head)
        for problem in problems_in(note):
            warnings.warn(str(files.in_users_words(problem)), MinefreeWarning, stacklevel=_depth_of_the_caller())


def _depth_of_the_caller() -> int:
    package, depth = str(Path(__file__).parent), 1
    frame = sys._getframe(1)
    while frame.f_back and frame.f_code.co_filename.startswith(package):
        frame, depth = frame.f_back, depth + 1
    return depth
