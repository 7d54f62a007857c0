/** How a state moves between two scenarios, by the rules of `minefree compare` (engine/minefree/report/comparison_words.cpp). */

import type { ComparedScenario, ComparedState } from './engine';
import { text } from './text';
import { percent, yearsInWords } from './words';

export interface ChanceDifference { value: number; error: number; base: number; other: number }

/** The year to compare at: `by` where both tell it, else the middle target. */
export function comparedYear(other: ComparedScenario, by: number): number {
  const years = Object.keys(other.states[0]?.probability_difference ?? other.world.mean_states_complete_by_end_of).map(Number);
  return years.includes(by) ? by : years[Math.floor(years.length / 2)] ?? by;
}

/** The chance to be complete by the end of a year. */
export function differenceOf(state: ComparedState, by: number): ChanceDifference {
  const found = state.probability_difference[String(by)];
  return { value: found?.value ?? 0, error: found?.standard_error ?? 0, base: found?.base ?? 0, other: found?.other ?? 0 };
}

/** Whether a change is more than the simulation's own error. */
export const isClear = ({ value, error }: ChanceDifference): boolean => Math.abs(value) > 2 * error;

/** The most changed first: by the chance, what is clear before what is not, then by years, then by the share of futures that move. */
export function mostChanged(states: ComparedState[], by: number): ComparedState[] {
  const size = (state: ComparedState): number[] => {
    const difference = differenceOf(state, by);
    return [Number(isClear(difference)), Math.abs(difference.value), Math.abs(state.median_years_gained ?? 0), Math.max(state.earlier_share, state.later_share)];
  };
  return [...states].sort((a, b) => {
    const ours = size(a), theirs = size(b);
    const differing = ours.findIndex((value, i) => value !== theirs[i]);
    return differing < 0 ? 0 : theirs[differing]! - ours[differing]!;
  });
}

/** Median years gained where most futures that move have a date under both scenarios; it says nothing of the others. */
export function tellingMedian(state: ComparedState): number | null {
  const oneSided = state.newly_complete_share + state.no_longer_complete_share;
  return 2 * oneSided > state.earlier_share + state.later_share ? null : state.median_years_gained;
}

/** From this share on, futures in which only one side completes are told. */
const LEAST_SHARE_TOLD = 0.05;

/** 'earlier in 93 % of futures, by a median of 2.4 years', or how many no longer complete. */
export function movedWords(state: ComparedState, horizon: number): string {
  const t = text().paired;
  if (state.earlier_share === 0 && state.later_share === 0) return t.sameInAll;
  const earlier = state.earlier_share >= state.later_share;
  const words = earlier ? t.earlierIn : t.laterIn;
  const oneSided = earlier ? state.newly_complete_share : state.no_longer_complete_share;
  // A median that points the other way than most futures move is not said.
  const years = tellingMedian(state);
  const median = years !== null && (years === 0 || years > 0 === earlier) ? years : null;
  return words(percent(earlier ? state.earlier_share : state.later_share), oneSided < LEAST_SHARE_TOLD ? null : percent(oneSided), horizon,
    median === null ? null : yearsInWords(Math.abs(median)));
}

/** 'complete by 2030 in 4 % of futures instead of 97 %'; nothing where one reads the same. */
export function chanceWords(state: ComparedState, by: number): string | null {
  const { base, other } = differenceOf(state, by);
  return percent(base) === percent(other) ? null : text().paired.chance(by, percent(base), percent(other));
}
