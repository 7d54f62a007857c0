"""Charts of results, one function each. Needs matplotlib (`pip install minefree[plots]`).

Every function gives a Chart: `figure` is matplotlib's, `sentence` says in words what it shows, `table` has every
number in it, and `save("chart.svg")` or `save("chart.png")` writes it. `size` is "post" (1080 x 1080 pixels), "story"
(1080 x 1920), "wide" (1600 x 900) or "print" (half a page of A4). Colours are told apart with any colour vision, and in
grey by lightness, hatch or marker.
"""

from importlib.util import find_spec

if find_spec("matplotlib") is None:
    raise ImportError("charts need matplotlib: pip install matplotlib, or the package as minefree[plots]")

from minefree.plots.all_states import all_states
from minefree.plots.chart import Chart
from minefree.plots.completion_date import completion_date
from minefree.plots.discovered_box import discovered_box
from minefree.plots.heat_map import heat_map
from minefree.plots.land_flows import land_flows
from minefree.plots.paired_differences import paired_differences
from minefree.plots.remaining import remaining_area
from minefree.plots.sensitivity_bars import sensitivity_bars
from minefree.plots.states_complete import states_complete
from minefree.plots.style import SIZES
from minefree.plots.tornado import tornado
from minefree.plots.world_map import world_map

__all__ = [
    "SIZES",
    "Chart",
    "all_states",
    "completion_date",
    "discovered_box",
    "heat_map",
    "land_flows",
    "paired_differences",
    "remaining_area",
    "sensitivity_bars",
    "states_complete",
    "tornado",
    "world_map",
]
