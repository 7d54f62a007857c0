/** Every number that is used for a state, with its source: what `minefree explain` prints. */

import type { App } from '../app';
import { tableElement } from '../charts/figure';
import { el } from '../dom';
import type { Explanation } from '../engine';
import { scenarioFile } from '../state/request';
import { text } from '../text';
import { kindTold, sectionTold, toldElement } from '../text/record';
import { ownAnswer } from './own_answer';
import type { Part } from './state_later';

export function sourcesPart(app: App): Part {
  const t = text().sources;
  const content = el('div');
  const part = ownAnswer(app, 'sources', t.title, el('div', {}, el('p', {}, t.sentence), content));
  return {
    root: part.root,
    update(shown, state) {
      const file = scenarioFile(shown.state);
      part.update(shown, state && JSON.stringify([file, state.code]), (engine) => engine.explain(file, state!.code),
        (told) => content.replaceChildren(...sectionsOf(told), sourceList(told)));
    },
  };
}

function sectionsOf(explanation: Explanation): HTMLElement[] {
  const t = text().sources;
  const sections = [...new Set(explanation.numbers.map((number) => number.section))];
  return sections.map((section) => {
    const numbers = explanation.numbers.filter((number) => number.section === section);
    const priors = numbers.filter((number) => number.kind === 'prior').length;
    const table = {
      columns: [
        { name: 'name', label: t.number, lang: 'en' }, { name: 'value', label: t.value, lang: 'en' }, { name: 'year', label: t.year }, { name: 'kind', label: t.kind },
        { name: 'source', label: t.source }, { name: 'note', label: t.note, lang: 'en' },
      ],
      rows: numbers.map((number) => [
        number.name, `${number.value} ${number.unit}`, number.year === null ? '' : String(number.year),
        kindTold(number.kind).words + (number.used ? '' : ` (${t.unused})`), number.source, number.note,
      ]),
    };
    const heading = sectionTold(section);
    const body = el('div');
    return el('details', { ontoggle: (event: Event) => {
      if ((event.target as HTMLDetailsElement).open && !body.hasChildNodes()) body.append(tableElement(table, heading.words));
    } }, el('summary', {}, toldElement('span', heading), ` (${numbers.length}${priors > 0 ? `, ${t.priors(priors)}` : ''})`), body);
  });
}

function sourceList(explanation: Explanation): HTMLElement {
  const entries = Object.entries(explanation.sources);
  return el('details', {}, el('summary', {}, `${text().sources.list} (${entries.length})`),
    el('ul', {}, entries.map(([id, source]) => el('li', { lang: 'en' }, el('code', {}, id), ' ', source.title, '. ', `${source.publisher}, ${source.year}. `,
      /^https?:/.test(source.url) ? el('a', { href: source.url, rel: 'noopener noreferrer' }, source.url) : ''))));
}
