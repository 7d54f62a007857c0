// The engine of the page in this process, without a browser: the same wasm and the same TypeScript, its
// Workers one after the other. And the program of the command line, which it is held against.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = createRequire(`${root}apps/web/package.json`);
const { createServer } = await import(packages.resolve('vite'));

/** The page's modules in this process; `close` it. */
export async function openModules() {
  const vite = await createServer({ root: `${root}apps/web`, configFile: false, appType: 'custom', logLevel: 'error', server: { middlewareMode: true, hmr: false, ws: false, watch: null } });
  return { load: (path) => vite.ssrLoadModule(`/src/engine/${path}`), close: () => vite.close() };
}

/** An engine with so many instances of the wasm. */
export async function startInProcess(modules, workers) {
  const { Server } = await modules.load('serve.ts');
  const { Pool, Supplied } = await modules.load('pool.ts');
  const { PooledEngine } = await modules.load('engine.ts');
  const { laterAddress, readBundle, unpacked } = await modules.load('bundle.ts');
  const compiled = (name) => WebAssembly.compile(readFileSync(`${root}apps/web/public/${name}`));
  const bundle = await unpacked(new Uint8Array(readFileSync(`${root}apps/web/public/data/bundle.bin`)));
  const supply = (path) => unpacked(new Uint8Array(readFileSync(`${root}apps/web/public/${laterAddress(path)}`)));
  const started = async (module) => {
    const server = new Server();
    const member = new Supplied({ ask: (question) => server.reply(question), close: () => {} }, supply);
    await member.ask({ ask: 'load', module, bundle });
    return member;
  };
  const module = await compiled('minefree.wasm');
  const members = await Promise.all(Array.from({ length: workers }, () => started(module)));
  const startWriter = async () => started(await compiled('documents.wasm'));
  return new PooledEngine(new Pool(members, startWriter), new Map(readBundle(bundle).files.map((file) => [file.path, file])));
}

/** What the program prints, and its exit code. */
export async function commandLine(words, folder = root) {
  try {
    const { stdout, stderr } = await promisify(execFile)(`${root}build/release/minefree`, words, { cwd: folder, maxBuffer: 2 ** 28, env: { ...process.env, NO_COLOR: '1' } });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (typeof error.code !== 'number') throw error;
    return { code: error.code, stdout: error.stdout, stderr: error.stderr };
  }
}

/** The first line that differs, so that a failure can be read. */
export function assertSameText(ours, theirs, what) {
  if (ours === theirs) return;
  const [a, b] = [ours.split('\n'), theirs.split('\n')];
  const at = b.findIndex((line, k) => line !== a[k]);
  assert.fail(`${what}: line ${at + 1} is\n  ${(a[at] ?? '').slice(0, 300)}\nand not\n  ${(b[at] ?? '').slice(0, 300)}`);
}
