/** All that a link restores. */

import { BASELINE, scenarioOf } from './library';
import { anyLever, type Levers } from './levers';

export const VIEWS = ['world', 'map', 'state', 'compare', 'scenario', 'share'] as const;
export type View = (typeof VIEWS)[number];
export type Language = 'en' | 'fr';

export interface PageState {
  view: View;
  /** A scenario of the library. */
  scenario: string;
  levers: Levers;
  /** A scenario text of one's own; the scenario of the library and the levers are then set aside. */
  yaml: string | null;
  /** The scenario of the library that the chosen one is held against. */
  base: string;
  /** The state that the page of a state shows. */
  state: string;
  /** The year by whose end charts and sentences ask whether a state is complete; null: the middle target. */
  by: number | null;
  /** null: as the scenario says. */
  seed: number | null;
  trajectories: number;
  language: Language;
}

export const TRAJECTORIES = 10_000;
export const SKETCH = 500;

export function initialState(language: Language): PageState {
  return {
    view: 'world', scenario: BASELINE, levers: {}, yaml: null, base: BASELINE, state: 'KHM', by: null, seed: null,
    trajectories: TRAJECTORIES, language,
  };
}

/** Whether the state asks for a scenario file of the library as it is. */
export function isUntouched(state: PageState): boolean {
  return state.yaml === null && !anyLever(state.levers);
}

/** Years that the chosen scenario simulates. */
export function simulatedYears(state: PageState): { first: number; last: number } {
  const { origin, horizon } = scenarioOf(state.scenario);
  return { first: origin + 1, last: horizon };
}
