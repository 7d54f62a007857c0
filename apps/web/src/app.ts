/** The state of the page, what the engine answered to it, and who is told when either changes. */

import type { Answer, Comparison, Engine, HistoryRow, Problem, Summary } from './engine';
import { setFileStem } from './charts/export';
import { hashOf, stateFrom } from './state/hash';
import { scenarioOf } from './state/library';
import { targetsOf, type Shown } from './shown';
import { isUntouched, SKETCH, TRAJECTORIES, type Language, type PageState, type View } from './state/page_state';
import { libraryFile, runRequest, scenarioFile } from './state/request';
import { scenarioName, setLanguage, text } from './text';

const REST_MS = 300;

export class App {
  state: PageState;
  shown: Shown | null = null;
  private engine: Engine | null = null;
  /** What is wrong with the scenario that is in force; there are no results then. */
  problems: Problem[] = [];
  private history: { key: string; rows: HistoryRow[] } | null = null;
  private comparison: { key: string; value: Comparison } | null = null;
  private running: AbortController | null = null;
  private sketching = false;
  private again = false;
  private waiting = false;
  private rest: ReturnType<typeof setTimeout> | undefined;
  /** Questions to the engine that are not answered yet, a rest that is waited for included. */
  private open = 0;
  /** The last view that shows results: what a link and a command are about when one looks at how to take them away. */
  resultsView: View;
  /** Milliseconds that each sketch took: the engine's answer, and with the page redrawn. Read by bench/page.mjs. */
  readonly redraws: { engine: number; total: number }[] = [];

  constructor(state: PageState, private readonly firstView: Summary | null, private readonly onchange: (rebuild: boolean) => void) {
    this.state = state;
    this.resultsView = state.view === 'share' ? 'world' : state.view;
    setLanguage(state.language);
  }

  // ---- changes of the state ------------------------------------------------------------------------------------

  /** A new state. `drag` leaves the address alone until `settle`; `replace` makes no new entry in the history. */
  change(patch: Partial<PageState>, how: 'push' | 'replace' | 'drag' = 'push'): void {
    const before = this.state;
    this.state = { ...before, ...patch };
    if (how !== 'drag') void this.writeAddress(how === 'push');
    this.afterChange(before, how === 'drag');
  }

  /** The end of a drag: the state goes into the address. */
  settle(): void {
    void this.writeAddress(true);
  }

  async follow(hash: string, language: Language): Promise<void> {
    const before = this.state;
    this.state = await stateFrom(hash, language, before.yaml);
    if (hash.includes('keep=')) await this.writeAddress(false);
    this.afterChange(before, false);
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
    const rebuild = before.view !== state.view || before.language !== state.language || before.state !== state.state;
    const same = JSON.stringify(scenarioFile(before)) === JSON.stringify(scenarioFile(state)) && before.seed === state.seed
      && before.trajectories === state.trajectories;
    if (same && this.shown) {
      this.shown = this.shownOf(this.shown.summary, this.shown.busy);
      this.onchange(rebuild);
      if (before.base !== state.base || before.view !== state.view) void this.counted(this.compare());
      void this.counted(this.fetchHistory());
      return;
    }
    if (rebuild) this.onchange(true);
    void this.refresh(dragging);
  }

  // ---- the engine ----------------------------------------------------------------------------------------------

  /** Shows what the build brought along, or waits for the engine. */
  begin(): void {
    if (this.isFirstView()) this.show(this.firstView!, false);
  }

  /** Whether what is chosen is what the build brought along, with more futures than are asked for else. */
  private isFirstView(): boolean {
    const { state } = this;
    return this.firstView !== null && isUntouched(state) && state.scenario === 'baseline' && state.seed === null && state.trajectories === TRAJECTORIES;
  }

  start(engine: Engine): void {
    this.engine = engine;
    if (!this.shown) void this.refresh(false);
    else {
      void this.counted(this.fetchHistory());
      void this.counted(this.compare());
    }
    if (this.shown) this.show(this.shown.summary, false);
  }

  get live(): Engine | null {
    return this.engine;
  }

  /** Whether the page shows all that the engine will say to what is chosen. */
  isSettled(): boolean {
    return this.open === 0 && !this.waiting && !this.sketching && !(this.shown?.busy ?? false);
  }

  private async counted<T>(work: Promise<T>): Promise<T> {
    this.open++;
    try {
      return await work;
    } finally {
      this.open--;
    }
  }

