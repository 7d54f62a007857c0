/** The state of the page as the part of its address after '#', and back. Short and readable: what is as at first is left out. */

import { DONORS, type Levers, type Regime } from './levers';
import { library } from './library';
import { stateNamesFr } from '../text/state_names_fr';
import { initialState, TRAJECTORIES, VIEWS, type Language, type PageState, type View } from './page_state';

const REGIMES: readonly string[] = ['open', 'restricted', 'conflict'];
/** More futures than this would hold a visitor's machine for minutes. */
const MOST_TRAJECTORIES = 200_000;
/** No scenario is longer, and a short link could unpack to what fills the memory. */
const MOST_CHARACTERS = 1 << 20;

function leversToFields(levers: Levers, fields: URLSearchParams): void {
  const { world, donor, money, survey, access, teams } = levers;
  if (world) fields.set('world', `${world.percent},${world.from}`);
  if (donor) fields.set('donor', `${donor.code},${donor.percent},${donor.from}`);
  if (money) fields.set('money', `${money.state},${money.musd},${money.from},${money.to}`);
  if (survey) fields.set('survey', `${survey.state},${survey.times},${survey.from}`);
  if (access) fields.set('access', `${access.state},${access.regime},${access.from}`);
  if (teams !== undefined) fields.set('teams', String(teams));
}

/** The newest own text that was compressed, for links that are made at once. */
let kept: { text: string; packed: string } | null = null;

/** Compresses an own scenario text for the address. */
async function packed(text: string): Promise<string> {
  if (kept?.text === text) return kept.packed;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  kept = { text, packed: btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') };
  return kept.packed;
}

/** The text, or null where it is damaged, cut or too long. */
async function unpacked(packed: string): Promise<string | null> {
  try {
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text === '' ? null : text;
      text += value;
      if (text.length > MOST_CHARACTERS) {
        void reader.cancel();
        return null;
      }
    }
  } catch {
    return null;
  }
}

/** The fields of a link, all but an own scenario text. */
function fieldsOf(state: PageState): URLSearchParams {
  const first = initialState(state.language);
  const fields = new URLSearchParams();
  if (state.view !== first.view) fields.set('view', state.view);
  if (state.view === 'state' || state.state !== first.state) fields.set('state', state.state);
  if (state.scenario !== first.scenario) fields.set('scenario', state.scenario);
  leversToFields(state.levers, fields);
  if (state.base !== first.base) fields.set('base', state.base);
  if (state.by !== null) fields.set('by', String(state.by));
  if (state.seed !== null) fields.set('seed', String(state.seed));
  if (state.trajectories !== TRAJECTORIES) fields.set('trajectories', String(state.trajectories));
  fields.set('lang', state.language);
  if (state.made !== null) fields.set('made', state.made);
  if (state.unreadable !== null) fields.set('yaml', state.unreadable);
  return fields;
}

const written = (fields: URLSearchParams): string => `#${fields.toString().replace(/%2C/g, ',')}`;

export async function hashOf(state: PageState): Promise<string> {
  const fields = fieldsOf(state);
  if (state.yaml !== null) fields.set('yaml', await packed(state.yaml));
  return written(fields);
}

/** The address of a page that differs from this one, for links within. An own text that is not compressed yet is kept by the page. */
export function linkTo(state: PageState, change: Partial<PageState>): string {
  const fields = fieldsOf({ ...state, ...change });
  if (state.yaml !== null) {
    if (kept?.text === state.yaml) fields.set('yaml', kept.packed);
    else fields.set('keep', 'yaml');
  }
  return written(fields);
}

class Fields {
  constructor(private readonly fields: URLSearchParams) {}

  /** A whole number within its range, or null. */
  whole(name: string, low: number, high: number): number | null {
    return whole(this.fields.get(name), low, high);
  }

  parts(name: string, count: number): string[] | null {
    const parts = this.fields.get(name)?.split(',') ?? [];
    return parts.length === count ? parts : null;
  }
}

