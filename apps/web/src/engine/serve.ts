// What a Worker does with the messages of the pool, whatever kind of Worker it is.

import type { ScenarioFile } from './api';
import { readBundle } from './bundle';
import type { BundledFile } from './bundle';
import { fromUtf8, utf8 } from './bytes';
import { done, Program } from './wasm';
import type { Finish, Part } from './wasm';

/** What the pool asks. Every question has one answer, in the order in which they were asked. */
export type Question =
  | { ask: 'load'; module: WebAssembly.Module; bundle: Uint8Array }
  | { ask: 'give'; path: string; bytes: Uint8Array }
  | { ask: 'check'; file: ScenarioFile }
  | { ask: 'prepare'; files: ScenarioFile[]; request: string }
  | { ask: 'count'; first: number; count: number }
  | { ask: 'counts'; of: Part }
  | { ask: 'finish'; what: Finish; file: string; of: Part; add: Uint8Array[] }
  | { ask: 'explain' | 'history'; file: ScenarioFile; request: string };

/** `text` is what was asked for, or messages (wasm.ts) where `failed`. */
export interface Reply {
  text?: string;
  messages?: string;
  failed?: boolean;
  trajectories?: number;
  counts?: Uint8Array<ArrayBuffer>;
  /** Files that are to be given, and the question asked again. */
  missing?: string[];
  /** The engine stopped; it has been started anew and knows nothing of a job. */
  error?: string;
}

export class Server {
  private program: Program | null = null;
  private module: WebAssembly.Module | null = null;
  private readonly bundle = new Map<string, BundledFile>();
  private later: string[] = [];
  /** Files of the bundle in whose place another text stands. */
  private readonly replaced = new Set<string>();

  async reply(question: Question): Promise<Reply> {
    try {
      if (question.ask === 'load') {
        this.module = question.module;
        const { files, later } = readBundle(question.bundle);
        for (const file of files) this.bundle.set(file.path, file);
        this.later = later;
        await this.start();
        return {};
      }
      if (!this.program) throw new Error('the engine is not loaded');
      const reply = this.answer(question, this.program);
      const missing = this.program.missingFiles();
      return missing.length > 0 ? { missing } : reply;
    } catch (error) {
      if (this.module) await this.start();
      return { error: String(error) };
    }
  }

  private async start(): Promise<void> {
    this.program = await Program.start(this.module!);
    this.replaced.clear();
    for (const file of this.bundle.values()) this.program.giveFile(file.path, file.bytes, file.events);
    for (const path of this.later) this.program.expectFile(path);
  }

  private answer(question: Exclude<Question, { ask: 'load' }>, program: Program): Reply {
    switch (question.ask) {
      case 'give':
        program.giveFile(question.path, question.bytes, new Uint8Array());
        return {};
      case 'check':
        this.put([question.file], program);
        return { messages: program.check(question.file.path) };
      case 'prepare': {
        this.put(question.files, program);
        const { code, messages, trajectories } = program.prepare(question.request);
        return { failed: code !== done, messages, trajectories };
      }
      case 'count':
        program.count(question.first, question.count);
        return {};
      case 'counts':
        return { counts: program.counts(question.of) };
      case 'finish': {
        for (const counts of question.add) program.addCounts(counts, question.of);
        const { json, messages } = program.finish(question.what, question.file, question.of);
        return { text: json, messages };
      }
      default: {
        this.put([question.file], program);
        const { code, text } = program[question.ask](question.request);
        return code === done ? { text } : { failed: true, messages: text };
      }
    }
  }

  /** Puts the texts of a request in place, and back what others have replaced. */
  private put(files: ScenarioFile[], program: Program): void {
    for (const path of this.replaced) {
      const own = this.bundle.get(path)!;
      if (!files.some((file) => file.path === path)) program.giveFile(path, own.bytes, own.events);
    }
    this.replaced.clear();
    for (const { path, yaml } of files) {
      const own = this.bundle.get(path);
      if (own && fromUtf8(own.bytes) === yaml) {
        program.giveFile(path, own.bytes, own.events);
        continue;
      }
      program.giveFile(path, utf8(yaml), new Uint8Array());
      if (own) this.replaced.add(path);
    }
  }
}
