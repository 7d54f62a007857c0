/** Two scenarios side by side, paired: the same futures under both. */

import type { App } from '../app';
import { figure, tableElement } from '../charts/figure';
import { pairedDifferences } from '../charts/paired_differences';
import { statesComplete } from '../charts/states_complete';
import { el, setText } from '../dom';
import type { ComparedScenario, Summary } from '../engine';
import type { Shown } from '../shown';
import { library, scenarioOf } from '../state/library';
import { isUntouched } from '../state/page_state';
import { libraryFile } from '../state/request';
import { scenarioName, text } from '../text';
import { recordTold, toldElement, valueTold } from '../text/record';
import { area, money, rounded, signed } from '../words';
import { badge } from './badge';
import { comparisonSentence } from './headline';
import { yearChoice, type View } from './view';

export function compareView(app: App): View {
  const t = text().compare;
  const base = el('select', { onchange: () => app.change({ base: base.value }) },
    library.map((scenario) => el('option', { value: scenario.id }, scenarioName(scenario))));
  const headline = el('h1');
  const exact = badge();
  const years = yearChoice(app);
  const cards = [card(), card()] as const;
  const waiting = el('p', { class: 'further', role: 'status' });
  const refused = el('ul', { lang: 'en' });
  const paired = figure(2);
  const details = el('div');
  const root = el('div', {}, el('div', { class: 'hero' }, headline, el('p', { class: 'further' }, t.sentence),
    el('label', { class: 'state-select' }, el('span', {}, t.base), base), exact.root, years.root),
    waiting, refused, el('div', { class: 'side-by-side' }, cards[0].root, cards[1].root), paired.root, details);
  let baseRun: { base: string; seed: number; summary: Summary } | null = null;
  let asked = '';

  const fetchBase = (shown: Shown): void => {
    const { state } = app;
    const key = JSON.stringify([state.base, state.seed, shown.summary.provenance.trajectories]);
    if (!app.live || key === asked || shown.busy || shown.stale) return;
    asked = key;
    const { trajectories, seed } = shown.summary.provenance;
    void app.ask((engine) => engine.run({ scenario: libraryFile(state.base), trajectories, seed })).then(({ answer }) => {
      if (key !== asked) return;
      // Whatever kept it from an answer keeps the comparison too, which says so.
      if (!answer?.ok) asked = '';
      else baseRun = { base: state.base, seed, summary: answer.value };
      if (app.shown && answer?.ok) update(app.shown);
    });
  };

  const update = (shown: Shown): void => {
    const { state } = app;
    base.value = state.base;
    exact.update(shown);
    years.update(shown);
    fetchBase(shown);
    const other = shown.comparison?.others[0];
    setText(headline, other ? comparisonSentence(shown, true) : t.title);
    const ofBase = baseRun?.base === state.base && baseRun.seed === shown.summary.provenance.seed ? baseRun.summary : null;
    if (ofBase) cards[0].show(t.base, scenarioName(scenarioOf(state.base)), ofBase, shown.by);
    cards[0].root.hidden = ofBase === null;
    cards[1].show(t.other, shown.name, shown.summary, shown.by);
    paired.root.hidden = details.hidden = !other;
    setText(waiting, other ? '' : whyNot(shown, app));
    waiting.hidden = other !== undefined;
    refused.hidden = other !== undefined || shown.refusal.length === 0;
    refused.replaceChildren(...shown.refusal.map((problem) => el('li', {}, problem.message)));
    if (!shown.comparison || !other) return;
    paired.root.hidden = other.states.length === 0;
    paired.show(pairedDifferences(shown.comparison, { base: scenarioName(scenarioOf(state.base)), other: shown.name }, shown.by));
    details.replaceChildren(...changeLists(other), worldTable(other));
  };
  return { root, update };
}

function whyNot({ state, refusal }: Shown, app: App): string {
  const t = text().compare;
  if (refusal.length > 0) return t.refused;
  if (state.yaml === null && scenarioOf(state.scenario).origin !== scenarioOf(state.base).origin) return t.origins;
  if (state.scenario === state.base && isUntouched(state)) return t.same;
  return app.engineIs === 'ready' && app.trouble === null ? t.waiting : '';
}

function card() {
  const role = el('p', { class: 'role' });
  const chart = figure(2);
  const root = el('section', { class: 'card' }, role, chart.root);
  return {
    root,
    show(who: string, scenario: string, summary: Summary, by: number) {
      setText(role, who);
      chart.show({ ...statesComplete(summary, scenario, by), title: scenario });
    },
  };
}

function changeLists(other: ComparedScenario): HTMLElement[] {
  const t = text().compare;
  const made: HTMLElement[] = [];
  if (other.changes.length > 0) {
    made.push(el('section', { class: 'changes' }, el('h2', {}, t.changed), el('ul', {},
      other.changes.map((change) => el('li', {}, el('code', {}, change.path), ': ', changed(change.base), ' → ', changed(change.other))))));
  }
  if (other.levers_without_effect.length > 0) {
    const idle = other.levers_without_effect as { path: string; why: string | null }[];
    made.push(el('section', { class: 'changes idle' }, el('h2', {}, t.idle), el('ul', {},
      idle.map((lever) => el('li', {}, el('code', {}, lever.path), lever.why ? ': ' : '', lever.why ? toldElement('span', recordTold(lever.why)) : '')))));
  }
  return made;
}

const changed = (value: string | null): Node => (value === null ? document.createTextNode(text().compare.absent) : toldElement('span', valueTold(value)));

function worldTable(other: ComparedScenario): HTMLElement {
  const t = text().compare;
  const { world } = other;
  const quantities = [
    { name: t.complete, of: world.mean_states_complete_by_end_of, write: (value: number) => rounded(value, 2), change: signed },
    { name: t.land, of: world.remaining_km2_at_end_of, write: area, change: signed },
    ...(other.price_year === null ? [] : [{ name: t.spent(other.price_year), of: world.spent_musd_to_end_of, write: money, change: signed }]),
  ];
  const rows = quantities.flatMap(({ name, of, write, change }) => Object.entries(of).map(([year, found]) => [
    name, year, write(found.base), write(found.other), change(found.difference), found.standard_error === null ? null : rounded(found.standard_error, 3),
  ]));
  return el('section', {}, el('h2', {}, t.world), tableElement({
    columns: [{ name: 'quantity', label: t.quantity }, { name: 'year', label: t.byEnd }, { name: 'base', label: t.base, write: String }, { name: 'here', label: t.here, write: String }, { name: 'difference', label: t.difference, write: String }, { name: 'standard_error', label: t.error, write: String }],
    rows,
  }, t.world));
}
