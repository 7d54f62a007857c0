/** A chart on the page: heading, sentence, drawing, table twin, and buttons that take it away. */

import { el, setText } from '../dom';
import { download, fileStem, pngOf, svgOf } from './export';
import { cellText, csvOf, type Chart, type Table } from './chart';
import { language, text } from '../text';

export interface Figure {
  root: HTMLElement;
  show(chart: Chart): void;
}

let made = 0;

/** Draws what is out of sight and not up to date, of all figures that still exist. */
const forPaper = new Set<WeakRef<() => void>>();
addEventListener('beforeprint', () => {
  for (const figure of forPaper) {
    const drawStale = figure.deref();
    if (drawStale) drawStale();
    else forPaper.delete(figure);
  }
});

export function tableElement(table: Table, caption: string): HTMLElement {
  const head = table.columns.map((column) => el('th', { scope: 'col', class: column.write ? 'number' : null }, column.label));
  const rows = table.rows.map((row) => el('tr', {}, row.map((cell, i) => {
    const column = table.columns[i]!;
    const said = cellText(column, cell);
    const lang = column.lang && column.lang !== language() ? column.lang : null;
    return i === 0 ? el('th', { scope: 'row', lang }, said) : el('td', { class: column.write ? 'number' : null, lang }, said);
  })));
  return el('div', { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': caption },
    el('table', {}, el('caption', {}, caption), el('thead', {}, el('tr', {}, head)), el('tbody', {}, rows)));
}

/** `level` is that of the heading. */
export function figure(level: 2 | 3 = 3): Figure {
  const id = `figure-${++made}`;
  const t = text().figure;
  const heading = el(`h${level}`, { id });
  const sentence = el('p', { class: 'sentence' });
  const drawing = el('div', { class: 'drawing' });
  const foot = el('p', { class: 'foot' });
  const table = el('div');
  const twin = el('details', { class: 'twin', ontoggle: () => fill() }, el('summary', {}, t.table), table);
  const tools = el('p', { class: 'tools', role: 'group', 'aria-label': t.take });
  let shown: Chart | null = null;
  // As wide as the drawing was when it last changed: to ask for it at every answer would lay out the whole page each time.
  let width = 0, share = 1;
  // A chart that is out of sight waits until it is looked at, so that a slider redraws only what is seen.
  let inSight = true, stale = false;

  const button = (label: string, title: string, act: (chart: Chart) => Promise<void> | void): HTMLElement =>
    el('button', { type: 'button', title, onclick: () => { if (shown) void act(shown); } }, label,
      el('span', { class: 'unseen' }, ` – ${title}`));
  tools.append(
    button('PNG', t.pngWide, async (chart) => download(`${fileStem(chart.id)}.png`, await pngOf(chart, 'wide'))),
    button(t.square, t.pngSquare, async (chart) => download(`${fileStem(chart.id)}-post.png`, await pngOf(chart, 'post'))),
    button('SVG', t.svg, (chart) => download(`${fileStem(chart.id)}.svg`, new Blob([svgOf(chart, 'wide')], { type: 'image/svg+xml' }))),
    button('CSV', t.csv, (chart) => download(`${fileStem(chart.id)}.csv`, new Blob([csvOf(chart.table())], { type: 'text/csv' }))),
  );

  const fill = (): void => {
    if (twin.open && shown) table.replaceChildren(tableElement(shown.table(), shown.title));
  };
  const measure = (): void => {
    width = drawing.clientWidth;
    share = enlargement();
  };
  const draw = (): void => {
    if (!shown || width < 40) return;
    stale = false;
    const picture = enlarged(shown.draw(width / share), share);
    describe(picture, shown);
    drawing.replaceChildren(picture);
  };
  new ResizeObserver(() => {
    if (Math.abs(drawing.clientWidth - width) <= 1) return;
    measure();
    draw();
  }).observe(drawing);
  const drawStale = (): void => { if (stale) draw(); };
  new IntersectionObserver((entries) => {
    inSight = entries.at(-1)!.isIntersecting;
    if (inSight) drawStale();
  }, { rootMargin: '150px' }).observe(drawing);
  forPaper.add(new WeakRef(drawStale));

  const root = el('figure', { class: 'chart', 'aria-labelledby': id }, heading, sentence, drawing, foot,
    el('div', { class: 'below' }, twin, tools));
  return {
    root,
    show(chart) {
      shown = chart;
      setText(heading, chart.title);
      setText(sentence, chart.sentence);
      setText(foot, chart.hint ? `${chart.foot} ${chart.hint}` : chart.foot);
      stale = true;
      const isFirst = width === 0;
      if (isFirst) measure();
      if (inSight || isFirst) draw();
      fill();
    },
  };
}

/** On a very large screen type is larger, and drawings are enlarged with it. */
function enlargement(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

function enlarged(picture: SVGSVGElement, share: number): SVGSVGElement {
  const width = Number(picture.getAttribute('width')), height = Number(picture.getAttribute('height'));
  // With it a drawing that is wider than the paper shrinks, and is not cut.
  if (!picture.hasAttribute('viewBox')) picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.setAttribute('width', String(width * share));
  picture.setAttribute('height', String(height * share));
  return picture;
}

/** Makes a drawing one picture with a name for those who cannot see it, unless it holds links. */
export function describe(picture: SVGSVGElement, chart: Chart): void {
  if (picture.querySelector('a')) return;
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', `${chart.title} ${chart.sentence}`);
  for (const part of picture.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
}
