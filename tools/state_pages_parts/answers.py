"""Answers of the program `minefree`, asked once each and kept."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASELINE = "scenarios/baseline.yaml"


def program():
    """The program under test, or the one that ./dev build makes."""
    return os.environ.get("MINEFREE_PROGRAM") or str(ROOT / "build/release/minefree")


class NoAnswer(Exception):
    """The program failed; the text says how it was called and what it said."""


def ask(*arguments):
    """JSON of one command, run in the root of the repository."""
    command = [program(), *map(str, arguments), "--json"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError as error:
        raise NoAnswer(f"{command[0]} cannot be run ({error.strerror}); build it with ./dev build") from None
    # Exit codes above 2 tell of a state without a date, which is an answer too.
    if done.returncode < 0 or not done.stdout.startswith("{"):
        said = done.stderr.strip() or f"ended with code {done.returncode}"
        raise NoAnswer(f"{' '.join(command)}: {said}")
    return json.loads(done.stdout)


class Answers:
    """One scenario, asked for all its states at once: cheaper than once for each."""

    def __init__(self, scenario=BASELINE):
        self.scenario = scenario
        self._kept = {}

    def _of(self, command):
        if command not in self._kept:
            answer = ask(command, self.scenario, "--quiet")
            self._kept[command] = answer, {state["code"]: state for state in answer["states"]}
        return self._kept[command]

    def provenance(self):
        return self._of("run")[0]["provenance"]

    def name(self):
        return self._of("run")[0]["name"]

    def has(self, code):
        return code in self._of("run")[1]

    def run(self, code):
        return self._of("run")[1][code]

    def plan(self, code):
        return self._of("plan")[1][code]

    def explain(self, code):
        if code not in self._kept:
            self._kept[code] = ask("explain", self.scenario, code)
        return self._kept[code]
