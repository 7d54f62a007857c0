"""One calibration from the record to the file."""

import json
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from minefree.calibration.arrays import make_panel
from minefree.calibration.deviation import draw_log_deviation
from minefree.calibration.diagnose import diagnose, learned
from minefree.calibration.fit import Fit, Settings, fit
from minefree.calibration.likelihood import Model
from minefree.calibration.observations import observe_panel
from minefree.calibration.panel import read_panel
from minefree.calibration.posterior_file import (
    columns, make_head, posterior_text, shuffled_rows, write_whole,
)
from minefree.calibration.predictive import check_all
from minefree.calibration.priors import Priors, make_priors
from minefree.calibration.program import ROOT, history_csv, own_values, parameter_defaults

VAGUE = 2.0  # log-sd of the priors times this
# (origin, vague) of ./dev calibrate --all: what the hindcast of docs/model.md needs.
ORIGINS = [(2024, False), *((y, False) for y in (2013, 2015, 2017, 2019, 2020, 2021)),
           *((y, True) for y in (2013, 2015, 2017, 2019, 2021))]
# Acceptance aimed at: smaller steps where larger ones diverge or mix badly, as they do with vague priors.
TARGETS = (0.9, 0.97, 0.995)
TARGETS_OF_VAGUE = (0.97, 0.995)
POSTERIORS = ROOT / "scenarios/posterior"
RESULTS = ROOT / "docs/calibration"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Task:
    origin: int
    vague: bool = False

    @property
    def name(self) -> str:
        return f"vague/{self.origin}" if self.vague else str(self.origin)

    @property
    def draws(self) -> int:
        return 2000 if self.origin == 2024 and not self.vague else 500

    @property
    def path(self) -> Path:
        return POSTERIORS / f"{self.name}.csv"

    @property
    def result_path(self) -> Path:
        return RESULTS / f"{self.name.replace('/', '-')}.json"


def model_of_history(history: str, origin: int, priors: Priors) -> Model:
    records = read_panel(history)
    return Model(make_panel(records, observe_panel(records, origin), origin), priors)


def priors_of_program(history: str, origin: int, widen: float) -> Priors:
    states = [s.code for s in observe_panel(read_panel(history), origin)]
    own = {code: own_values(code, origin) for code in states}
    return make_priors(parameter_defaults(), {c: v for c, v in own.items() if v}, widen)


def flat(values: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Chains one after another."""
    return {name: v.reshape(-1, *v.shape[2:]) for name, v in values.items()}


def calibrate(task: Task, seed: int, draws: int | None = None,
              settings: Settings = Settings()) -> list[str]:
    """Fits and writes; what stands in the way, and then nothing is written."""
    history = history_csv(task.origin)
    priors = priors_of_program(history, task.origin, VAGUE if task.vague else 1.0)
    model = model_of_history(history, task.origin, priors)
    for target_accept in TARGETS_OF_VAGUE if task.vague else TARGETS:
        settings = replace(settings, seed=seed, target_accept=target_accept)
        done = fit(model, settings)
        table = table_of(done, seed)
        found = diagnose(table, settings.chains, done.divergences)
        if not found.problems():
            break
        say(f"{task.name}: with steps for {target_accept}: {'; '.join(found.problems())}")
    else:
        return found.problems()

    what = learned(done)
    count = draws or task.draws
    head = make_head(task.origin, seed, count, history, priors.sha256(),
                     [w.key for w in what if w.calibrated])
    write_whole(task.path, posterior_text(head, shuffled_rows(table, count, seed)))
    result = {
        "origin": task.origin, "vague": task.vague, "seed": seed, "draws": count,
        "states": model.codes, "observations": len(model.record.state),
        "settings": asdict(settings), "mean_steps": round(done.steps, 1),
        "diagnostics": asdict(found),
        "checks": [asdict(c) for c in check_all(
            model, thinned(flat(done.values)), read_panel(history), task.origin, seed)],
        "learned": [{**asdict(w), "calibrated": w.calibrated} for w in what],
    }
    write_whole(task.result_path, json.dumps(rounded(result), indent=1) + "\n")
    return []


def thinned(values: dict[str, np.ndarray], every: int = 2) -> dict[str, np.ndarray]:
    return {name: v[::every] for name, v in values.items()}


def table_of(done: Fit, seed: int) -> dict[str, np.ndarray]:
    """The columns of the file from a fit, chains one after another."""
    values = flat(done.values)
    return columns(done.model, values, draw_log_deviation(done.model, values, seed))


def rounded(value):
    """Four significant digits, for files that people compare."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(v) for v in value]
    return value
