/** A fan by year of anything that has a 5 %, 50 % and 95 % value: money, casualties, people, finds. */

import * as Plot from '@observablehq/plot';
import { text } from '../text';
import { tick } from '../words';
import type { Chart } from './chart';
import { fanKey } from './key';
import { BLUE, heightFor, PALE, plot, wholeYear, yearTicks } from './style';

export interface YearlyFan {
  id: string;
  title: string;
  sentence: string;
  foot: string;
  /** Name of the values in CSV, with their unit. */
  column: string;
  unit: string;
  x: number[];
  /** Name of x in CSV, and as people read it. */
  xName: string;
  xLabel: string;
  p05: number[];
  p50: number[];
  p95: number[];
  write: (value: number) => string;
  /** The last value that is drawn; the table has all. */
  until?: number;
}

export function yearlyFan(fan: YearlyFan): Chart {
  const rows = fan.x.map((x, i) => ({ x, p05: fan.p05[i]!, p50: fan.p50[i]!, p95: fan.p95[i]! }));
  const drawn = rows.filter((row) => fan.until === undefined || row.x <= fan.until);
  return {
    id: fan.id,
    title: fan.title,
    sentence: fan.sentence,
    foot: fan.foot,
    draw: (width, height) => plot(width, height ?? Math.round(heightFor(width) * 0.8), {
      marginLeft: 76,
      marginBottom: fan.xName === 'year' ? 26 : 44,
      x: { labelOffset: 40, label: fan.xName === 'year' ? null : fan.xLabel, labelArrow: 'none', tickFormat: wholeYear, ticks: Math.min(yearTicks(width), drawn.length) },
      y: { label: fan.unit, labelArrow: 'none', grid: true, ticks: 4, tickFormat: tick, domain: [0, Math.max(...drawn.map((row) => row.p95), 1e-6) * 1.3] },
      marks: [
        Plot.areaY(drawn, { x: 'x', y1: 'p05', y2: 'p95', fill: PALE }),
        Plot.lineY(drawn, { x: 'x', y: 'p50', stroke: BLUE, strokeWidth: 2.5 }),
        ...fanKey(width, false, false),
      ],
    }),
    table: () => ({
      columns: [
        { name: fan.xName, label: fan.xLabel },
        ...(['p05', 'p50', 'p95'] as const).map((p) => ({ name: `${p}_${fan.column}`, label: `${p.toUpperCase()}, ${fan.unit}`, write: fan.write })),
      ],
      rows: rows.map((row) => [row.x, row.p05, row.p50, row.p95]),
    }),
  };
}

export const ofYear = (): { xName: string; xLabel: string } => ({ xName: 'year', xLabel: text().columns.year });
