/** The scenario file: the text that the engine reads, checked as it is written. The editor is fetched when it is first looked at. */

import type { App } from '../app';
import { el, setText } from '../dom';
import type { Problem } from '../engine';
import type { Shown } from '../shown';
import { OWN_PATH, scenarioFile } from '../state/request';
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
  const run = el('button', { type: 'button', class: 'primary', onclick: () => { if (editor) app.change({ yaml: editor.text() }); } }, t.run);
  const revert = el('button', { type: 'button', onclick: () => app.change({ yaml: null }) }, t.revert);
  const result = el('p', { class: 'further' });
  const exact = badge();
  const section = el('section', { class: 'editor-result', hidden: true }, el('h2', {}, t.running), result, exact.root);
  const root = el('div', {}, el('div', { class: 'hero' }, el('h1', {}, t.title), el('p', { class: 'further' }, t.sentence)),
    place, el('p', { class: 'help' }, t.keys), el('div', { class: 'editor-tools' }, run, revert), status, problems,
    section);
  let editor: Editor | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checked = 0;

  const check = async (): Promise<void> => {
    if (!app.live || !editor) return;
    const mine = ++checked;
    const answer = await app.live.check({ path: OWN_PATH, yaml: editor.text() });
    if (mine === checked) show(answer.ok ? [] : answer.problems);
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
    clearTimeout(timer);
    timer = setTimeout(() => void check(), CHECK_AFTER_MS);
  };
  void import('../editor/editor').then(({ makeEditor }) => {
    editor = makeEditor(place, scenarioFile(app.state).yaml, t.label, edited);
    void check();
  });

  let live = false;
  let given = '';
  return {
    root,
    update(shown: Shown) {
      section.hidden = false;
      setText(result, mainSentence(shown));
      exact.update(shown);
      early();
    },
    early,
  };

  function early(): void {
    revert.hidden = app.state.yaml === null;
    const { yaml } = scenarioFile(app.state);
    // A text that came from elsewhere (levers, picker, a link) replaces what is written.
    if (editor && yaml !== given && yaml !== editor.text()) editor.replace(yaml);
    given = yaml;
    if (!app.live) setText(status, t.waiting);
    if (app.live && !live) {
      live = true;
      void check();
    }
  }
}
