// One instance of the engine, minefree.wasm, or of the documents, documents.wasm, with what it imports, and its
// functions with texts for their arguments and answers. apps/web/engine/*exports.cpp are its other side.

import { fromUtf8, utf8 } from './bytes';
import { yamlEvents } from './yaml_events';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  argument(size: number): number;
  answer_data(): number;
  answer_size(): number;
  give_file(): void;
  expect_file(): void;
  missing_files(): void;
  prepare(): number;
  trajectories(): number;
  add_counts(part: number, parts: number): number;
  last_messages(): void;
  // Of the engine alone.
  check(): number;
  count(first: number, count: number): void;
  counts(part: number, parts: number): void;
  finish(part: number, parts: number): void;
  // Of the documents alone.
  document(): void;
  explain(): number;
  history(): number;
}

/** A text about a run (apps/web/engine/documents.hpp). */
export type DocumentName = 'plan' | 'csv' | 'report';
/** What is asked of a finished job. */
export type Finish = 'run' | 'compare' | DocumentName;

export function isDocument(what: Finish): what is DocumentName {
  return what !== 'run' && what !== 'compare';
}

/** A share of the states, for one of several Workers to tell of: part 0, 1, ... of `parts`. */
export interface Part {
  part: number;
  parts: number;
}

/** Exit codes of the program (docs/results.md), as far as they matter here. */
export const done = 0;

export class Program {
  private constructor(private readonly exports: Exports) {}

  static async start(module: WebAssembly.Module): Promise<Program> {
    let exports: Exports;
    const bytes = (at: number, size: number): Uint8Array => new Uint8Array(exports.memory.buffer, at, size);
    const writeArgument = (value: Uint8Array): void => {
      const at = exports.argument(value.length);
      bytes(at, value.length).set(value);
    };
    const page = {
      report_yaml(at: number, size: number): void {
        writeArgument(yamlEvents(fromUtf8(bytes(at, size))));
      },
    };
    // The engine prints nothing and opens nothing; the C library asks all the same.
    const nothing = (): number => 0;
    const system = new Proxy({}, { get: () => nothing });
    const instance = await WebAssembly.instantiate(module, { page, wasi_snapshot_preview1: system as WebAssembly.ModuleImports });
    exports = instance.exports as unknown as Exports;
    exports._initialize();
    return new Program(exports);
  }

  /** Puts a file in place; `events` is what yaml_events.ts reports of it, empty to have that asked. */
  giveFile(path: string, bytes: Uint8Array, events: Uint8Array): void {
    this.arguments(utf8(path), bytes, events);
    this.exports.give_file();
  }

  /** Tells of a file that can be given when it is missing. */
  expectFile(path: string): void {
    this.arguments(utf8(path));
    this.exports.expect_file();
  }

  /** Such files that the last command wanted. */
  missingFiles(): string[] {
    this.exports.missing_files();
    return this.answer().split('\n').slice(0, -1);
  }

  /** Messages of a file as JSON (messages.hpp). */
  check(path: string): string {
    this.arguments(utf8(path));
    this.exports.check();
    return this.answer();
  }

  prepare(request: string): { code: number; messages: string; trajectories: number } {
    this.arguments(utf8(request));
    const code = this.exports.prepare();
    return { code, messages: this.answer(), trajectories: this.exports.trajectories() >>> 0 };
  }

  count(first: number, count: number): void {
    this.exports.count(first, count);
  }

  counts({ part, parts }: Part): Uint8Array<ArrayBuffer> {
    this.exports.counts(part, parts);
    return this.answerBytes();
  }

  addCounts(counts: Uint8Array, { part, parts }: Part): void {
    this.arguments(counts);
    if (this.exports.add_counts(part, parts) === 0) throw new Error('two Workers have counted different plans');
  }

  /** What the counts tell, and notes on it as messages of `file`. */
  finish(what: Finish, file: string, { part, parts }: Part): { json: string; messages: string } {
    if (isDocument(what)) {
      this.arguments(utf8(what));
      this.exports.document();
    } else {
      this.exports.finish(part, parts);
    }
    const json = this.answer();
    this.arguments(utf8(file));
    this.exports.last_messages();
    return { json, messages: this.answer() };
  }

  /** A text, or messages where the code is not `done`. */
  explain(request: string): { code: number; text: string } {
    this.arguments(utf8(request));
    const code = this.exports.explain();
    return { code, text: this.answer() };
  }

  history(request: string): { code: number; text: string } {
    this.arguments(utf8(request));
    const code = this.exports.history();
    return { code, text: this.answer() };
  }

  private arguments(...values: Uint8Array[]): void {
    for (const value of values) {
      const at = this.exports.argument(value.length);
      new Uint8Array(this.exports.memory.buffer, at, value.length).set(value);
    }
  }

  private answerBytes(): Uint8Array<ArrayBuffer> {
    const at = this.exports.answer_data() >>> 0;
    const size = this.exports.answer_size() >>> 0;
    return new Uint8Array(this.exports.memory.buffer as ArrayBuffer).slice(at, at + size);
  }

  private answer(): string {
    return fromUtf8(this.answerBytes());
  }
}
