/** The scenario file: the text that the engine reads, checked as it is written. The editor is fetched when it is first looked at. */

import type { App } from '../app';
import { el, setText } from '../dom';
import type { Problem } from '../engine';
import type { Shown } from '../shown';
import { OWN_PATH, scenarioFile } from '../state/request';
import { sameText } from '../state/own_text';
import { text } from '../text';
import type { Editor } from '../editor/editor';
import { badge } from './badge';
import { mainSentence } from './headline';
import type { View } from './view';

const CHECK_AFTER_MS = 200;

export function editorView(app: App): View {
  const t = text().editor;
  const status = el('p', { class: 'editor-status', role: 'status' });
  const problems = el('ol', { class: 'problems' });
  const place = el('div', { class: 'editor' });
  const run = el('button', { type: 'button', class: 'primary', disabled: true, onclick: () => { if (editor) app.change({ yaml: editor.text() }); } }, t.run);
  const revert = el('button', { type: 'button', onclick: () => app.change({ yaml: null }) }, t.revert);
  const result = el('p', { class: 'further' });
  const exact = badge();
  const whose = el('h2');
  const notRun = el('p', { class: 'help' }, t.notRun);
  const section = el('section', { class: 'editor-result', hidden: true }, whose, notRun, result, exact.root);
  const root = el('div', {}, el('div', { class: 'hero' }, el('h1', {}, t.title), el('p', { class: 'further' }, t.sentence)),
    place, el('p', { class: 'help' }, t.keys), el('div', { class: 'editor-tools' }, run, revert), status, problems,
    section);
  let editor: Editor | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checked = 0;

  const check = async (): Promise<void> => {
    if (!app.live || !editor) return;
    const mine = ++checked;
    const { answer, failed } = await app.ask((engine) => engine.check({ path: OWN_PATH, yaml: editor!.text() }));
    if (mine !== checked) return;
    if (answer) show(answer.ok ? [] : answer.problems);
    else cannotCheck(failed);
  };
  const cannotCheck = (why: string): void => {
    setText(status, `${t.cannotCheck}${why === '' ? '' : ` (${why})`}`);
    run.disabled = true;
  };
  const show = (found: Problem[]): void => {
    root.dataset['checked'] = String(checked);
    setText(status, found.length === 0 ? t.good : t.problems(found.length));
    status.classList.toggle('bad', found.length > 0);
    run.disabled = found.length > 0;
    editor?.mark(found.filter((problem) => problem.file === OWN_PATH || problem.file === ''));
    problems.replaceChildren(...found.map((problem) => el('li', {},
      problem.line === null ? '' : el('button', { type: 'button', class: 'place', onclick: () => editor?.goTo(problem.line!, problem.column ?? 1) }, t.line(problem.line)),
      ' ', el('span', { lang: 'en' }, problem.message))));
  };
  const edited = (): void => {
    app.own.edited(editor!.text(), app.state);
    sayWhose();
    clearTimeout(timer);
    timer = setTimeout(() => void check(), CHECK_AFTER_MS);
  };
  void import('../editor/editor').then(({ makeEditor }) => {
    editor = makeEditor(place, wanted(), t.label, edited);
    sayWhose();
    void check();
  }).catch((error: unknown) => cannotCheck(String(error)));

  /** What the results below belong to, when that is not what stands in the editor. */
  const sayWhose = (): void => {
    section.hidden = app.shown === null;
    setText(whose, app.own.draft !== null ? t.lastRun : app.shown?.stale ? t.before : t.running);
    notRun.hidden = app.own.draft === null;
    section.classList.toggle('stale', app.own.draft !== null || (app.shown?.stale ?? false));
  };
  const wanted = (): string => app.own.draft ?? scenarioFile(app.state).yaml;

  let live = app.live;
  return {
    root,
    update(shown: Shown) {
      setText(result, mainSentence(shown));
      exact.update(shown);
      early();
    },
    early,
  };

  function early(): void {
    revert.hidden = app.state.yaml === null;
    // A text that came from elsewhere (levers, picker, a link) replaces what is written; app.own keeps that.
    if (editor && !sameText(wanted(), editor.text())) editor.replace(wanted());
    sayWhose();
    if (app.engineIs === 'coming') setText(status, t.waiting);
    if (app.engineIs === 'absent') cannotCheck('');
    if (app.live && app.live !== live) void check();
    live = app.live;
  }
}
