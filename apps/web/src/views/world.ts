/** The first view: the answer in a sentence, ten futures, and all states. */

import type { App } from '../app';
import { allStates, datedStates, shareBy } from '../charts/all_states';
import { figure } from '../charts/figure';
import { iconRow } from '../charts/icon_row';
import { statesComplete } from '../charts/states_complete';
import { el, setLink, setText } from '../dom';
import type { SummaryState } from '../engine';
import type { Shown } from '../shown';
import { linkTo } from '../state/hash';
import { language, nameOf, text } from '../text';
import { recordTold, toldElement } from '../text/record';
import { inTen } from '../words';
import { badge } from './badge';
import { comparisonSentence, furtherSentence, mainSentence } from './headline';
import { stateSelect, yearChoice, type View } from './view';

export function worldView(app: App): View {
  const t = text();
  const headline = el('h1');
  const further = el('p', { class: 'further' });
  const compared = el('p', { class: 'compared' });
  const exact = badge();
  const years = yearChoice(app);
  const picked = stateSelect(app, t.tenFutures.pick, (state) => app.change({ state }, 'replace'));
  const icons = el('div', { class: 'icons' });
  const iconWords = el('p', { class: 'icon-words' });
  const open = el('a', { class: 'more' });
  const complete = figure(2);
  const all = figure(2);
  const refused = el('section', { class: 'refused' });
  const ten = el('section', { class: 'ten', 'aria-labelledby': 'ten-futures' },
    el('div', { class: 'ten-head' }, el('h2', { id: 'ten-futures' }, t.tenFutures.title), picked.root), icons, iconWords, open);
  const root = el('div', {}, el('div', { class: 'hero' }, headline, further, compared, exact.root, years.root), ten,
    all.root, complete.root, refused);
  let listed = '';
  return {
    root,
    update(shown: Shown) {
      const { summary, by, name } = shown;
      setText(headline, mainSentence(shown));
      setText(further, furtherSentence(shown));
      setText(compared, comparisonSentence(shown));
      compared.hidden = compared.textContent === '';
      exact.update(shown);
      years.update(shown);
      picked.update(shown);
      showTen(shown, icons, iconWords, open);
      // Without any date there is nothing to draw; the reasons below are the answer.
      const dated = datedStates(summary).length > 0;
      for (const part of [years.root, ten, all.root, complete.root]) part.hidden = !dated;
      all.show(allStates(summary, name, by, { linkTo: (state) => linkTo(app.state, { view: 'state', state }) }));
      complete.show(statesComplete(summary, name, by));
      const key = refusedStates(shown).map((state) => state.code).join() + app.state.language;
      if (key !== listed) {
        listed = key;
        listRefused(app, shown, refused);
      }
    },
  };
}

function showTen({ summary, state: page, by }: Shown, icons: HTMLElement, words: HTMLElement, open: HTMLAnchorElement): void {
  const t = text().tenFutures;
  const state = summary.states.find((found) => found.code === page.state) ?? summary.states.find((found) => found.estimable) ?? summary.states[0]!;
  const name = nameOf(state);
  setLink(open, linkTo(page, { view: 'state', state: state.code }));
  setText(open, t.open(name));
  if (!state.estimable) {
    icons.replaceChildren();
    setText(words, state.status === 'declared' ? t.declared(name) : t.unknown(name));
    return;
  }
  const share = shareBy(state, by, summary.provenance.trajectories);
  const said = t.sentence(name, by, inTen(share));
  icons.replaceChildren(iconRow(share, said));
  setText(words, said);
}

const refusedStates = ({ summary }: Shown): SummaryState[] => summary.states
  .filter((state) => !state.estimable && state.status !== 'declared')
  .sort((a, b) => nameOf(a).localeCompare(nameOf(b), language()));

function listRefused(app: App, shown: Shown, root: HTMLElement): void {
  const t = text().refused;
  const states = refusedStates(shown);
  root.hidden = states.length === 0;
  root.replaceChildren(
    el('h2', {}, t.title(states.length)), el('p', {}, t.sentence),
    el('dl', {}, states.flatMap((state) => [
      el('dt', {}, el('a', { href: linkTo(app.state, { view: 'state', state: state.code }) }, nameOf(state))),
      toldElement('dd', recordTold(state.reasons[0] ?? '')),
    ])));
}
