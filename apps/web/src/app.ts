/** The state of the page, what the engine answered to it, and who is told when either changes. */

import type { Answer, Comparison, Engine, HistoryRow, Problem, Summary } from './engine';
import { setFileStem } from './charts/export';
import { hashOf, stateFrom } from './state/hash';
import { scenarioOf } from './state/library';
import { targetsOf, type Shown } from './shown';
import { OwnText } from './state/own_text';
import { isUntouched, SKETCH, TRAJECTORIES, type Language, type PageState, type View } from './state/page_state';
import { keyOf, libraryFile, runRequest, scenarioFile } from './state/request';
import { scenarioName, setLanguage, text } from './text';

const REST_MS = 300;
/** After this time an answer is late enough that the page says what it waits for. */
const LATE_MS = 500;
/** After this time without an engine the page says that it takes long. */
const SLOW_MS = 20_000;

/** What is to be drawn anew: all around the view, its figures too, or the view from the ground up. */
export type Redraw = 'frame' | 'figures' | 'view';

/** What the engine answered, and to which state of the page. */
interface Results {
  key: string;
  of: PageState;
  summary: Summary;
  busy: boolean;
}

export class App {
  state: PageState;
  shown: Shown | null = null;
  private results: Results | null = null;
  private engine: Engine | null = null;
  engineIs: 'coming' | 'ready' | 'absent' = 'coming';
  /** Why the engine gave no answer, in its or the browser's words; nothing that a scenario could be blamed for. */
  trouble: string | null = null;
  /** The engine is on its way for longer than one would expect. */
  slow = false;
  /** What is shown is not what is chosen, for so long that one would notice. */
  late = false;
  /** What is wrong with the scenario that is in force; there are no results then. */
  problems: Problem[] = [];
  readonly own = new OwnText();
  private history: { key: string; rows: HistoryRow[] } | null = null;
  private comparison: { key: string; value: Comparison | null; refusal: Problem[] } | null = null;
  private running: AbortController | null = null;
  /** Counts changes of the state. */
  private turn = 0;
  private sketching = false;
  private again = false;
  private waiting = false;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private lateTimer: ReturnType<typeof setTimeout> | undefined;
  private slowTimer: ReturnType<typeof setTimeout> | undefined;
  /** Questions to the engine that are not answered yet, a rest that is waited for included. */
  private open = 0;
  /** The last view that shows results: what a link and a command are about when one looks at how to take them away. */
  resultsView: View;
  /** Milliseconds that each sketch took: the engine's answer, and with the page redrawn. Read by bench/page.mjs. */
  readonly redraws: { engine: number; total: number }[] = [];

  /** `startEngine` is called for the first engine and whenever one tries again; it ends in `start` or `withoutEngine`. */
  constructor(
    state: PageState, private readonly firstView: Summary | null, private readonly onchange: (what: Redraw) => void,
    private readonly startEngine: () => void,
  ) {
    this.state = state;
    this.resultsView = state.view === 'share' ? 'world' : state.view;
    setLanguage(state.language);
  }

  // ---- changes of the state ------------------------------------------------------------------------------------

  /** A new state. `drag` leaves the address alone until `settle`; `replace` makes no new entry in the history. */
  change(patch: Partial<PageState>, how: 'push' | 'replace' | 'drag' = 'push'): void {
    this.turn++;
    const before = this.state;
    const scenario = 'scenario' in patch || 'levers' in patch || 'yaml' in patch;
    this.state = { ...before, ...patch, ...(scenario ? { unreadable: null } : {}) };
    // A link speaks of the figures that its sender saw, and not of what its reader makes of them.
    if (keyOf(before) !== keyOf(this.state)) this.state.made = null;
    if (how !== 'drag') void this.writeAddress(how === 'push');
    this.afterChange(before, how === 'drag');
  }

  /** The end of a drag: the state goes into the address. */
  settle(): void {
    void this.writeAddress(true);
  }

