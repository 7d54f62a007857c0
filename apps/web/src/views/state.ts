/** One state: its answer, how its land goes, its record, and the source of each number. */

import type { App } from '../app';
import { shareBy } from '../charts/all_states';
import { completionDate, completionSentence } from '../charts/completion_date';
import { figure } from '../charts/figure';
import { iconRow } from '../charts/icon_row';
import { landFlows } from '../charts/land_flows';
import { remaining } from '../charts/remaining';
import { basisOf, sourceOf } from '../charts/source';
import { ofYear, yearlyFan } from '../charts/yearly_fan';
import { el, setText } from '../dom';
import type { EstimatedState, SummaryState } from '../engine';
import { movedWords } from '../moved';
import type { Shown } from '../shown';
import { nameOf, stateName, text } from '../text';
import { recordTold, toldElement } from '../text/record';
import { inTen, money } from '../words';
import { badge } from './badge';
import { refusedHeadline, stateHeadline } from './headline';
import { factList } from './state_facts';
import { laterParts } from './state_later';
import { sourcesPart } from './state_sources';
import { stateSelect, yearChoice, type View } from './view';

export function stateView(app: App): View {
  const headline = el('h1');
  const marks = el('p', { class: 'marks' });
  const sentence = el('p', { class: 'further' });
  const compared = el('p', { class: 'compared' });
  const exact = badge();
  const years = yearChoice(app);
  const picked = stateSelect(app, text().statePage.pick, (state) => app.change({ state }));
  const icons = el('div', { class: 'icons' });
  const facts = el('div');
  const charts = { remaining: figure(2), completion: figure(2), flows: figure(2), funding: figure(2) };
  const later = laterParts(app);
  const sources = sourcesPart(app);
  const dated = [facts, ...Object.values(charts).map((chart) => chart.root)];
  const root = el('div', {}, picked.root, el('div', { class: 'hero' }, headline, marks, sentence, compared, exact.root, years.root, icons),
    ...dated, later.root, sources.root);
  return {
    root,
    update(shown: Shown) {
      const { summary, by } = shown;
      picked.update(shown);
      exact.update(shown);
      years.update(shown);
      const state = summary.states.find((found) => found.code === app.state.state);
      const hidden = !state?.estimable;
      for (const part of [...dated, icons, sentence, years.root]) part.hidden = hidden;
      compared.hidden = true;
      later.update(shown, state ?? null);
      sources.update(shown, state ?? null);
      if (!state) {
        setText(headline, text().statePage.notInRun(stateName(app.state.state)));
        marks.replaceChildren();
        return;
      }
      if (!state.estimable) {
        showRefused(state, headline, marks);
        return;
      }
      setText(headline, stateHeadline(shown, state));
      marks.replaceChildren(...markElements(state));
      setText(sentence, completionSentence(summary, state));
      const moved = shown.comparison?.others[0]?.states.find((found) => found.code === state.code);
      compared.hidden = !moved;
      if (moved) setText(compared, text().paired.stateMoved(shown.baseName, nameOf(state), movedWords(moved, summary.provenance.horizon)));
      const share = shareBy(state, by, summary.provenance.trajectories);
      icons.replaceChildren(iconRow(share, text().tenFutures.sentence(nameOf(state), by, inTen(share))));
      facts.replaceChildren(factList(shown, state));
      charts.remaining.show(remaining(summary, state, shown.name, by, shown.history));
      charts.completion.show(completionDate(summary, state, shown.name));
      charts.flows.show(landFlows(summary, state, shown.name));
      charts.funding.show(fundingChart(shown, state));
    },
  };
}

function markElements(state: EstimatedState): HTMLElement[] {
  const t = text().basis;
  const said = { data: t.dataShort, mixed: t.mixedShort, prior: t.priorShort }[state.basis];
  const marks = [el('span', { class: `mark ${state.basis}`, title: basisOf(state).trim() || t.data }, said)];
  if (state.conditional) marks.push(el('span', { class: 'mark conditional' }, t.conditionalShort));
  return marks;
}

function showRefused(state: SummaryState, headline: HTMLElement, marks: HTMLElement): void {
  const t = text().statePage;
  setText(headline, refusedHeadline(state));
  marks.replaceChildren(
    el('span', { class: 'refused-reasons' }, el('span', {}, t.because), el('ul', {}, state.reasons.map((reason) => toldElement('li', recordTold(reason)))),
      state.needs.length > 0 ? el('span', {}, t.needs(state.needs.map((need) => t.need[need] ?? need))) : ''));
}

function fundingChart({ summary, name }: Shown, state: EstimatedState) {
  const t = text().funding;
  const fan = state.funding_musd;
  const { origin, horizon } = summary.provenance;
  const until = Math.min(origin + 12, horizon);
  const unspent = fan.unspent_p50.slice(0, until - origin).reduce((sum, musd) => sum + musd, 0);
  return yearlyFan({
    id: `${state.code}-funding`, title: t.title(nameOf(state)),
    sentence: t.sentence(fan.year[0]!, money(fan.p05[0]!), money(fan.p50[0]!), money(fan.p95[0]!)) + (unspent > 0.05 ? ` ${t.unspent}` : ''),
    foot: `${sourceOf(summary, name)} ${t.foot(summary.price_year)}${basisOf(state)}`,
    column: 'musd', unit: t.unit(summary.price_year), x: fan.year, ...ofYear(), p05: fan.p05, p50: fan.p50, p95: fan.p95, write: money, until,
  });
}
