"""A scenario as users give it, a file, the id of a shipped one, or a dict, as a file for the engine."""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from minefree.call import library
from minefree.errors import Problem, UsageError
from minefree.located_json import LocatedJson

Scenario = str | os.PathLike[str] | Mapping[str, Any]
"""A path, the id of a shipped scenario such as "baseline", or a dict with the keys of docs/scenario-format.md."""

_ID = re.compile(r"[\w-]+(\.[\w-]+)*")


class ScenarioFiles:
    """Files that the engine can read, and how to say their messages in the user's words."""

    def __init__(self, paths: list[str], dicts: "dict[str, tuple[str, LocatedJson]]") -> None:
        self.paths = paths
        self._dicts = dicts  # by path: how messages name it, and its text

    def in_users_words(self, problem: Problem) -> Problem:
        """The problem, where it is of a dict with the path of its keys instead of a line of a passing file."""
        if problem.file not in self._dicts:
            return problem._replace(message=self._tidy(problem.message))
        name, written = self._dicts[problem.file]
        place = written.place_of(problem.line or 0)
        message = re.sub(r"\bline (\d+)", lambda line: written.place_of(int(line[1])), problem.message)
        message = self._tidy(message)
        return Problem(name, None, None, f"{place}: {message}" if place else message)

    def _tidy(self, message: str) -> str:
        for path, (name, _) in self._dicts.items():
            message = message.replace(path, name).replace(f"{os.path.dirname(path)}/", "")
        return message


@contextmanager
def scenario_files(scenarios: Sequence[Scenario]) -> Iterator[ScenarioFiles]:
    """Files of the scenarios, in their order; what was written for a dict is gone at the end."""
    paths: list[str] = []
    dicts: dict[str, tuple[str, LocatedJson]] = {}
    ids = _ids_of(scenarios)
    with ExitStack() as at_the_end:
        for i, scenario in enumerate(scenarios):
            if isinstance(scenario, Mapping):
                folder = Path(at_the_end.enter_context(tempfile.TemporaryDirectory(prefix="minefree-")))
                written = LocatedJson(_leading_elsewhere(scenario, folder))
                path = folder / f"{ids[i]}.yaml"
                path.write_text(written.text, encoding="utf-8")
                dicts[str(path)] = ("<dict>" if ids[i] == "dict" else f"<dict {ids[i]}>", written)
                paths.append(str(path))
            else:
                paths.append(path_of(scenario))
        yield ScenarioFiles(paths, dicts)


def path_of(scenario: str | os.PathLike[str]) -> str:
    """The path itself, or that of the shipped scenario or study whose id it is."""
    path = os.fspath(scenario)
    if not isinstance(path, str):
        raise TypeError("a scenario is a path, the id of a shipped one, or a dict")
    if _ID.fullmatch(path) is None or os.path.exists(path):
        return path
    shipped = (library / f"{path}.yaml", library / "studies" / f"{path}.yaml")
    return next((str(file) for file in shipped if file.is_file()), path)


def _ids_of(scenarios: Sequence[Scenario]) -> list[str]:
    """Results tell scenarios apart by these: the dict's `id`, else dict, dict-2, dict-3."""
    ids: list[str] = []
    for scenario in scenarios:
        own = scenario.get("id") if isinstance(scenario, Mapping) else None
        if own is not None and not _ID.fullmatch(str(own)):
            raise UsageError(f"the id of a scenario is {own!r}; write letters, digits, - and _")
        usual = "dict" if "dict" not in ids else f"dict-{len(ids) + 1}"
        ids.append(str(own) if own is not None else usual if isinstance(scenario, Mapping) else "")
    return ids


def _leading_elsewhere(scenario: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The dict as if its file lay in the current folder, although it is written into another one."""
    here = Path.cwd()
    moved = {key: value for key, value in scenario.items() if key != "id"}
    for key in ("extends", "base"):  # of a scenario, and of a study
        other = moved.get(key)
        if isinstance(other, (str, os.PathLike)) and os.fspath(other):
            candidates = (here / other, library / other, library / f"{os.fspath(other)}.yaml")
            moved[key] = next((str(path) for path in candidates if path.is_file()), os.fspath(other))
    design = moved.get("design")
    if isinstance(design, Mapping) and isinstance(design.get("csv"), (str, os.PathLike)):
        moved["design"] = {**design, "csv": str(here / design["csv"])}
    # What the engine looks for beside a scenario. A link keeps the name in the file, and with it the hash.
    beside = ["states", "data"]
    posterior = moved.get("posterior")
    if isinstance(posterior, (str, os.PathLike)) and os.fspath(posterior):
        parts = Path(posterior).parts
        if ".." in parts:
            moved["posterior"] = str(here / posterior)
        elif not Path(posterior).is_absolute():
            beside.append(parts[0])
    for name in beside:
        if os.path.exists(here / name) and not os.path.lexists(folder / name):
            os.symlink(here / name, folder / name)
    return moved
