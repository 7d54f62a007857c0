"""What can go wrong, one class for each exit code of the program."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from minefree.answers import Answer

_WITH_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<message>.*)")
_OF_A_FILE = re.compile(r"(?P<file>[^:]+): (?P<message>.*)")
_COUNT = re.compile(r"\d+ problems? in .*; nothing was run\.")


class Problem(NamedTuple):
    """One thing that is wrong in a file. Line and column count from 1; None where it is the file as a whole."""

    file: str
    line: int | None
    column: int | None
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.message}" if place else self.message


def problems_in(messages: str) -> list[Problem]:
    """Every problem in the messages of the program, in their order; the line that counts them is left out."""
    problems: list[Problem] = []
    for line in messages.splitlines():
        if not line.strip() or _COUNT.fullmatch(line):
            continue
        if found := _WITH_PLACE.fullmatch(line):
            problems.append(Problem(found["file"], int(found["line"]), int(found["column"]), found["message"]))
        elif found := _OF_A_FILE.fullmatch(line):
            problems.append(Problem(found["file"], None, None, found["message"]))
        else:
            problems.append(Problem("", None, None, line))
    return problems


class MinefreeError(Exception):
    """Whatever a command could not do; the classes below say which kind. `exit_code` is the program's."""

    exit_code = 1


class UsageError(MinefreeError, ValueError):
    """An argument is wrong: a state that the scenario does not have, a year outside of it, an unknown option."""

    exit_code = 2


class ScenarioError(MinefreeError, ValueError):
    """A scenario or a file that it reads is wrong. Nothing was run; `problems` has all that is wrong."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return f"{self.problems[0]} Nothing was run."
        return "\n  ".join([f"{len(self.problems)} problems; nothing was run.", *map(str, self.problems)])


class NotEstimable(MinefreeError):
    """No state of those asked for can be given a date. `result` is the answer all the same: it has the reasons."""

    exit_code = 4

    def __init__(self, message: str, result: "Answer | None" = None) -> None:
        self.result = result
        super().__init__(message)


class NotReachable(MinefreeError):
    """A target that nothing reaches, where the answer to the question is not just that."""

    exit_code = 5

    def __init__(self, message: str, result: "Answer | None" = None) -> None:
        self.result = result
        super().__init__(message)


class MinefreeWarning(UserWarning):
    """A note of the engine on a run that went through, such as a lever that changes nothing."""
