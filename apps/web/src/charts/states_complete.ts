/** How many states are complete, year by year. */

import * as Plot from '@observablehq/plot';
import type { Summary } from '../engine';
import { text } from '../text';
import { count } from '../words';
import type { Chart } from './chart';
import { keyMarks } from './key';
import { sourceOf } from './source';
import { BLUE, heightFor, INK, onLines, PALE, plot, SKY, SOFT, wholeYear, yearTicks } from './style';

interface Row { year: number; p10: number; p50: number; p90: number }

export function rowsOf(summary: Summary): Row[] {
  const { year, p10, p50, p90 } = summary.world.complete_by_end_of;
  return year.map((y, i) => ({ year: y, p10: p10[i]!, p50: p50[i]!, p90: p90[i]! }));
}

export const between = (row: Row): string =>
  row.p10 === row.p90 ? count(row.p10) : text().words.range(count(row.p10), count(row.p90));

export function statesComplete(summary: Summary, name: string, by: number): Chart {
  const t = text().statesComplete;
  const { affected, estimable } = summary.world;
  const ahead = rowsOf(summary);
  const rows = [{ year: summary.provenance.origin, p10: 0, p50: 0, p90: 0 }, ...ahead];
  const at = ahead.find((row) => row.year === by);
  const refused = affected - estimable;
  // Below the curve, where it leaves room; near the left edge to the right of the point, off the axis.
  const near = by - summary.provenance.origin < (summary.provenance.horizon - summary.provenance.origin) / 3;
  return {
    id: 'states-complete',
    title: t.title,
    sentence: (at && estimable > 0 ? t.sentence(by, between(at), affected, count(at.p50)) : '') + (refused > 0 ? ` ${t.refused(refused)}` : ''),
    foot: sourceOf(summary, name),
    draw: (width, height) => plot(width, heightFor(width, height), {
      marginRight: 20,
      marginTop: 52,
      marginBottom: 44,
      x: { label: t.axis, labelArrow: 'none', labelOffset: 40, tickFormat: wholeYear, ticks: yearTicks(width) },
      y: { label: null, domain: [0, Math.max(1, estimable) * 1.12], grid: true, ticks: 5, tickFormat: count },
      marks: [
        Plot.areaY(rows, { x: 'year', y1: 'p10', y2: 'p90', fill: PALE }),
        Plot.lineY(rows, { x: 'year', y: 'p10', stroke: SKY }),
        Plot.lineY(rows, { x: 'year', y: 'p90', stroke: SKY }),
        Plot.ruleY([estimable], { stroke: SOFT, strokeDasharray: '5 3' }),
        Plot.lineY(rows, { x: 'year', y: 'p50', stroke: BLUE, strokeWidth: 2.5 }),
        Plot.text([0], { x: rows[0]!.year, y: estimable, text: () => t.estimable(estimable), textAnchor: 'start', dy: -8, fill: SOFT, ...onLines }),
        at ? Plot.ruleX([at], { x: 'year', y1: 'p10', y2: 'p90', stroke: INK, strokeWidth: 1.5 }) : null,
        at ? Plot.dot([at], { x: 'year', y: 'p50', fill: INK, r: 4.5 }) : null,
        at ? Plot.text([at], {
          x: 'year', y: 'p10', text: () => t.byEnd(by, between(at)), dx: near ? 6 : -6, dy: near ? 12 : 14, textAnchor: near ? 'start' : 'end', fontWeight: 'bold', fill: INK, ...onLines,
        }) : null,
        ...keyMarks([{ words: t.median, sign: '▬', colour: BLUE }, { words: t.band, sign: '■', colour: PALE }], -38),
      ],
    }),
    table: () => ({
      columns: [
        { name: 'year', label: text().columns.year },
        { name: 'states_p10', label: 'P10', write: count },
        { name: 'states_p50', label: 'P50', write: count },
        { name: 'states_p90', label: 'P90', write: count },
      ],
      rows: ahead.map((row) => [row.year, row.p10, row.p50, row.p90]),
    }),
  };
}
