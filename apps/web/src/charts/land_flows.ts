/** How land is released: cancelled, reduced, cleared; and what is newly found. */

import * as Plot from '@observablehq/plot';
import type { EstimatedState, Summary } from '../engine';
import { nameOf, text } from '../text';
import { area, tick } from '../words';
import type { Chart } from './chart';
import { basisOf, sourceOf } from './source';
import { heightFor, INK, plot, wholeYear } from './style';

const YEARS_AHEAD = 12;
const FLOWS = ['cleared', 'reduced', 'cancelled'] as const;
/** From dark to light, so that they differ in grey too. */
const FILL = { cleared: 'var(--blue)', reduced: 'var(--sky)', cancelled: 'var(--pale)', discovered: 'var(--vermillion)' };

export function landFlows(summary: Summary, state: EstimatedState, name: string): Chart {
  const t = text().flows;
  const flows = state.released_km2;
  const last = Math.min(summary.provenance.origin + YEARS_AHEAD, summary.provenance.horizon);
  const shown = flows.year.filter((year) => year <= last).length;
  const sum = (values: number[]): number => values.slice(0, shown).reduce((total, km2) => total + km2, 0);
  const out = FLOWS.map((flow) => sum(flows[flow]));
  const bars = FLOWS.flatMap((flow) => flows.year.slice(0, shown).map((year, i) => ({ year, flow, km2: flows[flow][i]! })));
  const found = flows.year.slice(0, shown).map((year, i) => ({ year, km2: -flows.discovered[i]! }));
  return {
    id: `${state.code}-flows`,
    title: t.title(nameOf(state)),
    sentence: t.sentence(flows.year[0]!, last, area(out[0]! + out[1]! + out[2]!), area(out[0]!), area(out[1]!), area(out[2]!), area(sum(flows.discovered))),
    foot: `${sourceOf(summary, name)} ${t.foot}${basisOf(state)}`,
    draw(width, height) {
      const narrow = width < 520;
      const key = [...FLOWS, 'discovered' as const];
      return plot(width, heightFor(width, height), {
        marginTop: narrow ? 58 : 40,
        x: { label: null, tickFormat: wholeYear, type: 'band', padding: 0.2, ticks: flows.year.slice(0, shown).filter((_, i) => !narrow || i % 3 === 0) },
        y: { label: 'km²', labelArrow: 'none', grid: true, ticks: 5, tickFormat: (value: number) => tick(Math.abs(value)) },
        marks: [
          Plot.barY(bars, { x: 'year', y: 'km2', fill: (bar: { flow: (typeof FLOWS)[number] }) => FILL[bar.flow], stroke: INK, strokeWidth: 0.5 }),
          Plot.barY(found, { x: 'year', y: 'km2', fill: FILL.discovered, stroke: INK, strokeWidth: 0.5 }),
          Plot.ruleY([0], { stroke: INK }),
          ...key.flatMap((flow, i) => {
            const column = narrow ? i % 2 : i, row = narrow ? Math.floor(i / 2) : 0;
            const dx = column * ((width - 60) / (narrow ? 2 : 4));
            const dy = (narrow ? -42 : -24) + row * 18;
            return [
              Plot.text([0], { frameAnchor: 'top-left', dx, dy, text: () => '■', textAnchor: 'start', fill: FILL[flow], stroke: INK, strokeWidth: 0.4 }),
              Plot.text([0], { frameAnchor: 'top-left', dx: dx + 15, dy, text: () => t[flow], textAnchor: 'start', fill: INK }),
            ];
          }),
        ],
      });
    },
    table: () => ({
      columns: [
        { name: 'year', label: text().columns.year },
        ...FLOWS.map((flow) => ({ name: `${flow}_km2`, label: `${t[flow]}, km²`, write: area })),
        { name: 'discovered_km2', label: `${t.discovered}, km²`, write: area },
      ],
      rows: flows.year.map((year, i) => [year, ...FLOWS.map((flow) => flows[flow][i]!), flows.discovered[i]!]),
    }),
  };
}
