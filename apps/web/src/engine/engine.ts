// The engine as the page knows it, over a pool of Workers.

import type { Answer, Engine, Problem, Progress, RunRequest, ScenarioFile } from './api';
import type { BundledFile } from './bundle';
import { fromUtf8 } from './bytes';
import { historyRows } from './history_rows';
import type { Job } from './pool';
import { Pool } from './pool';
import type { Comparison, Explanation, HistoryRow, PlanReport, Summary } from './results';
import type { Reply } from './serve';

/** The lines that apps/web/engine/request.hpp reads. */
function requestText(files: ScenarioFile[], options: Partial<RunRequest>): string {
  const lines = files.map((file) => `file ${file.path}`);
  if (options.trajectories !== undefined) lines.push(`trajectories ${options.trajectories}`);
  if (options.seed !== undefined) lines.push(`seed ${options.seed}`);
  for (const state of options.states ?? []) lines.push(`state ${state}`);
  for (const target of options.targets ?? []) lines.push(`target ${target}`);
  return lines.join('\n');
}

function messagesOf(reply: Reply): { problems: Problem[]; notes: Problem[] } {
  return JSON.parse(reply.messages ?? '{"problems":[],"notes":[]}') as { problems: Problem[]; notes: Problem[] };
}

function answerOf<T>(reply: Reply, valueOf: (text: string) => T, jsonOf: (text: string, value: T) => string): Answer<T> {
  if (reply.error !== undefined) throw new Error(`the engine stopped: ${reply.error}`);
  const { problems, notes } = messagesOf(reply);
  if (reply.failed) return { ok: false, problems };
  const value = valueOf(reply.text ?? '');
  return { ok: true, value, json: jsonOf(reply.text ?? '', value), notes };
}

const asJson = <T>(text: string): T => JSON.parse(text) as T;
const itself = (text: string): string => text;

export class PooledEngine implements Engine {
  constructor(
    private readonly pool: Pool,
    private readonly files: Map<string, BundledFile>,
  ) {}

  async check(file: ScenarioFile): Promise<Answer<null>> {
    const reply = await this.pool.first().ask({ ask: 'check', file });
    if (reply.error !== undefined) throw new Error(`the engine stopped: ${reply.error}`);
    const { problems, notes } = messagesOf(reply);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: null, json: 'null', notes };
  }

  run(request: RunRequest, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Answer<Summary>> {
    return this.simulate({ ...jobOf(request), what: 'run' }, signal, progress);
  }

  plan(request: RunRequest, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Answer<PlanReport>> {
    return this.simulate({ ...jobOf(request), what: 'plan' }, signal, progress);
  }

  csv(request: RunRequest, signal?: AbortSignal): Promise<Answer<Record<string, string>>> {
    return this.simulate({ ...jobOf(request), what: 'csv' }, signal);
  }

  compare(base: RunRequest, other: RunRequest, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Answer<Comparison>> {
    const files = [base.scenario, other.scenario];
    const states = [...new Set([...(base.states ?? []), ...(other.states ?? [])])];
    return this.simulate({ files, request: requestText(files, { ...base, states }), what: 'compare' }, signal, progress);
  }

  report(request: RunRequest, signal?: AbortSignal): Promise<Answer<string>> {
    return this.simulate({ ...jobOf(request), what: 'report' }, signal, undefined, itself);
  }

  async explain(scenario: ScenarioFile, state: string): Promise<Answer<Explanation>> {
    const request = requestText([scenario], { states: [state] });
    const documents = await this.pool.documents();
    return answerOf(await documents.ask({ ask: 'explain', file: scenario, request }), asJson<Explanation>, itself);
  }

  async history(scenario: ScenarioFile, state?: string): Promise<Answer<HistoryRow[]>> {
    const request = requestText([scenario], { states: state === undefined ? [] : [state] });
    const documents = await this.pool.documents();
    const reply = await documents.ask({ ask: 'history', file: scenario, request });
    return answerOf(reply, historyRows, (_, rows) => JSON.stringify(rows));
  }

  scenarios(): string[] {
    return [...this.files.keys()].filter((path) => /^scenarios\/[^/]+\.yaml$/.test(path));
  }

  scenarioText(path: string): string {
    const file = this.files.get(path);
    if (!file) throw new Error(`no scenario ${path} comes with the page`);
    return fromUtf8(file.bytes);
  }

  close(): void {
    this.pool.close();
  }

  private async simulate<T>(job: Job, signal?: AbortSignal, progress?: (progress: Progress) => void, valueOf: (text: string) => T = asJson<T>): Promise<Answer<T>> {
    return answerOf(await this.pool.run(job, signal, progress), valueOf, itself);
  }
}

function jobOf(request: RunRequest): { files: ScenarioFile[]; request: string } {
  return { files: [request.scenario, ...(request.beside ?? [])], request: requestText([request.scenario], request) };
}
