"""What a record says of work, by the rules A to D."""

import pytest

from minefree.calibration.observations import observe
from minefree.calibration.panel import StateRecord, Stock, read_panel


def state(stocks, flows=None, **more):
    return StateRecord("XXA", stocks=stocks, flows=flows or {}, **more)


def test_a_fall_over_three_years_is_one_observation_of_their_mean():
    seen = observe(state([Stock(2020, 10), Stock(2023, 7)]), 2024)
    (effort,) = seen.effort
    assert (effort.kind, effort.years, effort.released_km2) == ("D", [2021, 2022, 2023], 1.0)


def test_what_is_reported_within_a_fall_is_taken_from_it():
    seen = observe(state([Stock(2020, 10), Stock(2023, 7)], {2021: {"released_km2": 2.0}}), 2024)
    fall = next(e for e in seen.effort if e.kind == "D")
    assert (fall.years, fall.released_km2) == ([2022, 2023], pytest.approx(0.5))


@pytest.mark.parametrize("breaks", ["redefined", "resurvey"])
def test_no_fall_is_read_across_a_redefinition_or_a_wave(breaks):
    seen = observe(state([Stock(2020, 10, 5), Stock(2023, 7, 5)], **{breaks: {2022}}), 2024)
    assert not [e for e in seen.effort if e.kind == "D"]


def test_a_wave_is_no_effort_but_its_clearance_is():
    flows = {2021: {"cancelled_km2": 40.0, "cleared_km2": 1.0, "reduced_km2": 0.5}}
    seen = observe(state([Stock(2020, 10, 100, 0, True)], flows), 2024)
    assert seen.wave_years == [2021] and seen.wave_shares == [pytest.approx(0.4)]
    assert [e.kind for e in seen.effort] == ["B"]


def test_the_missing_part_of_a_sum_is_completed():
    flows = {2021: {"cancelled_km2": 3.0, "cleared_km2": 1.0, "released_km2": 6.0}}
    seen = observe(state([Stock(2020, 10, 100)], flows), 2024)
    assert seen.effort[0].reduced_km2 == pytest.approx(2.0)


def test_a_year_of_nothing_is_a_pause_and_no_effort():
    flows = {2021: {"released_km2": 0.0}, 2022: {"released_km2": 2.0}}
    seen = observe(state([Stock(2020, 10)], flows), 2024)
    assert seen.idle_years == [2021] and seen.busy_years == 1 and len(seen.effort) == 1


def test_only_whole_square_metres_are_a_split_that_was_reported():
    rows = ["state,year,variable,value,unit,source,published"]
    rows += [f"XXA,{y},{n},{v},km2,s,2020" for y, n, v in (
        (2019, "confirmed_km2", 269), (2019, "suspected_km2", 142), (2019, "unsplit_km2", 0),
        (2020, "confirmed_km2", 202.69902676399025), (2020, "suspected_km2", 107.00097323600974),
        (2020, "unsplit_km2", 0))]
    (record,) = read_panel("\n".join(rows) + "\n")
    assert [s.split_reported for s in record.stocks] == [True, False]
