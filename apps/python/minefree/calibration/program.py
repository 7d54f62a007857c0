"""What the program `minefree` says: histories, parameters with their defaults, a state's own values."""

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
SCENARIO = "scenarios/baseline.yaml"


def program_path() -> Path:
    """The built program; MINEFREE_PROGRAM names another one."""
    return Path(os.environ.get("MINEFREE_PROGRAM", ROOT / "build/release/minefree"))


def ask(*arguments: str) -> str:
    """What the program prints, as text; raises with its own message when it refuses."""
    answer = subprocess.run(
        [program_path(), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if answer.returncode != 0:
        raise RuntimeError(f"minefree {' '.join(arguments)}:\n{answer.stderr}")
    return answer.stdout


def history_csv(origin: int, scenario: str = SCENARIO) -> str:
    """The record that an engine at this origin sees, one value a row."""
    return ask("history", scenario, "--csv", "--origin", str(origin))


def spread_of_text(text: str) -> tuple[float, float, float] | None:
    """(5 %, median, 95 %) from `0.4 (0.05 to 1)`, `{low: ..}` or a number; None for lists."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]
    if text.startswith("{") and len(numbers) == 3:
        return numbers[0], numbers[1], numbers[2]
    if "(" in text and " to " in text and len(numbers) == 3:
        return numbers[1], numbers[0], numbers[2]
    if len(numbers) == 1 and not text.startswith("["):
        return numbers[0], numbers[0], numbers[0]
    return None


def parameter_defaults() -> dict[str, tuple[float, float, float]]:
    """(5 %, median, 95 %) of every parameter that has a default spread or number."""
    schema = json.loads(ask("schema", "scenario"))
    defaults = {}
    for key, entry in schema["definitions"]["set_of_parameters"]["properties"].items():
        found = re.search(r"\(default: (.*)\)$", entry.get("description", ""))
        spread = spread_of_text(found[1]) if found else None
        if spread:
            defaults[key] = spread
    return defaults


def own_values(state: str, origin: int,
               scenario: str = SCENARIO) -> dict[str, tuple[float, float, float]]:
    """Spreads that the state's own file gives for parameters: judgement that was possible at the origin."""
    with tempfile.TemporaryDirectory() as folder:
        then = Path(folder) / "then.yaml"
        then.write_text(f"extends: {ROOT / scenario}\norigin: {origin}\ntargets: []\nposterior: none\n")
        numbers = json.loads(ask("explain", str(then), state, "--json"))["numbers"]
    own = {}
    for number in numbers:
        if not number["note"].startswith("programme of the state file"):
            continue
        spread = spread_of_text(number["value"])
        if spread:
            own[number["name"]] = spread
    return own
