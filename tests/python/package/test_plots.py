"""Charts: each has the sentence and the table that say the same, in every size, as SVG and PNG."""

import struct
import xml.etree.ElementTree as ET

import minefree as mf
import numpy as np
import pandas as pd
import pytest
from conftest import ROOT
from made_up_sweep import sweep_of
from matplotlib.text import Text
from minefree import plots, sensitivity
from minefree.plots import style, words
from minefree.plots.world_shapes import country_paths

TORNADO = pd.DataFrame({"low": [2031.0, 2036.0], "high": [2044.0, 2035.0], "low_at": [0.5, 0], "high_at": [2, 1]},
                       index=["pace", "share"])


@pytest.fixture(scope="module")
def comparison():
    return mf.compare("baseline", "us-halves", trajectories=400)


RANGES = {"world_money": (-0.5, 0.5), "maturity_penalty": (0.1, 0.9), "survey_preference": (0.4, 4.0)}


def _answer(x):
    return 12 + 4 * x[:, 0] - 3 * x[:, 1] + 2 * x[:, 0] * x[:, 1]


def _sweep(method, n):
    study = {"parameters": [{"name": name, "low": low, "high": high} for name, (low, high) in RANGES.items()]}
    return sweep_of(_answer, RANGES, sensitivity.design(study, method, n), method, noise=0.1, output="states_complete_by_2030")


@pytest.fixture(scope="module")
def grid():
    axes = [np.linspace(low, high, levels) for (low, high), levels in zip(RANGES.values(), (6, 5, 2), strict=True)]
    points = np.stack([part.ravel() for part in np.meshgrid(*axes, indexing="ij")], axis=1)
    return sweep_of(_answer, RANGES, points, "grid", output="states_complete_by_2030")


@pytest.fixture(scope="module")
def charts(baseline, comparison, grid):
    """Every kind of chart, by its name, for a size."""
    y = "states_complete_by_2030"
    sobol, points = sensitivity.sobol(_sweep("sobol", 128), y), _sweep("lhs", 500)
    found = sensitivity.discover(points, y, 12.0)
    return {
        "remaining_area": lambda size: plots.remaining_area(baseline, "AGO", size=size),
        "completion_date": lambda size: plots.completion_date(baseline, "AGO", size=size),
        "all_states": lambda size: plots.all_states(baseline, size=size),
        "land_flows": lambda size: plots.land_flows(baseline, "KHM", size=size),
        "paired_differences": lambda size: plots.paired_differences(comparison, size=size),
        "tornado": lambda size: plots.tornado(TORNADO, 2035.5, outcome="year", dates=True, size=size),
        "world_map": lambda size: plots.world_map(baseline, size=size),
        "sensitivity_bars": lambda size: plots.sensitivity_bars(sobol, size=size),
        "heat_map": lambda size: plots.heat_map(grid, y, "world_money", "maturity_penalty", size=size),
        "discovered_box": lambda size: plots.discovered_box(found, size=size),
        "tornado of a sweep": lambda size: plots.tornado(points, outcome=y, size=size),
        "states_complete": lambda size: plots.states_complete(baseline, size=size),
    }


NAMES = ["remaining_area", "completion_date", "all_states", "land_flows", "paired_differences", "tornado", "world_map",
         "states_complete", "sensitivity_bars", "heat_map", "discovered_box", "tornado of a sweep"]


def test_every_chart_is_tested():
    assert {name.split()[0] for name in NAMES} == set(plots.__all__) - {"Chart", "SIZES"}


