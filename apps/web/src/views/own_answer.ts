/** A part of a view that has a question of its own, asked when the view is at rest. It shows nothing that answers another question. */

import type { App } from '../app';
import { el, setText } from '../dom';
import type { Answer, Engine } from '../engine';
import type { Shown } from '../shown';
import { text } from '../text';

export interface OwnAnswer {
  root: HTMLElement;
  /** `key` tells questions apart; null where there is nothing to ask. */
  update<T>(shown: Shown, key: string | null, question: (engine: Engine) => Promise<Answer<T>>, show: (answer: T) => void): void;
}

export function ownAnswer(app: App, className: string, title: string, body: HTMLElement): OwnAnswer {
  const note = el('p', { class: 'help', role: 'status' });
  const root = el('section', { class: className, hidden: true }, el('h2', {}, title), body, note);
  let asked: string | null = null;
  let answered: string | null = null;

  const wait = (): void => {
    // The page below does not jump while one moves a lever.
    if (!root.hidden && !body.hidden) root.style.minHeight = `${root.offsetHeight}px`;
    body.hidden = true;
    setText(note, text().computing);
  };
  const end = (failed: string | null): void => {
    root.hidden = false;
    root.style.minHeight = '';
    body.hidden = failed !== null;
    setText(note, failed === null ? '' : text().partFailed(failed));
  };
  return {
    root,
    update(shown, key, question, show) {
      if (key === null) {
        root.hidden = true;
        asked = answered = null;
        return;
      }
      if (key === answered || key === asked) return;
      answered = asked = null;
      wait();
      if (!app.live) root.hidden = true;
      if (!app.live || shown.busy || shown.stale) return;
      asked = key;
      void app.ask(question).then(({ answer, failed }) => {
        if (key !== asked) return;
        asked = null;
        if (!answer) end(failed);
        else if (!answer.ok) end(answer.problems.map((problem) => problem.message).join(' '));
        else {
          answered = key;
          end(null);
          show(answer.value);
        }
      });
    },
  };
}
