/** Every sentence of the page, in English. text/fr.ts has the same keys. */

import type { Levers } from '../state/levers';
import { stateNamesEn } from './state_names_en';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const states = (n: number | string): string => (String(n) === '1' ? 'state' : 'states');
const list = (parts: string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`);

const name = (code: string): string => stateNamesEn[code] ?? code;
const withArticle = (donor: string): string => (/^(?:United|European|Netherlands|Republic)/.test(donor) ? `the ${donor}` : donor);

export const en = {
  title: 'minefree: when will each state have cleared its last known mined area?',
  language: 'English',
  skip: 'Go to the answer',
  site: { name: 'minefree', question: 'When will each state have cleared its last known mined area, and what would change that?' },
  nav: { label: 'Views', world: 'All states', map: 'Map', state: 'One state', compare: 'Compare', scenario: 'Scenario file', share: 'Share' },
  copyLink: 'Copy link',
  copied: 'Copied',
  copyByHand: 'Copy this link:',
  theme: { label: 'Colours', auto: 'Like the device', light: 'Light', dark: 'Dark' },
  loading: 'The engine is being fetched …',
  computing: 'Being computed …',
  slow: 'The engine and its data, about 3 MB, take long to come; perhaps the network is slow. They are kept for the next visit.',
  engineFailed: 'The engine gave no answer. That is no fault of the scenario.',
  noEngine: 'The engine could not be started, so that nothing can be computed here; levers and scenarios do not act.',
  noEngineShown: (name: string) => `The figures below are those of “${name}”.`,
  noEngineNothing: (name: string) => `There are no figures of “${name}”.`,
  noResults: 'There are no results',
  engineSaid: 'What was reported',
  tryAgain: 'Try again',
  todaysCourse: 'See today\'s course',
  unreadable: 'The scenario in this link cannot be read; perhaps the link was cut or changed on its way. Ask for it again; figures of another scenario cannot stand in for it.',
  stale: {
    coming: (shown: string, chosen: string) => `The engine is still being fetched. Until it is there, the figures below are those of “${shown}”, not yet of “${chosen}”.`,
    computing: (shown: string, chosen: string) => `“${chosen}” is being computed … The figures below are still those of “${shown}”.`,
  },
  made: (parts: string[]) => `This link was made with ${list(parts)}; the figures may differ from those that its sender saw.`,
  madeOf: { version: (version: string) => `minefree ${version}`, data: 'other data', scenario: 'another text of this scenario' },
  partFailed: (why: string) => `This could not be computed: ${why}`,
  problems: { title: (n: number) => (n === 1 ? 'There is a problem with this scenario; nothing was run.' : `There are ${n} problems with this scenario; nothing was run.`), edit: 'Look at the scenario file' },
  ownScenario: 'Own scenario',
  changed: (name: string, what: string) => `${name}, changed: ${what}`,
  footer: {
    what: 'Every figure is computed in this browser by the same engine as the command line. Nothing is sent anywhere.',
    version: (version: string, commit: string) => `minefree ${version}, commit ${commit}`,
    limits: 'A projection is not a promise: no date rests on more than the public record up to the year that is named, and what was not known then is not in it.',
  },
  words: {
    none: 'none', all: 'all', fewerThanOneInHundred: 'fewer than 1 of 100', moreThan99InHundred: 'more than 99 of 100',
    of: (n: number, all: number) => `${n} of ${all}`,
    range: (low: string, high: string) => `${low} to ${high}`,
    after: (year: number) => `after ${year}`,
    never: 'never', lessThanAMonth: 'less than a month', aboutAMonth: 'about a month', years: (n: string) => `${n} years`,
    day: (date: number, month: number, year: number) => `${date} ${MONTHS[month - 1]} ${year}`,
  },
  yearChoice: 'By the end of',
  yearMissing: (year: number) => `${year} was asked for, and is not among the years of this scenario.`,
  withDate: 'With a date',
  withoutDate: 'Without a date',
  columns: {
    year: 'Year', month: 'End of month', state: 'State', code: 'Code', category: 'Category', basis: 'Basis', deadline: 'Article 5 deadline', deadlineMet: 'Deadline met',
    byEnd: (year: number) => `Complete by the end of ${year}`, never: (horizon: number) => `Not by ${horizon}`, shareComplete: 'Share of futures complete',
  },
  badge: {
    scenario: (name: string) => `Scenario “${name}” · `,
    futures: (n: string, seed: number) => `${n} futures, seed ${seed}`,
    error: (months: string) => `Monte Carlo error of P50 and P80 at most ${months} months`,
    refining: 'a first sketch, being refined …',
  },
  headline: {
    onTodaysCourse: 'On today\'s course', inThisScenario: 'In this scenario', onTheCourseOf: (origin: number) => `On the course of ${origin}`,
    supposing: (condition: string) => `Supposing ${condition},`,
    world: (course: string, p50: string, affected: number, by: number, between: string) =>
      `${course} about ${p50} of ${affected} ${affected === 1 ? 'state completes' : 'states complete'} by ${by} (80\u00a0%: ${between}).`,
    state: (course: string, name: string, beyond: boolean, p50: string, p10: string, p90: string) =>
      `${course} ${name} completes ${beyond ? '' : 'in '}${p50} (80\u00a0%: ${p10} to ${p90}).`,
    byYear: (year: number, p50: string, between: string) => `by ${year} it is ${p50} (${between})`,
    further: (parts: string[]) => { const said = parts.join(', '); return `${said[0]!.toUpperCase()}${said.slice(1)}.`; },
    noDateForAny: (n: number) => `No date can be given for any of these ${n} states.`,
    refused: (refused: number, affected: number) => `For ${refused} of the ${affected} no date can be given; they are counted as not complete.`,
  },
  tenFutures: {
    title: 'Ten futures', pick: 'of the state',
    sentence: (name: string, by: number, share: string) => `${name} has cleared its last known mined area by the end of ${by} in ${share} futures.`.replace('in none futures', 'in no future').replace('in all futures', 'in every future'),
    unknown: (name: string) => `For ${name} no date can be given.`, declared: (name: string) => `${name} has been declared complete.`,
    open: (name: string) => `All about ${name}`,
  },
  refused: {
    title: (n: number) => `No date can be given for ${n} ${states(n)}`,
    sentence: 'Where the record does not carry a date, none is invented. They are counted as not complete.',
  },
  figure: { table: 'Table', take: 'Download this chart', square: 'PNG square', pngWide: 'picture for slides, 1600 × 900', pngSquare: 'picture for posts, 1080 × 1080', svg: 'drawing that can be enlarged', csv: 'the numbers of the table' },
  foot: { source: (version: string, name: string, futures: string, origin: number) => `minefree ${version}, scenario “${name}”, ${futures} simulated futures, figures up to ${origin}.` },
  basis: {
    data: 'Releases are reported for at least three of the last five years.',
    prior: 'No recent report of land or release: this rests on judgement (prior).',
    mixed: 'Releases are reported for few of the last five years, so this rests partly on judgement (prior).',
    conditional: (condition: string) => `It holds only if: ${condition}.`,
    dataShort: 'rests on reports', mixedShort: '+ partly prior', priorShort: '* prior', conditionalShort: '? conditional',
  },
  statesComplete: {
    title: 'How many states finish?',
    sentence: (by: number, between: string, affected: number, p50: string) =>
      `By the end of ${by}, ${between} of ${affected} affected states have cleared their last known mined area in 8 of 10 futures; the median is ${p50}.`,
    refused: (n: number) => `For ${n} no date can be given; they count as not finished.`,
    axis: 'End of year', estimable: (n: number) => `${n} ${states(n)} with a date`,
    byEnd: (by: number, between: string) => `end of ${by}: ${between}`, band: '8 of 10 futures', median: 'median of all futures',
  },
  allStates: {
    title: (by: number) => `Who finishes by ${by}?`,
    sentence: (n: number, likely: number, unlikely: number, by: number) =>
      `Of the ${n} ${states(n)} for which a date can be given, ${likely === 0 ? 'none is' : likely === 1 ? '1 is' : `${likely} are`} likely (at least 2 of 3 futures) to have cleared their last known mined area by the end of ${by}; `
      + `${unlikely === 0 ? 'none finishes' : unlikely === 1 ? 'one finishes' : `${unlikely} finish`} in fewer than 1 of 3.`,
    foot: (first: number, last: number, by: number) => `Each curve: share of futures complete, from none to all, ${first} to ${last}; the thin line is one half. Number: chance by the end of ${by}. Dashed: deadline under the Convention.`,
    hint: 'Choose a state to see all about it.',
  },
  fan: { reported: 'reported', median: 'half of futures below', middle: 'middle half of futures', most: '9 of 10 futures' },
  remaining: {
    title: (name: string) => `${name}: mined land left`,
    had: (km2: string, year: number) => `${km2} km² were on record at the end of ${year}.`,
    sentence: (by: number, low: string, high: string, done: string, name: string) =>
      `By the end of ${by}, half of the futures have between ${low} and ${high} km² left; in ${done} ${name} has finished.`,
    foot: 'Land on record at the end of each year, suspected and confirmed; finds can make it grow.',
    far: (km2: string, year: number) => `Not drawn: ${km2} km² in ${year} and what was reported before.`,
    axis: 'End of year', deadline: (day: string) => `deadline ${day}`, reported: 'Reported, km²',
  },
  completion: {
    title: (name: string) => `${name}: when is the last known mined area cleared?`,
    byHalf: (name: string, p50: string, p80: string) => `Of 10 futures, ${name} has finished in 5 by ${p50}, ${p80}.`,
    eightBy: (p80: string) => `in 8 by ${p80}`, fewerThan8: (horizon: number) => `in fewer than 8 by ${horizon}`,
    notByHalf: (name: string, horizon: number) => `Of 10 futures, ${name} has finished in fewer than 5 by ${horizon}.`,
    deadline: (day: string, share: string) => `It meets its deadline of ${day} in ${share}.`,
    never: (share: string, horizon: number) => `In ${share} it is not finished by ${horizon}.`,
    axis: 'Date; a year stands at its beginning', foot: 'Share of futures that are complete by then.',
    column: 'Marked in the chart',
    outside: (lines: string) => `Not drawn, as outside these years: ${lines}.`,
    lineDeadline: (day: string) => `deadline ${day}`, linePlan: (day: string) => `own plan ${day}`, lineStraight: (year: string) => `at the mean pace ${year}`,
    mark: (n: number, year: string) => `${n} of 10: ${year}`,
  },
  flows: {
    title: (name: string) => `${name}: how land is released`,
    sentence: (first: number, last: number, out: string, cleared: string, reduced: string, cancelled: string, found: string) =>
      `From ${first} to ${last}, ${out} km² are released on average over the futures: ${cleared} cleared, ${reduced} reduced by technical survey and ${cancelled} cancelled as not mined. ${found} km² are newly found.`,
    foot: 'Means over all futures, those that have finished included. What is found points down, as it adds to the land.',
    cleared: 'cleared', reduced: 'reduced', cancelled: 'cancelled', discovered: 'newly found',
  },
  funding: {
    title: (name: string) => `${name}: money for clearance and survey`,
    sentence: (year: number, low: string, middle: string, high: string) => `In ${year} it gets about ${middle} million USD in all, international and national (${low} to ${high} in 9 of 10 futures).`,
    unspent: 'Part of it cannot be taken up at once and is not spent.',
    foot: (priceYear: number) => `Total money a year, in million USD of ${priceYear}.`, unit: (priceYear: number) => `MUSD of ${priceYear} a year, total`,
  },
  facts: {
    title: 'Figures', dates: 'Date of completion', datesHelp: (horizon: number) => `complete by then in 1, 5 and 9 of 10 futures (P10, P50, P90); >${horizon} is not within the horizon`,
    never: (share: string, horizon: number) => `not finished by ${horizon} in ${share} of futures`,
    by: 'Complete by the end of', deadline: 'Article 5 deadline', noDeadline: 'none', met: (share: string) => `met in ${share} of futures`,
    extensions: (n: string) => `${n} more extensions on average`,
    plan: 'Its own plan', noPlan: 'no date is stated', planMet: (share: string) => `met in ${share} of futures`,
    planPace: (km2: string, best: string | null) => `${km2} km² a year are planned${best === null ? '' : `; its best year had ${best}`}`,
    straight: 'At the mean pace', straightPace: (km2: string) => `land left over a mean release of ${km2} km² a year: no stop, no new find, no money lost`,
    stock: 'Land on record', asOf: (year: number) => `as of ${year}`, given: 'as the scenario gives it', undiscovered: (km2: string) => `and ${km2} km² that nobody has recorded, by estimate`,
    inputs: 'What it rests on',
    kinds: {
      reported: (n: number) => `${n} reported numbers`, estimated: (n: number) => `${n} estimated from data`, calibrated: (n: number) => `${n} calibrated`,
      literature: (n: number) => `${n} from the literature`, prior: (n: number) => `${n} prior (judgement)`,
    },
    skill: 'How such forecasts did', noSkill: 'no score: the scenario supposes something, or no calibration is used',
    skillError: (value: string, n: number) => `error in the land left after three years ${value} times that of the better simple forecast (n = ${n})`,
    skillHeld: (value: string, n: number) => `the 80 % interval held ${value} (n = ${n})`,
    skillDeadline: { better: 'deadlines: better than guessing from how often they are met', worse: 'deadlines: worse than guessing from how often they are met', unclear: 'deadlines: no clear difference from guessing by how often they are met' },
    skillStock: (better: boolean): string => (better ? 'land left after three years: closer than the better simple forecast' : 'land left after three years: not closer than the better simple forecast'),
    skillHeldOnly: (share: string) => `the 80 % interval held ${share}`,
    skillNumbers: 'In numbers, with 95 % intervals', skillBrier: (value: string, n: number) => `Brier skill score ${value} (n = ${n})`,
    skillOf: (which: string) => `hindcast from earlier years, ${which}`,
    skillData: 'states with data', skillMixed: 'states partly prior',
  },
  statePage: {
    pick: 'State', notInRun: (name: string) => `${name} is not in this scenario.`,
    refused: (name: string) => `No date can be given for ${name}.`, because: 'The record says:', declared: (name: string) => `${name} has been declared complete.`,
    needs: (what: string[]) => `What would change that: ${list(what)}.`,
    need: { survey: 'survey', baseline: 'a baseline', access: 'access', authority: 'a national authority that reports', capacity: 'teams' } as Record<string, string>,
  },
  later: {
    title: 'People, and the time after completion', note: (n: string) => `No date needs these parts. ${n} futures.`,
    people: (name: string) => `${name}: people who live beside mined land`,
    peopleReported: (n: string, year: number) => `${n} people were counted as exposed in ${year}.`,
    peopleAhead: (year: number, low: string, high: string) => `In ${year} there are ${low} to ${high} in 9 of 10 futures.`,
    peopleFoot: 'The reported figure shrinks in proportion to the mined land that is left. What states count as exposed differs; there is no world total.', peopleUnit: 'people',
    noPeople: (why: string) => `People beside mined land: no figure, as ${why}.`,
    casualties: (name: string) => `${name}: people killed or injured`,
    casualtiesReported: (first: number, last: number, n: string) => `${n} a year are on record for ${first} to ${last}.`,
    casualtiesAhead: (year: number, low: string, high: string) => `In ${year} there are ${low} to ${high} in 9 of 10 futures.`,
    casualtiesFoot: 'They fall with the land and rise with fighting (prior). Less is recorded than happens.', casualtiesUnit: 'people a year',
    noCasualties: (why: string) => `People killed or injured: no projection, as ${why}.`,
    residual: (name: string) => `${name}: what still turns up after completion`,
    residualSentence: (first: string, high: string, last: string) => `In the first year after the declaration about ${first} mines are found (up to ${high} in 19 of 20 futures), in the tenth about ${last}.`,
    residualFoot: 'How many are found is one wide span for all states, unless a state has reported enough (prior).', residualUnit: 'finds a year', yearAfter: 'Year after the declaration',
    teams: (n: number, share: string, days: string) => `${n} ${n === 1 ? 'team answers' : 'teams answer'} nine of ten finds within ${days} days in every one of ten years in ${share} of futures.`,
    smallest: (n: number, target: string) => `The smallest number that does so with ${target} is ${n}.`, noTeams: (target: string) => `No number up to 20 does so with ${target}.`,
    cost: (n: number, low: string, high: string, year: number) => `${n} cost ${low} to ${high} million USD a year in all, in prices of ${year} (prior).`,
    reopened: (share: string) => `Mined land is found again within ten years in ${share} of futures.`,
  },
  sources: {
    title: 'Where each number comes from', sentence: 'As the command minefree explain prints it. Numbers of kind “prior” are judgement without a source.',
    number: 'Number', value: 'Value', year: 'Year', kind: 'Kind', source: 'Source', note: 'Note', unused: 'not used', priors: (n: number) => `${n} prior`, list: 'Sources',
  },
  map: {
    title: (by: number) => `Cleared of known mines by ${by}?`,
    sentence: (n: number, by: number, likely: number, possible: number, unlikely: number, unknown: number) =>
      `Of ${n} affected ${states(n)}, ${likely} ${likely === 1 ? 'is' : 'are'} likely to have cleared their last known mined area by the end of ${by}, ${possible} possible, ${unlikely} unlikely; for ${unknown} no date can be given.`,
    shapes: 'Shapes: Natural Earth, simplified; they imply no opinion on any border or status.',
    categories: { likely: 'likely: at least 2 of 3 futures', possible: 'possible: 1 of 3 to 2 of 3', unlikely: 'unlikely: fewer than 1 of 3', unknown: 'not known: no date' },
    other: 'not affected, or not in the run',
    words: { likely: 'likely', possible: 'possible', unlikely: 'unlikely', unknown: 'not known' },
    state: (name: string, share: string, by: number) => `${name}: ${share} by the end of ${by}`, unknownState: (name: string) => `${name}: no date can be given`,
  },
  paired: {
    title: (name: string, by: number) => `“${name}”: what it changes by ${by}`,
    nothing: (by: number) => `In no state does the chance to finish by ${by} move by more than the simulation can tell.`,
    rises: (n: number, all: number, name: string, from: string, to: string) => `rises in ${n} of ${all} states, most in ${name}: from ${from} to ${to} of 100 futures`,
    falls: (n: number, all: number, name: string, from: string, to: string) => `falls in ${n} of ${all} states, most in ${name}: from ${from} to ${to} of 100 futures`,
    sentence: (by: number, parts: string[]) => `The chance to finish by ${by} ${parts.join('; it ')}.`,
    foot: (version: string, other: string, base: string, futures: string) =>
      `minefree ${version}, “${other}” against “${base}”, the same ${futures} simulated futures under both, so that only the scenario differs. Bars: two standard errors of the simulation. Circles: no more than that.`,
    noChange: 'no change', left: (n: number) => `not drawn: ${n} ${states(n)} that ${n === 1 ? 'changes' : 'change'} less or not at all`, axis: (by: number) => `more (+) or fewer (−) of 100 futures complete by the end of ${by}`,
    earlier: 'Earlier in', later: 'Later in', same: 'Same in', gained: 'Median years gained', baseBy: (by: number) => `Base, by ${by}`, otherBy: (by: number) => `Here, by ${by}`, points: 'Difference, points', error: 'Standard error, points',
    sameInAll: 'at the same date in all futures',
    earlierIn: (share: string, newly: string | null, horizon: number, median: string | null) => `earlier in ${share} of futures`
      + (newly === null ? (median === null ? '' : `, by a median of ${median}`) : `: in ${newly} it newly completes by ${horizon}${median === null ? '' : `, in the others it is earlier by a median of ${median}`}`),
    laterIn: (share: string, lost: string | null, horizon: number, median: string | null) => `later in ${share} of futures`
      + (lost === null ? (median === null ? '' : `, by a median of ${median}`) : `: in ${lost} it no longer completes by ${horizon}${median === null ? '' : `, in the others it is later by a median of ${median}`}`),
    chance: (by: number, base: string, other: string) => `complete by ${by} in ${other} of futures instead of ${base}`,
    changesNothing: (base: string) => `Against “${base}”, no result differs.`, nothingShared: (base: string) => `No state has a date both here and in “${base}”, so that there is nothing to compare.`, noDateMoves: (base: string) => `Against “${base}”, no date moves.`,
    most: (base: string, name: string, chance: string | null, moved: string) =>
      `Against “${base}”, in the same futures, most changed is ${name}: ${chance === null ? '' : `${chance}; `}${moved}.`,
    stateMoved: (base: string, name: string, moved: string) => `Against “${base}”, in the same futures, ${name} completes ${moved}.`,
  },
  compare: {
    title: 'Two scenarios, side by side', sentence: 'The same futures are simulated under both, so that only the scenarios differ.',
    base: 'Against', other: 'This scenario',
    same: 'Both are the same scenario. Choose another one on either side, or move a lever.',
    refused: 'The engine does not compare these two:',
    origins: 'These two look from different years and cannot be compared.',
    changed: 'What differs', idle: 'Without effect', waiting: 'Being compared …',
    world: 'All states together', quantity: 'Quantity', byEnd: 'By the end of', here: 'Here', difference: 'Difference', error: 'Standard error',
    complete: 'States complete, mean', land: 'Recorded land left, km²', spent: (year: number) => `Spent since the origin, million USD of ${year}, total`,
    absent: '–',
  },
  editor: {
    title: 'The scenario file', sentence: 'This text is what the engine reads. Levers write it; you can write it too. The engine checks it as you type.',
    label: 'Scenario in YAML', run: 'Run this text', revert: 'Back to the levers', good: 'No problem found.', problems: (n: number) => (n === 1 ? '1 problem' : `${n} problems`),
    line: (line: number) => `line ${line}`, keys: 'Ctrl-Space offers what may stand here; Escape and then Tab leaves the text.', waiting: 'The engine checks the text once it is there.',
    cannotCheck: 'The text cannot be checked or run without the engine.',
    running: 'These are the results of this text.', before: 'Results of what was chosen before',
    lastRun: 'Results of the text that was last run', notRun: 'What you changed since is not in them, and in no link.',

  },
  share: {
    title: 'Share and download', sentence: 'What you see, as a link, as files, as a report, and as a command that gives the same figures to the last digit.',
    link: 'Link', linkHelp: 'It restores scenario, seed, number of futures and view. Nothing is kept on a server.',
    reproduce: 'Reproduce this', reproduceHelp: 'In a copy of the repository, after ./dev build. The scenario text is part of the command where it is your own.', copy: 'Copy',
    files: 'Files', scenario: 'Scenario (YAML)', summary: 'All results (JSON)', csv: 'All results (CSV, zipped)', csvHelp: 'The same bytes as minefree run --out writes.',
    report: 'Report', reportHelp: 'One HTML file that needs nothing else, the same as minefree report writes: summary, charts, tables, what the scenario changes, sources and limits. Or this page on paper.', html: 'Report (HTML)', print: 'Print or save as PDF',
    working: (what: string) => `${what}: being made …`, saved: (what: string) => `Saved: ${what}`, failed: (what: string, why: string) => `${what}: not saved. ${why}`,
    needsEngine: 'Files of results are made by the engine, once it has computed what is chosen.',
    provenance: 'What these figures are made of',
  },
  levers: {
    panel: 'Scenario and levers', scenario: 'Scenario', title: 'Levers', reset: 'Reset levers', own: 'A scenario text of your own is in force. A lever or another scenario sets it aside.', dropOwn: 'Set it aside',
    aside: 'Your own text is set aside.', backToOwn: 'Back to your text',
    engineComing: 'the engine is being fetched …', engineAbsent: 'Without the engine, levers and scenarios do not act.',
   
    asIs: 'as is', none: 'none', from: 'from', to: 'to', state: 'State',
    replaces: (names: string[]) => `The scenario has an entry of its own there, which the lever replaces: ${list(names)}.`,
    world: { name: 'World money', label: 'Change', help: 'Moves all international money for every state from that year on; national money stays.' },
    donor: { name: 'A donor\'s money', label: 'Change', who: 'Donor', help: 'Moves what one donor gives, state by state with its share there.' },
    money: { name: 'Extra money for a state', label: 'Additional', value: (n: string) => `+${n} MUSD a year`, help: (priceYear: number | null) => `Additional to what the state gets${priceYear === null ? '' : `, in prices of ${priceYear}`}.` },
    survey: { name: 'Survey', label: 'Intensity', value: (n: number) => `${n} times`, help: 'How strongly teams prefer survey over clearance, and how fast unrecorded land comes to light.' },
    access: { name: 'Access', regime: 'Suppose', open: 'open', restricted: 'restricted', conflict: 'conflict', help: 'Supposes that a state is open to clearance, restricted, or at war from that year on.' },
    teams: { name: 'Residual teams', label: 'Teams kept', value: (n: number) => `${n} ${n === 1 ? 'team' : 'teams'}`, help: 'Teams that each state keeps after completion, to answer what still turns up. No date depends on them; see the page of a state.' },
    simulation: 'Simulation', simulationHelp: 'More futures make dates more exact and take longer. The same seed gives the same futures.', futures: 'Futures', seed: 'Seed',
    said: (levers: Levers): string => {
      const { world, donor, money, survey, access, teams } = levers;
      const sign = (n: number): string => `${n > 0 ? '+' : '−'}${Math.abs(n)} %`;
      return [
        world && `all international money ${sign(world.percent)} from ${world.from}`,
        donor && `money of ${withArticle(en.donors[donor.code] ?? donor.code)} ${sign(donor.percent)} from ${donor.from}`,
        money && `${money.musd} million USD a year more for ${name(money.state)}, ${money.from} to ${money.to}`,
        survey && `survey ${survey.times} times in ${name(survey.state)} from ${survey.from}`,
        access && `${name(access.state)} ${access.regime} from ${access.from}`,
        teams !== undefined && `${teams} ${teams === 1 ? 'team' : 'teams'} after completion`,
      ].filter(Boolean).join('; ');
    },
  },
  donors: {
    USA: 'United States', EU: 'European Union', DEU: 'Germany', NOR: 'Norway', JPN: 'Japan', GBR: 'United Kingdom', NLD: 'Netherlands', CHE: 'Switzerland',
    CAN: 'Canada', DNK: 'Denmark', SWE: 'Sweden', AUS: 'Australia', BEL: 'Belgium', ITA: 'Italy', FIN: 'Finland', FRA: 'France', IRL: 'Ireland',
    NZL: 'New Zealand', KOR: 'Republic of Korea', SAU: 'Saudi Arabia',
  } as Record<string, string>,
  /** In English, names and questions stand in the scenario files themselves. */
  scenarioNames: {} as Record<string, string>,
  scenarioQuestions: {} as Record<string, string>,
};

export type Text = typeof en;
