/** How many futures stand behind the figures, and how exact that makes them. */

import { datedStates } from '../charts/all_states';
import { el, setText } from '../dom';
import type { Shown } from '../shown';
import { text } from '../text';
import { count, rounded } from '../words';
import type { View } from './view';

export function badge(): View {
  const words = el('span');
  const root = el('p', { class: 'badge' }, words);
  return {
    root,
    update({ summary, busy }: Shown) {
      const errors = datedStates(summary).map((state) => state.completion.monte_carlo_error_months).filter((e) => e !== null);
      const t = text().badge;
      const futures = t.futures(count(summary.provenance.trajectories), summary.provenance.seed);
      const exact = errors.length > 0 ? ` · ${t.error(rounded(Math.max(...errors), 1))}` : '';
      root.classList.toggle('busy', busy);
      setText(words, busy ? `${futures} · ${t.refining}` : futures + exact);
    },
  };
}
