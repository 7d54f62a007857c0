/** What stands above the view: why there are no results, what is waited for, and what a link was made of. */

import type { App } from '../app';
import { el } from '../dom';
import { linkTo } from '../state/hash';
import { scenarioOf } from '../state/library';
import { edition, initialState } from '../state/page_state';
import { scenarioName, text } from '../text';
import { FIXED } from './links';

export interface Notices {
  root: HTMLElement;
  update(): void;
}

export function notices(app: () => App): Notices {
  const alarm = el('div', { class: 'notice', role: 'alert', hidden: true });
  const news = el('div', { class: 'notice mild', role: 'status', hidden: true });
  let said = '';
  return {
    root: el('div', {}, alarm, news),
    update() {
      const { state, problems, trouble, engineIs, late, slow, shown } = app();
      // Drawn anew only where it says something else, so that a button in it keeps the focus and nothing is read out twice.
      const key = JSON.stringify([state, problems, trouble, engineIs, late, slow, shown?.name, shown?.summary.provenance]);
      if (key === said) return;
      said = key;
      const content = alarmOf(app());
      // Where there are no results, this is what the page says; the editor has a heading of its own.
      const heading = content.length > 0 && !shown && state.view !== 'scenario' ? [el('h1', {}, text().noResults)] : [];
      fill(alarm, [...heading, ...content]);
      fill(news, newsOf(app()));
    },
  };
}

function fill(place: HTMLElement, content: Node[]): void {
  place.hidden = content.length === 0;
  place.replaceChildren(...content);
}

function alarmOf(app: App): Node[] {
  const t = text();
  const { state, problems, trouble } = app;
  if (state.unreadable !== null) return [el('p', {}, t.unreadable), todaysCourse(app)];
  if (trouble !== null) {
    const absent = app.engineIs === 'absent';
    return [
      el('p', {}, `${absent ? t.noEngine : t.engineFailed} `, app.shown ? t.noEngineShown(app.shown.name) : t.noEngineNothing(chosenName(app))),
      el('p', {}, el('button', { type: 'button', onclick: () => app.tryAgain() }, t.tryAgain), ' ', app.shown ? '' : todaysCourseLink(app)),
      el('details', {}, el('summary', {}, t.engineSaid), el('p', { lang: 'en' }, trouble)),
    ];
  }
  if (problems.length === 0) return [];
  return [
    el('p', {}, el('strong', {}, t.problems.title(problems.length))),
    el('ul', { lang: 'en' }, problems.map((problem) => el('li', {},
      [problem.file, problem.line, problem.column].filter((part) => part !== null && part !== '').join(':'), ' ', problem.message))),
    ...(state.view === 'scenario' ? [] : [el('p', {}, el('a', { href: linkTo(state, { view: 'scenario' }) }, t.problems.edit))]),
  ];
}

function newsOf(app: App): Node[] {
  const t = text();
  const { state, shown, engineIs, late, slow } = app;
  const told: string[] = [];
  if (late && shown) told.push((engineIs === 'coming' ? t.stale.coming : t.stale.computing)(shown.name, chosenName(app)));
  if (slow) told.push(t.slow);
  if (shown && !shown.stale && state.made !== null && state.made !== edition(shown.summary.provenance)) told.push(t.made(partsThatDiffer(state.made, edition(shown.summary.provenance))));
  return told.map((words) => el('p', {}, words));
}

function partsThatDiffer(made: string, here: string): string[] {
  const t = text().madeOf;
  const [version, data, scenario] = made.split(',') as [string, string, string];
  const ours = here.split(',');
  return [version === ours[0] ? '' : t.version(version), data === ours[1] ? '' : t.data, scenario === ours[2] ? '' : t.scenario].filter(Boolean);
}

function chosenName({ state }: App): string {
  if (state.yaml !== null) return text().ownScenario;
  const name = scenarioName(scenarioOf(state.scenario));
  const said = text().levers.said(state.levers);
  return said === '' ? name : text().changed(name, said);
}

function todaysCourseLink({ state }: App): HTMLElement {
  return el('a', { [FIXED]: true, href: linkTo({ ...initialState(state.language), view: state.view === 'scenario' ? 'world' : state.view, state: state.state }, {}) }, text().todaysCourse);
}

const todaysCourse = (app: App): HTMLElement => el('p', {}, todaysCourseLink(app));
