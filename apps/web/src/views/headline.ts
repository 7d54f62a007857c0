/** What a run says in one sentence, as the command line does. */

import { between, rowsOf } from '../charts/states_complete';
import type { EstimatedState, Summary, SummaryState } from '../engine';
import { chanceWords, comparedYear, mostChanged, movedWords } from '../moved';
import type { Shown } from '../shown';
import { BASELINE, scenarioOf } from '../state/library';
import { nameOf, text } from '../text';
import { quotedUnlessTold, recordTold } from '../text/record';
import { count, yearInWords } from '../words';

/** Scenarios that suppose nothing: they ask for other results, or look from another year. */
const WITHOUT_SUPPOSITION = ['baseline', 'people-by-state', 'residual-teams', 'landmine-free-2025', 'state-of-play-2017-base'];

export function courseOf({ state, summary }: Shown): string {
  const t = text().headline;
  const onlyTeams = Object.keys(state.levers).every((name) => name === 'teams');
  if (state.yaml !== null || !onlyTeams || !WITHOUT_SUPPOSITION.includes(state.scenario)) return t.inThisScenario;
  const { origin } = summary.provenance;
  return origin === scenarioOf(BASELINE).origin ? t.onTodaysCourse : t.onTheCourseOf(origin);
}

function onlyState(summary: Summary): EstimatedState | null {
  const [first] = summary.states;
  return summary.states.length === 1 && first!.estimable ? first! : null;
}

/** 'On today's course Cambodia completes in 2033 (80 %: 2028 to 2043).' */
export function stateHeadline(shown: Shown, state: EstimatedState): string {
  const t = text().headline;
  const { horizon } = shown.summary.provenance;
  const q = state.completion.quantiles;
  const [p10, p50, p90] = ['0.1', '0.5', '0.9'].map((p) => yearInWords(q[p] ?? null, horizon)) as [string, string, string];
  const course = state.conditional && state.condition ? t.supposing(quotedUnlessTold(recordTold(state.condition))) : courseOf(shown);
  return t.state(course, nameOf(state), (q['0.5'] ?? null) === null, p50, p10, p90);
}

/** Where nothing can be estimated there is no number to tell, not a zero. */
function noDate(summary: Summary): string {
  const [first] = summary.states;
  return summary.states.length === 1 ? refusedHeadline(first!) : text().headline.noDateForAny(summary.states.length);
}

/** 'No date can be given for Myanmar.' */
export function refusedHeadline(state: SummaryState): string {
  const t = text().statePage;
  return (state.status === 'declared' ? t.declared : t.refused)(nameOf(state));
}

export function mainSentence(shown: Shown): string {
  const { summary, by } = shown;
  const only = onlyState(summary);
  if (only) return stateHeadline(shown, only);
  if (summary.world.estimable === 0) return noDate(summary);
  const row = rowsOf(summary).find((found) => found.year === by)!;
  return text().headline.world(courseOf(shown), count(row.p50), summary.world.affected, by, between(row));
}

export function furtherSentence(shown: Shown): string {
  const { summary, by, targets } = shown;
  if (onlyState(summary) || summary.world.estimable === 0) return '';
  const t = text().headline;
  const rows = rowsOf(summary);
  const others = targets.filter((year) => year !== by).map((year) => {
    const row = rows.find((found) => found.year === year)!;
    return t.byYear(year, count(row.p50), between(row));
  });
  const refused = summary.world.affected - summary.world.estimable;
  return [others.length > 0 ? t.further(others) : '', refused > 0 ? t.refused(refused, summary.world.affected) : ''].filter(Boolean).join(' ');
}

/** What the comparison says of all states together; `short` for a heading. */
export function comparisonSentence(shown: Shown, short = false): string {
  const other = shown.comparison?.others[0];
  if (!other) return '';
  const t = text().paired;
  if (other.states.length === 0) return t.nothingShared(shown.baseName);
  if (other.changes_nothing) return t.changesNothing(shown.baseName);
  const by = comparedYear(other, shown.by);
  const [most] = mostChanged(other.states, by);
  if (!most || (most.earlier_share === 0 && most.later_share === 0)) return t.noDateMoves(shown.baseName);
  const chance = chanceWords(most, by);
  if (short && chance !== null) return t.most(shown.baseName, nameOf(most), null, chance);
  return t.most(shown.baseName, nameOf(most), chance, movedWords(most, other.provenance.horizon));
}
