/** What one takes away: a link, the command that gives the same figures, files, a report. */

import type { App } from '../app';
import { download, fileStem } from '../charts/export';
import { el, setText } from '../dom';
import type { Shown } from '../shown';
import { hashOf } from '../state/hash';
import { reproduceCommand, runRequest, scenarioFile } from '../state/request';
import { text } from '../text';
import { count } from '../words';
import { badge } from './badge';
import { mainSentence } from './headline';
import { saveReport } from './report';
import type { View } from './view';

export async function linkOf(app: App): Promise<string> {
  return `${location.origin}${location.pathname}${await hashOf({ ...app.state, view: app.resultsView })}`;
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

  const save = (name: string, content: string, type: string): void => download(name, new Blob([content], { type }));
  const request = () => runRequest(app.state, app.shown?.summary.provenance.trajectories ?? app.state.trajectories);
  const saveYaml = (): void => {
    const file = scenarioFile(app.state);
    save(file.path.replace(/^.*\//, ''), file.yaml, 'application/yaml');
  };
  const saveJson = async (): Promise<void> => {
    const answer = await app.live?.run(request());
    if (answer?.ok) save(`${fileStem('summary')}.json`, answer.json, 'application/json');
  };
  const saveCsv = async (): Promise<void> => {
    const answer = await app.live?.csv(request());
    if (!answer?.ok) return;
    for (const [name, content] of Object.entries(answer.value)) {
      if (name.endsWith('.csv')) save(`${fileStem(name.replace(/\.csv$/, ''))}.csv`, content, 'text/csv');
    }
  };
  const button = (label: string, act: () => void | Promise<void>): HTMLButtonElement => el('button', { type: 'button', onclick: () => void act() }, label);

  const root = el('div', { class: 'share' }, el('div', { class: 'hero' }, el('h1', {}, t.title), el('p', { class: 'further' }, t.sentence), headline, exact.root),
    el('section', {}, el('h2', {}, t.link), el('div', { class: 'copy-row' }, link, copyLink), el('p', { class: 'help' }, t.linkHelp)),
    el('section', {}, el('h2', {}, t.reproduce), command, el('p', {}, copyCommand), el('p', { class: 'help' }, t.reproduceHelp)),
    el('section', {}, el('h2', {}, t.files), el('p', { class: 'buttons' }, button(t.scenario, saveYaml), button(t.summary, saveJson), button(t.csv, saveCsv)), el('p', { class: 'help' }, t.csvHelp), status),
    el('section', {}, el('h2', {}, t.report), el('p', { class: 'buttons' }, button(t.html, () => saveReport(app)), button(t.print, () => window.print())), el('p', { class: 'help' }, t.reportHelp)),
    el('section', {}, el('h2', {}, t.provenance), provenance));
  return {
    root,
    update(shown: Shown) {
      const told = shown.summary.provenance;
      setText(headline, mainSentence(shown));
      exact.update(shown);
      void linkOf(app).then((address) => { link.value = address; });
      setText(command, reproduceCommand({ ...app.state, view: app.resultsView }, told.trajectories, told.seed).command);
      const facts: [string, string][] = [
        ['version', told.version], ['commit', told.commit], ['scenario', told.scenario], ['scenario_sha256', told.scenario_sha256], ['data_sha256', told.data_sha256],
        ['posterior_sha256', told.posterior_sha256 ?? '–'], ['seed', String(told.seed)], ['trajectories', count(told.trajectories)], ['origin', String(told.origin)], ['horizon', String(told.horizon)],
      ];
      provenance.replaceChildren(...facts.map(([name, value]) => el('div', {}, el('dt', {}, el('code', {}, name)), el('dd', {}, value))));
    },
  };
}