  async follow(hash: string, language: Language): Promise<void> {
    // To unpack a scenario text takes a while; what was chosen meanwhile holds.
    const turn = ++this.turn;
    const next = await stateFrom(hash, language, this.state.yaml);
    if (turn !== this.turn) return;
    const before = this.state;
    this.state = next;
    if (hash.includes('keep=')) await this.writeAddress(false);
    this.afterChange(before, false);
  }

  /** Puts a text of one's own back in force, or, where it never was, back into the editor. */
  backToOwn(): void {
    const { aside } = this.own;
    if (!aside) return;
    if (aside.run) {
      this.change({ yaml: aside.text });
      return;
    }
    this.own.takeUp();
    this.change({ view: 'scenario' });
  }

  private async writeAddress(push: boolean): Promise<void> {
    const hash = await hashOf(this.state);
    if (hash === location.hash) return;
    history[push ? 'pushState' : 'replaceState'](null, '', hash);
  }

  private afterChange(before: PageState, dragging: boolean): void {
    const { state } = this;
    if (state.view !== 'share') this.resultsView = state.view;
    setLanguage(state.language);
    this.own.follow(before, state);
    const rebuild = before.view !== state.view || before.language !== state.language || before.state !== state.state;
    const same = keyOf(before) === keyOf(state);
    if (rebuild || same) this.redraw(rebuild ? 'view' : 'figures');
    if (!same) {
      void this.refresh(dragging);
      return;
    }
    if (before.base !== state.base || before.view !== state.view) this.background(this.compare());
    this.background(this.fetchHistory());
  }

  // ---- the engine ----------------------------------------------------------------------------------------------

  /** Shows what the build brought along, and has the engine fetched. */
  begin(): void {
    if (this.isFirstView()) this.show(this.firstView!, this.state, false);
    this.fetchEngine();
  }

  tryAgain(): void {
    this.engine?.close();
    this.engine = null;
    this.engineIs = 'coming';
    this.trouble = null;
    this.onchange('figures');
    this.fetchEngine();
  }

  private fetchEngine(): void {
    this.slow = false;
    clearTimeout(this.slowTimer);
    this.slowTimer = setTimeout(() => {
      this.slow = this.engineIs === 'coming';
      this.onchange('frame');
    }, SLOW_MS);
    this.startEngine();
  }

  start(engine: Engine): void {
    this.engine = engine;
    this.engineIs = 'ready';
    this.slow = false;
    this.trouble = null;
    if (this.isCurrent() && !this.results!.busy) {
      this.redraw('figures');
      this.background(this.compare());
      this.background(this.fetchHistory());
    } else void this.refresh(false);
  }

  withoutEngine(why: string): void {
    this.engineIs = 'absent';
    this.slow = false;
    this.trouble = why;
    this.dropOthers();
  }

  /** Whether what is chosen is what the build brought along, with more futures than are asked for else. */
  private isFirstView(): boolean {
    const { state } = this;
    return this.firstView !== null && state.unreadable === null && isUntouched(state) && state.scenario === 'baseline' && state.seed === null
      && state.trajectories === TRAJECTORIES;
  }

  /** Whether the newest results are those of what is chosen. */
  private isCurrent(): boolean {
    return this.results?.key === keyOf(this.state);
  }

  /** The newest results of any scenario, to know which states there are. */
  get newest(): Summary | null {
    return this.shown?.summary ?? this.firstView;
  }

  get live(): Engine | null {
    return this.engine;
  }

  /** Whether the page shows all that the engine will say to what is chosen. */
  isSettled(): boolean {
    return this.engineIs !== 'coming' && this.open === 0 && !this.waiting && !this.sketching && !(this.results && (this.results.busy || !this.isCurrent()));
  }

  private async counted<T>(work: Promise<T>): Promise<T> {
    this.open++;
    try {
      return await work;
    } finally {
      this.open--;
    }
  }

  private background(work: Promise<void>): void {
    const { engine } = this;
    void this.counted(work).catch((error: unknown) => this.fail(error, engine));
  }

