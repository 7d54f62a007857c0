"""`scenarios/posterior/<origin>.csv`: joint draws for the engine, one a row.

Lines `# key: value`, then a table of `draw` and one column a quantity. The rows are a function of the
history, the code, the priors and the seed.
"""

import csv
import hashlib
import io
from pathlib import Path

import numpy as np

from minefree.calibration.likelihood import Model
from minefree.calibration.priors import COMMON

FORMAT = 1
BETWEEN_STATES = {  # column of states that are not in the panel: mean and sd of the fit
    "other.capacity_over_peak_work.log": ("capacity_mean", "capacity_sd"),
    "other.reduced_share.logit": ("reduced_share_mean", "reduced_share_sd"),
    "other.confirmed_share.logit": ("confirmed_share_mean", "confirmed_share_sd"),
}


def columns(model: Model, values: dict[str, np.ndarray], log_deviation: np.ndarray) -> dict:
    """Quantities by the name of their column, (draws) each; `values` flat over the chains."""
    table = {key: values[key] for key in (*COMMON, "resurvey_share")}
    for name, (mean, sd) in BETWEEN_STATES.items():
        table[f"{name}_mean"], table[f"{name}_sd"] = values[mean], values[sd]
    for i, code in enumerate(model.codes):
        for key in ("capacity_km2_per_year", "reduced_share", "confirmed_share"):
            table[f"{code}.{key}"] = values[key][:, i]
        if i in model.unsplit:
            table[f"{code}.recorded_confirmed_share"] = values["recorded_confirmed_share"][:, i]
        table[f"{code}.log_deviation"] = log_deviation[:, i]
    for k, i in enumerate(model.finders):
        if "undiscovered_km2" not in model.own_keys(model.codes[i]):
            table[f"{model.codes[i]}.undiscovered_km2"] = values["undiscovered_km2"][:, k]
    return table


# Files of this package that the rows depend on.
CODE_BEHIND_THE_ROWS = (
    "arrays.py", "calibrate.py", "deviation.py", "diagnose.py", "fit.py", "kalman.py", "likelihood.py",
    "observations.py", "panel.py", "posterior_file.py", "priors.py", "program.py", "work.py",
)


def code_sha256() -> str:
    digest = hashlib.sha256()
    for name in CODE_BEHIND_THE_ROWS:
        digest.update(name.encode() + b"\0" + (Path(__file__).parent / name).read_bytes() + b"\0")
    return digest.hexdigest()


def shuffled_rows(table: dict[str, np.ndarray], count: int, seed: int) -> dict[str, np.ndarray]:
    """`count` draws evenly from the chains, in an order that the seed gives."""
    total = len(next(iter(table.values())))
    chosen = np.linspace(0, total - 1, count).round().astype(int)
    chosen = np.random.default_rng(seed).permutation(chosen)
    return {name: column[chosen] for name, column in table.items()}


def posterior_text(head: dict[str, str], table: dict[str, np.ndarray]) -> str:
    """The file; six significant digits."""
    out = io.StringIO()
    for key, value in head.items():
        out.write(f"# {key}: {value}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["draw", *table])
    for k, row in enumerate(zip(*table.values())):
        writer.writerow([k, *(f"{value:.6g}" for value in row)])
    return out.getvalue()


def make_head(origin: int, seed: int, draws: int, history: str, priors_sha256: str,
              calibrated: list[str]) -> dict[str, str]:
    return {
        "minefree posterior": str(FORMAT),
        "origin": str(origin),
        "seed": str(seed),
        "draws": str(draws),
        "data_sha256": hashlib.sha256(history.encode()).hexdigest(),
        "code_sha256": code_sha256(),
        "priors_sha256": priors_sha256,
        "calibrated": " ".join(calibrated),
    }


def read_posterior(text: str) -> tuple[dict[str, str], dict[str, np.ndarray]]:
    """Head and columns of such a file."""
    lines = text.splitlines()
    head = dict(line[2:].split(": ", 1) if ": " in line else (line[2:].rstrip(":"), "")
                for line in lines if line.startswith("# "))
    rows = list(csv.reader(line for line in lines if not line.startswith("#")))
    numbers = np.array(rows[1:], dtype=float)
    return head, {name: numbers[:, k] for k, name in enumerate(rows[0]) if k > 0}


def write_whole(path: Path, text: str) -> None:
    """Under a temporary name first, so that no half-written file is ever read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(path.suffix + ".part")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
