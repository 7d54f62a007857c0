/** Every state with a date at a glance: small S-curves, the likeliest to meet the year first. */

import { svg } from '../dom';
import type { EstimatedState, Summary } from '../engine';
import { nameOf, shortNameOf, text } from '../text';
import { decimalOf, percent, yearOf } from '../words';
import type { Chart } from './chart';
import { sourceOf } from './source';

/** Shares of futures complete by the end of each month, from the start of the first month. */
export function sharesByMonth(state: EstimatedState, trajectories: number): number[] {
  let sum = 0;
  return [0, ...state.completion.by_month.counts.map((n) => (sum += n) / trajectories)];
}

/** Share of futures complete by the end of a year. A target's share is the engine's own; another is a sum of its counts. */
export function shareBy(state: EstimatedState, year: number, trajectories: number): number {
  const told = state.probability.by[String(year)];
  if (told !== undefined) return told;
  const first = Number(state.completion.by_month.first.slice(0, 4));
  const months = Math.max(0, (year - first + 1) * 12);
  return state.completion.by_month.counts.slice(0, months).reduce((sum, n) => sum + n, 0) / trajectories;
}

export const datedStates = (summary: Summary): EstimatedState[] =>
  summary.states.filter((state): state is EstimatedState => state.estimable);

/** States with a date, the likeliest to be complete by the end of the year first. */
export function sortedStates(summary: Summary, by: number): { state: EstimatedState; share: number }[] {
  return datedStates(summary)
    .map((state) => ({ state, share: shareBy(state, by, summary.provenance.trajectories) }))
    .sort((a, b) => b.share - a.share || (a.state.code < b.state.code ? -1 : 1));
}

const CELL = { height: 96, gap: 14, top: 22, bottom: 18 };
/** Pixels of a letter of a name, of four digits below, and of a share beside a name. */
const LETTER = 8.3, YEAR = 28, SHARE = 44;
/** Names are never squeezed below this. */
const LEAST_SQUEEZE = 0.8;
/** The narrowest cell of a picture. */
const NARROWEST = 104;

/** In every cell alike: the share beside the name, or below it where a name is too long for that. */
interface Cell { width: number; height: number; top: number; below: boolean }

function cellOf(names: string[], width: number, height: number): Cell {
  const below = names.some((name) => name.length * LETTER * LEAST_SQUEEZE > width - SHARE);
  return { width, height, top: CELL.top + (below ? 16 : 0), below };
}

export interface Linked {
  linkTo(code: string): string;
}

export function allStates(summary: Summary, name: string, by: number, links: Linked): Chart {
  const t = text().allStates;
  const sorted = sortedStates(summary, by);
  const likely = sorted.filter(({ share }) => share >= 2 / 3).length;
  const unlikely = sorted.filter(({ share }) => share < 1 / 3).length;
  const { origin, horizon, trajectories } = summary.provenance;
  return {
    id: 'all-states',
    title: t.title(by),
    sentence: t.sentence(sorted.length, likely, unlikely, by),
    foot: `${sourceOf(summary, name)} ${t.foot(origin + 1, horizon, by)}`,
    hint: t.hint,
    draw(width, height) {
      const columns = height ? Math.max(2, Math.min(Math.floor((width + CELL.gap) / NARROWEST), Math.ceil(sorted.length / 2)))
        : Math.max(2, Math.min(7, Math.floor(width / 132)));
      const cellWidth = (width + CELL.gap) / columns;
      const rows = Math.ceil(sorted.length / columns);
      const cellHeight = height ? Math.min(CELL.height, Math.max(78, height / rows - CELL.gap)) : CELL.height;
      const form = cellOf(sorted.map(({ state }) => shortNameOf(state)), cellWidth - CELL.gap, cellHeight);
      const picture = svg('svg', { width, height: rows * (cellHeight + CELL.gap), class: 'all-states', 'font-size': 13, role: 'list' });
      sorted.forEach(({ state, share }, i) => {
        const x = (i % columns) * cellWidth;
        const y = Math.floor(i / columns) * (cellHeight + CELL.gap);
        const cell = oneState(state, share, by, origin, horizon, trajectories, form);
        picture.append(svg('g', { role: 'listitem', transform: `translate(${x} ${y})` },
          svg('a', { href: links.linkTo(state.code) }, cell)));
      });
      return picture;
    },
    table: () => ({
      columns: [
        { name: 'state', label: text().columns.state },
        { name: 'code', label: text().columns.code },
        { name: `by_${by}`, label: text().columns.byEnd(by), write: percent },
        { name: 'p10', label: 'P10', write: (value) => yearOf(value, horizon) },
        { name: 'p50', label: 'P50', write: (value) => yearOf(value, horizon) },
        { name: 'p90', label: 'P90', write: (value) => yearOf(value, horizon) },
        { name: 'never_share', label: text().columns.never(horizon), write: percent },
        { name: 'deadline', label: text().columns.deadline },
        { name: 'deadline_met', label: text().columns.deadlineMet, write: percent },
        { name: 'basis', label: text().columns.basis },
      ],
      rows: sorted.map(({ state, share }) => {
        const q = state.completion.quantiles;
        const date = (p: string): number | string => q[p] ?? `>${horizon}`;
        return [nameOf(state), state.code, share, date('0.1'), date('0.5'), date('0.9'), state.completion.never_share,
          state.probability.deadline, state.probability.deadline_met, state.basis];
      }),
    }),
  };
}