  /** Asks for a part of a view. Where the engine gives no answer, `failed` says why. */
  async ask<T>(question: (engine: Engine) => Promise<Answer<T>>): Promise<{ answer: Answer<T> | null; failed: string }> {
    if (!this.engine) return { answer: null, failed: this.trouble ?? '' };
    try {
      return { answer: await this.counted(question(this.engine)), failed: '' };
    } catch (error) {
      return { answer: null, failed: whyOf(error) };
    }
  }

  /** A sketch at once, all futures after. While one is drawn, the newest state waits and older ones are dropped. */
  private async refresh(dragging: boolean): Promise<void> {
    const asked = performance.now();
    const { engine, state } = this;
    this.problems = [];
    if (engine) this.trouble = null;
    clearTimeout(this.rest);
    this.waiting = false;
    this.running?.abort();
    this.running = null;
    if (state.unreadable !== null || this.engineIs === 'absent') {
      if (this.isFirstView()) this.show(this.firstView!, state, false);
      else this.dropOthers();
      return;
    }
    if (engine && this.sketching) {
      this.again = true;
      this.awaitAnswer();
      this.onchange('frame');
      return;
    }
    if (this.isFirstView()) {
      this.show(this.firstView!, state, false);
      this.background(this.compare());
      this.background(this.fetchHistory());
      return;
    }
    this.awaitAnswer();
    if (!engine) {
      this.onchange('frame');
      return;
    }
    // The Workers are asked first, and the page is drawn while they are at work.
    setTimeout(() => this.onchange('frame'));
    this.sketching = true;
    try {
      const few = Math.min(SKETCH, state.trajectories);
      const answer = await this.counted(engine.run(runRequest(state, few)));
      const answered = performance.now() - asked;
      this.take(answer, state, state.trajectories > few);
      this.redraws.push({ engine: answered, total: performance.now() - asked });
    } catch (error) {
      this.fail(error, engine);
    } finally {
      this.sketching = false;
    }
    if (this.again) {
      this.again = false;
      await this.refresh(dragging);
      return;
    }
    if (this.problems.length > 0 || this.trouble !== null) return;
    clearTimeout(this.rest);
    this.waiting = true;
    this.rest = setTimeout(() => { this.waiting = false; this.background(this.refine()); }, dragging ? REST_MS : 0);
  }

  private async refine(): Promise<void> {
    const { engine, state } = this;
    if (!engine || this.problems.length > 0) return;
    const control = new AbortController();
    this.running = control;
    try {
      if (state.trajectories > SKETCH) {
        const answer = await engine.run(runRequest(state, state.trajectories), control.signal);
        if (control.signal.aborted) return;
        this.take(answer, state, false);
      }
      await this.compare(control.signal);
      await this.fetchHistory();
    } catch (error) {
      if (!control.signal.aborted) this.fail(error, engine);
    }
  }

  /** Against the scenario of the library that the view asks for, in the same futures. */
  private async compare(signal?: AbortSignal): Promise<void> {
    const { state, engine } = this;
    const key = this.comparisonKey(state);
    if (!engine || key === null || this.comparison?.key === key || this.problems.length > 0) return;
    const base = { ...runRequest(state, state.trajectories), scenario: libraryFile(this.baseOf(state)) };
    const answer = await engine.compare(base, { scenario: scenarioFile(state) }, signal);
    if (key !== this.comparisonKey(this.state)) return;
    this.comparison = answer.ok ? { key, value: answer.value, refusal: [] } : { key, value: null, refusal: answer.problems };
    this.redraw('figures');
  }

  /** In the view of two scenarios the chosen base, elsewhere the scenario that was changed, or today's course. */
  private baseOf(state: PageState): string {
    if (state.view === 'compare' || state.yaml !== null) return state.base;
    return isUntouched(state) ? 'baseline' : state.scenario;
  }

