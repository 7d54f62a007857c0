"""A scenario as users give it, a file, the id of a shipped one, or a dict, as a file for the engine."""

import json
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

# What the engine looks for beside a scenario.
_BESIDE = ("states", "data")

_ID = re.compile(r"[\w-]+(\.[\w-]+)*")


class ScenarioFiles:
    """Files that the engine can read, and how to say their messages in the user's words."""

    def __init__(self, paths: list[str], dicts: "dict[str, tuple[str, LocatedJson]]") -> None:
        self.paths = paths
        self._dicts = dicts  # by path: how messages name it, and its text

    def in_users_words(self, problem: Problem) -> Problem:
        """The problem, where it is of a dict with the path of its keys instead of a line of a passing file."""
        if problem.file not in self._dicts:
            return problem._replace(file=self._tidy(problem.file), message=self._tidy(problem.message))
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
                path = folder / f"{ids[i]}.yaml"
                written = LocatedJson(_leading_elsewhere(scenario, path))
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


def _leading_elsewhere(scenario: Mapping[str, Any], file: Path) -> dict[str, Any]:
    """The dict as if `file`, which it is going to be written to, lay in the current folder.

    What it names beside itself is put beside that file under the same name, so that the text, and with it the hash of a
    study, is the same in every folder.
    """
    here, folder = Path.cwd(), file.parent
    moved = {key: value for key, value in scenario.items() if key != "id"}
    extends = moved.get("extends")
    if _is_path(extends):
        candidates = (here / extends, library / extends, library / f"{os.fspath(extends)}.yaml")
        moved["extends"] = next((str(path) for path in candidates if path.is_file()), os.fspath(extends))
    if _is_path(moved.get("base")):  # of a study; before the links, since it writes files
        moved["base"] = _base_beside(Path(moved["base"]), here, file)
    for name in _BESIDE:
        _link(Path(name), here, folder)
    if _is_path(moved.get("posterior")):
        moved["posterior"] = _linked(moved["posterior"], here, folder)
    design = moved.get("design")
    if isinstance(design, Mapping) and _is_path(design.get("csv")):
        moved["design"] = {**design, "csv": _linked(design["csv"], here, folder)}
    return moved


def _is_path(value: object) -> bool:
    return isinstance(value, (str, os.PathLike)) and bool(os.fspath(value))


def _base_beside(base: Path, here: Path, file: Path) -> str:
    """How the study in `file` names its base: as the user does, but by its whole path where that cannot be.

    No link would do: the engine looks for states, data and what the base extends in the base's own folder.
    """
    if base.is_absolute():
        return str(base.relative_to(library)) if base.is_relative_to(library) and base.is_file() else str(base)
    if (here / base).is_file():
        beside = file.parent / base
        if ".." in base.parts or base.parts[0] in _BESIDE or beside == file:
            return str(here / base)
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps({"extends": str(here / base)}, ensure_ascii=False), encoding="utf-8")
        return str(base)
    return f"{base}.yaml" if (library / f"{base}.yaml").is_file() else str(base)


def _linked(path: str | os.PathLike[str], here: Path, folder: Path) -> str:
    """The path as the user has it, with a link that leads there; a whole path where it leaves the current folder."""
    given = Path(path)
    if ".." in given.parts:
        return str(here / given)
    if not given.is_absolute():
        _link(given, here, folder)
    return os.fspath(path)


def _link(path: Path, here: Path, folder: Path) -> None:
    """Links the first part of the path that is not in the folder yet, if it is there at all."""
    for depth in range(1, len(path.parts) + 1):
        part = Path(*path.parts[:depth])
        if (folder / part).is_symlink() or not os.path.exists(here / part):
            return
        if not (folder / part).exists():
            os.symlink(here / part, folder / part)
            return
