"""Arguments of Python as the words of a command line."""

import os
from collections.abc import Iterable, Sequence

States = str | Iterable[str] | None
Years = int | Iterable[int] | None


def option(name: str, value: object) -> list[str]:
    """`--name value`; nothing for None."""
    return [] if value is None else [f"--{name}", str(value)]


def repeated(name: str, values: object) -> list[str]:
    """The option once for each value; a single one may stand alone; nothing for None."""
    if values is None:
        return []
    several = values if isinstance(values, Iterable) and not isinstance(values, str) else [values]
    return [word for value in several for word in option(name, value)]


def simulation_words(*, trajectories: int | None, seed: int | None, threads: int | None, states: States,
                     targets: Years = None) -> list[str]:
    """Options that every command which simulates has."""
    return [*option("trajectories", trajectories), *option("seed", seed), *option("threads", threads),
            *repeated("state", states), *repeated("target", targets)]


def out_words(out: str | os.PathLike[str] | None) -> list[str]:
    """Folder for the files that the program writes itself."""
    return option("out", None if out is None else os.fspath(out))


def first_line(messages: str) -> str:
    """What went wrong, without the program's name and the lines that send to its help."""
    lines = [line.removeprefix("minefree: ") for line in messages.splitlines() if line.strip()]
    return "\n".join(line for line in lines if not line.startswith("Try: "))


def joined(parts: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def plain(name: str) -> str:
    """The name of a column as people read it: 'states_complete_by_2030' as 'states complete by 2030'."""
    return name.replace("_", " ")


def capital(text: str) -> str:
    """With a capital first letter, as a sentence begins."""
    return text[:1].upper() + text[1:]