  /** What a comparison depends on; null where there is nothing to compare. */
  private comparisonKey(state: PageState): string | null {
    const base = this.baseOf(state);
    if (state.unreadable !== null || (isUntouched(state) && base === state.scenario)) return null;
    // Of a text of one's own only the engine knows from which year it looks.
    if (state.yaml === null && scenarioOf(state.scenario).origin !== scenarioOf(base).origin) return null;
    return JSON.stringify([base, keyOf(state)]);
  }

  private historyKey(state: PageState): string {
    return JSON.stringify([state.state, state.yaml ?? state.scenario]);
  }

  private async fetchHistory(): Promise<void> {
    const { state, engine } = this;
    const key = this.historyKey(state);
    if (!engine || state.view !== 'state' || state.unreadable !== null || this.problems.length > 0 || this.history?.key === key) return;
    const answer = await engine.history(scenarioFile(state), state.state);
    if (!answer.ok || key !== this.historyKey(this.state)) return;
    this.history = { key, rows: answer.value };
    this.redraw('figures');
  }

  // ---- answers -------------------------------------------------------------------------------------------------

  /** An answer to `of`. While one drags, answers to what was chosen a moment ago are shown too, as such. */
  private take(answer: Answer<Summary>, of: PageState, busy: boolean): void {
    if (answer.ok) this.show(answer.value, of, busy);
    else if (keyOf(of) === keyOf(this.state)) {
      // Results of another scenario would pass for those of this one, so there are none.
      this.problems = answer.problems;
      this.results = null;
      this.redraw('figures');
    }
  }

  /** No answer: what is shown stays only where it is whole and belongs to what is chosen. */
  private fail(error: unknown, engine: Engine | null): void {
    if (engine !== this.engine || (error instanceof DOMException && error.name === 'AbortError')) return;
    this.trouble = whyOf(error);
    this.dropOthers();
  }

  private dropOthers(): void {
    if (!this.isCurrent() || this.results!.busy) this.results = null;
    this.redraw('figures');
  }

  private show(summary: Summary, of: PageState, busy: boolean): void {
    const first = this.results === null;
    this.results = { key: keyOf(of), of, summary, busy };
    this.late = false;
    setFileStem(summary.provenance.scenario);
    this.redraw(first ? 'view' : 'figures');
  }

  private redraw(what: Redraw): void {
    this.shown = this.results && this.shownOf(this.results);
    this.awaitAnswer();
    this.onchange(what);
  }

  /** Says after a while that what is shown is not yet what is chosen, and at once where there is no engine to ask yet. */
  private awaitAnswer(): void {
    clearTimeout(this.lateTimer);
    const missing = this.results !== null && !this.isCurrent();
    if (!missing || !this.engine) this.late = missing;
    else if (!this.late) {
      this.lateTimer = setTimeout(() => {
        this.late = true;
        this.onchange('frame');
      }, LATE_MS);
    }
  }

  private shownOf({ of, summary, busy }: Results): Shown {
    const { scenario, levers, yaml, seed, trajectories } = of;
    const state = { ...this.state, scenario, levers, yaml, unreadable: null, seed, trajectories };
    const targets = targetsOf(summary);
    const by = state.by !== null && targets.includes(state.by) ? state.by : targets[Math.floor(targets.length / 2)]!;
    const key = this.comparisonKey(state);
    const compared = key !== null && this.comparison?.key === key ? this.comparison : null;
    return {
      state, summary, by, targets, busy,
      stale: !this.isCurrent(),
      name: nameOf(state, summary),
      comparison: compared?.value ?? null,
      refusal: compared?.refusal ?? [],
      baseName: scenarioName(scenarioOf(this.baseOf(state))),
      history: this.history?.key === this.historyKey(state) ? this.history.rows : null,
    };
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function nameOf(state: PageState, summary: Summary): string {
  if (state.yaml !== null) return summary.name || text().ownScenario;
  const name = scenarioName(scenarioOf(state.scenario));
  return isUntouched(state) ? name : text().changed(name, text().levers.said(state.levers));
}
