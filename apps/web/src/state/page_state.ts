/** All that a link restores. */

import type { Provenance } from '../engine';
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
  /** The scenario text of a link as it stands there, when it cannot be read: there is nothing to show then. */
  unreadable: string | null;
  /** What the figures behind a link were made of (`edition`); null where nobody has sent a link. */
  made: string | null;
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
    view: 'world', scenario: BASELINE, levers: {}, yaml: null, unreadable: null, made: null, base: BASELINE, state: 'KHM', by: null, seed: null,
    trajectories: TRAJECTORIES, language,
  };
}

/** Whether the state asks for a scenario file of the library as it is. */
export function isUntouched(state: PageState): boolean {
  return state.yaml === null && !anyLever(state.levers);
}

/** What figures are made of, short enough for a link: the program's version, the data, the scenario. */
export function edition({ version, data_sha256, scenario_sha256 }: Pick<Provenance, 'version' | 'data_sha256' | 'scenario_sha256'>): string {
  return [version, (data_sha256 ?? '').slice(0, 8), scenario_sha256.slice(0, 8)].join();
}

/** Years that the chosen scenario simulates. */
export function simulatedYears(state: PageState): { first: number; last: number } {
  const { origin, horizon } = scenarioOf(state.scenario);
  return { first: origin + 1, last: horizon };
}
