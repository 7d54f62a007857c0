"""What a run was asked for, so that its single futures can be simulated again."""

import copy
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from minefree.scenario_input import Scenario
from minefree.words import States

if TYPE_CHECKING:
    import xarray as xr


class RunRequest:
    """A scenario and options that decide which futures there are. Paths hold from any folder."""

    def __init__(self, scenario: Scenario, seed: int | None, states: States) -> None:
        if isinstance(scenario, Mapping):
            self.scenario: Scenario = copy.deepcopy(dict(scenario))
        else:
            path = os.fspath(scenario)
            self.scenario = os.path.abspath(path) if os.path.exists(path) else path
        self.seed = seed
        self.states = list(states) if isinstance(states, Iterable) and not isinstance(states, str) else states

    def history(self, state: str | None) -> pd.DataFrame:
        """The figures of the record that the run may use; empty where all its states are made up."""
        from minefree.series import history

        return history(self.scenario, states=self.states if state is None else state)

    def trajectories(self, count: int) -> "xr.Dataset":
        """The first futures, with the dimensions state, trajectory and year."""
        from minefree.series import trajectories, trajectories_dataset

        return trajectories_dataset(trajectories(self.scenario, count=count, seed=self.seed, states=self.states))