/** A number as a scenario writes it, so that what is shown is what is run: '12', '-2.5', and not '1e3' or '0x10'. */
function within(text: string | null | undefined, low: number, high: number): number | null {
  if (!/^[+-]?\d{1,16}(?:\.\d{1,4})?$/.test(text ?? '')) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}

function whole(text: string | null | undefined, low: number, high: number): number | null {
  const found = within(text, low, high);
  return found !== null && Number.isInteger(found) ? found : null;
}

const isCode = (text: string | undefined): text is string => text !== undefined && /^[A-Z]{3}$/.test(text);
/** A state of the register, or a made-up one: codes from XAA to XZZ stand for nobody. */
const isState = (text: string | undefined): text is string => isCode(text) && (text in stateNamesFr || text.startsWith('X'));
const year = (text: string | undefined): number | null => whole(text, 1990, 2100);

function leversFrom(fields: Fields): Levers {
  const levers: Levers = {};
  const world = fields.parts('world', 2);
  const donor = fields.parts('donor', 3);
  const money = fields.parts('money', 4);
  const survey = fields.parts('survey', 3);
  const access = fields.parts('access', 3);
  if (world) {
    const percent = within(world[0], -100, 400), from = year(world[1]);
    if (percent !== null && from !== null) levers.world = { percent, from };
  }
  if (donor && DONORS.includes(donor[0]!)) {
    const percent = within(donor[1], -100, 400), from = year(donor[2]);
    if (percent !== null && from !== null) levers.donor = { code: donor[0]!, percent, from };
  }
  if (money && isState(money[0])) {
    const musd = within(money[1], 0, 10_000), from = year(money[2]), to = year(money[3]);
    if (musd !== null && from !== null && to !== null && to >= from) levers.money = { state: money[0], musd, from, to };
  }
  if (survey && isState(survey[0])) {
    const times = within(survey[1], 0, 100), from = year(survey[2]);
    if (times !== null && from !== null) levers.survey = { state: survey[0], times, from };
  }
  if (access && isState(access[0]) && REGIMES.includes(access[1]!)) {
    const from = year(access[2]);
    if (from !== null) levers.access = { state: access[0], regime: access[1] as Regime, from };
  }
  const teams = fields.whole('teams', 0, 20);
  if (teams !== null) levers.teams = teams;
  return levers;
}

/** The state of a link. Anything that is not understood is as at first; only a scenario text has nothing in its place. */
export async function stateFrom(hash: string, language: Language, ownText: string | null): Promise<PageState> {
  const search = new URLSearchParams(hash.replace(/^#/, ''));
  const fields = new Fields(search);
  const asked = search.get('lang');
  const state = initialState(asked === 'en' || asked === 'fr' ? asked : language);
  const known = (name: string): string | null => {
    const id = search.get(name);
    return library.some((scenario) => scenario.id === id) ? id : null;
  };
  if (VIEWS.includes(search.get('view') as View)) state.view = search.get('view') as View;
  state.scenario = known('scenario') ?? state.scenario;
  state.base = known('base') ?? state.base;
  if (isCode(search.get('state') ?? undefined)) state.state = search.get('state')!;
  state.levers = leversFrom(fields);
  state.by = fields.whole('by', 1990, 2100);
  state.seed = fields.whole('seed', 0, Number.MAX_SAFE_INTEGER);
  state.trajectories = fields.whole('trajectories', 1, MOST_TRAJECTORIES) ?? state.trajectories;
  if (search.get('keep') === 'yaml') state.yaml = ownText;
  const text = search.get('yaml');
  if (text !== null) {
    state.yaml = await unpacked(text);
    if (state.yaml === null) state.unreadable = text;
  }
  const made = search.get('made');
  if (made !== null && /^[\w.+-]{1,32},[0-9a-f]{0,8},[0-9a-f]{8}$/.test(made)) state.made = made;
  return state;
}
