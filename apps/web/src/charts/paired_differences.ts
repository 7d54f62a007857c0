/** What another scenario changes, state by state, in the same futures. */

import * as Plot from '@observablehq/plot';
import type { ComparedState, Comparison } from '../engine';
import { comparedYear, differenceOf, isClear, mostChanged, tellingMedian } from '../moved';
import { nameOf, shortNameOf, text } from '../text';
import { count, percent, rounded, signed, tick, years } from '../words';
import type { Chart } from './chart';
import { BLUE, INK, LINE, onLines, plot, SOFT, VERMILLION } from './style';

/** Height of a state's line. */
const ROW = 24;

interface Row { state: string; change: number; error: number; clear: boolean }

/** Of states in order, the most changed first. */
function sentenceOf(states: ComparedState[], by: number): string {
  const t = text().paired;
  const clear = states.filter((state) => isClear(differenceOf(state, by)));
  if (clear.length === 0) return t.nothing(by);
  const parts = [true, false].flatMap((up) => {
    const part = clear.filter((state) => differenceOf(state, by).value > 0 === up);
    if (part.length === 0) return [];
    const most = part[0]!;
    const moved = differenceOf(most, by);
    const from = rounded(100 * moved.base, 0), to = rounded(100 * moved.other, 0);
    return [(up ? t.rises : t.falls)(part.length, states.length, nameOf(most), from, to)];
  });
  return t.sentence(by, parts);
}

export function pairedDifferences(comparison: Comparison, names: { base: string; other: string }, asked: number): Chart {
  const t = text().paired;
  const other = comparison.others[0]!;
  const by = comparedYear(other, asked);
  const states = mostChanged(other.states, by);
  const all: Row[] = states.map((state) => {
    const difference = differenceOf(state, by);
    return { state: shortNameOf(state), change: 100 * difference.value, error: 200 * difference.error, clear: isClear(difference) };
  });
  const told = other.provenance;
  const colour = (row: Row): string => (!row.clear ? SOFT : row.change > 0 ? BLUE : VERMILLION);
  return {
    id: `compare-${told.scenario}`,
    title: t.title(names.other, by),
    sentence: sentenceOf(states, by),
    foot: t.foot(told.version, names.other, names.base, count(told.trajectories)),
    draw(width, height) {
      // A picture has room for so many lines: those that change least are left to the table.
      const most = height === undefined ? all.length : Math.max(3, Math.floor((height - 90) / ROW));
      const moving = all.filter((row) => row.change !== 0);
      const rows = height === undefined ? all : (moving.length > 0 ? moving : all).slice(0, most);
      const left = all.length - rows.length;
      const reach = Math.max(1, ...rows.map((row) => Math.abs(row.change) + row.error)) * 1.08;
      const low = rows.every((row) => row.change >= 0) ? -0.08 : -1;
      const high = rows.every((row) => row.change <= 0) ? 0.08 : 1;
      return plot(width, rows.length * ROW + (left > 0 ? 90 : 74), {
        marginLeft: width < 480 ? 104 : 140,
        marginRight: 52,
        marginBottom: left > 0 ? 62 : 46,
        x: { label: null, domain: [low * reach, high * reach], ticks: Math.max(3, Math.floor(width / 120)), tickFormat: (value: number) => (value === 0 ? t.noChange : `${value > 0 ? '+' : ''}${tick(value)}`) },
        y: { label: null, domain: rows.map((row) => row.state), tickSize: 0 },
        marks: [
          Plot.gridX({ stroke: LINE }),
          Plot.ruleX([0], { stroke: INK }),
          Plot.ruleY(rows, { y: 'state', x1: 0, x2: 'change', stroke: colour }),
          Plot.ruleY(rows, { y: 'state', x1: (row: Row) => row.change - row.error, x2: (row: Row) => row.change + row.error, stroke: colour, strokeWidth: 5, strokeOpacity: 0.4 }),
          Plot.dot(rows, { y: 'state', x: 'change', fill: (row: Row) => (row.clear ? colour(row) : 'var(--paper)'), stroke: colour, r: 5, symbol: (row: Row) => (row.clear ? 'triangle' : 'circle'), rotate: (row: Row) => (row.change > 0 ? 90 : -90) }),
          Plot.text(rows, { y: 'state', frameAnchor: 'right', dx: 46, textAnchor: 'end', text: (row: Row) => signed(row.change), fill: colour }),
          Plot.text([0], { frameAnchor: 'bottom', dy: 42, text: () => t.axis(by), fill: SOFT, fontSize: width < 480 ? 11 : 13, ...onLines }),
          left > 0 ? Plot.text([0], { frameAnchor: 'bottom', dy: 59, text: () => t.left(left), fill: SOFT, fontSize: 11 }) : null,
        ],
        symbol: { range: ['circle', 'triangle'], domain: ['circle', 'triangle'] },
      });
    },
    table: () => ({
      columns: [
        { name: 'state', label: text().columns.state },
        { name: 'code', label: text().columns.code },
        { name: 'earlier_share', label: t.earlier, write: percent },
        { name: 'later_share', label: t.later, write: percent },
        { name: 'same_share', label: t.same, write: percent },
        { name: 'median_years_gained', label: t.gained, write: years },
        { name: `base_by_${by}`, label: t.baseBy(by), write: percent },
        { name: `other_by_${by}`, label: t.otherBy(by), write: percent },
        { name: 'difference', label: t.points, write: (value) => signed(100 * value) },
        { name: 'standard_error', label: t.error, write: (value) => rounded(100 * value, 2) },
      ],
      rows: states.map((state) => {
        const { value, error, base, other: there } = differenceOf(state, by);
        return [nameOf(state), state.code, state.earlier_share, state.later_share, state.same_share, tellingMedian(state), base, there, value, error];
      }),
    }),
  };
}