@pytest.mark.parametrize("size", plots.SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_a_png_has_the_pixels_of_its_size_and_nothing_lies_outside(charts, name, size, tmp_path):
    chart = charts[name](size)
    png = chart.save(tmp_path / "chart.png").read_bytes()
    assert struct.unpack(">II", png[16:24]) == (plots.SIZES[size].width, plots.SIZES[size].height)
    drawn = chart.figure.get_tightbbox(chart.figure.canvas.get_renderer())  # inches
    width, height = chart.figure.get_size_inches()
    assert drawn.x0 > 0 and drawn.x1 < width and drawn.y0 > 0 and drawn.y1 < height


@pytest.mark.parametrize("name", NAMES)
def test_an_svg_says_what_it_shows_and_has_the_same_bytes_each_time(charts, name, tmp_path):
    chart = charts[name]("wide")
    first = chart.save(tmp_path / "a.svg").read_bytes()
    assert charts[name]("wide").save(tmp_path / "b.svg").read_bytes() == first
    root = ET.fromstring(first)
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == chart.title
    assert root.find(f"{space}desc").text == chart.sentence
    assert root.get("role") == "img"
    assert len(chart.table) > 0 and chart.sentence.endswith(".")


def test_a_tornado_of_a_sweep_has_the_means_at_both_ends():
    result = _sweep("lhs", 500)
    table = plots.tornado(result, outcome="states_complete_by_2030").table
    assert table["low"].to_dict() == result.ends("states_complete_by_2030")["low"].to_dict()
    with pytest.raises(ValueError, match="base is missing"):
        plots.tornado(TORNADO, outcome="year")


def test_a_heat_map_has_every_cell_and_holds_others_on_request(grid):
    y = "states_complete_by_2030"
    table = plots.heat_map(grid, y, "world_money", "maturity_penalty").table
    assert table.shape == (5, 6)
    assert table.loc[0.1, -0.5] == pytest.approx(12 - 2 - 0.3 - 0.1)
    held = plots.heat_map(grid, y, "world_money", "survey_preference", at={"maturity_penalty": 0.85}).table
    assert held.loc[4.0, 0.5] == pytest.approx(12 + 2 - 2.7 + 0.9)
    with pytest.raises(ValueError, match="no grid"):
        plots.heat_map(_sweep("lhs", 500), y, "world_money", "maturity_penalty")
    with pytest.raises(KeyError, match="no parameter x"):
        plots.heat_map(grid, y, "x", "world_money")


def test_bars_of_morris_and_shapley_are_drawn_and_noise_alone_is_refused(tmp_path):
    y = "states_complete_by_2030"
    plots.sensitivity_bars(sensitivity.morris(_sweep("morris", 20), y), names={"world_money": "Money"}).save(tmp_path / "m.png")
    plots.sensitivity_bars(sensitivity.shapley(_sweep("lhs", 200), y, n=256), most=2, size="post").save(tmp_path / "s.png")
    sobol = sensitivity.sobol(_sweep("sobol", 64), y)
    sobol.table.loc[:, "ST"] = np.nan
    with pytest.raises(ValueError, match="nothing but noise"):
        plots.sensitivity_bars(sobol)


def test_bars_say_that_noise_is_left_out_only_where_it_is():
    y = "states_complete_by_2030"
    of_sobol, of_shapley, of_morris = (
        " ".join(text.get_text() for text in plots.sensitivity_bars(found).figure.findobj(Text)) for found in
        (sensitivity.sobol(_sweep("sobol", 64), y), sensitivity.shapley(_sweep("lhs", 200), y, n=256), sensitivity.morris(_sweep("morris", 20), y)))
    assert "noise of the simulation left out" in of_sobol
    assert "left out" not in of_shapley and "share of the variance of the fitted polynomial" in of_shapley
    assert "left out" not in of_morris and "noise of the simulation makes sizes larger" in " ".join(of_morris.split())


def test_the_map_counts_every_affected_state_once(baseline):
    chart = plots.world_map(baseline)
    told = baseline.to_dict()["world"]
    assert len(chart.table) == told["affected"]
    assert (chart.table["category"] == "unknown").sum() == told["affected"] - told["estimable"]
    assert chart.table.loc["MMR", "category"] == "unknown"


def test_the_map_knows_every_state_of_the_record():
    codes = {path.stem for path in (ROOT / "scenarios/states").glob("*.yaml")}
    assert codes <= set(country_paths())


def test_small_multiples_go_from_likely_to_unlikely(baseline):
    chance = plots.all_states(baseline, by=2030).table["by_2030"]
    assert chance.is_monotonic_decreasing
    assert chance["AGO"] == pytest.approx(baseline.probability.loc["AGO", 2030])


def test_the_fan_begins_with_what_was_reported(baseline):
    table = plots.remaining_area(baseline, "AGO").table
    assert table.loc[2024, "reported_km2"] == pytest.approx(57.9, abs=0.05)
    assert table.loc[2030, "p50_km2"] == baseline.remaining.loc[("AGO", 2030), "p50"]


def test_a_made_up_state_has_a_fan_without_a_past(two, tmp_path):
    plots.remaining_area(two, "XXA", history=pd.DataFrame({"state": [], "variable": [], "year": [], "value": []})).save(
        tmp_path / "x.png")


def test_a_state_without_a_date_is_refused(baseline):
    for draw in (plots.remaining_area, plots.completion_date, plots.land_flows):
        with pytest.raises(ValueError, match="has no date"):
            draw(baseline, "MMR")
        with pytest.raises(KeyError):
            draw(baseline, "QQQ")


def test_a_wrong_size_year_or_ending_is_refused(baseline, comparison, tmp_path):
    with pytest.raises(ValueError, match="no size 'huge'"):
        plots.states_complete(baseline, size="huge")
    with pytest.raises(ValueError, match="not a simulated year"):
        plots.world_map(baseline, by=2090)
    with pytest.raises(ValueError, match="not a target"):
        plots.paired_differences(comparison, by=2031)
    with pytest.raises(ValueError, match="neither"):
        plots.states_complete(baseline).save(tmp_path / "chart.pdf")
    assert not list(tmp_path.iterdir())


def test_fills_that_meet_differ_in_grey_or_in_hatch():
    def lightness(colour):
        red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    fan = [lightness(c) for c in (style.BLUE, style.SKY, style.PALE)]
    assert min(b - a for a, b in zip(fan, fan[1:], strict=False)) > 0.15


@pytest.mark.parametrize(("share", "said"), [(0, "none"), (1, "all"), (0.5, "5 of 10"), (0.31, "3 of 10"), (0.35, "35 of 100"),
                                             (0.004, "fewer than 1 of 100"), (0.996, "more than 99 of 100"), (0.02, "2 of 100")])
def test_shares_are_told_in_futures(share, said):
    assert words.in_ten(share) == said


def test_the_end_of_a_year_is_told_as_that_year():
    assert words.year_of(2030.0) == 2029
    assert words.year_of(2030.01) == 2030