  /** A sketch at once, all futures after. While one is drawn, the newest state waits and older ones are dropped. */
  private async refresh(dragging: boolean): Promise<void> {
    const asked = performance.now();
    this.problems = [];
    clearTimeout(this.rest);
    this.waiting = false;
    this.running?.abort();
    this.running = null;
    if (!this.engine) {
      if (this.shown) this.shown = { ...this.shown, busy: true };
      return;
    }
    if (this.sketching) {
      this.again = true;
      return;
    }
    if (this.isFirstView()) {
      this.show(this.firstView!, false);
      await this.counted(this.compare());
      await this.counted(this.fetchHistory());
      return;
    }
    this.sketching = true;
    try {
      const { state } = this;
      const few = Math.min(SKETCH, state.trajectories);
      const answer = await this.counted(this.engine.run(runRequest(state, few)));
      const engine = performance.now() - asked;
      this.take(answer, state.trajectories > few);
      this.redraws.push({ engine, total: performance.now() - asked });
    } catch (error) {
      this.fail(error);
    } finally {
      this.sketching = false;
    }
    if (this.again) {
      this.again = false;
      await this.refresh(dragging);
      return;
    }
    if (this.problems.length > 0) return;
    clearTimeout(this.rest);
    this.waiting = true;
    this.rest = setTimeout(() => { this.waiting = false; void this.counted(this.refine()); }, dragging ? REST_MS : 0);
  }

  private async refine(): Promise<void> {
    if (!this.engine || this.problems.length > 0) return;
    const control = new AbortController();
    this.running = control;
    const { state } = this;
    try {
      if (state.trajectories > SKETCH) {
        const answer = await this.engine.run(runRequest(state, state.trajectories), control.signal);
        if (control.signal.aborted) return;
        this.take(answer, false);
      }
      await this.compare(control.signal);
      await this.fetchHistory();
    } catch (error) {
      if (!control.signal.aborted) this.fail(error);
    }
  }

  /** Against the scenario of the library that the view asks for, in the same futures. */
  private async compare(signal?: AbortSignal): Promise<void> {
    const { state } = this;
    const key = this.comparisonKey();
    if (!this.engine || key === null || this.comparison?.key === key || this.problems.length > 0) return;
    const base = { ...runRequest(state, state.trajectories), scenario: libraryFile(this.baseOf(state)) };
    const answer = await this.engine.compare(base, { scenario: scenarioFile(state) }, signal);
    if (!answer.ok || key !== this.comparisonKey()) return;
    this.comparison = { key, value: answer.value };
    if (this.shown) this.show(this.shown.summary, this.shown.busy);
  }

  /** In the view of two scenarios the chosen base, elsewhere the scenario that was changed, or today's course. */
  private baseOf(state: PageState): string {
    if (state.view === 'compare' || state.yaml !== null) return state.base;
    return isUntouched(state) ? 'baseline' : state.scenario;
  }

  /** What a comparison depends on; null where there is nothing to compare. */
  private comparisonKey(): string | null {
    const { state } = this;
    const base = this.baseOf(state);
    const ours = scenarioOf(state.scenario), theirs = scenarioOf(base);
    if (isUntouched(state) && base === state.scenario) return null;
    if (ours.origin !== theirs.origin) return null;
    return JSON.stringify([base, scenarioFile(state), state.seed, state.trajectories]);
  }

  private async fetchHistory(): Promise<void> {
    const { state } = this;
    if (!this.engine || state.view !== 'state' || this.problems.length > 0) return;
    const file = scenarioFile(state);
    const key = JSON.stringify([state.state, state.scenario, file.path === 'scenarios/my-scenario.yaml' && state.yaml]);
    if (this.history?.key !== key) {
      const answer = await this.engine.history(file, state.state);
      if (!answer.ok) return;
      this.history = { key, rows: answer.value };
    }
    if (this.shown && this.shown.history !== this.history.rows) this.show(this.shown.summary, this.shown.busy);
  }

  private take(answer: Answer<Summary>, busy: boolean): void {
    if (!answer.ok) {
      this.complain(answer.problems);
      return;
    }
    this.problems = [];
    this.show(answer.value, busy);
  }

  private fail(error: unknown): void {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    this.complain([{ file: '', line: null, column: null, message: `${text().engineFailed} ${String(error)}` }]);
  }

  /** Results of another scenario would pass for those of this one, so there are none. */
  private complain(problems: Problem[]): void {
    this.problems = problems;
    this.shown = null;
    this.onchange(false);
  }

  private show(summary: Summary, busy: boolean): void {
    const first = this.shown === null;
    this.shown = this.shownOf(summary, busy);
    setFileStem(summary.provenance.scenario);
    this.onchange(first);
  }

  private shownOf(summary: Summary, busy: boolean): Shown {
    const { state } = this;
    const targets = targetsOf(summary);
    const by = state.by !== null && targets.includes(state.by) ? state.by : targets[Math.floor(targets.length / 2)]!;
    const key = this.comparisonKey();
    return {
      state, summary, by, targets, busy,
      name: this.nameOf(state),
      comparison: key !== null && this.comparison?.key === key ? this.comparison.value : null,
      baseName: scenarioName(scenarioOf(this.baseOf(state))),
      history: this.history?.key.startsWith(`["${state.state}"`) ? this.history.rows : null,
    };
  }

  private nameOf(state: PageState): string {
    if (state.yaml !== null) return /^name: *(.+)$/m.exec(state.yaml)?.[1]?.replace(/^"(.*)"$/, '$1') ?? text().ownScenario;
    const name = scenarioName(scenarioOf(state.scenario));
    return isUntouched(state) ? name : text().changed(name, text().levers.said(state.levers));
  }
}
