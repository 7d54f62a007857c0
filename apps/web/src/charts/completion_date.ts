/** The date of completion: in how many futures it has come by then, beside the deadline, the plan and the straight line. */

import * as Plot from '@observablehq/plot';
import type { EstimatedState, Summary } from '../engine';
import { nameOf, text } from '../text';
import { dayInWords, decimalOf, inTen, percent, yearInWords } from '../words';
import { sharesByMonth } from './all_states';
import type { Chart } from './chart';
import { basisOf, sourceOf } from './source';
import { BLUE, heightFor, INK, onLines, PALE, plot, SOFT, VERMILLION, wholeYear, yearTicks } from './style';

export function completionSentence(summary: Summary, state: EstimatedState): string {
  const t = text().completion;
  const { horizon } = summary.provenance;
  const q = state.completion.quantiles;
  const name = nameOf(state);
  const p50 = q['0.5'] ?? null, p80 = q['0.8'] ?? null;
  let said = p50 === null ? t.notByHalf(name, horizon)
    : t.byHalf(name, yearInWords(p50, horizon), p80 === null ? t.fewerThan8(horizon) : t.eightBy(yearInWords(p80, horizon)));
  const { deadline, deadline_met } = state.probability;
  if (deadline && deadline_met !== null) said += ` ${t.deadline(dayInWords(deadline), inTen(deadline_met))}`;
  if (state.completion.never_share > 0.005) said += ` ${t.never(inTen(state.completion.never_share), horizon)}`;
  return said;
}

interface Line { at: number; words: string; colour: string; dash: string }

function linesOf(state: EstimatedState, start: number, end: number): { drawn: Line[]; outside: string[] } {
  const t = text().completion;
  const lines: Line[] = [];
  const { deadline } = state.probability;
  if (deadline) lines.push({ at: decimalOf(deadline), words: t.lineDeadline(dayInWords(deadline)), colour: VERMILLION, dash: '6 3' });
  const { own_plan, remaining_over_mean_release } = state.plain;
  if (own_plan) lines.push({ at: decimalOf(own_plan), words: t.linePlan(dayInWords(own_plan)), colour: INK, dash: '2 3' });
  if (remaining_over_mean_release !== null) {
    lines.push({ at: remaining_over_mean_release, words: t.lineStraight(String(Math.ceil(remaining_over_mean_release) - 1)), colour: SOFT, dash: '8 3 2 3' });
  }
  const drawn = lines.filter((line) => line.at >= start && line.at <= end).sort((a, b) => a.at - b.at);
  return { drawn, outside: lines.filter((line) => !drawn.includes(line)).map((line) => line.words) };
}

export function completionDate(summary: Summary, state: EstimatedState, name: string): Chart {
  const t = text().completion;
  const { origin, horizon, trajectories } = summary.provenance;
  const start = origin + 1, end = horizon + 1;
  const shares = sharesByMonth(state, trajectories).map((share, m) => ({ at: start + m / 12, share }));
  const q = state.completion.quantiles;
  const marks = (['0.5', '0.8'] as const).flatMap((level) => {
    const at = q[level] ?? null;
    return at === null ? [] : [{ at, share: Number(level), words: t.mark(10 * Number(level), yearInWords(at, horizon)) }];
  });
  const { drawn, outside } = linesOf(state, start, end);
  /** What the chart marks in the month that ends there. */
  const marksOf = (end: number): string | null => {
    const within = (at: number): boolean => at > end - 1 / 12 + 1e-6 && at <= end + 1e-6;
    return [...marks, ...drawn].filter((mark) => within(mark.at)).map((mark) => mark.words).join('; ') || null;
  };
  return {
    id: `${state.code}-completion`,
    title: t.title(nameOf(state)),
    sentence: completionSentence(summary, state),
    foot: `${sourceOf(summary, name)} ${t.foot}${outside.length > 0 ? ` ${t.outside(outside.join('; '))}` : ''}${basisOf(state)}`,
    draw(width, height) {
      const space = 17 * drawn.length;
      return plot(width, heightFor(width, height) + (height ? 0 : space), {
        marginTop: 26 + space,
        marginLeft: 68,
        marginBottom: 44,
        x: { label: t.axis, labelArrow: 'none', labelOffset: 40, domain: [start - 0.4, end], tickFormat: wholeYear, ticks: yearTicks(width) },
        y: { label: null, domain: [0, 1], grid: true, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], tickFormat: (value: number) => text().words.of(Math.round(10 * value), 10) },
        marks: [
          Plot.areaY(shares, { x: 'at', y: 'share', fill: PALE }),
          Plot.lineY(shares, { x: 'at', y: 'share', stroke: BLUE, strokeWidth: 2.5 }),
          ...drawn.flatMap((line, i) => [
            Plot.ruleX([line], { x: 'at', stroke: line.colour, strokeDasharray: line.dash, strokeWidth: 1.6 }),
            Plot.text([line], {
              x: 'at', frameAnchor: 'top', dy: -14 - 17 * (drawn.length - 1 - i), dx: line.at > start + 0.6 * (end - start) ? 3 : -3, text: 'words',
              textAnchor: line.at > start + 0.6 * (end - start) ? 'end' : 'start', fill: line.colour, ...onLines,
            }),
          ]),
          ...marks.flatMap((mark) => {
            const right = mark.at < start + 0.68 * (end - start);
            return [
              Plot.ruleY([mark], { y: 'share', x1: start, x2: 'at', stroke: INK, strokeDasharray: '1 3' }),
              Plot.ruleX([mark], { x: 'at', y1: 0, y2: 'share', stroke: INK, strokeDasharray: '1 3' }),
              Plot.dot([mark], { x: 'at', y: 'share', fill: INK, r: 4.5 }),
              Plot.text([mark], { x: 'at', y: 'share', text: 'words', dx: right ? 9 : -9, dy: 9, textAnchor: right ? 'start' : 'end', fontWeight: 'bold', fill: INK, ...onLines }),
            ];
          }),
        ],
      });
    },
    table: () => ({
      columns: [
        { name: 'end_of_month', label: text().columns.month },
        { name: 'share_complete', label: text().columns.shareComplete, write: percent },
        { name: 'mark', label: t.column },
      ],
      rows: shares.slice(1).map((row, m) => [monthName(start, m), row.share, marksOf(row.at)]),
    }),
  };
}

const monthName = (start: number, m: number): string => `${start + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
