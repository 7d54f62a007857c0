"""What moves the answer: designs for a sweep, and what a sweep tells. Needs `pip install minefree[sensitivity]`.

| question | function | design of the sweep |
|---|---|---|
| which of many numbers can be left out? | `morris` | `morris` |
| which share of the variance is each one's doing, alone and with others? | `sobol` | `sobol` |
| the same, where the numbers hang together | `shapley` | any that fills the ranges: `lhs`, `sobol` |
| where does a result come about? | `discover` | the same |

How far each one moves the answer from end to end is `SweepResult.ends`, for any design.
`design` makes points with SALib for a study. Every analysis takes the result of `minefree.sweep`, takes the noise of
the simulation into account, and says how much there is. docs/sensitivity.md has the formulas.
"""

from importlib.util import find_spec

if missing := [package for package in ("SALib", "scipy") if find_spec(package) is None]:
    raise ImportError(f"sensitivity analysis needs {' and '.join(missing)}: pip install {' '.join(missing)}, "
                      "or the package as minefree[sensitivity]")

from minefree.sensitivity.design import METHODS, design
from minefree.sensitivity.discovery import Box, Discovery, discover
from minefree.sensitivity.indices import Indices
from minefree.sensitivity.morris import morris
from minefree.sensitivity.shapley import shapley
from minefree.sensitivity.sobol import sobol
from minefree.sensitivity.surrogate import Surrogate

__all__ = [
    "METHODS",
    "Box",
    "Discovery",
    "Indices",
    "Surrogate",
    "design",
    "discover",
    "morris",
    "shapley",
    "sobol",
]
