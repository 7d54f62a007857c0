/** What stands at the foot of charts: where the numbers come from. */

import type { EstimatedState, Summary } from '../engine';
import { count } from '../words';
import { text } from '../text';
import { quotedUnlessTold, recordTold } from '../text/record';

export function sourceOf(summary: Summary, name: string): string {
  const told = summary.provenance;
  return text().foot.source(told.version, name, count(told.trajectories), told.origin);
}

/** A warning where a projection rests on judgement; empty for one that rests on reports. */
export function basisOf(state: EstimatedState): string {
  const t = text().basis;
  const said = state.basis === 'prior' ? ` ${t.prior}` : state.basis === 'mixed' ? ` ${t.mixed}` : '';
  return state.conditional && state.condition ? `${said} ${t.conditional(quotedUnlessTold(recordTold(state.condition)))}` : said;
}
