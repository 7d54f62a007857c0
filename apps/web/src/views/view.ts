/** A view of the page: built once, then told of each answer. */

import type { App } from '../app';
import { el, setText } from '../dom';
import type { Shown } from '../shown';
import { nameOf, text } from '../text';

export interface View {
  root: HTMLElement;
  update(shown: Shown): void;
  /** For a view that is of use before there are results, and where there are none. */
  early?(): void;
}

/** The choice of the year by whose end charts and sentences ask. */
export function yearChoice(app: App): { root: HTMLElement; update(shown: Shown): void } {
  const choices = el('span', { class: 'choices' });
  const missing = el('span', { class: 'help', role: 'status' });
  const root = el('fieldset', { class: 'year-choice' }, el('legend', {}, text().yearChoice), choices, missing);
  let offered = '';
  return {
    root,
    update({ targets, by, state }) {
      const key = targets.join();
      if (key !== offered) {
        offered = key;
        choices.replaceChildren(...targets.map((year) => el('label', {},
          el('input', { type: 'radio', name: 'by', value: year, onchange: () => app.change({ by: year }) }), el('span', {}, String(year)))));
      }
      for (const input of choices.querySelectorAll('input')) input.checked = Number(input.value) === by;
      const asked = state.by !== null && state.by !== by ? state.by : null;
      missing.hidden = asked === null;
      setText(missing, asked === null ? '' : text().yearMissing(asked));
    },
  };
}

/** A list of all states of a run, those with a date first. */
export function stateSelect(app: App, label: string, onchoose: (code: string) => void): { root: HTMLElement; update(shown: Shown): void } {
  const select = el('select', { onchange: () => onchoose(select.value) });
  const root = el('label', { class: 'state-select' }, el('span', {}, label), select);
  let offered = '';
  return {
    root,
    update(shown) {
      const key = shown.summary.states.map((found) => found.code + found.estimable).join() + shown.state.language;
      if (key !== offered) {
        offered = key;
        const options = stateOptions(shown);
        const group = (estimable: boolean): HTMLElement => el('optgroup', { label: estimable ? text().withDate : text().withoutDate },
          options.filter((option) => option.estimable === estimable).map((option) => el('option', { value: option.code }, option.name)));
        select.replaceChildren(group(true), group(false));
      }
      select.value = app.state.state;
    },
  };
}

function stateOptions({ summary, state }: Shown): { code: string; name: string; estimable: boolean }[] {
  return summary.states
    .map((found) => ({ code: found.code, name: nameOf(found), estimable: found.estimable }))
    .sort((a, b) => a.name.localeCompare(b.name, state.language));
}

