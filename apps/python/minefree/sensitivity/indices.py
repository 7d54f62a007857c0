"""What an analysis gives: a table by parameter, and how much of what it saw was noise."""

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Indices:
    """`table` has a row for each parameter, the one that moves the output most first.

    `standard_deviation` is that of the output over the points, in its own unit and free of noise; `noise_share` the
    share of the variance between points that was noise of the simulation, in 0..1; `notes` whatever else is told.
    Columns that end in `_conf` are half the width of a 95 % interval.
    """

    method: str
    output: str
    table: pd.DataFrame
    standard_deviation: float
    noise_share: float
    sentence: str
    source: str
    notes: dict[str, float] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        return f"<p>{self.sentence}</p>{self.table.round(3).to_html()}"

    def __repr__(self) -> str:
        return f"{self.sentence}\n{self.table.round(3).to_string()}"
