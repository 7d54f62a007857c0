/** The scenario picker and the levers: sliders with units and one sentence each. */

import type { App } from '../app';
import { el, setText } from '../dom';
import type { Summary } from '../engine';
import { library, scenarioOf } from '../state/library';
import { anyLever, DONORS, replaced, type Levers, type Regime } from '../state/levers';
import { isUntouched, simulatedYears } from '../state/page_state';
import { nameOf, scenarioName, scenarioQuestion, text } from '../text';
import { count, signed } from '../words';
import { choice, type Choice, type Offer } from './choice';

export interface Panel {
  root: HTMLElement;
  update(): void;
}

interface Slider {
  root: HTMLElement;
  value(): number;
  set(value: number): void;
}

let made = 0;

/** A slider with its value beside it. `onmove` while it is dragged, `onrest` when it is let go. */
function slider(label: string, low: number, high: number, step: number, write: (value: number) => string, onmove: () => void, onrest: () => void): Slider {
  const id = `slider-${++made}`;
  const said = el('output', { for: id });
  const input = el('input', { type: 'range', id, min: low, max: high, step, oninput: () => { show(); onmove(); }, onchange: onrest });
  const show = (): void => {
    setText(said, write(input.valueAsNumber));
    input.setAttribute('aria-valuetext', write(input.valueAsNumber));
    input.style.setProperty('--part', `${(100 * (input.valueAsNumber - low)) / (high - low)}%`);
  };
  return {
    root: el('div', { class: 'slider' }, el('label', { for: id }, label), said, input),
    value: () => input.valueAsNumber,
    set(value) {
      input.valueAsNumber = value;
      show();
    },
  };
}

function lever(name: string, help: string | Node, ...parts: Node[]): HTMLElement {
  return el('fieldset', { class: 'lever' }, el('legend', {}, name), el('p', { class: 'help' }, help), ...parts);
}