function oneState(
  state: EstimatedState, share: number, by: number, origin: number, horizon: number, trajectories: number, { width, height, top, below }: Cell,
): SVGElement[] {
  const high = height - top - CELL.bottom;
  const base = height - CELL.bottom;
  const x = (decimal: number): number => (width * (decimal - origin - 1)) / (horizon - origin);
  const y = (part: number): number => base - high * part;
  const shares = sharesByMonth(state, trajectories);
  const monthly = width / (shares.length - 1);
  // A point of the drawing needs no more than two months.
  let path = `M0 ${base}`;
  for (let m = 0; m < shares.length; m += m + 2 < shares.length ? 2 : 1) path += `L${(m * monthly).toFixed(1)} ${y(shares[m]!).toFixed(1)}`;
  const { deadline } = state.probability;
  const due = deadline ? decimalOf(deadline) : 0;
  const mark = x(by + 1);
  const label = shortNameOf(state);
  const room = below ? width : width - SHARE;
  // The last year of the axis, unless the year that is asked for stands there.
  const last = mark + YEAR / 2 + 6 < width - YEAR;
  return [
    svg('rect', { class: 'hit', fill: 'none', 'pointer-events': 'all', x: -5, y: 0, width: width + 10, height: height + 4, rx: 5 }),
    svg('text', { class: 'cell-name', x: 0, y: 14, 'font-weight': 600, fill: 'var(--ink)', textLength: label.length * LETTER > room ? Math.max(room, LEAST_SQUEEZE * label.length * LETTER) : null, lengthAdjust: 'spacingAndGlyphs' }, label),
    svg('text', below ? { x: 0, y: 30, fill: 'var(--ink)' } : { x: width, y: 14, 'text-anchor': 'end', fill: 'var(--ink)' }, ` ${percent(share)}`),
    svg('line', { x1: 0, x2: width, y1: y(0.5), y2: y(0.5), stroke: 'var(--line)', 'stroke-width': 0.8 }),
    svg('path', { d: `${path}L${width} ${base}Z`, fill: 'var(--pale)' }),
    svg('path', { d: path, fill: 'none', stroke: 'var(--blue)', 'stroke-width': 2 }),
    svg('line', { x1: 0, x2: width, y1: base, y2: base, stroke: 'var(--ink)', 'stroke-width': 0.8 }),
    due > origin + 1 ? svg('line', { x1: x(due), x2: x(due), y1: top, y2: base, stroke: 'var(--vermillion)', 'stroke-width': 1.2, 'stroke-dasharray': '4 2' }) : svg('g'),
    svg('line', { x1: mark, x2: mark, y1: base, y2: y(share), stroke: 'var(--ink)' }),
    svg('circle', { cx: mark, cy: y(share), r: 3.2, fill: 'var(--ink)' }),
    svg('text', { x: mark, y: height - 3, 'font-size': 11, 'text-anchor': mark < 24 ? 'start' : 'middle', fill: 'var(--soft)' }, ` ${by}`),
    svg('text', { 'aria-hidden': 'true', x: width, y: height - 3, 'font-size': 11, 'text-anchor': 'end', fill: 'var(--soft)' }, last ? String(horizon) : ''),
  ];
}

