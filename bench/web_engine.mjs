// What a move of a slider costs the engine of the page, and how heavy the engine is. Under Node.js, one instance of the
// wasm that tools/build_wasm made, in processor time, so that other work on the machine counts little.
//
//     node bench/web_engine.mjs [MOVES]

import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { openModules, root } from '../tests/web/engine_support.mjs';

const moves = Number(process.argv[2] ?? 30);
const trajectories = 500;
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const modules = await openModules();
const { Server } = await modules.load('serve.ts');
const { unpacked } = await modules.load('bundle.ts');
const wasm = readFileSync(`${root}apps/web/public/minefree.wasm`);
const packed = readFileSync(`${root}apps/web/public/data/bundle.bin`);
const bundle = await unpacked(new Uint8Array(packed));
const server = new Server();
const spent = new Map();
async function timed(what, question) {
  const begun = processor();
  const reply = await server.reply(question);
  if (reply.error !== undefined || reply.failed) throw new Error(reply.error ?? reply.messages);
  const all = spent.get(what) ?? [];
  all.push(processor() - begun);
  spent.set(what, all);
  return reply;
}

await timed('load', { ask: 'load', module: await WebAssembly.compile(wasm), bundle });
const path = 'scenarios/lever.yaml';
for (let move = 0; move <= moves; move += 1) {
  const yaml = `extends: baseline.yaml\nname: a lever\nfunding:\n  world: [{change: +${5 * (1 + (move % 12))}%, from: 2026}]\n`;
  // The first move reads the record, which none after it does.
  const of = move === 0 ? 'first ' : '';
  await timed(`${of}prepare`, { ask: 'prepare', files: [{ path, yaml }], request: `file ${path}\ntrajectories ${trajectories}` });
  await timed(`${of}count`, { ask: 'count', first: 0, count: trajectories });
  // The same counts once more, in place of another Worker's.
  const half = { part: 0, parts: 2 };
  const { counts } = await timed(`${of}counts`, { ask: 'counts', of: half });
  await timed(`${of}finish`, { ask: 'finish', what: 'run', file: path, of: half, add: [counts] });
}

const words = [
  ['first prepare', 'the first move alone: read the record and the scenario, and make the plan'],
  ['prepare', 'read the scenario and make the plan; in every Worker at once'],
  ['count', `${trajectories} futures; shared by the Workers`],
  ['counts', 'write the counts of half the states for another Worker; in every Worker at once'],
  ['finish', "add another Worker's counts of half the states and write their JSON; in every Worker at once"],
];
row('step of a move', 'median', '9 of 10 below', 'n');
row('---', '---:', '---:', '---:');
for (const [what, meaning] of words) {
  const all = spent.get(what) ?? [];
  if (all.length === 0) continue; // no move was asked for
  row(meaning, `${quantile(all, 0.5).toFixed(1)} ms`, `${quantile(all, 0.9).toFixed(1)} ms`, all.length);
}
const two = moves > 0 ? spent.get('prepare').map((prepare, k) => prepare + spent.get('count')[k] / 2 + spent.get('counts')[k] + spent.get('finish')[k]) : [];
if (two.length > 0) row('a move with two Workers, from these steps', `${quantile(two, 0.5).toFixed(1)} ms`, `${quantile(two, 0.9).toFixed(1)} ms`, two.length);

console.log();
row('file', 'bytes', 'gzip', 'brotli');
row('---', '---:', '---:', '---:');
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const number = (value) => value.toLocaleString('en');
for (const [name, bytes] of [['minefree', wasm], ['documents', readFileSync(`${root}apps/web/public/documents.wasm`)]]) {
  row(`\`${name}.wasm\``, number(bytes.length), number(gzipSync(bytes, { level: 9 }).length), number(brotli(bytes)));
}
row('`data/bundle.bin`, unpacked and as it is', number(bundle.length), number(packed.length), number(brotli(bundle)));
await modules.close();
