/** What the views are told of each answer. */

import type { Comparison, HistoryRow, Problem, Summary } from './engine';
import type { PageState } from './state/page_state';

/** All that a view draws from. */
export interface Shown {
  /** The view that is looked at, and the scenario, seed and futures that made the summary: while the engine is at
   *  work, or not there yet, others than those that are chosen. */
  state: PageState;
  /** Whether something else is chosen by now. */
  stale: boolean;
  summary: Summary;
  /** Name of the scenario in the language of the page. */
  name: string;
  /** The year by whose end the charts ask. */
  by: number;
  targets: number[];
  /** The same futures against the scenario of the library, once that is known; null where nothing was changed. */
  comparison: Comparison | null;
  /** Why the engine refuses to compare these two. */
  refusal: Problem[];
  baseName: string;
  history: HistoryRow[] | null;
  busy: boolean;
}

/** The years for which the engine told the chance to be complete. */
export function targetsOf(summary: Summary): number[] {
  for (const state of summary.states) {
    if (state.estimable) return Object.keys(state.probability.by).map(Number);
  }
  const { year } = summary.world.complete_by_end_of;
  return [year.at(-1)!];
}
