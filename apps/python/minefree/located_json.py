"""JSON of a dict, with one key or entry on each line, so that a line leads back to its place in the dict."""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike, fspath
from typing import Any

Key = str | int


class LocatedJson:
    """`text` is the JSON; `place_of(line)` tells where in the dict a line comes from, such as 'states[0].code'."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self._lines: list[str] = []
        self._places: list[str] = []
        self._write(value, (), "", "")
        self.text = "\n".join(self._lines) + "\n"

    def place_of(self, line: int) -> str:
        """Path of the keys that stand on a line, which counts from 1; the whole dict is the empty path."""
        return self._places[line - 1] if 0 < line <= len(self._places) else ""

    def _add(self, line: str, path: tuple[Key, ...]) -> None:
        self._lines.append(line)
        self._places.append(in_words(path))

    def _write(self, value: Any, path: tuple[Key, ...], before: str, after: str) -> None:
        if isinstance(value, Mapping):
            keys = list(value)
            self._add(before + "{", path)
            for key in keys:
                comma = "" if key is keys[-1] else ","
                self._write(value[key], (*path, str(key)), json.dumps(str(key), ensure_ascii=False) + ": ", comma)
            self._add("}" + after, path)
        elif isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
            self._add(before + "[", path)
            for i, entry in enumerate(value):
                self._write(entry, (*path, i), "", "" if i == len(value) - 1 else ",")
            self._add("]" + after, path)
        else:
            self._add(before + _scalar(value, path) + after, path)


def in_words(path: tuple[Key, ...]) -> str:
    """('states', 0, 'code') as states[0].code."""
    words = ""
    for key in path:
        words += f"[{key}]" if isinstance(key, int) else f".{key}" if words else key
    return words


def _scalar(value: Any, path: tuple[Key, ...]) -> str:
    if isinstance(value, PathLike):
        value = fspath(value)
    elif isinstance(value, date):
        value = value.isoformat()
    elif hasattr(value, "item"):  # a number of NumPy
        value = value.item()
    if not (value is None or isinstance(value, (str, bool, int, float))):
        raise TypeError(f"{in_words(path)} is of the type {type(value).__name__}; a scenario has texts, numbers, "
                        "true and false, dates, lists and maps")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{in_words(path)} is {value}; a scenario has finite numbers")
    return json.dumps(value, ensure_ascii=False)
