/** The figures of a state in a list: dates, deadline, plan, straight line, record, skill. */

import { el } from '../dom';
import type { EstimatedState } from '../engine';
import { skillOf } from '../optional_parts';
import type { Shown } from '../shown';
import { text } from '../text';
import { area, dayInWords, lineYear, percent, rounded, yearOf } from '../words';

export function factList({ summary }: Shown, state: EstimatedState): HTMLElement {
  const t = text().facts;
  const { horizon } = summary.provenance;
  const q = state.completion.quantiles;
  const { probability, plain, plan } = state;
  const entry = (name: string, ...said: (string | HTMLElement | null)[]): HTMLElement =>
    el('div', {}, el('dt', {}, name), said.filter((words) => words !== null && words !== '').map((words) => el('dd', {}, words)));
  const by = Object.entries(probability.by).map(([year, share]) => `${year}:\u00a0${percent(share)}`).join(' · ');
  return el('section', { class: 'facts', 'aria-label': t.title },
    el('dl', {},
      entry(t.dates, `${yearOf(q['0.1'] ?? null, horizon)} · ${yearOf(q['0.5'] ?? null, horizon)} · ${yearOf(q['0.9'] ?? null, horizon)}`,
        t.datesHelp(horizon), state.completion.never_share > 0 ? t.never(percent(state.completion.never_share), horizon) : null),
      entry(t.by, by),
      entry(t.deadline, probability.deadline ? dayInWords(probability.deadline) : t.noDeadline,
        probability.deadline_met === null ? null : t.met(percent(probability.deadline_met)),
        probability.expected_extensions === null ? null : t.extensions(rounded(probability.expected_extensions, 1))),
      entry(t.plan, plain.own_plan ? dayInWords(plain.own_plan) : t.noPlan,
        plan.probability_met === null ? null : t.planMet(percent(plan.probability_met)),
        plan.km2_per_year === null ? null : t.planPace(area(plan.km2_per_year), plan.ratio_to_best_year ? area(plan.km2_per_year / plan.ratio_to_best_year) : null)),
      entry(t.straight, lineYear(plain.remaining_over_mean_release, plain.mean_release_km2_per_year, state.last_stock_km2),
        plain.mean_release_km2_per_year === null ? null : t.straightPace(area(plain.mean_release_km2_per_year))),
      entry(t.stock, `${area(state.last_stock_km2 ?? state.initial.confirmed_km2 + state.initial.suspected_km2)} km²`, state.last_stock_year === null ? t.given : t.asOf(state.last_stock_year),
        t.undiscovered(area(state.initial.undiscovered_km2))),
      entry(t.inputs, inputsOf(state)),
      skillEntry(state, entry)));
}

function inputsOf(state: EstimatedState): string {
  const t = text().facts;
  return (['reported', 'estimated', 'calibrated', 'literature', 'prior'] as const)
    .filter((kind) => (state.inputs[kind] ?? 0) > 0).map((kind) => t.kinds[kind](state.inputs[kind]!)).join(', ');
}

function skillEntry(state: EstimatedState, entry: (name: string, ...said: (string | HTMLElement | null)[]) => HTMLElement): HTMLElement {
  const t = text().facts;
  const skill = skillOf(state);
  const error = skill?.stock_3_years_relative_wis, held = skill?.stock_3_years_coverage_80, deadline = skill?.deadline_met_brier_skill;
  if (!skill) return entry(t.skill, t.noSkill);
  const range = (score: { low: number | null; high: number | null }, write: (value: number) => string): string =>
    score.low === null || score.high === null ? '' : ` (${text().words.range(write(score.low), write(score.high))})`;
  const two = (value: number): string => rounded(value, 2);
  const clear = deadline && deadline.low !== null && deadline.high !== null && (deadline.low > 0 || deadline.high < 0);
  const numbers = [
    error ? t.skillError(two(error.value) + range(error, two), error.n) : null,
    held ? t.skillHeld(percent(held.value) + range(held, percent), held.n) : null,
    deadline ? t.skillBrier(two(deadline.value) + range(deadline, two), deadline.n) : null,
  ].filter((words) => words !== null);
  return entry(t.skill,
    error ? t.skillStock(error.value < 1) : null,
    held ? t.skillHeldOnly(percent(held.value)) : null,
    deadline ? t.skillDeadline[!clear ? 'unclear' : deadline.value > 0 ? 'better' : 'worse'] : null,
    t.skillOf(state.basis === 'data' ? t.skillData : t.skillMixed),
    el('details', {}, el('summary', {}, t.skillNumbers), el('ul', {}, numbers.map((words) => el('li', {}, words)))));
}