export function leverPanel(app: App): Panel {
  const t = text().levers;
  const picker = el('select', { id: 'scenario', onchange: () => app.change({ scenario: picker.value, levers: {}, yaml: null, by: null }) },
    library.map((scenario) => el('option', { value: scenario.id }, scenarioName(scenario))));
  const question = el('p', { class: 'help' });
  const own = el('p', { class: 'own' }, t.own, ' ', el('button', { type: 'button', onclick: () => app.change({ yaml: null }) }, t.dropOwn));
  const aside = el('p', { class: 'own', role: 'status' }, t.aside, ' ', el('button', { type: 'button', onclick: () => app.backToOwn() }, t.backToOwn));
  // In a place that is kept free, so that no lever moves away from under a finger when the engine comes.
  const coming = el('span', { class: 'help', role: 'status' }, t.engineComing);
  const absent = el('p', { class: 'own' }, t.engineAbsent);
  const overridden = el('p', { class: 'own', role: 'status' });
  const reset = el('button', { type: 'button', class: 'reset', onclick: () => app.change({ levers: {} }) }, t.reset);

  const move = (patch: Partial<Record<keyof Levers, unknown>>): void => {
    const levers = Object.fromEntries(Object.entries({ ...app.state.levers, ...patch }).filter(([, value]) => value !== undefined)) as Levers;
    app.change({ levers, yaml: null }, 'drag');
  };
  const rest = (): void => app.settle();
  const choose = (act: () => void) => (): void => { act(); rest(); };
  const percents = (value: number): string => (value === 0 ? t.asIs : `${signed(value)}\u00a0%`);

  // Each lever reads its own controls; at the value of "as is" it is gone from the scenario.
  const setWorld = (): void => move({ world: world.value() === 0 ? undefined : { percent: world.value(), from: Number(worldFrom.select.value) } });
  const world = slider(t.world.label, -100, 100, 5, percents, setWorld, rest);
  const worldFrom = choice(t.from, choose(setWorld));

  const setDonor = (): void => move({ donor: donor.value() === 0 ? undefined : { code: donorCode.select.value, percent: donor.value(), from: Number(donorFrom.select.value) } });
  const donorCode = choice(t.donor.who, choose(setDonor));
  const donor = slider(t.donor.label, -100, 100, 5, percents, setDonor, rest);
  const donorFrom = choice(t.from, choose(setDonor));

  const setMoney = (): void => {
    const from = Number(moneyFrom.select.value);
    move({ money: money.value() === 0 ? undefined : { state: moneyState.select.value, musd: money.value(), from, to: Math.max(from, Number(moneyTo.select.value)) } });
  };
  const moneyHelp = el('span');
  const moneyState = choice(t.state, choose(setMoney));
  const money = slider(t.money.label, 0, 100, 1, (value) => (value === 0 ? t.none : t.money.value(count(value))), setMoney, rest);
  const moneyFrom = choice(t.from, choose(setMoney));
  const moneyTo = choice(t.to, choose(setMoney));

  const setSurvey = (): void => move({ survey: survey.value() === 1 ? undefined : { state: surveyState.select.value, times: survey.value(), from: Number(surveyFrom.select.value) } });
  const surveyState = choice(t.state, choose(setSurvey));
  const survey = slider(t.survey.label, 0, 4, 0.25, (value) => (value === 1 ? t.asIs : t.survey.value(value)), setSurvey, rest);
  const surveyFrom = choice(t.from, choose(setSurvey));

  const setAccess = (): void => move({ access: regime.select.value === '' ? undefined : { state: accessState.select.value, regime: regime.select.value as Regime, from: Number(accessFrom.select.value) } });
  const accessState = choice(t.state, choose(setAccess));
  const regime = choice(t.access.regime, choose(setAccess));
  const accessFrom = choice(t.from, choose(setAccess));

  const setTeams = (): void => move({ teams: teams.value() < 0 ? undefined : teams.value() });
  const teams = slider(t.teams.label, -1, 10, 1, (value) => (value < 0 ? t.asIs : t.teams.value(value)), setTeams, rest);

  const futures = choice(t.futures, () => app.change({ trajectories: Number(futures.select.value) }));
  const seed = el('input', { type: 'number', id: 'seed', min: 0, step: 1, inputmode: 'numeric',
    onchange: () => app.change({ seed: seed.value === '' ? null : Math.max(0, Math.floor(Number(seed.value))) }) });

  const form = el('form', { class: 'lever-form', onsubmit: (event: Event) => event.preventDefault() },
    el('label', { class: 'picker', for: 'scenario' }, t.scenario), picker, question, own, aside, absent,
    el('div', { class: 'levers-head' }, el('h2', {}, t.title), coming, reset), overridden,
    lever(t.world.name, t.world.help, world.root, worldFrom.root),
    lever(t.donor.name, t.donor.help, donorCode.root, donor.root, donorFrom.root),
    lever(t.money.name, moneyHelp, moneyState.root, money.root, el('div', { class: 'pair' }, moneyFrom.root, moneyTo.root)),
    lever(t.survey.name, t.survey.help, surveyState.root, survey.root, surveyFrom.root),
    lever(t.access.name, t.access.help, accessState.root, regime.root, accessFrom.root),
    lever(t.teams.name, t.teams.help, teams.root),
    lever(t.simulation, t.simulationHelp, el('div', { class: 'pair' }, futures.root,
      el('label', { class: 'choice', for: 'seed' }, el('span', {}, t.seed), seed))));
  const wide = matchMedia('(min-width: 62rem)');
  const root = el('details', { class: 'panel' }, el('summary', {}, t.panel), form);
  // At the side the panel scrolls on its own; what is out of sight there is named.
  const below = el('button', { type: 'button', class: 'more-levers', hidden: true, onclick: () => root.scrollBy(0, root.clientHeight * 0.8) });
  root.append(below);
  const nameBelow = (): void => {
    const edge = root.getBoundingClientRect().bottom - 3 * below.offsetHeight;
    const names = [...form.querySelectorAll<HTMLElement>('.lever')].filter((found) => found.getBoundingClientRect().top > edge)
      .map((found) => found.querySelector('legend')!.textContent ?? '');
    below.hidden = names.length === 0 || !wide.matches;
    setText(below, `↓ ${names.join(' · ')}`);
  };
  root.addEventListener('scroll', nameBelow, { passive: true });
  new ResizeObserver(nameBelow).observe(root);
  const follow = (): void => { root.open = wide.matches; };
  wide.addEventListener('change', follow);
  follow();

  donorCode.offer([{ offers: DONORS.map((code) => [code, text().donors[code] ?? code]) }]);
  regime.offer([{ offers: [['', t.asIs], ['open', t.access.open], ['restricted', t.access.restricted], ['conflict', t.access.conflict]] }]);
  futures.offer([{ offers: [500, 2000, 10_000, 20_000, 50_000, 100_000].map((n) => [String(n), count(n)]) }]);

  // While a slider moves, all this is asked at every step: what has not changed is left as it is.
  let locked = false;
  const lock = (now: boolean): void => {
    if (now === locked) return;
    locked = now;
    for (const control of form.querySelectorAll<HTMLInputElement>('input, select, button')) control.disabled = now;
  };
  let offered = '';
  const offerYears = (first: number, last: number): void => {
    if (`${first} ${last}` === offered) return;
    offered = `${first} ${last}`;
    const years = Array.from({ length: last - first + 1 }, (_, i): Offer => [String(first + i), String(first + i)]);
    for (const list of [worldFrom, donorFrom, moneyFrom, moneyTo, surveyFrom, accessFrom]) list.offer([{ offers: years }]);
  };
  let listed: Summary | null = null, listedIn = '';
  const offerStates = (): void => {
    const { newest, state } = app;
    if (!newest || (newest === listed && state.language === listedIn)) return;
    [listed, listedIn] = [newest, state.language];
    const offers = (estimable: boolean): Offer[] => listed!.states.filter((found) => found.estimable === estimable)
      .map((found): Offer => [found.code, nameOf(found)]).sort((a, b) => a[1].localeCompare(b[1], state.language));
    const groups = [{ name: text().withDate, offers: offers(true) }, { name: text().withoutDate, offers: offers(false) }];
    for (const list of [moneyState, surveyState, accessState]) list.offer(groups);
  };
  /** What a lever in force says; where there is none, what is usual. */
  const set = (list: Choice, value: string | number | undefined, usual: string | number): void => {
    if (value === undefined) list.usually(String(usual));
    else list.put(String(value));
  };

  return {
    root,
    update() {
      const { state } = app;
      const { levers } = state;
      picker.value = state.unreadable === null ? state.scenario : '';
      setText(question, state.unreadable === null ? scenarioQuestion(scenarioOf(state.scenario)) : '');
      own.hidden = state.yaml === null;
      aside.hidden = app.own.aside === null;
      coming.hidden = app.engineIs !== 'coming';
      absent.hidden = app.engineIs !== 'absent';
      lock(app.engineIs === 'absent');
      reset.hidden = !anyLever(levers);
      const over = replaced(state.scenario, levers);
      overridden.hidden = over.length === 0;
      setText(overridden, over.length === 0 ? '' : t.replaces(over.map((name) => t[name].name)));
      const { first, last } = simulatedYears(state);
      offerYears(first, last);
      offerStates();
      const usual = Math.min(first + 1, last);
      setText(moneyHelp, t.money.help(app.shown?.summary.price_year ?? null));
      seed.placeholder = String(app.shown?.summary.provenance.seed ?? '');

      world.set(levers.world?.percent ?? 0);
      set(worldFrom, levers.world?.from, usual);
      donor.set(levers.donor?.percent ?? 0);
      set(donorCode, levers.donor?.code, DONORS[0]!);
      set(donorFrom, levers.donor?.from, usual);
      money.set(levers.money?.musd ?? 0);
      set(moneyState, levers.money?.state, state.state);
      set(moneyFrom, levers.money?.from, usual);
      set(moneyTo, levers.money?.to, Math.min(usual + 4, last));
      survey.set(levers.survey?.times ?? 1);
      set(surveyState, levers.survey?.state, state.state);
      set(surveyFrom, levers.survey?.from, usual);
      regime.select.value = levers.access?.regime ?? '';
      set(accessState, levers.access?.state, state.state);
      set(accessFrom, levers.access?.from, usual);
      teams.set(levers.teams ?? -1);
      futures.put(String(state.trajectories), count(state.trajectories));
      seed.value = state.seed === null ? '' : String(state.seed);
      root.classList.toggle('touched', !isUntouched(state));
    },
  };
}
