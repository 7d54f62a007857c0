/** The levers beside the results, and the scenario text that they make. There is one way into the engine: YAML. */

import { scenarioOf } from './library';

export type Regime = 'open' | 'restricted' | 'conflict';

/** Levers that were moved; what is absent stays as the scenario says. Years are the first ones of the change. */
export interface Levers {
  /** All international money, change in per cent. */
  world?: { percent: number; from: number };
  /** What one donor gives, change in per cent. */
  donor?: { code: string; percent: number; from: number };
  /** Million USD a year on top, for one state, in `from` to `to`. */
  money?: { state: string; musd: number; from: number; to: number };
  /** How many times the usual survey, in one state. */
  survey?: { state: string; times: number; from: number };
  /** A regime that is supposed to hold from `from` on, in one state. */
  access?: { state: string; regime: Regime; from: number };
  /** Teams kept after completion. */
  teams?: number;
}

export const LEVERS = ['world', 'donor', 'money', 'survey', 'access', 'teams'] as const;
export type LeverName = (typeof LEVERS)[number];

/** Donors whose money can be moved: those of the register, the largest first. */
export const DONORS = [
  'USA', 'EU', 'DEU', 'NOR', 'JPN', 'GBR', 'NLD', 'CHE', 'CAN', 'DNK', 'SWE', 'AUS', 'BEL', 'ITA', 'FIN', 'FRA', 'IRL', 'NZL', 'KOR', 'SAU',
];

export function anyLever(levers: Levers): boolean {
  return LEVERS.some((name) => levers[name] !== undefined);
}

const signed = (percent: number): string => `${percent > 0 ? '+' : ''}${percent}%`;

function fundingLines(levers: Levers): string[] {
  const { world, donor, money } = levers;
  const lines: string[] = [];
  if (world) lines.push(`  world: [{change: ${signed(world.percent)}, from: ${world.from}}]`);
  if (donor) lines.push(`  donors: {${donor.code}: [{change: ${signed(donor.percent)}, from: ${donor.from}}]}`);
  if (money) {
    lines.push(`  recipients: {${money.state}: [{add_musd: ${money.musd}, from: ${money.from}, to: ${money.to}}]}    # additional`);
  }
  return lines;
}

/** The scenario text of moved levers, which extends the chosen scenario of the library. */
export function yamlOf(scenario: string, name: string, levers: Levers): string {
  const lines = [
    '# yaml-language-server: $schema=../docs/scenario.schema.json',
    'format: 1',
    `name: ${JSON.stringify(name)}`,
    `extends: ${scenario}.yaml`,
  ];
  const funding = fundingLines(levers);
  if (funding.length > 0) lines.push('', 'funding:', ...funding);
  const { survey, access, teams } = levers;
  if (survey) lines.push('', `survey: {${survey.state}: [{intensity: ${survey.times}, from: ${survey.from}}]}`);
  if (access) lines.push('', `security: {${access.state}: [{regime: ${access.regime}, from: ${access.from}}]}`);
  if (teams !== undefined) lines.push('', `residual: {teams: ${teams}}`, 'outputs: [residual]');
  return `${lines.join('\n')}\n`;
}

/** Whether the chosen scenario already says something where a moved lever would replace it. */
export function replaced(scenario: string, levers: Levers): LeverName[] {
  const { yaml } = scenarioOf(scenario);
  const says = (pattern: RegExp): boolean => pattern.test(yaml);
  return LEVERS.filter((name) => {
    const lever = levers[name];
    if (lever === undefined) return false;
    if (name === 'world') return says(/^ {2}world:/m);
    if (name === 'teams') return says(/^ {2}teams:/m);
    const key = name === 'donor' ? levers.donor!.code : (lever as { state: string }).state;
    const section = { donor: 'donors', money: 'recipients', survey: 'survey', access: 'security' }[name];
    return says(new RegExp(`^ *${section}:(?:.*\\n)+? *${key}: \\[`, 'm'));
  });
}
