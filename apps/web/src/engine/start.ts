// Starts the engine in the page: fetches it and its files, and gives both to the Workers.

import type { Engine, EngineOptions } from './api';
import { laterAddress, readBundle, unpacked } from './bundle';
import type { BundledFile } from './bundle';
import { fromUtf8 } from './bytes';
import { PooledEngine } from './engine';
import { Pool, Supplied } from './pool';
import type { Member } from './pool';
import type { Question, Reply } from './serve';

const mostWorkers = 8;
/** Milliseconds in which a Worker has read what it was given; it takes a tenth of a second. */
const mostToLoad = 20_000;

class WorkerMember implements Member {
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, { done: (reply: Reply) => void; failed: (error: Error) => void }>();
  private count = 0;
  /** Why it answers no more: a Worker that could not be fetched says so once, perhaps before it is asked anything. */
  private ended: Error | null = null;

  constructor() {
    this.worker.onmessage = (event: MessageEvent<{ id: number; reply: Reply }>) => {
      this.waiting.get(event.data.id)?.done(event.data.reply);
      this.waiting.delete(event.data.id);
    };
    this.worker.onerror = (event) => {
      this.end(new Error(event.message || 'a Worker could not be started'));
    };
  }

  private end(why: Error): void {
    this.ended = why;
    for (const { failed } of this.waiting.values()) failed(why);
    this.waiting.clear();
  }

  ask(question: Question): Promise<Reply> {
    if (this.ended) return Promise.reject(this.ended);
    const id = (this.count += 1);
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      // Counts are given away, and not copied.
      this.worker.postMessage({ id, question }, question.ask === 'finish' ? question.add.map((counts) => counts.buffer) : []);
    });
  }

  close(): void {
    this.worker.terminate();
    this.end(new DOMException('the engine was ended', 'AbortError'));
  }
}

/** Some browsers say nothing of a Worker that never begins. */
function within<T>(most: number, work: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`a Worker did not answer within ${most / 1000} seconds`)), most);
    work.then(done, failed).finally(() => clearTimeout(timer));
  });
}

/** The module of that name, compiled, from the page's folder. */
async function compiled(name: string, base: URL): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await fetched(new URL(name, base)));
}

async function fetched(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function load(member: Member, module: WebAssembly.Module, bundle: Uint8Array): Promise<void> {
  const reply = await member.ask({ ask: 'load', module, bundle });
  if (reply.error !== undefined) throw new Error(reply.error);
}

/** Half a second of reading in each Worker, so that the first move of a slider need not wait for it. It comes before
 *  every question of the pool, and each of its jobs is prepared anew. */
function readRecord(member: Member, files: Map<string, BundledFile>): void {
  const path = 'scenarios/baseline.yaml';
  const file = files.get(path);
  // A Worker that ended meanwhile says so to whoever asks next.
  if (file) member.ask({ ask: 'prepare', files: [{ path, yaml: fromUtf8(file.bytes) }], request: `file ${path}` }).catch(() => undefined);
}

/** The engine, when its Workers are ready. Rejects when its files cannot be fetched. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const base = new URL(options.base ?? './', document.baseURI);
  const workers = options.workers ?? Math.min(navigator.hardwareConcurrency || 2, mostWorkers);
  const members = Array.from({ length: Math.max(1, workers) }, () => new WorkerMember());
  try {
    const [module, bundle] = await Promise.all([
      compiled('minefree.wasm', base),
      fetched(new URL('data/bundle.bin', base)).then(unpacked),
    ]);
    const files = new Map(readBundle(bundle).files.map((file) => [file.path, file]));
    const later = new Map<string, Promise<Uint8Array>>();
    const supply = (path: string): Promise<Uint8Array> => {
      const bytes = later.get(path) ?? fetched(new URL(laterAddress(path), base)).then(unpacked);
      later.set(path, bytes);
      bytes.catch(() => later.delete(path)); // perhaps the network is back the next time
      return bytes;
    };
    await within(mostToLoad, Promise.all(members.map((member) => load(member, module, bundle))));
    for (const member of members) readRecord(member, files);
    const startWriter = async (): Promise<Member> => {
      const documents = await compiled('documents.wasm', base);
      const writer = new WorkerMember();
      try {
        await within(mostToLoad, load(writer, documents, bundle));
      } catch (error) {
        writer.close();
        throw error;
      }
      return new Supplied(writer, supply);
    };
    return new PooledEngine(new Pool(members.map((member) => new Supplied(member, supply)), startWriter), files);
  } catch (error) {
    for (const member of members) member.close();
    throw error;
  }
}
