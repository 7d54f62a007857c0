/** People, casualties, and the ten years after completion: asked of the engine when a state's page is at rest. */

import type { App } from '../app';
import { figure } from '../charts/figure';
import { sourceOf } from '../charts/source';
import { ofYear, yearlyFan } from '../charts/yearly_fan';
import { el, setText } from '../dom';
import type { Summary, SummaryState } from '../engine';
import { partsOf, type Casualties, type People, type Residual } from '../optional_parts';
import type { Shown } from '../shown';
import { runRequest, withOutputs } from '../state/request';
import { nameOf, text } from '../text';
import { quotedUnlessTold, recordTold } from '../text/record';
import { count, money, people as peopleText, percent, rounded } from '../words';
import { ownAnswer } from './own_answer';

const TRAJECTORIES = 2000;

export interface Part {
  root: HTMLElement;
  update(shown: Shown, state: SummaryState | null): void;
}

export function laterParts(app: App): Part {
  const t = text().later;
  const note = el('p', { class: 'help' }, t.note(count(TRAJECTORIES)));
  const people = figure(3), casualties = figure(3), residual = figure(3);
  const why = el('div');
  const residualFacts = el('p', { class: 'help' });
  const part = ownAnswer(app, 'later', t.title, el('div', {}, note, people.root, casualties.root, residual.root, residualFacts, why));
  return {
    root: part.root,
    update(shown, state) {
      const request = { ...withOutputs(runRequest(shown.state, TRAJECTORIES)), states: state ? [state.code] : [] };
      part.update(shown, state && JSON.stringify([request, shown.state.language]), (engine) => engine.run(request), (summary) => {
        const told = summary.states.find((found) => found.code === state!.code);
        if (told) show(summary, shown.name, told);
      });
    },
  };

  function show(summary: Summary, name: string, state: SummaryState): void {
    const parts = partsOf(state);
    const foot = sourceOf(summary, name);
    const missing: string[] = [];
    const place = (chart: ReturnType<typeof figure>, made: ReturnType<typeof yearlyFan> | null): void => {
      chart.root.hidden = made === null;
      if (made) chart.show(made);
    };
    place(people, peopleChart(state, parts.people, foot, missing));
    place(casualties, casualtiesChart(state, parts.casualties, foot, missing));
    place(residual, residualChart(state, parts.residual, foot));
    residualFacts.hidden = !parts.residual;
    if (parts.residual) setText(residualFacts, residualWords(parts.residual));
    part.root.hidden = [people, casualties, residual].every((chart) => chart.root.hidden) && missing.length === 0;
    why.replaceChildren(...missing.map((reason) => el('p', { class: 'help' }, reason)));
  }
}

function peopleChart(state: SummaryState, people: People | undefined, foot: string, missing: string[]) {
  const t = text().later;
  if (!people?.estimable || !people.year) {
    if (people) missing.push(t.noPeople(people.reasons.map((reason) => quotedUnlessTold(recordTold(reason))).join('; ')));
    return null;
  }
  const { reported } = people;
  return yearlyFan({
    id: `${state.code}-people`, title: t.people(nameOf(state)),
    sentence: (reported ? `${t.peopleReported(peopleText(reported.people_exposed), reported.year)} ` : '')
      + t.peopleAhead(people.year[5]!, peopleText(people.p05![5]!), peopleText(people.p95![5]!)),
    foot: `${foot} ${t.peopleFoot}`, column: 'people', unit: t.peopleUnit, x: people.year, ...ofYear(),
    p05: people.p05!, p50: people.p50!, p95: people.p95!, write: peopleText, until: people.year[0]! + 14,
  });
}

function casualtiesChart(state: SummaryState, casualties: Casualties | undefined, foot: string, missing: string[]) {
  const t = text().later;
  if (!casualties?.estimable || !casualties.year) {
    if (casualties) missing.push(t.noCasualties(casualties.reasons.map((reason) => quotedUnlessTold(recordTold(reason))).join('; ')));
    return null;
  }
  const { reported } = casualties;
  return yearlyFan({
    id: `${state.code}-casualties`, title: t.casualties(nameOf(state)),
    sentence: (reported ? `${t.casualtiesReported(reported.from, reported.to, rounded(reported.mean_per_year, 1))} ` : '')
      + t.casualtiesAhead(casualties.year[5]!, count(casualties.p05![5]!), count(casualties.p95![5]!)),
    foot: `${foot} ${t.casualtiesFoot}`, column: 'casualties', unit: t.casualtiesUnit, x: casualties.year, ...ofYear(),
    p05: casualties.p05!, p50: casualties.p50!, p95: casualties.p95!, write: count, until: casualties.year[0]! + 14,
  });
}

function residualChart(state: SummaryState, residual: Residual | undefined, foot: string) {
  const t = text().later;
  if (!residual) return null;
  const finds = residual.finds_per_year;
  return yearlyFan({
    id: `${state.code}-residual`, title: t.residual(nameOf(state)),
    sentence: t.residualSentence(count(finds.p50[0]!), count(finds.p95[0]!), count(finds.p50.at(-1)!)),
    foot: `${foot} ${t.residualFoot}`, column: 'finds', unit: t.residualUnit, x: finds.year_after, xName: 'year_after', xLabel: t.yearAfter,
    p05: finds.p05, p50: finds.p50, p95: finds.p95, write: count,
  });
}

function residualWords(residual: Residual): string {
  const t = text().later;
  const cost = residual.cost_musd_per_year_total;
  return [
    t.teams(residual.teams, percent(residual.adequate_every_year), rounded(residual.response_days, 0)),
    residual.smallest_teams === null ? t.noTeams(percent(residual.adequacy_target)) : t.smallest(residual.smallest_teams, percent(residual.adequacy_target)),
    t.cost(residual.teams, money(cost.p05), money(cost.p95), residual.price_year),
    residual.reopened_within_10_years === null ? '' : t.reopened(percent(residual.reopened_within_10_years)),
  ].filter(Boolean).join(' ');
}
