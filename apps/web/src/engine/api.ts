// What the page asks of the engine, and what it gets. Every figure comes from the engine's own JSON
// (docs/results.md): the same bytes as `minefree ... --json` prints for the same scenario.

import type { Comparison, Explanation, HistoryRow, PlanReport, Summary } from './results';

/** Something that is wrong with an input, or a note on it, in the engine's own words. Lines and
 *  columns count from 1, columns in characters; null where the file as a whole is meant. */
export interface Problem {
  file: string;
  line: number | null;
  column: number | null;
  message: string;
}

/** A scenario as YAML text. `path` is its name in messages and the place from which it finds what it
 *  extends: 'scenarios/baseline.yaml', or 'scenarios/my.yaml' for an edited one. */
export interface ScenarioFile {
  path: string;
  yaml: string;
}

/** The options of `minefree run`; what is left out is as the scenario says. */
export interface RunRequest {
  scenario: ScenarioFile;
  /** Texts from which it may extend, beside the scenarios that come with the page. */
  beside?: ScenarioFile[];
  trajectories?: number;
  seed?: number;
  /** Codes of the states to tell of; all of the scenario when absent or empty. */
  states?: string[];
  /** Years; those of the scenario when absent or empty. */
  targets?: number[];
}

/** Trajectories that are simulated, of all that were asked for. */
export interface Progress {
  done: number;
  total: number;
}

/** `json` is the text that the command line prints with `--json`, where it has that option, and the
 *  text itself or the JSON of `value` elsewhere. Notes are what the command line writes to stderr without failing. */
export type Answer<T> =
  | { ok: true; value: T; json: string; notes: Problem[] }
  | { ok: false; problems: Problem[] };

/** The engine in its Workers. A run or comparison whose `signal` is aborted rejects with an
 *  AbortError and leaves the Workers free for the next one within some milliseconds. */
export interface Engine {
  /** All problems of a scenario, for an editor; nothing is simulated. */
  check(file: ScenarioFile): Promise<Answer<null>>;
  run(
    request: RunRequest,
    signal?: AbortSignal,
    progress?: (progress: Progress) => void,
  ): Promise<Answer<Summary>>;
  /** The same futures under two scenarios. Trajectories, seed, targets are those of the base; states
   *  are told of when either request names them. */
  compare(
    base: RunRequest,
    other: RunRequest,
    signal?: AbortSignal,
    progress?: (progress: Progress) => void,
  ): Promise<Answer<Comparison>>;
  /** Whether the states' own plans are credible: `minefree plan`. */
  plan(
    request: RunRequest,
    signal?: AbortSignal,
    progress?: (progress: Progress) => void,
  ): Promise<Answer<PlanReport>>;
  /** Every number that is used for a state, with its source. */
  explain(scenario: ScenarioFile, state: string): Promise<Answer<Explanation>>;
  /** File name -> text, as `minefree run --out` writes: the tidy CSV files and summary.json (not report.json, which
   *  only `minefree report` reads). */
  csv(request: RunRequest, signal?: AbortSignal): Promise<Answer<Record<string, string>>>;
  /** The text of the file that `minefree report` writes. */
  report(request: RunRequest, signal?: AbortSignal): Promise<Answer<string>>;
  /** The public record as `minefree history` tells it, of one state or of all. */
  history(scenario: ScenarioFile, state?: string): Promise<Answer<HistoryRow[]>>;
  /** The names of the scenarios that come with the page: 'scenarios/baseline.yaml', ... */
  scenarios(): string[];
  /** The YAML text of such a scenario. */
  scenarioText(path: string): string;
  /** Ends the Workers. */
  close(): void;
}

export interface EngineOptions {
  /** How many Workers; one for each processor, at most eight, when absent. */
  workers?: number;
  /** Folder of minefree.wasm, documents.wasm and data/bundle.bin, with its final '/'; the page's own when absent. */
  base?: string;
}
