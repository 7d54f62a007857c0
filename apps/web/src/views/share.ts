/** What one takes away: a link, the command that gives the same figures, files, a report. */

import type { App } from '../app';
import { download, fileStem } from '../charts/export';
import { el, setText } from '../dom';
import type { Answer, Engine, RunRequest } from '../engine';
import type { Shown } from '../shown';
import { hashOf } from '../state/hash';
import { edition } from '../state/page_state';
import { reproduceCommand, runRequest, scenarioFile } from '../state/request';
import { text } from '../text';
import { count } from '../words';
import { zipped } from '../zip';
import { badge } from './badge';
import { mainSentence } from './headline';
import type { View } from './view';

export async function linkOf(app: App): Promise<string> {
  const { state, shown } = app;
  const made = shown && !shown.stale ? edition(shown.summary.provenance) : state.made;
  return `${location.origin}${location.pathname}${await hashOf({ ...state, view: app.resultsView, made })}`;
}

/** Into the clipboard; where the browser does not let us, the text is shown to be copied by hand. */
export async function copy(words: string, button: HTMLButtonElement): Promise<void> {
  const t = text();
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(words);
    button.textContent = t.copied;
  } catch {
    window.prompt(t.copyByHand, words);
  }
  setTimeout(() => { button.textContent = before; }, 2000);
}

export function shareView(app: App): View {
  const t = text().share;
  const headline = el('p', { class: 'further' });
  const exact = badge();
  const link = el('input', { type: 'text', readonly: true, 'aria-label': t.link, onfocus: () => link.select() });
  const copyLink = el('button', { type: 'button', class: 'primary', onclick: () => void copy(link.value, copyLink) }, text().copyLink);
  const command = el('pre', { tabindex: 0, role: 'region', 'aria-label': t.reproduce });
  const copyCommand = el('button', { type: 'button', onclick: () => void copy(command.textContent ?? '', copyCommand) }, t.copy);
  const provenance = el('dl', { class: 'provenance' });
  const status = el('p', { class: 'help', role: 'status' });
  const needs = el('p', { class: 'help' }, t.needsEngine);

  const save = (name: string, content: Blob): string => {
    download(name, content);
    return name;
  };
  const saveYaml = (): string => {
    const file = scenarioFile(app.state);
    return save(file.path.replace(/^.*\//, ''), new Blob([file.yaml], { type: 'application/yaml' }));
  };
  /** What the engine answers to a question about the results that are shown. */
  const answered = async <T>(question: (engine: Engine, request: RunRequest) => Promise<Answer<T>>): Promise<Extract<Answer<T>, { ok: true }>> => {
    const { state, summary } = app.shown!;
    const { answer, failed } = await app.ask((engine) => question(engine, runRequest(state, summary.provenance.trajectories)));
    if (!answer) throw new Error(failed);
    if (!answer.ok) throw new Error(answer.problems.map((problem) => problem.message).join(' '));
    return answer;
  };
  const saveJson = async (): Promise<string> => {
    const name = `${fileStem('summary')}.json`;
    const { json } = await answered((engine, request) => engine.run(request));
    return save(name, new Blob([json], { type: 'application/json' }));
  };
  const saveCsv = async (): Promise<string> => {
    const name = `${fileStem('csv')}.zip`;
    const { value } = await answered((engine, request) => engine.csv(request));
    return save(name, await zipped(Object.fromEntries(Object.entries(value).filter(([file]) => file.endsWith('.csv')))));
  };
  const saveReport = async (): Promise<string> => {
    const name = `${fileStem('report')}.html`;
    const { value } = await answered((engine, request) => engine.report(request));
    return save(name, new Blob([value], { type: 'text/html' }));
  };
  /** A button that says what it waits for and what became of it. */
  const button = (label: string, act: () => string | Promise<string>): HTMLButtonElement => {
    const made = el('button', { type: 'button', onclick: () => void work() }, label);
    const work = async (): Promise<void> => {
      if (made.hasAttribute('aria-disabled')) return;
      setText(status, t.working(label));
      made.setAttribute('aria-disabled', 'true');
      try {
        setText(status, t.saved(await act()));
      } catch (error) {
        setText(status, t.failed(label, error instanceof Error ? error.message : String(error)));
      } finally {
        made.removeAttribute('aria-disabled');
      }
    };
    return made;
  };
  const json = button(t.summary, saveJson), csv = button(t.csv, saveCsv);
  const report = button(t.html, saveReport);
  const root = el('div', { class: 'share' }, el('div', { class: 'hero' }, el('h1', {}, t.title), el('p', { class: 'further' }, t.sentence), headline, exact.root),
    el('section', {}, el('h2', {}, t.link), el('div', { class: 'copy-row' }, link, copyLink), el('p', { class: 'help' }, t.linkHelp)),
    el('section', {}, el('h2', {}, t.reproduce), command, el('p', {}, copyCommand), el('p', { class: 'help' }, t.reproduceHelp)),
    el('section', {}, el('h2', {}, t.files), el('p', { class: 'buttons' }, button(t.scenario, saveYaml), json, csv), el('p', { class: 'help' }, t.csvHelp)),
    el('section', {}, el('h2', {}, t.report), el('p', { class: 'buttons' }, report, el('button', { type: 'button', onclick: () => window.print() }, t.print)), el('p', { class: 'help' }, t.reportHelp), needs, status),
    el('section', {}, el('h2', {}, t.provenance), provenance));
  return {
    root,
    update(shown: Shown) {
      const told = shown.summary.provenance;
      setText(headline, mainSentence(shown));
      exact.update(shown);
      json.disabled = csv.disabled = report.disabled = shown.stale || shown.busy || !app.live;
      needs.hidden = !json.disabled;
      void linkOf(app).then((address) => { link.value = address; });
      setText(command, reproduceCommand({ ...shown.state, view: app.resultsView }, told.trajectories, told.seed).command);
      const facts: [string, string][] = [
        ['version', told.version], ['commit', told.commit], ['scenario', told.scenario], ['scenario_sha256', told.scenario_sha256], ['data_sha256', told.data_sha256],
        ['posterior_sha256', told.posterior_sha256 ?? '–'], ['seed', String(told.seed)], ['trajectories', count(told.trajectories)], ['origin', String(told.origin)], ['horizon', String(told.horizon)],
      ];
      provenance.replaceChildren(...facts.map(([name, value]) => el('div', {}, el('dt', {}, el('code', {}, name)), el('dd', {}, value))));
    },
  };
}
