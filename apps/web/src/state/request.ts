/** What the state of the page asks of the engine. */

import type { RunRequest, ScenarioFile } from '../engine';
import { en } from '../text/en';
import { stateNamesEn } from '../text/state_names_en';
import { scenarioOf } from './library';
import { anyLever, type Levers, yamlOf } from './levers';
import { isUntouched, type PageState } from './page_state';
import { writeFile } from './shell';

/** Where a changed scenario stands among those of the library, for messages and for `extends`. */
export const OWN_PATH = 'scenarios/my-scenario.yaml';
const PARTS_PATH = 'scenarios/my-scenario-with-parts.yaml';

/** What was changed, in English whatever the language of the page, so that one link gives one scenario. */
export function changedName(scenario: string, levers: Levers): string {
  const { world, donor, money, survey, access, teams } = levers;
  const named = (code: string): string => stateNamesEn[code] ?? code;
  const signed = (percent: number): string => `${percent > 0 ? '+' : ''}${percent} %`;
  const parts = [
    world && `all international money ${signed(world.percent)} from ${world.from}`,
    donor && `money of ${en.donors[donor.code] ?? donor.code} ${signed(donor.percent)} from ${donor.from}`,
    money && `${money.musd} million USD a year more for ${named(money.state)}, ${money.from} to ${money.to}`,
    survey && `${survey.times} times the usual survey in ${named(survey.state)} from ${survey.from}`,
    access && `${named(access.state)} ${access.regime} from ${access.from}`,
    teams !== undefined && `${teams} ${teams === 1 ? 'team' : 'teams'} after completion`,
  ].filter(Boolean);
  return `${scenarioOf(scenario).name}; ${parts.join('; ')}`;
}

export function libraryFile(id: string): ScenarioFile {
  const scenario = scenarioOf(id);
  return { path: `scenarios/${scenario.id}.yaml`, yaml: scenario.yaml };
}

/** Tells questions apart whose answers differ: scenario text, seed, number of futures. */
export function keyOf(state: PageState): string {
  return JSON.stringify([state.unreadable, scenarioFile(state), state.seed, state.trajectories]);
}

/** The scenario text that is in force. */
export function scenarioFile(state: PageState): ScenarioFile {
  if (state.yaml !== null) return { path: OWN_PATH, yaml: state.yaml };
  if (anyLever(state.levers)) return { path: OWN_PATH, yaml: yamlOf(state.scenario, changedName(state.scenario, state.levers), state.levers) };
  return libraryFile(state.scenario);
}

export function runRequest(state: PageState, trajectories: number): RunRequest {
  return { scenario: scenarioFile(state), trajectories, ...(state.seed === null ? {} : { seed: state.seed }) };
}

/** The same scenario with optional parts for the page of one state, whatever parts it asks for itself. */
export function withOutputs({ scenario, ...request }: RunRequest): RunRequest {
  const base = scenario.path.replace(/^.*\//, '');
  const yaml = `format: 1\nextends: ${base}\noutputs: [casualties, people, residual]\n`;
  return { ...request, scenario: { path: PARTS_PATH, yaml }, beside: [scenario] };
}

/** The command that gives the same figures, and the file that it needs beside those of the library. */
export function reproduceCommand(state: PageState, trajectories: number, seed: number): { file: string | null; command: string } {
  const file = scenarioFile(state);
  const options = `--trajectories ${trajectories} --seed ${seed}${state.view === 'state' ? ` --state ${state.state}` : ''}`;
  const run = state.view === 'compare'
    ? `build/release/minefree compare scenarios/${state.base}.yaml ${file.path} --trajectories ${trajectories} --seed ${seed}`
    : `build/release/minefree run ${file.path} ${options}`;
  if (isUntouched(state)) return { file: null, command: run };
  return { file: file.yaml, command: `${writeFile(file.path, file.yaml)}\n${run}` };
}
