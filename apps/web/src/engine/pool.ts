// Several Workers, each with an instance of the engine, and the trajectories spread over them.

import type { Progress, ScenarioFile } from './api';
import type { Question, Reply } from './serve';
import type { Finish } from './wasm';

/** A Worker to ask. */
export interface Member {
  ask(question: Question): Promise<Reply>;
  close(): void;
}

/** A Worker that is given the files that it misses. */
export class Supplied implements Member {
  constructor(
    private readonly member: Member,
    private readonly supply: (path: string) => Promise<Uint8Array>,
  ) {}

  async ask(question: Question): Promise<Reply> {
    for (;;) {
      const reply = await this.member.ask(question);
      if (!reply.missing) return reply;
      for (const path of reply.missing) await this.member.ask({ ask: 'give', path, bytes: await this.supply(path) });
    }
  }

  close(): void {
    this.member.close();
  }
}

/** One command that simulates. */
export interface Job {
  files: ScenarioFile[];
  request: string;
  what: Finish;
}

/** Ranges start at multiples of this, so that a batch of the engine's lanes never crosses from one to the next. */
const batch = 16;
/** Some ten milliseconds of work, after which an aborted run is over. */
const mostOfRange = 64;

export class Pool {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly members: Member[]) {}

  /** For questions that simulate nothing: the least that may stand in their way is one range. */
  first(): Member {
    return this.members[0]!;
  }

  close(): void {
    for (const member of this.members) member.close();
  }

  /** Runs one job after the other. An aborted one that waits never begins. */
  run(job: Job, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Reply> {
    const mine = this.turn.then(() => this.runNow(job, signal, progress));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async runNow(job: Job, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Reply> {
    refuseAborted(signal);
    const { files, request } = job;
    const prepared = await Promise.all(this.members.map((member) => member.ask({ ask: 'prepare', files, request })));
    const bad = prepared.find((reply) => reply.failed || reply.error !== undefined);
    if (bad) return bad;
    const total = prepared[0]!.trajectories ?? 0;
    progress?.({ done: 0, total });
    await this.count(total, signal, progress);
    refuseAborted(signal);

    const [first, ...others] = this.members;
    const taken = await Promise.all(others.map((member) => member.ask({ ask: 'counts' })));
    const add = taken.map((reply) => reply.counts ?? new Uint8Array());
    const finished = await first!.ask({ ask: 'finish', what: job.what, file: files[0]!.path, add });
    return { ...finished, messages: joined(prepared[0]!.messages, finished.messages) };
  }

  /** Each Worker takes the next range when it is done with one; ranges become shorter, so that all end together. */
  private async count(total: number, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<void> {
    let next = 0;
    let done = 0;
    const work = async (member: Member): Promise<void> => {
      while (next < total && !signal?.aborted) {
        const first = next;
        const share = Math.ceil((total - first) / (2 * this.members.length) / batch) * batch;
        const count = Math.min(share, mostOfRange, total - first);
        next += count;
        const reply = await member.ask({ ask: 'count', first, count });
        if (reply.error !== undefined) throw new Error(reply.error);
        done += count;
        progress?.({ done, total });
      }
    };
    await Promise.all(this.members.map(work));
  }
}

function refuseAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw new DOMException('another question came first', 'AbortError');
}

/** Both lists of messages (apps/web/engine/messages.hpp) in one. */
function joined(before: string | undefined, after: string | undefined): string {
  const lists = [before, after].map((text) => JSON.parse(text ?? '{"problems":[],"notes":[]}') as { problems: unknown[]; notes: unknown[] });
  return JSON.stringify({ problems: lists.flatMap((list) => list.problems), notes: lists.flatMap((list) => list.notes) });
}
