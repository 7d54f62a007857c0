/** How many futures stand behind the figures, and how exact that makes them. */

import { datedStates } from '../charts/all_states';
import { el, setText } from '../dom';
import type { EstimatedState, Summary } from '../engine';
import type { Shown } from '../shown';
import type { PageState } from '../state/page_state';
import { text } from '../text';
import { count, rounded } from '../words';
import type { View } from './view';

/** On the page of a state its own error is told, elsewhere the largest one. */
function toldStates(summary: Summary, { view, state }: PageState): EstimatedState[] {
  const dated = datedStates(summary);
  return view === 'state' ? dated.filter((found) => found.code === state) : dated;
}

export function badge(): View {
  const scenario = el('span', { class: 'on-paper' });
  const words = el('span');
  const root = el('p', { class: 'badge' }, scenario, words);
  return {
    root,
    update({ summary, state, name, busy }: Shown) {
      const errors = toldStates(summary, state).map((found) => found.completion.monte_carlo_error_months).filter((e) => e !== null);
      const t = text().badge;
      const futures = t.futures(count(summary.provenance.trajectories), summary.provenance.seed);
      const exact = Math.max(0, ...errors) > 0 ? ` · ${t.error(rounded(Math.max(...errors), 1))}` : '';
      root.classList.toggle('busy', busy);
      setText(scenario, t.scenario(name));
      setText(words, busy ? `${futures} · ${t.refining}` : futures + exact);
    },
  };
}
