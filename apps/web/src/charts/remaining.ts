/** Mined land that is left: what was reported, and how it may go on. */

import * as Plot from '@observablehq/plot';
import type { EstimatedState, HistoryRow, Summary } from '../engine';
import { nameOf, text } from '../text';
import { area, dayInWords, decimalOf, inTen, tick } from '../words';
import { shareBy } from './all_states';
import type { Chart } from './chart';
import { fanKey } from './key';
import { basisOf, sourceOf } from './source';
import { BLUE, heightFor, INK, onLines, PALE, plot, SKY, VERMILLION, VERMILLION_TEXT, wholeYear, yearTicks } from './style';

/** Earlier stocks that are larger than the fan by so much would press it flat; they are told at the foot. */
const FAR = 4;
const YEARS_BEFORE = 12;
const YEARS_AHEAD = 20;
const STOCKS = ['confirmed_km2', 'suspected_km2', 'unsplit_km2'];

export interface Stock { year: number; km2: number }

/** Recorded land at the end of each year for which it was reported, up to the origin. */
export function reportedStock(history: HistoryRow[], code: string, origin: number): Stock[] {
  const byYear = new Map<number, number>();
  for (const row of history) {
    if (row.state !== code || row.year === null || row.year > origin || !STOCKS.includes(row.variable)) continue;
    byYear.set(row.year, (byYear.get(row.year) ?? 0) + Number(row.value));
  }
  return [...byYear].map(([year, km2]) => ({ year, km2 })).sort((a, b) => a.year - b.year);
}

/** The year after which next to nothing is left in nineteen of twenty futures, or twenty years on. */
function shownUntil(state: EstimatedState): number {
  const { year, p95 } = state.remaining_km2;
  const empty = p95.findIndex((km2) => km2 <= 0);
  const last = empty < 0 ? year.at(-1)! : year[empty]! + 1;
  return Math.min(Math.max(last, year[0]! + 5), year[0]! + YEARS_AHEAD - 1, year.at(-1)!);
}

export function remaining(summary: Summary, state: EstimatedState, name: string, by: number, history: HistoryRow[] | null): Chart {
  const t = text().remaining;
  const { origin, trajectories } = summary.provenance;
  const fan = state.remaining_km2;
  const past = history ? reportedStock(history, state.code, origin) : [];
  const end = shownUntil(state);
  const ahead = fan.year.map((year, i) => ({
    year, p05: fan.p05[i]!, p25: fan.p25[i]!, p50: fan.p50[i]!, p75: fan.p75[i]!, p95: fan.p95[i]!,
  })).filter((row) => row.year <= end);
  const begins = past.at(-1)?.km2 ?? state.last_stock_km2;
  const rows = begins === null ? ahead
    : [{ year: origin, p05: begins, p25: begins, p50: begins, p75: begins, p95: begins }, ...ahead];
  const most = Math.max(...rows.map((row) => row.p95));
  const near = past.filter((stock) => stock.year >= origin - YEARS_BEFORE && stock.km2 <= FAR * most);
  const far = past.filter((stock) => !near.includes(stock)).at(-1);
  const since = state.reported.year.map((year, i) => ({ year, km2: state.reported.remaining_km2[i]! })).filter((s) => s.year <= end);
  const { deadline } = state.probability;
  const due = deadline ? decimalOf(deadline) - 1 : null;
  const shownName = nameOf(state);
  const i = fan.year.indexOf(by);
  const had = past.length > 0 ? `${t.had(area(past.at(-1)!.km2), past.at(-1)!.year)} ` : '';
  const top = Math.max(most, ...near.map((stock) => stock.km2)) * 1.08;
  return {
    id: `${state.code}-remaining`,
    title: t.title(shownName),
    sentence: i < 0 ? had
      : had + t.sentence(by, area(fan.p25[i]!), area(fan.p75[i]!), inTen(shareBy(state, by, trajectories)), shownName),
    foot: `${sourceOf(summary, name)} ${t.foot}${far ? ` ${t.far(area(far.km2), far.year)}` : ''}${basisOf(state)}`,
    draw: (width, height) => plot(width, heightFor(width, height), {
      marginBottom: 44,
      x: { label: t.axis, labelArrow: 'none', labelOffset: 40, tickFormat: wholeYear, ticks: yearTicks(width), domain: [Math.min(origin, ...near.map((s) => s.year)), end] },
      y: { label: 'km²', labelArrow: 'none', grid: true, ticks: 5, tickFormat: tick, domain: [0, top] },
      marks: [
        Plot.areaY(rows, { x: 'year', y1: 'p05', y2: 'p95', fill: PALE }),
        Plot.areaY(rows, { x: 'year', y1: 'p25', y2: 'p75', fill: SKY }),
        Plot.lineY(rows, { x: 'year', y: 'p50', stroke: BLUE, strokeWidth: 2.5 }),
        Plot.lineY(near, { x: 'year', y: 'km2', stroke: INK, strokeWidth: 1.5 }),
        Plot.dot(near, { x: 'year', y: 'km2', fill: INK, r: 3.5 }),
        Plot.dot(since, { x: 'year', y: 'km2', fill: 'var(--paper)', stroke: INK, strokeWidth: 1.5, r: 4 }),
        due !== null && due <= end ? Plot.ruleX([due], { stroke: VERMILLION, strokeDasharray: '6 3', strokeWidth: 1.5 }) : null,
        due !== null && due <= end ? Plot.text([due], {
          x: due, frameAnchor: 'top', dy: -16, text: () => t.deadline(dayInWords(deadline!)), textAnchor: due > end - 6 ? 'end' : 'start', fill: VERMILLION_TEXT, ...onLines,
        }) : null,
        ...fanKey(width, near.length > 0),
      ],
    }),
    table: () => ({
      columns: [
        { name: 'year', label: text().columns.year },
        { name: 'reported_km2', label: t.reported, write: area },
        ...(['p05', 'p25', 'p50', 'p75', 'p95'] as const).map((p) => ({ name: `${p}_km2`, label: `${p.toUpperCase()}, km²`, write: area })),
      ],
      rows: [
        ...past.map((stock) => [stock.year, stock.km2, null, null, null, null, null]),
        ...fan.year.map((year, k) => [year, null, fan.p05[k]!, fan.p25[k]!, fan.p50[k]!, fan.p75[k]!, fan.p95[k]!]),
      ],
    }),
  };
}
