/** A list to choose one thing from, whose offers change with the scenario. */

import { el } from '../dom';

export type Offer = [value: string, name: string];

export interface Choice {
  root: HTMLElement;
  select: HTMLSelectElement;
  /** Offers in groups with a name, or without. What is chosen stays so, if it is offered still. */
  offer(groups: { name?: string; offers: Offer[] }[]): void;
  /** Chooses what a lever in force says, also where no list would offer it. */
  put(value: string, name?: string): void;
  /** Chooses what is usual, where it is offered, until something else is chosen by hand or something else is usual. */
  usually(value: string): void;
}

export function choice(label: string, onchoose: () => void): Choice {
  const select = el('select', { onchange: onchoose });
  let offered = '';
  let usual = '';
  const has = (value: string): boolean => [...select.options].some((option) => option.value === value);
  return {
    root: el('label', { class: 'choice' }, el('span', {}, label), select),
    select,
    offer(groups) {
      const key = JSON.stringify(groups);
      if (key === offered) return;
      offered = key;
      const { value } = select;
      const options = (offers: Offer[]): HTMLElement[] => offers.map(([code, name]) => el('option', { value: code }, name));
      select.replaceChildren(...groups.filter(({ offers }) => offers.length > 0)
        .flatMap(({ name, offers }) => (name === undefined ? options(offers) : [el('optgroup', { label: name }, options(offers))])));
      if (has(value)) select.value = value;
      else usual = '';
    },
    put(value, name = value) {
      if (select.value === value) return;
      if (!has(value)) select.append(el('option', { value }, name));
      select.value = value;
    },
    usually(value) {
      if (value === usual || !has(value)) return;
      usual = value;
      select.value = value;
    },
  };
}
