// Several Workers, each with an instance of the engine, and the trajectories spread over them.

import type { Progress, ScenarioFile } from './api';
import type { Question, Reply } from './serve';
import { isDocument } from './wasm';
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
/** Each Worker has so many ranges before it, so that it need not wait for the page between them. */
const rangesAhead = 2;
/** Some five milliseconds of work; an aborted run is over when those ahead are done. */
const mostOfRange = 32;

export class Pool {
  private turn: Promise<unknown> = Promise.resolve();

  private writer: Promise<Member> | null = null;

  /** `startWriter` starts the Worker of the documents, texts that only some views ask for. */
  constructor(
    private readonly members: Member[],
    private readonly startWriter: () => Promise<Member>,
  ) {}

  /** The Worker of the documents, started when it is first asked for; after a failure it is tried again. */
  documents(): Promise<Member> {
    this.writer ??= this.startWriter().catch((error: unknown) => {
      this.writer = null;
      throw error;
    });
    return this.writer;
  }

  /** For questions that simulate nothing: the least that may stand in their way is one range. */
  first(): Member {
    return this.members[0]!;
  }

  close(): void {
    for (const member of this.members) member.close();
    this.writer?.then((writer) => writer.close(), () => undefined);
  }

  /** Runs one job after the other. An aborted one that waits never begins. */
  async run(job: Job, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Reply> {
    // A writer that must be fetched first holds up no other job.
    const writer = isDocument(job.what) ? await this.documents() : null;
    const mine = this.turn.then(() => this.runNow(job, writer, signal, progress));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async runNow(job: Job, writer: Member | null, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Reply> {
    refuseAborted(signal);
    const { files, request } = job;
    const asked = writer ? [...this.members, writer] : this.members;
    const prepared = await Promise.all(asked.map((member) => member.ask({ ask: 'prepare', files, request })));
    const bad = prepared.find((reply) => reply.failed || reply.error !== undefined);
    if (bad) return bad;
    refuseAborted(signal);
    const total = prepared[0]!.trajectories ?? 0;
    progress?.({ done: 0, total });
    // Of a run each Worker tells a part; a comparison the first one tells, and a document its writer, who counts nothing.
    const tellers = writer ? [writer] : job.what === 'run' ? this.members : this.members.slice(0, 1);
    const given = await this.count(total, tellers, signal, progress);
    refuseAborted(signal);

    const finished = await Promise.all(tellers.map((member, part) => {
      const add = given.filter((_, of) => this.members[of] !== member).map((counts) => counts[part]!);
      return member.ask({ ask: 'finish', what: job.what, file: files[0]!.path, of: { part, parts: tellers.length }, add });
    }));
    const stopped = finished.find((reply) => reply.error !== undefined);
    if (stopped) return stopped;
    const text = joinedParts(finished.map((reply) => reply.text ?? ''));
    return { text, messages: joined([prepared[0]!, ...finished].map((reply) => reply.messages)) };
  }

  /** Each Worker takes the next range when it is done with one; ranges become shorter, so that all end together.
   *  Gives what each has counted for each part that another tells of. */
  private async count(total: number, tellers: Member[], signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<Uint8Array[][]> {
    const parts = tellers.length;
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
    const give = async (member: Member): Promise<Uint8Array[]> => {
      const ranges = Array.from({ length: rangesAhead }, () => work(member));
      const all = Promise.all(ranges);
      all.catch(() => undefined); // the race tells of it
      // Questions are answered in their order, so that the counts come after the range that is not done yet.
      await Promise.race(ranges);
      if (signal?.aborted) return [];
      const asked = Array.from({ length: parts }, (_, part) => (tellers[part] === member ? null : member.ask({ ask: 'counts', of: { part, parts } })));
      await all;
      return Promise.all(asked.map(async (reply) => countsOf(await reply)));
    };
    return Promise.all(this.members.map(give));
  }
}

/** What a Worker has counted for another; nothing for itself. */
function countsOf(reply: Reply | null): Uint8Array<ArrayBuffer> {
  if (reply?.error !== undefined) throw new Error(reply.error);
  return reply?.counts ?? new Uint8Array();
}

function refuseAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw new DOMException('another question came first', 'AbortError');
}

/** Lists of messages (apps/web/engine/messages.hpp) in one. */
function joined(texts: (string | undefined)[]): string {
  const lists = texts.map((text) => JSON.parse(text ?? '{"problems":[],"notes":[]}') as { problems: unknown[]; notes: unknown[] });
  return JSON.stringify({ problems: lists.flatMap((list) => list.problems), notes: lists.flatMap((list) => list.notes) });
}

/** The text of a run from those of its parts, which differ in the lines of their states (engine/minefree/report/json.cpp).
 *  A line of its own begins a key of the run, and no text within has one. */
export function joinedParts(texts: string[]): string {
  const [whole = '', ...others] = texts;
  if (others.length === 0) return whole;
  const before = '\n "states": [', after = '],\n "world": ';
  const place = (text: string): [number, number] => [text.indexOf(before) + before.length, text.indexOf(after)];
  const [begin, end] = place(whole);
  const states = texts.map((text) => text.slice(...place(text))).filter((lines) => lines !== '');
  return whole.slice(0, begin) + states.join(',') + whole.slice(end);
}
