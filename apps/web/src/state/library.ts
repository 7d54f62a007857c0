/** The scenarios that come with the page: the files of scenarios/, as they are. */

const files = import.meta.glob<string>('../../../../scenarios/*.yaml', { query: '?raw', import: 'default', eager: true });

export interface LibraryScenario {
  /** Name of the file without its ending; in links and in `extends`. */
  id: string;
  name: string;
  /** The question that it answers, from the comment at its head. */
  question: string;
  yaml: string;
  origin: number;
  horizon: number;
  extends: string | null;
}

function field(yaml: string, key: string): string | null {
  const found = new RegExp(`^${key}: *([^#\\n]*)`, 'm').exec(yaml);
  return found ? found[1]!.trim().replace(/^"(.*)"$/, '$1') : null;
}

function questionOf(yaml: string): string {
  const found = /# The question: ((?:.+\n# ?)*?.*\?)\n/.exec(yaml);
  const words = found ? found[1]!.replace(/\n# ?/g, ' ') : '';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function read(path: string, yaml: string): LibraryScenario {
  return {
    id: path.replace(/^.*\//, '').replace(/\.yaml$/, ''),
    name: field(yaml, 'name') ?? path,
    question: questionOf(yaml),
    yaml,
    origin: Number(field(yaml, 'origin') ?? NaN),
    horizon: Number(field(yaml, 'horizon') ?? NaN),
    extends: field(yaml, 'extends')?.replace(/\.yaml$/, '') ?? null,
  };
}

/** In the order in which they are offered; what is not named here comes last. */
const ORDER = [
  'baseline', 'surge', 'us-halves', 'front-loaded', 'finish-the-nearly-done', 'pay-by-results', 'pledges-default', 'more-survey',
  'conflict-spreads', 'ceasefire-myanmar', 'baseline-survey-nigeria', 'people-by-state', 'residual-teams',
  'landmine-free-2025', 'state-of-play-2017-base', 'state-of-play-2017', 'closed-form',
];

const place = (id: string): number => (ORDER.indexOf(id) + ORDER.length) % ORDER.length + (ORDER.includes(id) ? 0 : ORDER.length);

const read_in_order = Object.entries(files).map(([path, yaml]) => read(path, yaml))
  .sort((a, b) => place(a.id) - place(b.id));

/** What a scenario does not say, it has from the one it extends. */
export const library: LibraryScenario[] = read_in_order.map((scenario) => {
  let { origin, horizon } = scenario;
  for (let base = scenario.extends; base !== null && (Number.isNaN(origin) || Number.isNaN(horizon)); ) {
    const found = read_in_order.find((other) => other.id === base);
    if (!found) break;
    if (Number.isNaN(origin)) origin = found.origin;
    if (Number.isNaN(horizon)) horizon = found.horizon;
    base = found.extends;
  }
  return { ...scenario, origin, horizon };
});

export const BASELINE = 'baseline';

export function scenarioOf(id: string): LibraryScenario {
  return library.find((scenario) => scenario.id === id) ?? library.find((scenario) => scenario.id === BASELINE)!;
}
